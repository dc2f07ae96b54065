"""What official numbers of proceedings look like; by kind of proceeding this is data.

`wrong-number`: a number that no register would give: other characters (an error), another length, another year.
`real-looking-number`: an invented proceeding with a number that a register might have given.
"""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ConfigDict

from referral.case.load import LoadedCase
from referral.case.model import Proceeding
from referral.diagnostics import Diagnostic, Position, error, warning


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
            yield from _wrong(at, proceeding, proceeding.number, form)


def _wrong(at: Position, proceeding: Proceeding, number: str, form: NumberForm) -> Iterator[Diagnostic]:
    match = form.number.fullmatch(number)
    if form.characters and not form.characters.fullmatch(number):
        yield error(at, "wrong-number", f'"{number}" is no number of such a proceeding', f"expected: {form.words}")
    elif match is None:
        message = f'"{number}" has not the form of such a number; compare it with the extract from the register'
        yield warning(at, "wrong-number", message, f"expected: {form.words}")
    elif (year := match.groupdict().get("year")) and not _is_of(proceeding, int(year)):
        message = f"the number is of {year}, and the proceeding was registered on {proceeding.registered_on}"
        yield warning(at, "wrong-number", message)
    if proceeding.invented and form.invented and not form.invented.fullmatch(number):
        yield warning(at, "real-looking-number", form.invented_words)


def _is_of(proceeding: Proceeding, year: int) -> bool:
    day = proceeding.registered_on
    return day is None or day.earliest is None or day.latest is None or day.earliest.year <= year <= day.latest.year
