"""Same document, same bytes: in another process, hash seed, time zone, locale and year."""

import hashlib
import io
import subprocess
import sys
import zipfile

import pytest

from referral.writers.docx import write_docx
from tests.unit.writers.docx.sample import communication, notice

# Run in a process of its own, whose clock is moved before anything is imported.
PROGRAM = """
import hashlib, sys, time
real, shift = time.localtime, float(sys.argv[1])
time.localtime = lambda seconds=None: real((1.7e9 if seconds is None else seconds) + shift)
from referral.writers.docx import write_docx
from tests.unit.writers.docx.sample import communication, notice
for document in (communication(), notice()):
    print(hashlib.sha256(write_docx(document, {"intro": 2})).hexdigest())
"""
ENVIRONMENTS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "uk_UA.UTF-8"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=["east", "west"])
@pytest.mark.parametrize("shift", ["0", "99999999"])
def test_another_process_writes_the_same_bytes(environment: dict[str, str], shift: str):
    here = [hashlib.sha256(write_docx(d, {"intro": 2})).hexdigest() for d in (communication(), notice())]
    run = [sys.executable, "-c", PROGRAM, shift]
    surroundings = {**environment, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"}
    there = subprocess.run(run, env=surroundings, capture_output=True, text=True, check=True)
    assert here == there.stdout.split()


def test_every_entry_of_the_archive_has_the_same_date_and_rights():
    with zipfile.ZipFile(io.BytesIO(write_docx(notice()))) as archive:
        entries = archive.infolist()
    assert {((1980, 1, 1, 0, 0, 0), 0o644 << 16, 3, zipfile.ZIP_DEFLATED)} == {
        (e.date_time, e.external_attr, e.create_system, e.compress_type) for e in entries
    }


def test_a_second_document_in_the_same_process_owes_nothing_to_the_first():
    first = write_docx(notice())
    write_docx(communication())
    assert first == write_docx(notice())
