"""Figures in Word: a drawing within its line, told in words to whoever cannot see it, and the caption below."""

import io
from typing import TypeAlias, assert_never

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from referral.document.drawings import Picture
from referral.document.line_drawing import LineDrawing
from referral.document.nodes import Figure
from referral.writers.docx.captions import CaptionWriter
from referral.writers.docx.flow import Flow
from referral.writers.docx.inlines import InlineWriter
from referral.writers.docx.looks import Look, ParagraphLook, add_run
from referral.writers.docx.marks import Marks
from referral.writers.docx.oxml import Element, accepted, add, r
from referral.writers.docx.raster import png
from referral.writers.svg import svg

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_NAMESPACES = {"wp": _WP, "a": _A, "pic": _PIC}
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # Word's name for it
_SVG_TYPE = "image/svg+xml"
_EMU_PER_MM = 36000
_EMU_PER_TWIP = 635

Extent: TypeAlias = tuple[int, int]


class FigureWriter:
    """Writes the figures of one document."""

    def __init__(self, word: WordDocument, flow: Flow, inlines: InlineWriter, marks: Marks) -> None:
        self._word, self._flow, self._inlines = word, flow, inlines
        self._captions = CaptionWriter(marks)

    def write(self, figure: Figure) -> None:
        """Appends the drawing, which its caption follows on the same page."""
        line = self._flow.paragraph(ParagraphLook("Figure"))
        self._draw(add(add_run(line), "drawing"), figure)
        below = self._flow.paragraph(ParagraphLook("FigureCaption"))
        if figure.counted:
            self._captions.write(below, figure.counted, Look(bold=True))
        self._inlines.write(below, figure.caption)

    def _draw(self, parent: Element, figure: Figure) -> None:
        extent = self._extent(figure)
        inline = _frame(parent, figure, extent)
        match figure.drawing:
            case Picture():
                self._place_picture(inline, figure.drawing.data, extent)
            case LineDrawing():
                blip = self._place_picture(inline, png(figure.drawing), extent)
                self._add_lines(blip, figure.drawing, figure.alternative)
            case _:
                assert_never(figure.drawing)

    def _extent(self, figure: Figure) -> Extent:
        """Its size in Word's finest unit; no wider than the text."""
        width, height = (round(side * _EMU_PER_MM) for side in (figure.size.width, figure.size.height))
        room = self._flow.width() * _EMU_PER_TWIP
        return (width, height) if width <= room else (room, height * room // width)

    def _add_lines(self, blip: Element, drawing: LineDrawing, alternative: str) -> None:
        """The same as lines: a program that knows SVG shows it in the place of the pixels."""
        package = self._word.part.package
        name = package.next_partname("/word/media/drawing%d.svg")
        written = svg(drawing, alternative, accepted).encode()
        part = self._word.part.relate_to(Part(name, _SVG_TYPE, written, package), RELATIONSHIP_TYPE.IMAGE)
        extension = _add(_add(blip, "a:extLst"), "a:ext", uri=_SVG_EXTENSION)
        etree.SubElement(extension, f"{{{_ASVG}}}svgBlip", nsmap={"asvg": _ASVG}).set(r("embed"), part)

    def _place_picture(self, inline: Element, data_of: bytes, extent: Extent) -> Element:
        part, _ = self._word.part.get_or_add_image(io.BytesIO(data_of))
        data = _add(_add(inline, "a:graphic"), "a:graphicData", uri=_PIC)
        shown = _add(data, "pic:pic")
        about = _add(shown, "pic:nvPicPr")
        _add(about, "pic:cNvPr", id=0, name="")
        _add(about, "pic:cNvPicPr")
        fill = _add(shown, "pic:blipFill")
        blip = _add(fill, "a:blip")
        blip.set(r("embed"), part)
        _add(_add(fill, "a:stretch"), "a:fillRect")
        _shape(shown, extent)
        return blip


def _frame(parent: Element, figure: Figure, extent: Extent) -> Element:
    inline = etree.SubElement(parent, f"{{{_WP}}}inline", nsmap=_NAMESPACES)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    _add(inline, "wp:extent", cx=extent[0], cy=extent[1])
    _add(inline, "wp:docPr", id=figure.number, name=f"Figure {figure.number}", descr=accepted(figure.alternative))
    _add(_add(inline, "wp:cNvGraphicFramePr"), "a:graphicFrameLocks", noChangeAspect=1)
    return inline


def _shape(parent: Element, extent: Extent) -> None:
    properties = _add(parent, "pic:spPr")
    place = _add(properties, "a:xfrm")
    _add(place, "a:off", x=0, y=0)
    _add(place, "a:ext", cx=extent[0], cy=extent[1])
    _add(_add(properties, "a:prstGeom", prst="rect"), "a:avLst")


def _add(parent: Element, name: str, /, **attributes: object) -> Element:
    prefix, _, local = name.partition(":")
    child = etree.SubElement(parent, f"{{{_NAMESPACES[prefix]}}}{local}")
    for key, value in attributes.items():
        child.set(key, str(value))
    return child
