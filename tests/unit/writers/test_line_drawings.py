"""Drawings of lines and words in every format: the same words in the same places, nothing that runs or fetches."""

import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from referral.document.drawings import TALLEST
from referral.document.line_drawing import LineDrawing, Words
from referral.errors import WriteError
from referral.writers.docx import write_docx
from referral.writers.docx.gate import findings
from referral.writers.docx.raster import png
from referral.writers.html import write_html
from referral.writers.pdf import write_pdf
from referral.writers.svg import NAMESPACE, svg
from referral.writers.text import write_text
from tests.unit.writers.docx.builder import parts
from tests.unit.writers.docx.test_figures import changed, in_part
from tests.unit.writers.drawings import DRAWING, WORDS, lines
from tests.unit.writers.figures import ALTERNATIVE, document
from tests.unit.writers.pdf.reading import texts
from tests.unit.writers.pdf.test_figures import elements

SVG = "word/media/drawing1.svg"
PNG = "word/media/image1.png"


def read(text: str | bytes):
    return etree.fromstring(text)


def test_svg_has_the_words_escaped_and_tells_what_it_shows():
    root = read(svg(DRAWING, ALTERNATIVE, str))

    assert [WORDS] == [text.text for text in root.iter(f"{{{NAMESPACE}}}text")]
    assert ALTERNATIVE == root[0].text
    assert ("60mm", "25mm", "0 0 60 25") == (root.get("width"), root.get("height"), root.get("viewBox"))


def test_svg_has_shades_of_grey_and_broken_lines_only():
    root = read(svg(DRAWING, "x", str))
    inks = {value for element in root.iter() for key in ("fill", "stroke") if (value := element.get(key))}

    assert {"#d6d6d6", "#808080", "#000000", "none"} == inks
    assert {"0.9 0.6", "0.3 0.8"} == {e.get("stroke-dasharray") for e in root.iter() if e.get("stroke-dasharray")}


def test_a_page_holds_the_drawing_itself_and_allows_no_picture_for_it():
    text = write_html(document(lines())).decode()

    assert f"<title>{ALTERNATIVE.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</title>" in text
    assert "Figure 1. </span>A chain" in text
    assert "img-src" not in text


def test_plain_text_tells_what_it_shows():
    assert f"[{ALTERNATIVE}]\nFigure 1. A chain" in write_text(document(lines()))


def test_in_a_pdf_it_is_a_figure_with_its_words_and_its_own_can_be_read():
    data = write_pdf(document(lines())).data
    (found,) = elements(data, "/Figure")

    assert ALTERNATIVE == found["/Alt"]
    assert "Призов" in " ".join(texts(data))


def test_in_word_it_is_svg_beside_pixels_and_the_same_every_time():
    archive = write_docx(document(lines(), lines()))
    held = parts(archive)

    assert [] == findings(archive)
    assert {SVG, "word/media/drawing2.svg", PNG} == {name for name in held if "media" in name}
    assert b"svgBlip" in held["word/document.xml"]
    assert archive == write_docx(document(lines(), lines()))


def test_pixels_are_as_fine_as_print_asks_and_have_nothing_beside_them():
    image = Image.open(io.BytesIO(png(DRAWING)))

    assert ("L", (709, 295)) == (image.mode, image.size)
    assert {} == image.info
    assert (0, 255) == image.getextrema()


def test_a_drawing_keeps_its_size_and_one_that_no_page_could_hold_is_made_smaller():
    tall = lines(LineDrawing(100, 2 * TALLEST, ()))

    assert (60, 25) == (lines().size.width, lines().size.height)
    assert (50, TALLEST) == (tall.size.width, tall.size.height)


@pytest.mark.parametrize("write", [write_html, write_docx])
def test_a_control_character_stops_the_writing(write):
    with pytest.raises(WriteError):
        write(document(lines(LineDrawing(9, 9, (Words("a\x07b", 1, 1, 8),)))))


def test_a_letter_that_no_font_has_stops_the_pdf():
    with pytest.raises(WriteError, match="U\\+4E00"):
        write_pdf(document(lines(LineDrawing(9, 9, (Words("一", 1, 5, 8),)))))


DEFECTS = {
    "a script": (b"<title>", b"<script/><title>", "script"),
    "an address": (b'role="img"', b'role="img" href="https://example.org"', "href"),
    "something that runs": (b'role="img"', b'role="img" onload="x"', "onload"),
    "a paint from elsewhere": (b'fill="#000000"', b'fill="url(#x)"', "fill"),
    "a foreign element": (b"<title>", b"<image/><title>", "image"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_the_gate_refuses_a_drawing_with_more_than_lines_and_words(name: str):
    old, new, words = DEFECTS[name]
    found = findings(changed(write_docx(document(lines())), in_part(SVG, old, new)))

    assert any(SVG in problem and words in problem for problem in found)


def test_the_gate_refuses_a_drawing_that_is_not_there():
    archive, stream = write_docx(document(lines())), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            if name != SVG:
                target.writestr(name, source.read(name))

    assert any("drawing1.svg" in problem for problem in findings(stream.getvalue()))
