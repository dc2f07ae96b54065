"""The document tree: the closed set of nodes that templates fill and writers read. No behaviour beyond access.

Blocks hold inlines (`document.inlines`), tables rows of them (`document.tables`); inlines hold text. Numbers (`number`,
`label`) are empty until `document.number` fills them, so that DOCX, PDF, HTML and text print the same ones. Texts are
plain Unicode: no node carries markup of any format.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from referral.document.drawings import Drawing, Size
from referral.document.inlines import Inlines
from referral.document.layout import Layout, Properties
from referral.document.tables import Table


class ParagraphKind(StrEnum):
    """The paragraph styles a template may use; each writer has one style for each."""

    BODY = "body"  # running text with a first-line indent
    PLAIN = "plain"  # no indent
    NUMBERED = "numbered"  # numbered 1…n through the document
    TITLE = "title"
    SUBTITLE = "subtitle"
    COMMAND = "command"  # a centred bold word such as ПОВІДОМИВ:
    LETTERHEAD = "letterhead"
    ADDRESSEE = "addressee"  # block in the right half of the page
    CAPTION = "caption"  # above a table
    SMALL = "small"
    QUOTE = "quote"  # official wording, indented
    NOTICE = "notice"  # a framed remark: invented material, draft, confidentiality


class Counted(StrEnum):
    """What is counted through the document, each kind for itself."""

    TABLE = "table"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class CaptionNumber:
    """What a caption begins with, «Table A-1»: words, the series of the annex, the count in it, perhaps words.

    `target` is the id of what the caption belongs to, or stands for one where it has none.
    """

    kind: Counted
    before: str
    series: str
    count: int
    after: str
    target: str

    @property
    def number(self) -> str:
        return f"{self.series}{self.count}"

    @property
    def words(self) -> str:
        return f"{self.before}{self.number}{self.after}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Inlines
    kind: ParagraphKind = ParagraphKind.BODY
    id: str | None = None
    number: int = 0  # of a NUMBERED paragraph
    lang: str | None = None
    series: str = ""  # what stands before the number: «A-» in annex A
    counted: CaptionNumber | None = None  # of the caption of a table, where tables are counted

    @property
    def label(self) -> str:
        """Its printed number, «12» or «A-3»; empty if it has none."""
        return f"{self.series}{self.number}" if self.number else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 to 4. `label` is the printed number with its full path («II», «II.A», in annex A «A.1»), else empty."""

    level: int
    content: Inlines
    id: str
    numbered: bool = True
    label: str = ""
    series: str = ""  # what stands before the numbers of paragraphs there: «A-» in annex A


@dataclass(frozen=True, slots=True)
class ListItem:
    content: Inlines
    id: str | None = None


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items 1), 2) … ; the count starts anew in every list."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True)
class Figure:
    """A drawing with its caption below; `alternative` says in words what it shows, to whoever cannot see it.

    `label` («Рис. 1») is printed before the caption. `told` are the words of `alternative` with what they rest on. What
    is common to all figures is here; how they are drawn, in `drawings`.
    """

    drawing: Drawing
    size: Size
    caption: Inlines
    alternative: str
    id: str | None = None
    number: int = 0  # runs from 1 through the document
    label: str = ""
    counted: CaptionNumber | None = None
    told: Inlines = ()


class ContentsOf(StrEnum):
    HEADINGS = "headings"
    TABLES = "tables"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """`title` is printed above it; it lists the headings down to `depth` that stand after it.

    Or it lists all the counted tables or figures; one that would list nothing is left out.
    """

    title: Inlines
    depth: int = 2
    of: ContentsOf = ContentsOf.HEADINGS


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Post on the left, a rule to sign on, name on the right; `stamp` («ПОГОДЖЕНО») above, `date` below."""

    post: Inlines
    name: Inlines
    stamp: Inlines = ()
    date: Inlines = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True)
class Section:
    """Blocks on pages of one orientation; begins on a new page unless it is the first thing in the document."""

    orientation: Orientation
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something a person must settle before signing; `where` are labels of places in this document."""

    text: str
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """The list of open points; its items are filled by `document.number`."""

    intro: Inlines
    none: Inlines  # printed when there is none
    items: tuple[OpenPoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Abbreviation:
    short: str
    long: str


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations that the document uses, as a table with these heads; filled by `document.number`."""

    short: Inlines
    long: Inlines
    none: Inlines  # printed when there is none
    items: tuple[Abbreviation, ...] = ()


@dataclass(frozen=True)
class Annex:
    """A part with a separator page and numbers of its own; its id is its letter. After it only annexes may stand.

    `level` is its confidentiality by name, `classification` the same in words. The rest is filled by `document.number`.
    """

    id: str
    title: Inlines
    level: str
    blocks: tuple["Block", ...]
    classification: str = ""
    open_points: tuple[OpenPoint, ...] = ()  # those that stand in it, after those that it came with
    label: str = ""  # «Annex A»
    front: tuple["Block", ...] = ()  # the separator page
    notes: tuple[int, int] = (0, 0)  # how many notes of the whole document are called before it, and before its end
    ids: frozenset[str] = field(default=frozenset(), repr=False)  # of all that stands in it

    @property
    def header(self) -> str:
        """What stands at the head of its pages."""
        return " · ".join(filter(None, (self.label, self.classification)))


Block = (
    Paragraph
    | Heading
    | BulletList
    | NumberedList
    | Table
    | Figure
    | TableOfContents
    | SignatureBlock
    | PageBreak
    | Section
    | OpenPoints
    | Abbreviations
    | Annex
)


@dataclass(frozen=True)
class Document:
    properties: Properties
    layout: Layout
    blocks: tuple[Block, ...]
    open_points: tuple[OpenPoint, ...] = ()  # filled by `document.number`, also where no block prints them
    main_points: tuple[OpenPoint, ...] = ()  # without those of annexes that become files of their own
