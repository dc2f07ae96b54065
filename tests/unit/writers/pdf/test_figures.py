"""Figures on paper: tagged with their words, no pixel smoothed, nothing fetched, the same bytes twice."""

from typing import Any

import pypdfium2
import pytest

from referral.errors import WriteError
from referral.writers.pdf import engine, write_pdf
from tests.unit.images import picture
from tests.unit.writers.figures import ALTERNATIVE, document, figure
from tests.unit.writers.pdf.reading import reader, tags, texts


def printed(*figures) -> bytes:
    return write_pdf(document(*figures)).data


def elements(data: bytes, kind: str) -> list[Any]:
    known = (entry.get_object() for entry in _structure(reader(data).trailer["/Root"]["/StructTreeRoot"]))
    return [entry for entry in known if entry.get("/S") == kind]


def _structure(element):
    children = element.get("/K", ())
    for child in children if isinstance(children, list) else ():
        entry = child.get_object()
        if hasattr(entry, "get"):
            yield entry
            yield from _structure(entry)


def images(data: bytes) -> list[Any]:
    resources = (page["/Resources"] for page in reader(data).pages)
    return [one.get_object() for known in resources for one in known.get("/XObject", {}).values()]


def test_a_picture_is_tagged_with_its_words_and_its_place():
    (found,) = elements(printed(figure()), "/Figure")

    assert ALTERNATIVE == found["/Alt"]
    assert 4 == len(found["/A"]["/BBox"])


def test_the_caption_is_printed_below():
    assert "Figure 1. A notice" in " ".join(texts(printed(figure())))
    assert 1 == tags(printed(figure())).count("Figure")


def test_the_archive_standard_forbids_smoothing_and_transparency():
    (found,) = images(printed(figure()))

    assert found["/Interpolate"].value is False
    assert "/SMask" not in found


def test_a_figure_and_its_caption_are_not_parted():
    data = printed(*(figure(picture((1000, 700)), width=80) for _ in range(7)))
    pages = list(pypdfium2.PdfDocument(data))
    shown = [sum(1 for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=5)) for page in pages]

    assert len(pages) > 1
    assert 7 == sum(shown)
    assert shown == [page.count("A notice") for page in texts(data)]


def test_the_same_figures_give_the_same_bytes():
    assert printed(figure(), figure(picture((20, 20)))) == printed(figure(), figure(picture((20, 20))))


def test_no_picture_is_fetched_that_was_not_handed_over():
    html = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><img src="{}" alt="x"/></body></html>'
    for address in ("picture:2", "file:///etc/hostname", "https://example.org/x.png", "data:image/png;base64,AAAA"):
        with pytest.raises(WriteError):
            engine.render(html.format(address), {"picture:1": picture()})
