"""Zip files from elsewhere: what is too large, or lies about its parts, is refused before it is read."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from referral.foreign_zip import ZipLimits, ZipRefusedError, foreign_zip, web_archive

LIMITS = ZipLimits(2_000_000, 3_000_000, 3)


def packed(*names: str, size: int = 1, compressed: bool = True) -> BytesIO:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED) as package:
        for name in names:
            package.writestr(name, bytes(size))
    return stream


def test_a_file_within_its_limits_is_opened_from_the_disk_and_from_memory(tmp_path: Path):
    (tmp_path / "x.zip").write_bytes(packed("a", "b").getvalue())

    for source in (packed("a", "b"), tmp_path / "x.zip"):
        with foreign_zip(source, LIMITS) as package:
            assert ["a", "b"] == package.namelist()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (packed("a", size=2_000_000, compressed=False), "more than 2 MB"),
        (packed("a", "b", size=1_500_001), "unpacked, it has more than 3 MB"),
        (packed("a", "b", "c", "d"), "more than 3 parts"),
        (packed("/a"), "leads out"),
        (packed("a/../../b"), "leads out"),
    ],
    ids=["size", "unpacked", "parts", "absolute", "climbs"],
)
def test_what_passes_a_limit_or_leads_out_is_refused(source: BytesIO, why: str):
    with pytest.raises(ZipRefusedError, match=why), foreign_zip(source, LIMITS):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused():
    with pytest.raises(ZipRefusedError, match="twice"), foreign_zip(packed("a", "a"), LIMITS):
        pass


def test_a_part_gives_no_more_than_the_list_says():
    """What the list says is judged, so a part that holds more must not give more."""
    data = packed("a", size=1000).getvalue()
    liar = data.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with foreign_zip(BytesIO(liar), LIMITS) as package, pytest.raises(zipfile.BadZipFile):
        package.read("a")


def test_an_archive_of_pages_may_be_large_and_not_swell_without_end():
    stream = packed("a", size=10_000_000)

    with pytest.raises(ZipRefusedError, match="unpacked"), foreign_zip(stream, web_archive(stream.getbuffer().nbytes)):
        pass
