"""What official numbers of proceedings look like; by kind of proceeding this is data. So do those of evidence.

`wrong-number`: a number that no register would give: other characters (an error), another length, another year.
`real-looking-number`: an invented proceeding with a number that a register might have given.
`unrecorded-number`: a text with what looks like the number of a proceeding, and is that of none in the case.
"""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict

from referral.case.load import LoadedCase
from referral.case.model import LocalText
from referral.case.model.scalars import EdtfDate
from referral.diagnostics import Diagnostic, Position, error, warning

_OF_EVIDENCE = "evidence"  # the name of its form, beside the kinds of proceedings
_TOLD = (("facts", "text"), ("incidents", "title"), ("charges", "conduct"), ("proceedings", "title"))
# A long run of figures, as registers of investigations give, be it too short or torn by spaces; or a number of a court:
# code, serial number, year.
_NUMBER = re.compile(r"(?<![\w/])(?:\d{11,20}|\d(?:\s?\d){12,19}|\d{3,4}/\d{1,6}/\d{2})(?![\w/])")


class NumberForm(BaseModel):
    """The form of a number; `characters`: what alone it may consist of; the group `year` is that of the entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    characters: re.Pattern[str] | None = None
    number: re.Pattern[str]
    words: str
    invented: re.Pattern[str] | None = None
    invented_words: str = ""


def check_numbers(loaded: LoadedCase, forms: Mapping[str, NumberForm]) -> Iterator[Diagnostic]:
    """Of a kind of proceeding whose form no file states, every number is taken."""
    for index, proceeding in loaded.entries("proceedings"):
        form = forms.get(proceeding.kind.value)
        if form and proceeding.number:
            at = loaded.where("proceedings", index, "number")
            yield from _wrong(at, proceeding.number, form, proceeding.registered_on)
            yield from _real_looking(at, proceeding.number, form) if proceeding.invented else ()


def check_numbers_of_evidence(loaded: LoadedCase, forms: Mapping[str, NumberForm]) -> Iterator[Diagnostic]:
    """`wrong-number`, `real-looking-number`: of the numbers under which items are registered as evidence"""
    form = forms.get(_OF_EVIDENCE)
    for index, item in loaded.entries("evidence"):
        if form and item.ern:
            at = loaded.where("evidence", index, "ern")
            yield from _wrong(at, item.ern, form)
            yield from _real_looking(at, item.ern, form) if item.invented else ()


def check_numbers_in_texts(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`unrecorded-number`: in what facts, incidents and charges say in our words"""
    recorded = {proceeding.number for _, proceeding in loaded.entries("proceedings")}
    for section, field in _TOLD:
        for index, entry in loaded.entries(section):
            value = getattr(entry, field)
            texts = value.by_lang.values() if isinstance(value, LocalText) else ()
            found = dict.fromkeys("".join(number.split()) for text in texts for number in _NUMBER.findall(text))
            for number in found.keys() - recorded:
                message = f'the text gives the number "{number}", which no proceeding of the case has'
                hint = "record the proceeding with its number, as its authority gave it"
                yield warning(loaded.where(section, index, field), "unrecorded-number", message, hint)


def _wrong(at: Position, number: str, form: NumberForm, registered_on: EdtfDate | None = None) -> Iterator[Diagnostic]:
    match = form.number.fullmatch(number)
    if form.characters and not form.characters.fullmatch(number):
        yield error(at, "wrong-number", f'"{number}" is no number of this kind', f"expected: {form.words}")
    elif match is None:
        message = f'"{number}" has not the form of such a number; compare it with the extract from the register'
        yield warning(at, "wrong-number", message, f"expected: {form.words}")
    elif (year := match.groupdict().get("year")) and not _is_of(registered_on, int(year)):
        message = f"the number is of {year}, and the proceeding was registered on {registered_on}"
        yield warning(at, "wrong-number", message)


def _real_looking(at: Position, number: str, form: NumberForm) -> Iterator[Diagnostic]:
    if form.invented and not form.invented.fullmatch(number):
        yield warning(at, "real-looking-number", form.invented_words)


def _is_of(day: EdtfDate | None, year: int) -> bool:
    return day is None or day.earliest is None or day.latest is None or day.earliest.year <= year <= day.latest.year
