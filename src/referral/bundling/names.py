"""Names of files that every system can hold, and that are read the same everywhere."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

LONGEST = 120  # bytes of one name; a path of such names stays below the 260 characters that older Windows can open
_ELSEWHERE = re.compile(r'[<>:"/\\|?*%~#]')  # of a path, a pattern, a home or an escape on some system
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST_ENDING = 12


def safe_name(name: str) -> str:
    """The name, with what another system would not take or would read otherwise replaced."""
    plain = "".join("_" if unicodedata.category(sign) in _INVISIBLE else sign for sign in _ELSEWHERE.sub("_", name))
    plain = unicodedata.normalize("NFC", plain).strip(" \u00a0").rstrip(". ")
    if not plain or plain.startswith((".", "-")) or _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    return _shortened(plain)


def _shortened(name: str) -> str:
    """Cut before its ending."""
    if len(name.encode()) <= LONGEST:
        return name
    ending = PurePosixPath(name).suffix
    ending = ending if len(ending.encode()) <= _LONGEST_ENDING else ""
    whole = name.removesuffix(ending).encode()
    left = whole[: LONGEST - len(ending.encode())].decode("utf-8", "ignore")
    return unicodedata.normalize("NFC", left.rstrip(". ")) + ending


def distinct(names: Iterable[str]) -> list[str]:
    """The names, made safe; a second one that a system takes for the first gets a number."""
    taken: set[str] = set()
    return [_taken(safe_name(name), taken) for name in names]


def _taken(name: str, taken: set[str]) -> str:
    ending = PurePosixPath(name).suffix
    free, number = name, 1
    while _folded(free) in taken:
        number += 1
        free = f"{name.removesuffix(ending)}-{number}{ending}"
    taken.add(_folded(free))
    return free


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
