"""Which codes of languages there are. The list is data beside this module; nothing else of a language stands here."""

from functools import cache
from pathlib import Path

LIST = Path(__file__).with_suffix(".txt")


@cache
def language_codes() -> frozenset[str]:
    """Every code of ISO 639-1 and ISO 639-3."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(code for line in lines if not line.startswith("#") for code in line.split())


def language_code(value: str) -> str:
    """The code itself; ValueError if no language has it."""
    if value not in language_codes():
        raise ValueError(f'no language has the code "{value}"; codes are those of ISO 639, in small letters')
    return value
