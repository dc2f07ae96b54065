"""The sidecar of a document: each of its sentences with all that stands behind it, made from the recipient's view."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from functools import cache

from referral.case.model import DocumentRequest
from referral.composition.compose import Composed
from referral.composition.kinds import SOURCE_SUFFIX
from referral.document.nodes import Document
from referral.language.phrases import Phrases
from referral.law import Law
from referral.protection.view import View
from referral.tracing.behind import Behind
from referral.tracing.by_words import CaseText, CaseTexts, LawText, LawTexts
from referral.tracing.printed import Printed, printed
from referral.tracing.sidecar_model import (
    Bears,
    DocumentNamed,
    FoundText,
    LawNamed,
    PlaceInFile,
    SentenceTraced,
    Sidecar,
    WhereSaid,
    Wording,
)


class Tracer:
    """Says of each sentence of one document on what it rests."""

    def __init__(self, view: View, law: Law, exhibits: dict[str, str], phrases: Phrases, lang: str) -> None:
        self.behind = Behind(view, exhibits, phrases)
        self._law = law
        self._in_case = cache(CaseTexts(view.case).found_in)  # a table says one thing in many cells
        self._in_law = cache(LawTexts(law, lang, set(_charged(view))).found_in)

    def traced(self, sentence: Printed) -> SentenceTraced:
        found, named = self._in_case(sentence.text), self._in_law(sentence.text)
        entries = _entries_behind(sentence, found)
        citations = self.behind.citations(entries, sentence.citations)
        elements = self.behind.elements(entries, citations)
        return SentenceTraced(
            line=sentence.line,
            where=WhereSaid.model_validate(asdict(sentence.where)),
            text=sentence.text,
            wording=_wording(sentence, found, named),
            sources=sentence.sources,
            found=tuple(FoundText(entry=text.entry, field=text.field) for text in found),
            notes=sentence.notes,
            citations=citations,
            elements=elements,
            law=self._named(sentence, named, elements),
            references=sentence.references,
        )

    def _named(self, sentence: Printed, named: list[LawText], elements: Iterable[Bears]) -> tuple[LawNamed, ...]:
        marked = (s for s in sentence.sources if s in self._law.provisions or s in self._law.elements)
        ways = [LawNamed(id=name, way="marked") for name in marked]
        ways += [LawNamed(id=text.id, way=text.way) for text in named]
        return tuple(dict.fromkeys((*ways, *self.behind.law(elements))))


def sidecar(
    composed: Composed,
    view: View,
    law: Law,
    phrases: Phrases,
    request: DocumentRequest,
    places: Mapping[str, PlaceInFile],
) -> Sidecar:
    """The sidecar of a composed document. `places` of entries are kept where the recipient sees the whole case."""
    tracer = Tracer(view, law, composed.exhibits, phrases, request.lang)
    sentences = tuple(tracer.traced(sentence) for sentence in printed(composed.document))
    items = sorted({place.evidence for sentence in sentences for place in sentence.citations})
    return Sidecar(
        schema_version="1",
        document=_named(composed.document, request),
        items={code: tracer.behind.item(code, request.lang) for code in items},
        places={name: places[name] for name in _entries(sentences) if name in places} if sees_all(view) else {},
        sentences=sentences,
    )


def sees_all(view: View) -> bool:
    """Whether nothing is kept from the recipient; else even the number of a line tells how much stands before it."""
    return view.profile.sees_work and not (view.withheld or view.cut or view.unseen)


def _named(document: Document, request: DocumentRequest) -> DocumentNamed:
    return DocumentNamed(
        id=request.id,
        lang=request.lang,
        profile=request.profile,
        person=request.person,
        title=document.properties.title,
        template=f"{request.id}/{request.lang}{SOURCE_SUFFIX}",
        stamp=document.properties.stamp,
    )


def _entries(sentences: Iterable[SentenceTraced]) -> list[str]:
    names = {s for t in sentences for s in t.sources} | {found.entry for t in sentences for found in t.found}
    return sorted(names | {place.evidence for t in sentences for place in t.citations})


def _charged(view: View) -> Iterator[str]:
    """What is charged, with its elements."""
    for covered in view.coverage.charges:
        yield from filter(None, (covered.charge.provision, covered.charge.mode))
        yield from (element.element.id for element in covered.elements)


def _entries_behind(sentence: Printed, found: Mapping[CaseText, bool]) -> list[str]:
    """What it is marked to rest on; without a mark, what it says word for word. A note cites for itself."""
    if sentence.sources or sentence.where.part == "note":
        return list(sentence.sources)
    return list(dict.fromkeys(text.entry for text, is_most in found.items() if is_most))


def _wording(sentence: Printed, found: Mapping[CaseText, bool], named: list[LawText]) -> Wording:
    if sentence.sources:
        return Wording.MARKED
    if any(found.values()):
        return Wording.BY_WORDS
    return Wording.LAW if any(text.way == "quoted" for text in named) else Wording.FIXED
