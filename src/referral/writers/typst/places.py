"""The places of a document that links lead to: each is there, and there once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from referral.errors import WriteError
from referral.writers.pages.laid import elsewhere


@dataclass(frozen=True)
class Title:
    """A heading, for the bookmarks."""

    level: int
    words: str
    id: str


@dataclass
class Places:
    """Gathers ids and titles while a document is written. The program finds the pages of places by itself."""

    height: float = 0  # in points, of the pages that are being written
    known: dict[str, float] = field(default_factory=dict)  # by id, the height of the page
    targets: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)

    def stand(self, name: str | None) -> str | None:
        """Something with this id stands here; the id itself, None for None."""
        if name in self.known:
            self.twice.add(name)
        if name is not None:
            self.known[name] = self.height
        return name

    def lead(self, target: str) -> str:
        """A link leads to this id; what the program is told of it."""
        self.targets.add(target)
        return target

    def page(self, _target: str) -> str | None:
        """The number of the page on which this id stands, None if the program is to find it."""
        return None

    def check(self) -> None:
        """Raise WriteError that names the ids given twice, and those that are meant and not there."""
        if found := list(self._problems()):
            raise WriteError("the PDF is not as it should be:\n" + "\n".join(found))

    def _problems(self) -> Iterator[str]:
        yield from (f"the id “{name}” is given to two places: give each its own" for name in sorted(self.twice))
        for name in sorted(self.targets - self.known.keys()):
            yield f"a reference leads to “{name}”, and nothing in the document has this id"


@dataclass
class PlacesOfChunk(Places):
    """The places of a chunk: its links may lead to any other, and are made when the chunks are put together."""

    numbers: Mapping[str, int] = field(default_factory=dict)

    def lead(self, target: str) -> str:
        return elsewhere(target)

    def page(self, target: str) -> str | None:
        return str(self.numbers.get(target, 0))
