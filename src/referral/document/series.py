"""The counts that begin anew in every annex: of headings, numbered paragraphs, figures; and the letter before them."""

from referral.document.heading_labels import HeadingLabels
from referral.document.layout import HeadingNumbers
from referral.document.note_numbers import NoteNumbers


class Series:
    """The numbers of the main text, or of one annex; notes run through the file, so they are given."""

    def __init__(self, scheme: HeadingNumbers, notes: NoteNumbers, letter: str = "") -> None:
        self.headings = HeadingLabels(scheme, letter)
        self.notes = notes
        self.prefix = f"{letter}-" if letter else ""
        self._counts: dict[str, int] = {}

    def next(self, kind: str) -> int:
        """The next number of what is counted under this name."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]
