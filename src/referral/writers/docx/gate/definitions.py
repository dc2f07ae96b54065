"""What text refers to by id: styles, lists, footnotes. Each must be defined, once, and be of the right kind."""

from collections.abc import Iterable, Iterator

from referral.writers.docx.gate.package import Package, repeated
from referral.writers.docx.oxml import Element, w

_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def check_styles(package: Package) -> Iterator[str]:
    """Every style that is used exists and is of the kind it is used as."""
    styles = package.part("styles")
    defined = {(str(style.get(w("type"))), str(style.get(w("styleId")))) for style in styles.iter(w("style"))}
    for part, root in (*package.stories(), ("word/numbering.xml", package.part("numbering"))):
        for tag, kind in _STYLE_KINDS.items():
            used = {(kind, name) for name in _values(root, tag)}
            yield from (
                f"{part}: uses the {kind} style {name}, which is not defined" for kind, name in sorted(used - defined)
            )
    yield from _check_relatives(styles, {name for _, name in defined})


def _check_relatives(styles: Element, names: set[str]) -> Iterator[str]:
    used = {name for tag in ("basedOn", "next", "link") for name in _values(styles, tag)}
    yield from (f"word/styles.xml: refers to the style {name}, which is not defined" for name in sorted(used - names))


def check_numbers(package: Package) -> Iterator[str]:
    """Every list that is counted in exists, and rests on an outline that exists."""
    numbering = package.part("numbering")
    nums = [str(num.get(w("numId"))) for num in numbering.findall(w("num"))]
    outlines = [str(outline.get(w("abstractNumId"))) for outline in numbering.findall(w("abstractNum"))]
    yield from (f"word/numbering.xml: {key} is defined twice" for key in (*repeated(nums), *repeated(outlines)))
    missing = set(_values(numbering, "abstractNumId")) - set(outlines)
    yield from (f"word/numbering.xml: the outline {key} is not defined" for key in sorted(missing))
    for part, root in (*package.stories(), ("word/styles.xml", package.part("styles"))):
        unknown = set(_values(root, "numId")) - set(nums) - {"0"}
        yield from (f"{part}: counts in the list {key}, which is not defined" for key in sorted(unknown))


def check_notes(package: Package) -> Iterator[str]:
    """Footnotes are called once each, in the order 1, 2, 3, and each has its words."""
    notes = package.part("footnotes").findall(w("footnote"))
    written = [str(note.get(w("id"))) for note in notes if note.get(w("type")) is None]
    called = [str(call.get(w("id"))) for call in package.part("document").iter(w("footnoteReference"))]
    yield from (f"footnote {key} is written twice" for key in repeated(written))
    yield from (f"footnote {key} is called twice" for key in repeated(called))
    yield from (f"footnote {key} is called and has no words" for key in called if key not in set(written))
    yield from (f"footnote {key} is never called" for key in written if key not in set(called))
    yield from _check_order(called)


def _check_order(called: list[str]) -> Iterator[str]:
    if called != [str(n) for n in range(1, len(called) + 1)]:
        yield "the footnotes are not called in the order of their numbers"


def _values(root: Element, tag: str) -> Iterable[str]:
    return (str(element.get(w("val"))) for element in root.iter(w(tag)))
