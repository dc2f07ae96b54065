"""YAML text to plain data plus the place of every node. Every scalar stays text; no field name is known here.

Read from the event stream of PyYAML, because a plain loader turns `NO` into false, `010` into 8 and `12:30` into 750,
and drops duplicate keys in silence.
"""

import errno
import zlib
from pathlib import Path

from referral.yaml_reader.events import read_marked
from referral.yaml_reader.file import Loc, YamlFile
from referral.yaml_reader.parser import MAX_DEPTH
from referral.yaml_reader.plain import NotPlainError, plain_data
from referral.yaml_reader.text import MAX_BYTES, text_of

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Loc", "YamlFile", "read_yaml", "read_yaml_file"]


def read_yaml_file(path: Path) -> YamlFile:
    """Read a file, of one too large no more than shows that it is. Raises OSError if it cannot be opened.

    A pipe or a device is not opened: reading it might never end.
    """
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file")
    with path.open("rb") as stream:
        return read_yaml(stream.read(MAX_BYTES + 1), str(path))


def read_yaml(raw: bytes, path: str, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> YamlFile:
    """Read one YAML document. Never raises for what the bytes hold: every refusal is a finding of the result."""
    text, findings = text_of(raw, path, max_bytes)
    if findings:
        return YamlFile(path, None, findings)
    try:
        data = plain_data(text, max_depth)
    except NotPlainError:
        marked, findings = read_marked(text, path, max_depth)
        return YamlFile(path, marked.data, findings, lambda: marked)
    packed = zlib.compress(text.encode(), 1)  # few files are read again, and they may have changed on the disk
    return YamlFile(path, data, (), lambda: read_marked(zlib.decompress(packed).decode(), path, max_depth)[0])
