"""Rules on alternatives within an element. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, Related, error
from referral.law.files import Loaded, LoadedFile
from referral.law.model import Element
from referral.yaml_reader import Loc


def lonely_limb(loaded: Loaded) -> Iterator[Diagnostic]:
    """A choice has at least two limbs: of one alone nothing is chosen."""
    for file in loaded.files:
        for loc, _, element in file.elements():
            for n, choice in enumerate(element.choices):
                if len(choice.limbs) < 2:
                    message = f'"{choice.id}" has one limb, so that there is nothing to choose; name another, or none'
                    yield error(file.at_key(*loc, "choices", n, "limbs"), "lonely-limb", message)


def repeated_limb(loaded: Loaded) -> Iterator[Diagnostic]:
    """A choice or a limb has an id that nothing else in its element has: a mapping names a limb by it alone."""
    for file in loaded.files:
        for loc, _, element in file.elements():
            yield from _repeated(file, loc, element)


def misquoted_limb(loaded: Loaded) -> Iterator[Diagnostic]:
    """What is given as `words` of a limb stands letter by letter in the wording of the element in that language."""
    for file in loaded.files:
        for loc, element, limb in file.limbs():
            for lang, words in limb.words.items():
                if words not in element.text.get(lang, ""):
                    message = f'the wording of {element.id} in "{lang}" does not hold these words; quote it, or none'
                    yield error(file.at(*loc, "words", lang), "misquoted-limb", message)


def _repeated(file: LoadedFile, loc: Loc, element: Element) -> Iterator[Diagnostic]:
    seen: dict[str, Loc] = {}
    for where, name in _ids(loc, element):
        if name in seen:
            message = f'"{name}" is named twice in {element.id}'
            first = Related(file.at(*seen[name], "id"), "the first is here")
            yield error(file.at(*where, "id"), "repeated-limb", message, None, first)
        seen.setdefault(name, where)


def _ids(loc: Loc, element: Element) -> Iterator[tuple[Loc, str]]:
    """Those of choices and of limbs, as they stand in the file."""
    for n, choice in enumerate(element.choices):
        yield (*loc, "choices", n), choice.id
        yield from (((*loc, "choices", n, "limbs", m), limb.id) for m, limb in enumerate(choice.limbs))
