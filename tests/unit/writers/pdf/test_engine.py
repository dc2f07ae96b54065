"""The locked door: nothing is fetched, nothing passed over, no font but ours; and a plain word if pango is missing."""

import importlib.abc
import importlib.machinery
import logging
import os
import sys
import types
from collections.abc import Sequence

import pytest

from referral.errors import WriteError
from referral.writers.html.page import stylesheet
from referral.writers.pdf import conformance, engine, fonts, write_pdf
from tests.unit.writers.pdf.reading import texts
from tests.unit.writers.pdf.sample import document, paragraph


def page(head: str = "", body: str = "") -> str:
    return f'<html lang="en"><head><title>t</title>{head}</head><body>{body}</body></html>'


def style(css: str) -> str:
    return page(f"<style>{css}</style>", "<p class='x'>word</p>")


REACHES = {
    "a picture on disk": page(body='<img alt="" src="file:///etc/passwd">'),
    "a picture on the web": page(body='<img alt="" src="http://example.org/x.png">'),
    "a picture in the address": page(body='<img alt="" src="data:image/png;base64,aaaa">'),
    "an object": page(body='<object data="file:///etc/passwd"></object>'),
    "an embedded file": page(body='<embed src="file:///etc/passwd">'),
    "a style sheet": page('<link rel="stylesheet" href="http://example.org/x.css">'),
    "an imported style sheet": style("@import url(file:///etc/hosts);"),
    "a font": style("@font-face { font-family: x; src: url(file:///etc/hosts) } .x { font-family: x }"),
    "a background": style(".x { background: url(https://example.org/x.png) }"),
    "a list mark": style(".x { display: list-item; list-style-image: url(file:///x.png) }"),
    "generated content": style(".x::before { content: url(ftp://example.org/x.png) }"),
    "an attachment of the document": page('<link rel="attachment" href="file:///etc/passwd">'),
    "an attachment of a link": page(body='<a rel="attachment" href="file:///etc/passwd">x</a>'),
}


@pytest.mark.parametrize("html", REACHES.values(), ids=REACHES)
def test_whatever_reaches_outside_stops_the_document(html):
    with pytest.raises(WriteError, match="asked for something from outside"):
        engine.render(html)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1/", "https://example.org", "data:,x", "x"])
def test_the_fetcher_refuses_every_address(address):
    fetcher = engine.locked_fetcher(engine.load())
    for ask in (fetcher, fetcher.fetch, fetcher.open):
        with pytest.raises(ValueError, match="may not ask for anything from outside"):
            ask(address)


def test_a_complaint_in_the_log_stops_the_document():
    with pytest.raises(WriteError, match="unknown property") as caught:
        engine.render(style(".x { colour: red }"))
    assert "colour" in str(caught.value)


def test_complaints_are_heard_even_if_the_logger_was_silenced():
    logger = logging.getLogger("weasyprint")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with pytest.raises(WriteError, match="unknown property"):
            engine.render(style(".x { colour: red }"))
        assert logging.CRITICAL == logger.level
    finally:
        logger.setLevel(before)


def test_no_ear_is_left_behind():
    logger = logging.getLogger("weasyprint")
    before = list(logger.handlers)
    write_pdf(document(paragraph("word")))
    assert before == logger.handlers


def test_a_missing_picture_sign_or_anchor_is_a_complaint():
    for body, complaint in (("漢", "notdef glyph"), ('<a href="#nowhere">x</a>', "No anchor #nowhere")):
        with pytest.raises(WriteError, match=complaint):
            engine.render(page(body=body))


def test_only_our_fonts_are_seen_whatever_a_style_sheet_asks_for():
    rendered = engine.render(style(".x { font-family: 'DejaVu Sans', Arial, sans-serif }"))
    assert b"%PDF-1.7" == rendered.data[:8]  # the finisher has looked at the fonts


def test_a_foreign_font_is_refused():
    pdf = types.SimpleNamespace(
        catalog={"Metadata": "0 0 R"},
        objects=[types.SimpleNamespace(stream=[b"</rdf:RDF>"]), {"BaseFont": "/ABCDEF+DejaVu-Sans"}],
    )
    with pytest.raises(WriteError, match=r"not the program's own .*DejaVu-Sans"):
        conformance.finish(None, pdf)


def test_the_environment_is_as_it_was(monkeypatch):
    environment = os.environ  # noqa: TID251 - it is what is tested
    for before in ("/etc/fonts/fonts.conf", None):
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        if before:
            monkeypatch.setenv("FONTCONFIG_FILE", before)
        with fonts.only_ours():
            assert before != environment["FONTCONFIG_FILE"]
        assert before == environment.get("FONTCONFIG_FILE")


class NoPango(importlib.abc.MetaPathFinder):
    """A machine without pango: WeasyPrint prints a hint and raises OSError as it is imported."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name == "weasyprint":
            print("WeasyPrint could not import some external libraries.")  # noqa: T201
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return None


def test_without_pango_the_message_says_what_to_install(monkeypatch, capsys):
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoPango(), *sys.meta_path])
    with pytest.raises(WriteError, match="libgobject") as caught:
        write_pdf(document(paragraph("word")))
    for package in ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"):
        assert package in str(caught.value)
    assert "" == capsys.readouterr().out


def test_without_weasyprint_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(WriteError, match=r"pip install 'referral\[pdf\]'"):
        write_pdf(document(paragraph("word")))


def test_without_the_subsetter_no_file_with_the_current_time_is_written(monkeypatch):
    engine.load()
    monkeypatch.setattr(sys.modules["weasyprint.text.ffi"], "harfbuzz_subset", None)
    with pytest.raises(WriteError, match="libharfbuzz-subset is missing"):
        write_pdf(document(paragraph("word")))


def test_contents_that_name_a_wrong_page_are_laid_out_again():
    entry = '<nav class="contents"><a data-page="7" href="#a">A</a></nav><p style="break-before: page" id="a">a</p>'
    rendered = engine.render(page(f"<style>{stylesheet('paper.css')}</style>", entry))
    assert {"a": 1} == {name: spot.page for name, spot in rendered.anchors.items()}
    first, _ = texts(rendered.data)
    assert first.split()[-1] == "2"
