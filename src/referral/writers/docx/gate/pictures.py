"""Figures of the finished file: each is told in words; a picture is pixels alone, without a word on its maker.

A drawing is lines and words alone: nothing in it runs, fetches or leads anywhere.
"""

from collections.abc import Iterator

from referral.writers.docx.gate.package import LINES, Package, repeated
from referral.writers.docx.oxml import Element
from referral.writers.pixels import extras

_ABOUT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {f"{_SVG}{name}" for name in ("svg", "title", "g", "line", "rect", "polyline", "polygon", "text")}
_PLACES = "x y x1 y1 x2 y2 width height viewBox points"
_LOOKS = "fill stroke stroke-width stroke-dasharray font-family font-size font-weight font-style text-anchor role"
_ATTRIBUTES = {*_PLACES.split(), *_LOOKS.split()}


def check_figures(package: Package) -> Iterator[str]:
    """Every figure has a number of its own and a text alternative."""
    for part, root in package.stories():
        figures = [*root.iter(_ABOUT)]
        yield from (f"{part}: two figures have the number {n}" for n in repeated(str(f.get("id")) for f in figures))
        yield from (f"{part}: figure {f.get('id')} has no text alternative" for f in figures if not f.get("descr"))


def check_media(package: Package) -> Iterator[str]:
    """A picture holds what its pixels need, and nothing that tells where, when or by whom it was taken."""
    for name, data in package.media.items():
        yield from (f"{name}: holds {extra}" for extra in extras(data))


def check_drawings(package: Package) -> Iterator[str]:
    """A drawing has shapes and words in places, and no attribute that could hold an address or a script."""
    for name, root in package.roots.items():
        if LINES.fullmatch(name):
            yield from (f"{name}: holds {problem}" for problem in sorted(_unknown(root)))


def _unknown(root: Element) -> set[str]:
    elements = {str(element.tag) for element in root.iter()} - _SHAPES
    values = {(str(key), str(value)) for element in root.iter() for key, value in element.attrib.items()}
    return elements | {key for key, value in values if key not in _ATTRIBUTES or ":" in value or "(" in value}
