"""The manual of the rules: what each finding named in brackets demands."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

import referral
from referral.law import rule_manuals

_RULE_LINE = re.compile(r"^(?P<ids>`[a-z-]+`(?:, `[a-z-]+`)*(?: …)?): (?P<text>.+)$", re.MULTILINE)
# The rooms whose module docstrings state rules.
_ROOMS = ("yaml_reader", "schema_errors", "custody", "case", "coverage", "protection", "composition")


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


def _docstrings() -> Iterator[str]:
    for room in _ROOMS:
        package = importlib.import_module(f"{referral.__name__}.{room}")
        yield package.__doc__ or ""
        for module in pkgutil.walk_packages(getattr(package, "__path__", []), f"{package.__name__}."):
            yield importlib.import_module(module.name).__doc__ or ""
