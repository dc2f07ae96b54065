"""A PDF is read from memory, to its last stream, and leaves nothing open behind it."""

import io
import os
import sys
from pathlib import Path

import pikepdf
import pytest

from referral.writers.pages.unnamed import opened

WORDS = b"BT (words) Tj ET"


def one_page() -> bytes:
    written = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page().obj.Contents = file.make_stream(WORDS)
        file.save(written)
    return written.getvalue()


def test_what_stands_on_a_page_is_read_after_the_bytes_are_let_go():
    with opened(one_page()) as file:
        assert [WORDS] == [page.obj.Contents.read_bytes() for page in file.pages]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file has a number and no name")
def test_no_file_stays_open():
    numbers = Path("/proc/self/fd")
    before = len(os.listdir(numbers))
    opened(one_page()).close()
    assert before == len(os.listdir(numbers))
