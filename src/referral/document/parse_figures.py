"""Figures to nodes. What is common to them is read once; each kind of drawing has an element and a method."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from referral.document.drawings import TALLEST, WIDEST, Drawing, Picture, PictureFormat, Size, drawn_size
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import Figure
from referral.document.parse_inlines import NO_NOTE, SENTENCES_ALONE, InlineReader
from referral.document.strict import Strict
from referral.document.walk import words

_USUAL_WIDTH, _USUAL_HEIGHT = 150, 100
_NO_PICTURE = Picture(b"", PictureFormat.PNG, 1, 1)  # these stand in the tree of a document that is refused
_NO_DRAWING = LineDrawing(1, 1, ())


class FigureReader:
    """Reads the figures of one document; `drawings` are those that a template may name."""

    def __init__(self, strict: Strict, drawings: Mapping[str, Drawing]) -> None:
        self._strict = strict
        self._drawings = drawings
        self._captions = InlineReader(strict, NO_NOTE)
        self._alternatives = InlineReader(strict, SENTENCES_ALONE)

    def picture(self, element: Element) -> Figure:
        key = self._strict.required(element, "source")
        found = self._drawings.get(key)
        picture = found if isinstance(found, Picture) else _NO_PICTURE
        if key and picture is _NO_PICTURE:
            self._strict.add(element, f'source="{key}" is no picture that this document may show')
        return self._figure(element, picture, picture.fitted(*self._room(element)))

    def figure(self, element: Element) -> Figure:
        """A drawing of lines and words, in the size in which it was made."""
        key = self._strict.required(element, "source")
        found = self._drawings.get(key)
        drawing = found if isinstance(found, LineDrawing) else _NO_DRAWING
        if key and drawing is _NO_DRAWING:
            self._strict.add(element, f'source="{key}" is no figure that a function of this document has drawn')
        return self._figure(element, drawing, drawn_size(drawing))

    def _figure(self, element: Element, drawing: Drawing, size: Size) -> Figure:
        parts = self._strict.parts(element, ("caption", "alternative"))
        caption = self._captions.read(parts["caption"]) if "caption" in parts else ()
        told = self._alternatives.read(parts["alternative"]) if "alternative" in parts else ()
        return Figure(drawing, size, caption, words(told), self._strict.identifier(element), told=told)

    def _room(self, element: Element) -> tuple[int, int]:
        """How wide and how high it may become, in millimetres."""
        width = self._strict.whole_number(element, "width", _USUAL_WIDTH, WIDEST)
        return width, self._strict.whole_number(element, "height", _USUAL_HEIGHT, TALLEST)
