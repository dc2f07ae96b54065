"""How the pages of a document are laid out and numbered, and what is known of it as a whole."""

from dataclasses import dataclass
from enum import StrEnum


class PageNumbering(StrEnum):
    """How pages are numbered: `x-of-y` in the footer, or the bare number centred in the top margin from page 2."""

    FOOTER = "footer"
    TOP = "top"


class HeadingNumbers(StrEnum):
    """`legal`: I, I.A, I.A.1 (headings of a communication); `decimal`: 1, 1.1, 1.1.1; `none`."""

    LEGAL = "legal"
    DECIMAL = "decimal"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Layout:
    """Page and type of one document kind. Margins in millimetres (left, right, top, bottom), size in points."""

    margins: tuple[int, int, int, int] = (30, 10, 20, 20)
    font_size: int = 12
    line_spacing: float = 1.15
    first_line_indent: float = 10.0
    page_numbering: PageNumbering = PageNumbering.FOOTER
    heading_numbers: HeadingNumbers = HeadingNumbers.DECIMAL


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How the list of open points names a place; without a language, by its bare number."""

    section: str = "{label}"  # of a heading that has a number
    heading: str = "{title}"  # of one that has none
    paragraph: str = "¶\u00a0{number}"
    row: str = "{place}: {row}"  # of a table, by the words of its first cell
    more_rows: str = "… (+{n})"


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """How an annex is called, and how a reference names a place that stands in another file."""

    label: str = "{letter}"  # «Annex {letter}»
    elsewhere: str = "{label} ({part})"  # «A-3 (Annex A)»
    main: str = ""  # what `part` is for a place in the main text


@dataclass(frozen=True, slots=True)
class Properties:
    """What is known of the whole document; `created` is the case's as-at date (ISO), never the clock."""

    lang: str
    title: str
    created: str
    draft_mark: str = ""  # printed across or atop every page: «ПРОЄКТ», DRAFT; empty if none
    classification: str = ""  # confidentiality, in the page header
    page_label: str = "{page} / {pages}"  # the footer's words, for instance «Page {page} of {pages}»
    figure_label: str = "{number}"  # what stands before the caption of a figure: «Рис. {number}»
    table_label: str = ""  # what stands before the caption of a table; empty if tables are not counted
    note_above: str = "{number}"  # how a note refers to an earlier one: «fn. {number} above»
    stamp: str = ""  # provenance: digests and version, one line
    level: str = ""  # of confidentiality, of the main text; an annex of another level becomes a file of its own
    annex_words: AnnexWords = AnnexWords()
    place_words: PlaceWords = PlaceWords()
    abbreviations: tuple[tuple[str, str], ...] = ()  # all that are known, with their meaning, in alphabetical order
