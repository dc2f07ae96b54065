"""What a line of a document holds: words, marks, notes, references. Part of the tree; see `document.nodes`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words. `lang` is set only where it differs from the document's language."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    content: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words that say what certain entries hold: `sources` are ids of entries of the case, of provisions, of elements.

    It prints as its content; `id` lets a reference to it print the number of the paragraph in which it stands.
    """

    content: tuple["Inline", ...]
    sources: tuple[str, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Digests and file names: fixed width, may break at any character."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class Tab:
    pass


@dataclass(frozen=True, slots=True)
class Footnote:
    """A real footnote at this place; `number` runs from 1 through the document."""

    content: tuple["Inline", ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to the block with id `target`; `label` is what is printed (a number), computed, never typed."""

    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Above:
    """Where an exhibit was cited in full: «fn. », the number of that note, « above»."""

    before: str
    note: int
    after: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an exhibit: its label in this document («Annex 3»), then a pinpoint («p. 4, line 2»).

    `target` is the id of the exhibit's row where the document has one, else None. `full` are the words that name the
    exhibit between the two, in the first note that cites it; later notes say where that is. `document.note_numbers`
    decides which is which.
    """

    label: str
    pinpoint: str = ""
    target: str | None = None
    full: tuple["Inline", ...] = ()
    is_full: bool = False
    above: Above | None = None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A visible hole: what is absent. Every placeholder joins the open points."""

    text: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A mark of fixed length in the place of what the recipient may not see."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An https address, shown as written."""

    address: str


Inline = (
    Text
    | Strong
    | Emphasis
    | Superscript
    | Sentence
    | Code
    | LineBreak
    | Tab
    | Footnote
    | CrossReference
    | Citation
    | Placeholder
    | Redaction
    | Link
)
Inlines = tuple[Inline, ...]
