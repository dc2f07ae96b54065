"""The small case is one that is built, and the script beside it prints the same words."""

import io
import json
import re
from pathlib import Path

import docx
import pytest

from benchmarks import script
from benchmarks.frame import Cost
from benchmarks.small_case import DOCUMENTS, SCRIPT, TYPST, WEASYPRINT, figures, section, sentences, template_of_all

TEXTS = {
    "memo": {
        "lang": "en",
        "blocks": [
            {"level": 1, "line": [("A heading", "")], "rows": []},
            {"level": 0, "line": [("Said so", "By whom & where."), (" and more.", "")], "rows": []},
            {"level": 0, "line": [], "rows": [{"cells": [[("One", "")], [("Two <b>", "Seen.")]]}]},
        ],
    }
}


def cost(wall: float) -> Cost:
    return Cost(2 * wall, wall, 10**6, 0)


@pytest.mark.parametrize(("weasyprint", "typst", "met"), [(13, 6, [True, True]), (14, 5, [False, True])])
def test_a_figure_is_met_up_to_its_bound(weasyprint: float, typst: float, met: list[bool]):
    costs = {WEASYPRINT: cost(weasyprint), TYPST: cost(typst), SCRIPT: cost(10)}

    assert met == [figure.met for figure in figures(costs)]
    assert f"| {WEASYPRINT} | {weasyprint:.2f} |" in section(costs)


@pytest.mark.slow
def test_all_five_documents_are_told_with_their_notes_and_tables(tmp_path: Path):
    told = sentences(tmp_path)

    assert {f"{kind}.{lang}" for kind, lang, _ in DOCUMENTS} == told.keys()
    assert all(block["rows"] or block["line"] for document in told.values() for block in document["blocks"])
    notes = [note for block in told["article-15-communication.en"]["blocks"] for _, note in block["line"] if note]
    assert len(notes) > 5


@pytest.mark.slow
def test_the_script_prints_every_word_in_both_formats(tmp_path: Path):
    pytest.importorskip("docxtpl", reason="the extra [bench] is not installed")
    texts, template = tmp_path / "texts.json", tmp_path / "template.docx"
    texts.write_text(json.dumps(TEXTS), "utf-8")
    template.write_bytes(template_of_all())
    script.main(str(texts), str(template), str(tmp_path))

    assert (tmp_path / "memo.pdf").read_bytes().startswith(b"%PDF")
    xml = docx.Document(io.BytesIO((tmp_path / "memo.docx").read_bytes())).element.body.xml
    assert [
        "A heading",
        "Said so [1] and more.",
        "One",
        "Two &lt;b&gt; [2]",
        "[1] By whom &amp; where.",
        "[2] Seen.",
    ] == [words for words in re.findall(r"<w:t[^>]*>([^<]+)</w:t>", xml) if words.strip()]
