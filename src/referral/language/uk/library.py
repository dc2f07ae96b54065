"""What the library suggests where our rules know no class. It is wrong too often to be more than a suggestion."""

from referral.language.grammar import Gender, GrammaticalCase

_NAMED_OTHERWISE = {GrammaticalCase.INSTRUMENTAL: "ablative"}


def family_name(word: str, gender: Gender) -> dict[GrammaticalCase, str]:
    """A family name in every case."""
    import shevchenko  # heavy for a command that declines nothing

    def form(case: GrammaticalCase) -> str:
        asked = _NAMED_OTHERWISE.get(case, case.value)
        return str(shevchenko.in_case(asked, family_name=word, gender=gender.value)["family_name"])

    return {case: word if case is GrammaticalCase.NOMINATIVE else form(case) for case in GrammaticalCase}
