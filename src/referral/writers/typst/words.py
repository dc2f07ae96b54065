"""Words as they go to Typst: signs that our fonts have, codes that no line parts, places to part what is too long."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from referral.writers.codes import LONGEST
from referral.writers.html.markup import without_controls
from referral.writers.pdf.characters import missing, printable
from referral.writers.pdf.line_ends import arranged
from referral.writers.typst.widths import FIXED, parted, parted_fixed

# What the program under `program/` reads: plain values, and never a piece of that program.
Data: TypeAlias = "str | int | float | bool | Sequence[Data] | Mapping[str, Data] | None"

# The no-break hyphen is in no font of ours; a hyphen between two word joiners is the same.
_UNBROKEN_HYPHEN, _HYPHEN = "\N{NON-BREAKING HYPHEN}", "\N{WORD JOINER}-\N{WORD JOINER}"
_NEEDLESS = re.compile("-\N{WORD JOINER}(?=\\d)")  # Typst ends no line between a hyphen and a figure


@dataclass(frozen=True)
class Type:
    """The sizes of type, in points: of running text or of small text, and of codes, which are set in a fixed width."""

    size: float
    code: float


@dataclass(frozen=True)
class Words:
    """Makes words printable for a line of this width. `missing` gathers the characters that cannot be printed."""

    width: float  # of the line, in points
    type: Type
    letters: int = LONGEST  # how many small letters it has, about
    missing: set[str] = field(default_factory=set)

    def in_column(self, width: float, letters: int, type_: Type) -> "Words":
        """The same in a column of a table."""
        return replace(self, width=width, letters=letters, type=type_)

    def words(self, text: str) -> str:
        shown = _NEEDLESS.sub("-", arranged(self.signs(text), self.letters))
        return parted(shown, self.width / self.type.size)

    def code(self, text: str) -> str:
        """A digest, the name of a file: it may be parted anywhere."""
        return parted_fixed(self.signs(text), max(1, int(self.width / (FIXED * self.type.code))))

    def signs(self, text: str) -> str:
        """The text as it can be printed."""
        shown = printable(without_controls(text))
        self.missing.update(missing(shown))
        return shown.replace(_UNBROKEN_HYPHEN, _HYPHEN)
