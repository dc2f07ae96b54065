"""Strings and names in the notation of PDF."""

import re

from referral.scan.plain import texts_of_bytes

_INNER = rb"(?:\\.|[^()\\])*+"
STRING = re.compile(rb"(\((?:\\.|[^()\\]|\(" + _INNER + rb"\))*+\)|<[0-9A-Fa-f\s]{2,}>)", re.DOTALL)
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"", b"\r\n": b""}
# Its own table of letters is Latin 1 but for these.
_OWN = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True))
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")


def bytes_of_string(written: bytes) -> bytes:
    """What stands between the brackets."""
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1]).decode()
        return bytes.fromhex(digits + "0" * (len(digits) % 2))
    return _ESCAPED.sub(_sign, written[1:-1])


def _sign(escaped: re.Match[bytes]) -> bytes:
    """What an escape stands for; a backslash that comes out of one begins no other."""
    return bytes([int(escaped[1], 8) & 255]) if escaped[1] else _SIGNS.get(escaped[2], escaped[2])


def texts_of_string(written: bytes) -> list[str]:
    """What a string reads as, in each encoding that it may have."""
    raw = bytes_of_string(written)
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return [raw.decode("utf-16", errors="replace")]
    return [text.translate(_OWN) for text in texts_of_bytes(raw)]


def name_of(written: bytes) -> str:
    """A name without its stroke, its escapes undone."""
    return texts_of_bytes(_HEX.sub(lambda digits: bytes.fromhex(digits[1].decode()), written[1:]))[0]
