"""The terms that a document may explain: those of the law library, and those of the words of its language."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.composition.scene import Scene

_OWN = "glossary"  # in `words.<lang>.yaml`: a term and its meaning


@dataclass(frozen=True)
class Explained:
    """A term in the document's language: its `meaning`, or what it is called `elsewhere`, by language."""

    id: str
    words: str
    meaning: str = ""
    elsewhere: tuple[tuple[str, str], ...] = ()
    status: str = ""


def terms_of(scene: Scene) -> Iterator[Explained]:
    own = {words.casefold() for words in scene.phrases.below(_OWN)}  # explained here, and so not once more
    for words, meaning in scene.phrases.below(_OWN).items():
        yield Explained(f"{_OWN}:{words}", words, meaning=str(meaning))
    for term in scene.law.terms:
        words = term.words.get(scene.lang, "")
        if words and words.partition(" (")[0].casefold() not in own:
            others = tuple((lang, said) for lang, said in term.words.items() if lang != scene.lang)
            yield Explained(term.id, words, elsewhere=others, status=term.status.value)
