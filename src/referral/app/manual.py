"""The manual of the rules, what each finding named in brackets demands, and of the states of coverage."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import referral
from referral.coverage import State
from referral.law import rule_manuals

_RULE_LINE = re.compile(r"^(?P<ids>`[a-z-]+`(?:, `[a-z-]+`)*(?: …)?): (?P<text>.+)$", re.MULTILINE)
# The rooms whose module docstrings state rules.
_ROOMS = ("yaml_reader", "schema_errors", "custody", "pictures", "case", "coverage", "protection", "composition")


@cache
def rules() -> dict[str, str]:
    """Every rule id with its manual. A rule that holds for cases and for law files has both texts."""
    found: dict[str, list[str]] = {}
    for docstring in _docstrings():
        for match in _RULE_LINE.finditer(docstring):
            for rule in re.findall(r"`([a-z-]+)`", match["ids"]):
                found.setdefault(rule, []).append(match["text"])
    for rule, text in rule_manuals().items():
        found.setdefault(rule, []).append("in law files: " + " ".join(text.split()))
    return {rule: "\n  ".join(dict.fromkeys(texts)) for rule, texts in sorted(found.items())}


def states() -> dict[str, str]:
    """Every state of an element with the rule by which `assess` gives it; the first that fits, in this order."""
    return {state.value: text for state, text in _STATES.items()}


_STATES = {
    State.CONTESTED: "an item of strong or moderate strength contradicts the element, and no answer to it is recorded.",
    State.GAP: "nothing supports the element, and nothing stands beside it as context or qualification.",
    State.CONTEXT_ONLY: "nothing supports the element; there are items that only give context or qualify it.",
    State.SECONDARY_ONLY: "the element is supported, but by no item of the tier “primary”.",
    State.UNCORROBORATED: "the element is supported, an item of the tier “primary” included, from one origin only.",
    State.CORROBORATED: "the element is supported, an item of the tier “primary” included, from two or more origins.",
}


def _docstrings() -> Iterator[str]:
    for room in _ROOMS:
        package = importlib.import_module(f"{referral.__name__}.{room}")
        yield package.__doc__ or ""
        for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}."):
            yield importlib.import_module(module.name).__doc__ or ""
