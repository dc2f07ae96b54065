"""A letterhead as a house might have it, and what a hostile one might hold."""

import io
import zipfile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Mm, Pt, RGBColor

from tests.unit.images import image_bytes

LOGO_ALTERNATIVE = "Logo of the invented house"


def letterhead(*, first_page: bool = True) -> bytes:
    """A header with a logo, a table and words in a style of the house, a footer, styles, margins."""
    document = docx.Document()
    _styles(document)
    section = document.sections[0]
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(31),
        Mm(17),
        Mm(42),
        Mm(23),
    )
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.different_first_page_header_footer = first_page
    header = section.first_page_header if first_page else section.header
    footer = section.first_page_footer if first_page else section.footer
    header.paragraphs[0].add_run().add_picture(io.BytesIO(image_bytes()), width=Mm(20))
    header.add_paragraph("Invented House of Law", style="House Name")
    table = header.add_table(1, 2, Mm(160))
    table.cell(0, 0).text, table.cell(0, 1).text = "1 Invented Street", "house@example.org"
    footer.paragraphs[0].text = "Registered in the invented register"
    document.add_paragraph("This text is not taken over.")
    return saved(document)


def _styles(document: "docx.document.Document") -> None:
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Georgia", Pt(11)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    style = document.styles.add_style("House Name", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.bold, style.font.size = document.styles["Normal"], True, Pt(16)


def saved(document: "docx.document.Document") -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(archive: bytes, part: str, old: str, new: str) -> bytes:
    """The file with words replaced in one part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old.encode() in data, (part, old)
                data = data.replace(old.encode(), new.encode(), 1)
            target.writestr(name, data)
    return stream.getvalue()


def with_part(archive: bytes, name: str, data: bytes) -> bytes:
    stream = io.BytesIO(archive)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, data)
    return stream.getvalue()
