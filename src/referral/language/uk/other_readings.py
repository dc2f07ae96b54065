"""Family names of which no rule can say whether they are adjectives or nouns, declined as the other of the two."""

from collections.abc import Iterator

from referral.language.grammar import Gender
from referral.language.uk import names
from referral.language.uk.paradigms import paradigms, words_of
from referral.language.uk.spelling import is_ours

_FILE = "other_readings.yaml"


def family_name(text: str) -> Iterator[str]:
    """Every form by the class that the rule in doubt did not take; none where there is no doubt."""
    for gender in Gender if is_ours(text) else ():
        found = names.rule_of_family_name(text, gender)
        other = words_of(_FILE).get(found[0].paradigm) if found and found[0].doubt else None
        if found and other:
            yield from paradigms()[other].decline(text, found[1]).forms.values()
