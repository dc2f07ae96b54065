"""Every rule, run over typed files; and the manual of each rule for `referral explain`."""

from collections.abc import Iterator, Mapping

from referral.diagnostics import Diagnostic
from referral.law.files import Loaded
from referral.law.rules import RULES, rule_id


def check_files(loaded: Loaded) -> Iterator[Diagnostic]:
    """What the rules find in files whose shape is right."""
    for rule in RULES:
        yield from rule(loaded)


def rule_manuals() -> Mapping[str, str]:
    """What each rule demands, by its id."""
    return {rule_id(rule): rule.__doc__ or "" for rule in RULES}
