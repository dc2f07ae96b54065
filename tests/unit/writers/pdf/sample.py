"""One document with every node, shaped like a notice with an annex. The people and events in it are invented."""

from collections.abc import Iterator
from dataclasses import replace

from referral.document.inlines import (
    Citation,
    Code,
    CrossReference,
    Emphasis,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Placeholder,
    Redaction,
    Strong,
    Superscript,
    Tab,
    Text,
)
from referral.document.layout import HeadingNumbers, Layout, PageNumbering, Properties
from referral.document.nodes import (
    Block,
    BulletList,
    Document,
    Heading,
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
from referral.document.tables import Align, Cell, Row, Rows, Table

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
PROPERTIES = Properties(
    lang="uk",
    title="Повідомлення про підозру",
    created="2026-03-01",
    draft_mark="ПРОЄКТ",
    classification="Для службового користування",
    page_label="Сторінка {page} з {pages}",
    stamp="referral 0.1.0 · вид 3f2a9c1e · право 9c017b22 · шаблони 77a4d0e1",
)
PLAIN_PROPERTIES = Properties(lang="en", title="Plain", created="2026-03-01")
NOTICE = Layout(font_size=14, line_spacing=1.1, page_numbering=PageNumbering.TOP)
COMMUNICATION = Layout((25, 25, 25, 25), 12, 1.3, 0.0, PageNumbering.FOOTER, HeadingNumbers.LEGAL)

# --- a short way to write nodes ---


def words(*content: Inline | str) -> Inlines:
    return tuple(Text(part) if isinstance(part, str) else part for part in content)


def paragraph(*content: Inline | str, kind: ParagraphKind = ParagraphKind.BODY) -> Paragraph:
    return Paragraph(words(*content), kind)


def heading(level: int, title: str, name: str, label: str = "") -> Heading:
    return Heading(level, words(title), name, numbered=bool(label), label=label)


def note(number: int, *content: Inline | str) -> Footnote:
    return Footnote(words(*content), number)


def item(*content: Inline | str) -> ListItem:
    return ListItem(words(*content))


def cell(*content: Inline | str, align: Align = Align.LEFT, is_header: bool = False, columns: int = 1) -> Cell:
    return Cell((words(*content),), is_header, columns, align)


def rows(*known: Row) -> Rows:
    return Rows(lambda: iter(known))


def document(*blocks: Block, layout: Layout | None = None, properties: Properties = PLAIN_PROPERTIES) -> Document:
    return Document(properties, layout or Layout(), blocks)


# --- the sample ---


def notice() -> Document:
    """Head, contents, numbered headings and paragraphs, notes, a wide table, signatures, open points."""
    blocks = (*_head(), *_suspicion(), *_law(), *_annex(), *_end())
    return document(*blocks, layout=NOTICE, properties=PROPERTIES)


def communication() -> Document:
    """The same blocks in the layout of a communication: smaller type, no indent, «X of Y»."""
    return replace(notice(), layout=COMMUNICATION)


def table(count: int, name: str = "exhibits") -> Table:
    """An annex of so many rows, opened anew by every reader."""

    def opened() -> Iterator[Row]:
        return (_row(n, name) for n in range(1, count + 1))

    header = Row(tuple(map(cell, ("№", "Дата", "Що підтверджує", "Джерело", "Місце", "SHA-256"))))
    return Table((2, 4, 12, 8, 5, 9), (header,), Rows(opened), name)


def _row(n: int, name: str) -> Row:
    claim = "Вручення повістки мешканцю села під загрозою кримінальної відповідальності."
    cells = (
        cell(str(n), align=Align.RIGHT),
        cell(f"{n % 28 + 1:02d}.03.2022"),
        Cell((words(claim), words(f"Аркуш {n}"))),
        cell("Протокол допиту свідка, ", Emphasis(words("арк. 3–4"))),
        cell("м. Вигадане"),
        cell(Code(DIGEST)),
    )
    return Row(cells, f"{name}-{n}")


_LONG = (
    "У період із 24 лютого 2022 року окупаційна адміністрація держави-агресора, діючи всупереч законам та звичаям "
    "війни, організувала на тимчасово окупованій території примусове залучення цивільного населення до лав своїх "
    "збройних сил, для чого було створено призовні комісії, складено списки та розіслано повістки."
)


def _head() -> tuple[Block, ...]:
    agreed = SignatureBlock(
        words("Прокурор відділу", LineBreak(), "процесуального керівництва"),
        words("Олена ВИГАДАНА"),
        stamp=words("ПОГОДЖЕНО"),
        date=words("«__» березня 2026 року"),
    )
    letterhead = words("ОФІС ГЕНЕРАЛЬНОГО ПРОКУРОРА", LineBreak(), "Департамент протидії злочинам")
    addressee = words("Іваненку Петру Сидоровичу,", LineBreak(), "який перебуває на окупованій території")
    return (
        Paragraph(letterhead, ParagraphKind.LETTERHEAD),
        Paragraph(addressee, ParagraphKind.ADDRESSEE),
        agreed,
        paragraph("ПОВІДОМЛЕННЯ ПРО ПІДОЗРУ", kind=ParagraphKind.TITLE),
        paragraph("у кримінальному провадженні № 22026000000000001", kind=ParagraphKind.SUBTITLE),
        paragraph("м. Київ", Tab(), "01 березня 2026 року", kind=ParagraphKind.PLAIN),
        paragraph("Усі особи та події в цьому документі вигадані.", kind=ParagraphKind.NOTICE),
        TableOfContents(words("ЗМІСТ"), 2),
        PageBreak(),
    )


def _suspicion() -> tuple[Block, ...]:
    quotation = "«Не може примушувати громадян супротивної сторони брати участь у воєнних діях»."
    address = Link("https://example.org/archive/order?id=42")
    return (
        heading(1, "Обставини, встановлені досудовим розслідуванням", "facts", "1"),
        heading(2, "Примусовий призов на окупованій території", "conscription", "1.1"),
        paragraph(_LONG, note(1, "Протокол огляду від 02 березня 2022 року, том 1, арк. 14–16."), " ", _LONG),
        paragraph(*_every_inline()),
        paragraph("ПОВІДОМИВ:", kind=ParagraphKind.COMMAND),
        paragraph(quotation, kind=ParagraphKind.QUOTE),
        BulletList(
            (item("повістка від 05.03.2022;"), item("наказ, ", address, " (", Text("archived copy", "en"), ")."))
        ),
        NumberedList((item("повідомити про підозру;"), item("оглянути 10 м", Superscript(words("2")), "."))),
    )


def _every_inline() -> tuple[Inline | str, ...]:
    source = note(2, "Показання свідка ", Code("W-07"), ", див. ", CrossReference("para-2", "п. 2"), ".")
    return (
        *(
            "Так, ",
            Strong(words("Іваненко П. С.")),
            " станом на ",
            Placeholder("дата вручення"),
            " підозрюється в тому, ",
        ),
        *("що він, ", Redaction("[вилучено]"), ", діючи умисно", source, ", примушував осіб, які перебувають під "),
        *("захистом (", Citation("Додаток 3", "с. 4, рядок 2", "exhibits-3"), ")."),
    )


def _law() -> tuple[Block, ...]:
    numbered = [_numbered(n) for n in range(1, 9)]
    return (
        heading(1, "Правова кваліфікація", "law", "2"),
        *numbered[:4],
        heading(2, "Статус потерпілих", "status", "2.1"),
        heading(3, "Особи, які перебувають під захистом", "protected", "2.1.1"),
        *numbered[4:],
        heading(1, "Без номера", "unnumbered"),
        paragraph("Примітка дрібним шрифтом.", kind=ParagraphKind.SMALL),
    )


def _numbered(n: int) -> Paragraph:
    source = note(n + 2, f"Том {n}, арк. {n}–{n + 3}; переклад засвідчено.")
    content = words(_LONG, source, " ", _LONG, " Див. розділ ", CrossReference("facts", "1"), ".")
    return Paragraph(content, ParagraphKind.NUMBERED, f"para-{n}", n)


def _annex() -> tuple[Block, ...]:
    caption = paragraph("Таблиця 1. Докази", kind=ParagraphKind.CAPTION)
    return (
        Section(Orientation.LANDSCAPE, (heading(1, "Додаток. Перелік доказів", "annex", "3"), caption, table(120))),
    )


def _end() -> tuple[Block, ...]:
    points = (OpenPoint("Немає дати вручення.", ("1.1", "п. 2")), OpenPoint("Не зазначено громадянство."))
    date = words("«__» ________ 2026 року, ___ год. ___ хв.")
    return (
        heading(1, "Відкриті питання", "open"),
        OpenPoints(words("До підписання слід з’ясувати:"), words("Відкритих питань немає."), points),
        SignatureBlock(words("Старший слідчий в особливо важливих справах"), words("Петро ВИГАДАНИЙ")),
        SignatureBlock(words("Повідомлення отримав"), words(Placeholder("Ім’я ПРІЗВИЩЕ")), date=date),
    )
