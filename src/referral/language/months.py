"""The one seam to months as languages write them beside a day in which no document is made. Only for searching."""

from functools import cache
from importlib.resources import files

from referral.yaml_reader import read_yaml

_FILE = "months.yaml"


def months_elsewhere(number: int) -> frozenset[str]:
    """The words for a month, January being 1, in small letters."""
    return frozenset(months[number - 1] for months in _months())


@cache
def _months() -> tuple[tuple[str, ...], ...]:
    data = read_yaml((files("referral.language") / _FILE).read_bytes(), _FILE).data
    return tuple(tuple(words.split()) for words in data.values())
