"""Typst itself: what is said without it, what it may read, and that a document is the same bytes everywhere."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from referral.errors import WriteError
from referral.writers import typst
from referral.writers.pdf.press import Here
from referral.writers.typst.as_engine import ENGINE
from referral.writers.typst.printer import Printer
from tests.unit.writers.pdf.sample import communication, document, paragraph
from tests.unit.writers.pdf.standards import faults
from tests.unit.writers.pdf.test_conformance import small

GOLDEN = Path(__file__).parents[3] / "golden/data/typst.json"
PROGRAM = """
import hashlib
from referral.writers import typst
from tests.unit.writers.pdf.sample import communication

print(hashlib.sha256(typst.write_pdf(communication()).data).hexdigest())
"""


@pytest.mark.parametrize("name", ["typst", "fontTools.ttLib"])
def test_without_its_packages_it_says_what_to_install(name, monkeypatch):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(WriteError, match=r"pip install 'referral\[typst\]'"):
        typst.write_pdf(document(paragraph("word")))


def test_what_typst_complains_of_is_an_error_that_names_the_chunk():
    job = Printer(document(paragraph("word"))).whole(())
    broken = replace(job, data=json.dumps({**json.loads(job.data), "runs": [{}]}), place="annex A", name="a chunk")
    with pytest.raises(WriteError, match=r"annex A: the PDF is not as it should be:\n.*dictionary"):
        list(Here(ENGINE).begin([broken])())


def test_a_document_is_given_to_the_program_as_data():
    """To renew it: write `as_golden()` into the file; look at the difference first."""
    assert json.loads(GOLDEN.read_text(encoding="utf-8")) == json.loads(as_golden())


def as_golden() -> str:
    return json.dumps(json.loads(Printer(small()).whole(("a",)).data), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("known", [small, communication])
def test_what_it_writes_is_conforming(known):
    assert [] == faults(typst.write_pdf(known()).data)


def test_chunks_put_together_are_conforming(monkeypatch):
    monkeypatch.setattr(typst, "is_long", lambda *_: True)
    assert [] == faults(typst.write_pdf(communication()).data)


@pytest.mark.parametrize("in_chunks", [False, True])
def test_a_document_written_before_leaves_no_trace(in_chunks, monkeypatch):
    monkeypatch.setattr(typst, "is_long", lambda *_: in_chunks)
    first = typst.write_pdf(communication()).data
    typst.write_pdf(document(paragraph("Something else, with ", "other letters: щїґ")))
    assert first == typst.write_pdf(communication()).data


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": "/x"}])
def test_another_process_writes_the_same_bytes(environment, tmp_path):
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)
    command, known = [sys.executable, "-c", PROGRAM], {"PYTHONPATH": paths, **environment}
    done = subprocess.run(command, cwd=tmp_path, env=known, capture_output=True, text=True, check=True)
    assert sha256(typst.write_pdf(communication()).data).hexdigest() == done.stdout.strip()
