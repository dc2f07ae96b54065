"""Two whole documents with every kind of node: a notice in Ukrainian, a communication in English. All is invented."""

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.layout import Properties
from referral.document.nodes import (
    Block,
    BulletList,
    Document,
    ListItem,
    NumberedList,
    OpenPoint,
    OpenPoints,
    Orientation,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Section,
    SignatureBlock,
    TableOfContents,
)
from referral.document.number import number
from referral.document.tables import Align, Cell, Row, Table
from tests.unit.writers.docx.builder import body, heading, legal, numbered, row, rows, top_numbers, words

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
STAMP = f"referral 0.1.0 · view {DIGEST[:16]} · law {DIGEST[16:32]} · templates {DIGEST[32:48]}"


def _of(kind: ParagraphKind, *texts: str | Inline) -> Paragraph:
    return Paragraph(words(*texts), kind)


def _exhibit(n: int) -> Row:
    return Row(
        (
            Cell((words(str(n)),), align=Align.RIGHT),
            Cell((words(f"Statement of the invented witness W-{n:03d}"), words(Emphasis(words("copy, 3 pages"))))),
            Cell((words("2024-05-31"),), align=Align.CENTER),
            Cell((words(Code(DIGEST)),)),
        ),
        id=f"exhibit-{n}",
    )


def _exhibits(count: int) -> Table:
    header = (
        Row((Cell((words("Exhibit"),), True, 3, Align.CENTER), Cell((words("Integrity"),), True))),
        Row(tuple(Cell((words(name),), True) for name in ("No.", "Description", "Date", "SHA-256"))),
    )
    return Table((1, 4, 2, 5), header, rows(map(_exhibit, range(1, count + 1))), id="exhibits")


LOREM = (
    "The sentence goes on for as long as the sentences of such filings do, so that a paragraph fills several lines, "
    "the right edge is seen to be even, and the number at the margin is seen to stand where it should. "
)


def communication(exhibits: int = 40) -> Document:
    """An English communication: contents, numbered headings and paragraphs, notes, references, a long annex."""
    properties = Properties(
        "en",
        "Communication on invented events",
        "2024-05-31",
        "DRAFT",
        "CONFIDENTIAL",
        "Page {page} of {pages}",
        STAMP,
    )
    blocks: tuple[Block, ...] = (
        _of(ParagraphKind.NOTICE, Strong(words("Demonstration.")), " All persons and events are invented."),
        _of(ParagraphKind.TITLE, "Communication to the Office of the Invented Prosecutor"),
        _of(ParagraphKind.SUBTITLE, "on events that never took place"),
        TableOfContents(words("Contents"), 3),
        PageBreak(),
        heading(1, "Introduction", "intro"),
        numbered(
            "The first numbered paragraph. ", LOREM, Footnote(words("See ", Link("https://example.org/a?b=1"), "."))
        ),
        numbered(
            "The second one cites ",
            Citation("Annex 3", "p. 4", "exhibit-3"),
            " and ",
            Citation("Annex 41"),
            ". ",
            LOREM,
            id="second",
        ),
        heading(1, "Facts", "facts"),
        heading(2, "Events in the invented town", "town"),
        numbered(
            "See paragraph ",
            CrossReference("second"),
            ", sections ",
            CrossReference("town"),
            " and ",
            CrossReference("law"),
            ", row ",
            CrossReference("exhibit-2"),
            " and the annex “",
            CrossReference("annex"),
            "”. ",
            LOREM,
            Footnote(
                words(
                    "Paragraph ",
                    CrossReference("second"),
                    "; ",
                    Emphasis(words("ibid.")),
                    " Він сказав: ",
                    Text("«так»", "uk"),
                    ".",
                )
            ),
        ),
        _of(ParagraphKind.QUOTE, "Official wording stands indented on both sides. ", LOREM),
        heading(3, "A detail", "detail"),
        numbered(
            "On ",
            Placeholder("[date of the event is missing]"),
            " the witness ",
            Redaction("████████"),
            " said so. The digest is ",
            Code(DIGEST),
            ". 5 m",
            Superscript(words("2")),
            ".",
        ),
        heading(4, "A smaller detail", "smaller"),
        BulletList((ListItem(words("the first item;")), ListItem(words("the second item. ", LOREM)))),
        NumberedList((ListItem(words("counted one;")), ListItem(words("counted two;"), "two"))),
        NumberedList((ListItem(words("counted one again. ", LOREM)),)),
        heading(2, "A second section", "section-2"),
        *(numbered(LOREM * 3, Footnote(words(f"Note {n}. ", LOREM))) for n in range(8)),
        heading(1, "Applicable law", "law"),
        heading(
            2, "A section of its own under the law, with a title that is so long that it must run over two lines", "l"
        ),
        *(numbered(LOREM * 2) for _ in range(3)),
        Section(
            Orientation.LANDSCAPE,
            (
                heading(1, "List of annexes", "annex", is_numbered=False),
                _of(ParagraphKind.CAPTION, "Table 1. Exhibits"),
                _exhibits(exhibits),
            ),
        ),
        heading(1, "Signature", "signature", is_numbered=False),
        _of(ParagraphKind.PLAIN, "The Hague", Tab(), "31 May 2024"),
        SignatureBlock(
            words("Director of the Invented Centre for Documentation"), words("Jane ", Strong(words("DOE")))
        ),
        heading(1, "Open points", "points", is_numbered=False),
        OpenPoints(words("To be settled before signing:"), words("Nothing is open.")),
    )
    return number(Document(properties, legal(), blocks), (OpenPoint("Check the wording", ("II.A", "¶ 5")),))


def notice() -> Document:
    """A Ukrainian notice: letterhead, addressee, command word, decimal headings, signatures, page numbers on top."""
    properties = Properties("uk", "Повідомлення про підозру", "2024-05-31", "ПРОЄКТ", stamp=STAMP)
    uk = (
        "Досудовим розслідуванням установлено, що за невстановлених обставин, у невстановлений час, але не пізніше "
        "ніж 31.05.2024, вигадана особа вчинила вигадане діяння; усі ці події вигадано для демонстрації ґрунтовного "
        "викладу з апострофом (об’єкт, п’ять) та лапками «ялинки». "
    )
    blocks: tuple[Block, ...] = (
        _of(ParagraphKind.LETTERHEAD, "ВИГАДАНИЙ ОРГАН ДОСУДОВОГО РОЗСЛІДУВАННЯ"),
        _of(ParagraphKind.ADDRESSEE, "Вигаданому Адресатові", LineBreak(), "вул. Вигадана, 1"),
        _of(ParagraphKind.TITLE, "ПОВІДОМЛЕННЯ ПРО ПІДОЗРУ"),
        _of(ParagraphKind.PLAIN, "м. Вигадане", Tab(), "«___» ________ 2024 року"),
        body("Слідчий ", Placeholder("[прізвище слідчого]"), ", розглянувши матеріали, ", uk),
        _of(ParagraphKind.COMMAND, "ПОВІДОМИВ:"),
        body(
            Strong(words("Вигаданого Івана Івановича")), ", про те, що він ", Emphasis(words("підозрюється")), ". ", uk
        ),
        heading(1, "Обставини", "c"),
        *(body(uk * 3) for _ in range(4)),
        heading(2, "Докази", "e"),
        body(uk, Footnote(words("Том 1, арк. 15."))),
        NumberedList((ListItem(words("протокол допиту;")), ListItem(words("протокол огляду. ", uk)))),
        BulletList((ListItem(words("один;")), ListItem(words("два.")))),
        *(body(uk * 3) for _ in range(3)),
        _of(ParagraphKind.SMALL, "Дрібний рядок."),
        SignatureBlock(
            words("Слідчий в особливо важливих справах вигаданого слідчого управління"),
            words("Ім’я ПРІЗВИЩЕ"),
            date=words("«___» ________ 2024 року"),
        ),
        SignatureBlock(
            words("Прокурор вигаданої прокуратури"),
            words("Ім’я ПРІЗВИЩЕ"),
            words(Strong(words("ПОГОДЖЕНО"))),
            words("«___» ________ 2024 року"),
        ),
        Table((1, 1), (), rows([row("Права роз’яснено", "підпис")])),
    )
    return number(Document(properties, top_numbers(), blocks))
