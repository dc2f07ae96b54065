"""From a recipient's view of a case to what the index holds of it. There is no other way into the index."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from referral.case.model import Case, LocalText, Source
from referral.case.model.base import Citation
from referral.case.model.facts import QuantityClaim
from referral.case.texts import texts_in
from referral.edtf import UncertainDate
from referral.portfolio.record import (
    CaseRow,
    DocumentRow,
    ElementRow,
    FigureRow,
    Held,
    ProceedingRow,
    Record,
    TextRow,
    Texts,
)
from referral.portfolio.steps import step_of
from referral.protection.view import View

NO_NUMBER = -1
STAGES = ("investigations", "suspects", "indictments", "convicted")  # what figures by stage count, by their category


def drawn(way: CaseRow, view: View, documents: Sequence[DocumentRow], with_words: bool) -> Record:
    """The record of a case, of which only the way to it was known. Without words it holds codes and states alone."""
    words = _Words(view.case, with_words)
    header = view.case.case
    return Record(
        replace(
            way,
            held=Held.WHOLE if with_words else Held.CODES_ONLY,
            code=header.id,
            title=words.of(header.title),
            as_at=header.as_at.text,
            is_demonstration=header.demonstration,
            withheld=sum(view.withheld.values()),
        ),
        tuple(_elements(view)),
        tuple(_proceedings(view.case, words)),
        tuple(_figures(view.case, words)),
        tuple(documents),
        tuple(_texts(view.case)) if with_words else (),
    )


class _Words:
    """Words of a case by language; none where none may be kept."""

    def __init__(self, case: Case, are_kept: bool) -> None:
        self._case, self._are_kept = case, are_kept

    def of(self, text: LocalText | None) -> Texts:
        if text is None or not self._are_kept:
            return {}
        return {lang or self._case.case.language: words for lang, words in text.by_lang.items()}

    def source(self, citations: Sequence[Citation]) -> Texts:
        """Who speaks at the first place cited; a person is never named."""
        first = citations[0]
        item = next((item for item in self._case.evidence if item.id == first.evidence), None)
        source = self._case.by_id.get(first.speaker or (item.source if item else ""))
        return self.of(source.name) if isinstance(source, Source) and not source.person else {}


def _elements(view: View) -> Iterator[ElementRow]:
    for covered in view.coverage.charges:
        charge = covered.charge
        for one in covered.elements:
            yield ElementRow(
                charge.id,
                charge.provision,
                charge.stage.value,
                one.element.id,
                one.state.value,
                one.origins,
                one.is_hole,
                charge.invented,
            )


def _proceedings(case: Case, words: _Words) -> Iterator[ProceedingRow]:
    for one in case.proceedings:
        yield ProceedingRow(
            one.id,
            one.kind.value,
            step_of(one, case).value,
            words.of(one.title),
            words.of(one.stage),
            _day(one.decided_on),
            words.of(one.outcome),
            one.finality.value if one.decided_on or one.outcome else "",
            one.invented,
        )


def _figures(case: Case, words: _Words) -> Iterator[FigureRow]:
    return (_figure(claim, words) for claim in case.quantities if claim.category in STAGES)


def _figure(claim: QuantityClaim, words: _Words) -> FigureRow:
    return FigureRow(
        claim.id,
        claim.category,
        NO_NUMBER if claim.value is None else claim.value,
        NO_NUMBER if claim.max is None else claim.max,
        claim.precision.value,
        words.of(claim.unit),
        words.of(claim.scope),
        _day(claim.as_of),
        words.source(claim.citations),
        words.of(claim.caution),
        claim.invented,
    )


def _texts(case: Case) -> Iterator[TextRow]:
    yield TextRow("case", case.case.id, _all_words(case.case))
    for section, _, entry in case.entities():
        yield TextRow(section, entry.id, _all_words(entry))


def _all_words(entry: object) -> str:
    return "\n".join(text for _, text in texts_in(entry))


def _day(when: UncertainDate | None) -> str:
    return when.text if when else ""
