"""Figures in Word: within the line, told in words, as large as the tree says; the gate knows a bad one."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree

from referral.writers.docx import write_docx
from referral.writers.docx.gate import findings
from tests.unit.images import image_bytes, picture
from tests.unit.writers.docx.builder import NAMES, parts
from tests.unit.writers.figures import ALTERNATIVE, document, figure

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SPACES = {**NAMES, "wp": WP, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
MEDIA = "word/media/image1.png"


def written(*figures) -> bytes:
    return write_docx(document(*figures))


def body(archive: bytes):
    return etree.fromstring(parts(archive)["word/document.xml"])


def test_a_picture_is_told_in_words_to_whoever_cannot_see_it():
    (about,) = body(written(figure())).iterfind(".//wp:docPr", SPACES)
    assert ("1", "Figure 1", ALTERNATIVE) == (about.get("id"), about.get("name"), about.get("descr"))


def test_a_picture_is_as_large_as_the_tree_says():
    (extent,) = body(written(figure(picture((1000, 500))))).iterfind(".//wp:extent", SPACES)
    assert (80 * 36000, 40 * 36000) == (int(extent.get("cx")), int(extent.get("cy")))


def test_a_picture_is_no_wider_than_the_text():
    (extent,) = body(written(figure(picture((1600, 400)), width=240))).iterfind(".//wp:extent", SPACES)
    assert (170, 42) == (round(int(extent.get("cx")) / 36000), int(extent.get("cy")) // 36000)


def test_the_caption_stands_below_on_the_same_page():
    styles = [style.get(f"{{{NAMES['w']}}}val") for style in body(written(figure())).iterfind(".//w:pStyle", SPACES)]
    text = "".join(str(t.text) for t in body(written(figure())).iterfind(".//w:t", SPACES))

    assert ["Figure", "FigureCaption"] == styles[1:3]
    assert "Figure 1. A notice" in text


def test_one_picture_shown_twice_is_held_once_and_the_figures_keep_their_numbers():
    archive = written(figure(), figure())
    numbers = [about.get("id") for about in body(archive).iterfind(".//wp:docPr", SPACES)]

    assert ["1", "2"] == numbers
    assert [MEDIA] == [name for name in parts(archive) if "media" in name]


def test_the_same_figures_give_the_same_bytes_and_no_path_of_a_file():
    archive = written(figure(), figure(picture((20, 20))))

    assert archive == written(figure(), figure(picture((20, 20))))
    assert [] == [name for name, data in parts(archive).items() if b"/tmp" in data or b"files/" in data]


def test_a_reference_leads_to_the_caption():
    marked = body(written(figure(id="a"))).iterfind(".//w:bookmarkStart", SPACES)
    assert ["FigureCaption"] == [
        mark.getparent().find("w:pPr/w:pStyle", SPACES).get(f"{{{NAMES['w']}}}val") for mark in marked
    ]


def changed(archive: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return stream.getvalue()


def in_part(part: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    return lambda name, data: data.replace(old, new) if name == part else data


DEFECTS = {
    "no words": (in_part("word/document.xml", b"descr=", b"title="), "figure 1 has no text alternative"),
    "two of one number": (
        in_part("word/document.xml", b'id="2" name', b'id="1" name'),
        "two figures have the number 1",
    ),
    "a picture that does not exist": (in_part("word/document.xml", b'embed="', b'embed="x'), "uses the relationship x"),
    "words about the maker": (lambda name, data: image_bytes("JPEG", comment=b"me") if name == MEDIA else data, "FFFE"),
    "no picture": (lambda name, data: b"words" if name == MEDIA else data, "bytes that are no PNG and no JPEG"),
    "bytes behind it": (lambda name, data: data + b"more" if name == MEDIA else data, "bytes after its end"),
    "no content type": (in_part("[Content_Types].xml", b'"png"', b'"gif"'), "has no content type"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_the_gate_refuses_a_bad_figure(name: str):
    change, words = DEFECTS[name]
    archive = written(figure(), figure())

    assert [] == findings(archive)
    assert any(words in problem for problem in findings(changed(archive, change)))
