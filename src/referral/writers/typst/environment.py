"""What the same data must meet to become the same bytes: Typst, the program that it runs, our fonts."""

from functools import cache
from pathlib import Path

from referral.version import VERSION
from referral.writers.pdf.environment import digest_of
from referral.writers.pdf.fonts import FOLDER
from referral.writers.typst import engine

_LAYS_OUT = ("engine.py", "light_tags.py")


@cache
def environment() -> str:
    """A digest of all of it. Raises WriteError if a library is missing."""
    typst = engine.load()
    own = [Path(__file__).with_name(name) for name in _LAYS_OUT]
    return digest_of(
        (VERSION, typst.__version__), [*own, *sorted(engine.PROGRAM.glob("*.typ")), *sorted(FOLDER.glob("*.ttf"))]
    )
