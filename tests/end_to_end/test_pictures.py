"""The pictures of a demonstration reach the annex of those who may see them, in every format, and nobody else's."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.formats import write_document
from referral.app.pictures import picture_reader
from referral.app.project import Project, load_case
from referral.case.model import DocumentRequest
from referral.document.drawings import Picture
from referral.document.nodes import Document, Figure
from referral.document.walk import flat

CASE = Path(__file__).parents[2] / "cases" / "crimea-conscription"
PHOTO, PAGE = "files/documents/EV-0015-photo.jpg", "files/captures/EV-0018-page.png"


@cache
def project() -> Project:
    return load_case(CASE)


@cache
def annex(profile: str, lang: str = "uk") -> Document:
    return compose_document(project(), DocumentRequest(id="evidence-annex", lang=lang, profile=profile)).document


def figures(document: Document) -> Iterator[Figure]:
    return (b for b in flat(document.blocks) if isinstance(b, Figure) and isinstance(b.drawing, Picture))


def test_the_prosecution_is_shown_both_pictures_with_their_words():
    found = [
        (one.id, one.label.partition("\u00a0")[0], one.alternative.partition(":")[2][:14])
        for one in figures(annex("prosecution"))
    ]

    assert [
        ("fig-EV-0015/2", "Рис.", " аркуш «ПОВІСТ"),
        ("fig-EV-0018/2", "Рис.", " вікно перегля"),
    ] == found


@pytest.mark.parametrize("lang", ["uk", "en"])
def test_the_public_is_shown_only_the_picture_that_was_looked_through(lang: str):
    assert ["fig-EV-0018/2"] == [figure.id for figure in figures(annex("public", lang))]


def test_no_file_is_opened_that_the_view_may_not_show():
    read = picture_reader(project().loaded, project().view("public"))

    assert read(PAGE) is not None
    assert [None, None, None] == [read(path) for path in (PHOTO, "vault.yaml", "../donbas-2022/case.yaml")]


def test_a_file_that_was_changed_after_the_check_is_not_shown(tmp_path: Path):
    copy = shutil.copytree(CASE, tmp_path / "case")
    changed = load_case(copy)
    (copy / PHOTO).write_bytes((copy / PAGE).read_bytes())
    read = picture_reader(changed.loaded, changed.view("prosecution"))

    assert read(PHOTO) is None
    assert read(PAGE) is not None


def test_a_word_file_holds_the_pixels_and_neither_the_name_nor_the_bytes_of_the_file():
    written = write_document(annex("prosecution"), ["docx"])["docx"]
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        media = {name: package.read(name) for name in package.namelist() if "media" in name}

    shown = [one.drawing.data for one in figures(annex("prosecution")) if isinstance(one.drawing, Picture)]

    assert [True, True] == [data in media.values() for data in shown]
    assert (CASE / PAGE).read_bytes() not in media.values()
    assert [] == [name for name in media if "EV-" in name]


def test_plain_text_has_the_words_in_place_of_the_picture():
    written = write_document(annex("prosecution"), ["text"])["text"].decode().replace("\u00a0", " ")

    assert "Знімок № 1; додаток 15 (EV-0015): " in written
    assert "Вигаданий рисунок: аркуш «ПОВІСТКА» на столі" in written
