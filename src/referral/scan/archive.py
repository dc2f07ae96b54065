"""Packages: ZIP archives, and the office files that are such archives. Every entry is opened, and what lies between."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from referral.scan.limits import Inside
from referral.scan.markup import xml_passages
from referral.scan.passage import Passage, Read, Unread
from referral.scan.plain import strings_passages

_HEAD, _END = 30, 22  # bytes before the name in the head of an entry, and of the end of the list of entries
_DESCRIPTOR = 24  # bytes that may follow an entry: its sum and sizes
_XML = (".xml", ".rels", ".vml")
_XML_HEAD = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\0?\?\0?x")
_DAMAGED = (
    zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError, struct.error
)  # fmt: skip
# Parts of office packages that are called so in every file; another name may tell of somebody.
_USUAL = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|settings|styles|numbering|fontTable|webSettings|(?:header|footer)\d+)\.xml"
    r"|word/(?:_rels/document\.xml\.rels|glossary/document\.xml|charts/chart\d+\.xml)"
    r"|xl/(?:workbook|sharedStrings|styles|comments\d+|worksheets/sheet\d+)\.xml"
    r"|docProps/(?:core|app|custom)\.xml|customXml/item\d+\.xml|_rels/\.rels|\[Content_Types\]\.xml"
)


def archive_passages(data: bytes, inside: Inside) -> Iterator[Read]:
    """Names, remarks and contents of all entries; an entry is called by its name unless that might tell of somebody."""
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except _DAMAGED:
        yield Unread("", "a damaged archive")
        yield from strings_passages(data)
        return
    with package:
        entries = package.infolist()
        if len(entries) > inside.allowance.limits.entries:
            yield Unread("", "an archive of too many entries")
            return
        if package.comment:
            yield from (read.within("remark of the archive") for read in strings_passages(package.comment))
        yield from _beside(data, entries, package.start_dir, inside)
        for number, entry in enumerate(entries, 1):
            yield from _entry(package, entry, number, inside)


def _entry(package: zipfile.ZipFile, entry: zipfile.ZipInfo, number: int, inside: Inside) -> Iterator[Read]:
    yield Passage(f"name of entry {number}", entry.filename, is_path=True)
    if entry.orig_filename != entry.filename:
        yield Passage(f"name of entry {number}", entry.orig_filename, is_path=True)
    yield from _name_otherwise(entry, number)
    for extra in filter(None, (entry.comment, entry.extra)):
        yield from (read.within(f"remark of entry {number}") for read in strings_passages(extra))
    place = entry.filename if _USUAL.fullmatch(entry.filename) else f"entry {number}"
    try:
        with package.open(entry) as stream:
            content = inside.allowance.read(stream)
    except _DAMAGED:
        yield Unread(place, "encrypted or damaged")
        return
    is_xml = entry.filename.endswith(_XML) or _XML_HEAD.match(content)
    yield from (read.within(place) for read in (xml_passages(content) if is_xml else inside.open(content)))


def _name_otherwise(entry: zipfile.ZipInfo, number: int) -> Iterator[Read]:
    """A name in no wide letters is read as those of an old table, which may have been another."""
    if not entry.flag_bits & 0x800 and not entry.filename.isascii():
        raw = entry.filename.encode("cp437", errors="replace")
        for encoding in ("utf-8", "cp1125", "cp1251"):
            yield Passage(f"name of entry {number}", raw.decode(encoding, errors="replace"), is_path=True)


def _beside(data: bytes, entries: list[zipfile.ZipInfo], listed_at: int, inside: Inside) -> Iterator[Read]:
    """What no list of entries leads to: before, between and behind them."""
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        yield from _gap(data[at : entry.header_offset], _DESCRIPTOR if at else 0, inside)
        names, extra = (int.from_bytes(data[entry.header_offset + n :][:2], "little") for n in (26, 28))
        head = entry.header_offset + _HEAD
        yield from (read.within("head of an entry") for read in strings_passages(data[head : head + names + extra]))
        at = head + names + extra + entry.compress_size
    yield from _gap(data[at:listed_at], _DESCRIPTOR if at else 0, inside)
    end = data.rfind(b"PK\x05\x06")
    remark = int.from_bytes(data[end + _END - 2 : end + _END], "little")
    yield from _gap(data[end + _END + remark :], 0, inside)


def _gap(data: bytes, harmless: int, inside: Inside) -> Iterator[Read]:
    """A file of its own may stand there."""
    if len(data) > harmless and data.strip(b"\0"):
        yield from (read.within("beside the entries") for read in inside.open(data))
