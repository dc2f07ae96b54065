"""The same document gives the same bytes in another process, zone, language and folder."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from referral.writers.pdf import write_pdf
from tests.unit.writers.pdf.sample import communication, document, paragraph

pytestmark = pytest.mark.slow

PROGRAM = """
import hashlib
from referral.writers.pdf import write_pdf
from tests.unit.writers.pdf.sample import communication

print(hashlib.sha256(write_pdf(communication()).data).hexdigest())
"""
ELSEWHERE = {
    "another seed": {"PYTHONHASHSEED": "1"},
    "another zone and language": {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "C"},
    "other fonts on the machine": {"FONTCONFIG_FILE": "/nowhere/fonts.conf", "SOURCE_DATE_EPOCH": "1"},
}


@pytest.fixture(scope="module")
def here() -> str:
    return sha256(write_pdf(communication()).data).hexdigest()


@pytest.mark.parametrize("environment", ELSEWHERE.values(), ids=ELSEWHERE)
def test_another_process_writes_the_same_bytes(environment: dict[str, str], here: str, tmp_path: Path):
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)
    command = [sys.executable, "-c", PROGRAM]
    known = {"PYTHONPATH": paths, **environment}
    done = subprocess.run(command, cwd=tmp_path, env=known, capture_output=True, text=True, check=True)
    assert here == done.stdout.strip()
    assert "" == done.stderr


def test_a_document_written_before_leaves_no_trace(here: str):
    write_pdf(document(paragraph("Something else, with ", "other letters: щїґ")))
    assert here == sha256(write_pdf(communication()).data).hexdigest()
