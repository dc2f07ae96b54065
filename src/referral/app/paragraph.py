"""Where a paragraph or a footnote of a document comes from, sentence by sentence: entries, items, elements, law."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from referral.app.build import compose_document
from referral.app.project import Project
from referral.app.sidecar import places, sidecar_of
from referral.case.model import DocumentRequest
from referral.document.parts import parts
from referral.errors import UsageError
from referral.law import Law
from referral.tracing.sidecar_model import Bears, FoundText, Pinned, PlaceInFile, SentenceTraced, Sidecar, Wording

_PARAGRAPH = re.compile(r"\s*(?:¶|para(?:graph)?\.?)?\s*((?:[^\W\d_]{1,3}-)?[1-9][0-9]{0,8})\s*", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:([^\W\d_]{1,3})[\s,]+)?(?:fn|footnote|note)\.?\s*([1-9][0-9]{0,8})\s*", re.IGNORECASE)
_HOW = {
    Wording.MARKED: "",
    Wording.BY_WORDS: "found by its words",
    Wording.LAW: "wording of the law",
    Wording.FIXED: "fixed wording and values filled in",
}


def explain_paragraph(project: Project, request: DocumentRequest, reference: str) -> list[str]:
    """The words of «¶ 42», «A-3» or «fn. 12», each sentence with what it rests on. UsageError if there is none such.

    The notes of an annex that is a file of its own are counted anew there; those are called «M fn. 12».
    """
    sidecar = explained(project, request, reference)
    return list(_Lines(project, sidecar).all())


def explained(project: Project, request: DocumentRequest, reference: str) -> Sidecar:
    """The same as data: the sidecar of these sentences alone, with the places of their entries."""
    is_meant = _meant(reference)
    whole = _file_of(project, request, reference)
    sentences = tuple(sentence for sentence in whole.sentences if is_meant(sentence))
    if not sentences:
        raise UsageError(_none_such(whole, reference))
    items = {place.evidence for sentence in sentences for place in sentence.citations}
    known = places(project, project.codes(request.profile))
    return whole.model_copy(
        update={
            "sentences": sentences,
            "items": {code: item for code, item in whole.items.items() if code in items},
            "places": {name: place for name, place in known.items() if name in _named(sentences, items)},
        }
    )


def _file_of(project: Project, request: DocumentRequest, reference: str) -> Sidecar:
    """The sidecar of the whole document for a paragraph; for a note, that of the file in which it is counted."""
    composed = compose_document(project, request)
    if note := _NOTE.fullmatch(reference):
        files = {(part.annex or "").casefold(): part.document for part in parts(composed.document)}
        composed = replace(composed, document=files.get((note[1] or "").casefold(), files[""]))
    return sidecar_of(project, request, composed)


def _meant(reference: str) -> Callable[[SentenceTraced], bool]:
    if note := _NOTE.fullmatch(reference):
        number = int(note[2])
        return lambda sentence: sentence.where.note == number
    if paragraph := _PARAGRAPH.fullmatch(reference):
        label = paragraph[1].casefold()
        return lambda sentence: sentence.where.paragraph.casefold() == label
    raise UsageError(f'"{reference}" is no paragraph or footnote; write "¶ 42", "A-3" or "fn. 12"')


def _none_such(whole: Sidecar, reference: str) -> str:
    if _NOTE.fullmatch(reference):
        last = max((sentence.where.note for sentence in whole.sentences), default=0)
        return f"the document has no such footnote; its last is fn. {last}" if last else "the document has no footnotes"
    numbered = list(dict.fromkeys(s.where.paragraph for s in whole.sentences if s.where.paragraph))
    if not numbered:
        return "no paragraph of this document is numbered; explain one of a document that numbers them"
    return f"the document has no paragraph {reference.strip()}; its last is ¶ {numbered[-1]}"


def _named(sentences: tuple[SentenceTraced, ...], items: set[str]) -> set[str]:
    marked = {source.partition(".")[0] for sentence in sentences for source in sentence.sources}
    return marked | items | {text.entry for sentence in sentences for text in sentence.found}


class _Lines:
    """The chain in lines."""

    def __init__(self, project: Project, sidecar: Sidecar) -> None:
        self._folder, self._law = project.loaded.folder, project.law
        self._sidecar = sidecar

    def all(self) -> Iterator[str]:
        for sentence in self._sidecar.sentences:
            yield f"{_where(sentence)}: {sentence.text}"
            yield from (f"  {line}" for line in self._behind(sentence))
        yield f"the words between: template {self._sidecar.document.template}"

    def _behind(self, sentence: SentenceTraced) -> Iterator[str]:
        if how := _HOW[sentence.wording]:
            yield how
        if sentence.notes:
            yield f"notes: {', '.join(f'fn. {number}' for number in sentence.notes)}"
        entries = self._entries(sentence)
        for entry, said in entries.items():
            yield f"{said}: {self._at(entry)}" if entry in self._sidecar.places else said
            yield from (f"  {line}" for line in self._cited(sentence, entry))
        yield from self._cited(sentence, "")
        yield from (f"{_bearing(bears, self._law)}" for bears in sentence.elements)
        for law in sentence.law:
            yield f"law: {law.id} ({law.way})"

    def _entries(self, sentence: SentenceTraced) -> dict[str, str]:
        """What it is marked to rest on, then the fields found in it; each with how it is called."""
        fields: dict[str, list[FoundText]] = {}
        for text in sentence.found:
            fields.setdefault(text.entry, []).append(text)
        marked = {source.partition(".")[0]: source for source in sentence.sources if self._is_entry(source)}
        found = {entry: f"{entry} {', '.join(t.field for t in texts)}" for entry, texts in fields.items()}
        return marked | {entry: said for entry, said in found.items() if sentence.wording is not Wording.MARKED}

    def _is_entry(self, source: str) -> bool:
        return source.partition(".")[0] in self._sidecar.places

    def _cited(self, sentence: SentenceTraced, by: str) -> Iterator[str]:
        for place in sentence.citations:
            if place.by == by:
                yield self._pinned(place)

    def _pinned(self, place: Pinned) -> str:
        item = self._sidecar.items[place.evidence]
        source = f"{item.source} ({item.speaks})" if item.speaks else item.source
        label = f"{place.exhibit}, {place.pinpoint}" if place.pinpoint else place.exhibit
        return f"{label}: {place.evidence} “{item.title}”, source {source}, {self._at(place.evidence)}"

    def _at(self, entry: str) -> str:
        place: PlaceInFile = self._sidecar.places[entry]
        return f"{self._folder / place.file}:{place.line}"


def _where(sentence: SentenceTraced) -> str:
    where = sentence.where
    return f"fn. {where.note}" if where.note else f"¶ {where.paragraph}"


def _bearing(bears: Bears, law: Law) -> str:
    provision = law.provision_of(bears.element).id
    return (
        f"{bears.bearing} {bears.element} of {bears.charge} ({provision}), by {bears.mapping} through {bears.through}"
    )
