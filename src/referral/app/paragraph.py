"""Where one numbered paragraph of a document comes from: its notes, the items cited, entries, law and template."""

import re
from collections.abc import Iterator

from referral.app.build import compose_document
from referral.app.project import Project
from referral.app.traced import of_case, of_law
from referral.case.model import DocumentRequest, EvidenceItem
from referral.composition.compose import Composed
from referral.composition.kinds import SOURCE_SUFFIX
from referral.document.nodes import Citation, Document, Footnote, Paragraph
from referral.document.walk import flat, inlines_in, words
from referral.errors import UsageError

_REFERENCE = re.compile(r"\s*(?:¶|para\.?)?\s*([1-9][0-9]{0,8})\s*")


def explain_paragraph(project: Project, request: DocumentRequest, reference: str) -> list[str]:
    """The paragraph's words, its notes, and whatever they come from. UsageError if there is no such paragraph."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        raise UsageError(f'"{reference}" is no paragraph; write "¶ 42"')
    composed = compose_document(project, request)
    paragraph = _numbered(composed.document, int(match[1]))
    return [
        *_words_and_items(project, composed, paragraph),
        *of_case(project.loaded, _everything_in(paragraph)),
        *of_law(project.law, _everything_in(paragraph), request.lang),
        f"  the words between: template {request.id}/{request.lang}{SOURCE_SUFFIX}",
    ]


def _words_and_items(project: Project, composed: Composed, paragraph: Paragraph) -> Iterator[str]:
    yield f"¶ {paragraph.number}: {words(paragraph.content)}"
    notes = [i for i in inlines_in(paragraph.content) if isinstance(i, Footnote)]
    for note in notes:
        yield f"  note {note.number}: {words(note.content)}"
    labels = dict.fromkeys(i.label for i in inlines_in(paragraph.content) if isinstance(i, Citation))
    yield from _items(project, list(labels), composed.exhibits)


def _everything_in(paragraph: Paragraph) -> str:
    """The words of the paragraph, then those of its notes."""
    notes = (words(i.content) for i in inlines_in(paragraph.content) if isinstance(i, Footnote))
    return "\n".join((words(paragraph.content), *notes))


def _numbered(document: Document, number: int) -> Paragraph:
    numbered = [b for b in flat(document.blocks) if isinstance(b, Paragraph) and b.number]
    for block in numbered:
        if block.number == number:
            return block
    if not numbered:
        raise UsageError("no paragraph of this document is numbered; explain one of a document that numbers them")
    raise UsageError(f"the document has no paragraph ¶ {number}; its last is ¶ {numbered[-1].number}")


def _items(project: Project, labels: list[str], exhibits: dict[str, str]) -> Iterator[str]:
    index = {entity.id: (section, n) for section, n, entity in project.loaded.case.entities()}
    for label in labels:
        item = project.loaded.case.by_id.get(exhibits.get(label, ""))
        if isinstance(item, EvidenceItem):
            title = next(iter(item.title.by_lang.values()))
            place = project.loaded.where(*index[item.id])
            yield f"  {label}: {item.id} “{title}”, source {item.source}, {place.path}:{place.line}"
