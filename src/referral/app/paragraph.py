"""Where one numbered paragraph of a document comes from: its notes and the evidence items they cite."""

import re
from collections.abc import Iterator

from referral.app.build import compose_document
from referral.app.project import Project
from referral.case.model import Case, DocumentRequest, EvidenceItem
from referral.composition.compose import Composed
from referral.document.nodes import Citation, Document, Footnote, Paragraph
from referral.document.walk import flat, inlines_in, words
from referral.errors import UsageError

_REFERENCE = re.compile(r"\s*(?:¶|para\.?)?\s*([1-9][0-9]{0,8})\s*")


def explain_paragraph(project: Project, request: DocumentRequest, reference: str) -> list[str]:
    """The paragraph's words, its notes, and each evidence item cited, with its source. UsageError if there is none."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise UsageError(f'"{reference}" is no paragraph; write "¶ 42"')
    composed = compose_document(project, request)
    return list(_lines(project.loaded.case, composed, _numbered(composed.document, int(match[1]))))


def _lines(case: Case, composed: Composed, paragraph: Paragraph) -> Iterator[str]:
    yield f"¶ {paragraph.number}: {words(paragraph.content)}"
    notes = [i for i in inlines_in(paragraph.content) if isinstance(i, Footnote)]
    for note in notes:
        yield f"  note {note.number}: {words(note.content)}"
    cited = [i for part in (paragraph.content, *(n.content for n in notes)) for i in inlines_in(part)]
    labels = dict.fromkeys((c.label, c.target) for c in cited if isinstance(c, Citation))
    yield from _items(case, [label for label, _ in labels], composed.exhibits)


def _numbered(document: Document, number: int) -> Paragraph:
    for block in flat(document.blocks):
        if isinstance(block, Paragraph) and block.number == number:
            return block
    raise UsageError(f"the document has no paragraph ¶ {number}")


def _items(case: Case, labels: list[str], exhibits: dict[str, str]) -> Iterator[str]:
    for label in labels:
        item = case.by_id.get(exhibits.get(label, ""))
        if isinstance(item, EvidenceItem):
            title = next(iter(item.title.by_lang.values()))
            yield f"  {label}: {item.id} “{title}”, source {item.source}"
