"""The numbers of notes, and which note cites an exhibit in full: the first of its file; later ones refer back to it."""

from collections.abc import Callable
from dataclasses import replace

from referral.document.change import change_inlines
from referral.document.inlines import Above, Citation, Footnote, Inline

_NUMBER = "{number}"


class NoteNumbers:
    """Numbers the notes of one file in reading order; `above` is how a note refers to an earlier one.

    What it decides depends on the numbers alone, so that rows can be read again: see `again`.
    """

    def __init__(self, above: str, count: int = 0, first: dict[str, int] | None = None) -> None:
        self.count = count
        self._above = above
        self._first = {} if first is None else first  # by exhibit, the note that cites it in full

    def again(self, count: int) -> "NoteNumbers":
        """For another reading of what stands behind so many notes."""
        return NoteNumbers(self._above, count, self._first)

    def change(self, inline: Inline) -> Inline:
        if not isinstance(inline, Footnote):
            return inline
        self.count += 1
        return replace(inline, number=self.count, content=change_inlines(inline.content, self._in_one_note()))

    def _in_one_note(self) -> Callable[[Inline], Inline]:
        named: set[str] = set()

        def change(inline: Inline) -> Inline:
            return self._cited(inline, named) if isinstance(inline, Citation) and inline.full else inline

        return change

    def _cited(self, citation: Citation, named: set[str]) -> Citation:
        """In full, with a reference back, or, for a second time in one note, with neither."""
        exhibit = citation.target or citation.label.casefold()
        first = self._first.setdefault(exhibit, self.count)
        is_full = first == self.count and exhibit not in named
        above = None if is_full or exhibit in named else self._back_to(first)
        named.add(exhibit)
        return replace(citation, is_full=is_full, above=above)

    def _back_to(self, note: int) -> Above:
        before, _, after = self._above.partition(_NUMBER)
        return Above(before, note, after)
