"""The typeface of page numbers: as much of our own font as they need, embedded so that its words can be read back."""

import io
from functools import cached_property
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf

_FILE = Path(__file__).parent.parent / "fonts" / "LiberationSerif-Regular.ttf"
_NAME = "NUMBER+Liberation-Serif"
_DROPPED = ("FFTM", "GDEF", "GPOS", "GSUB", "kern")  # nothing of it is asked for one glyph after the other
ASCENT = 0.891  # of its size, above the base line


class Typeface:
    """The glyphs of some text, under the numbers that they have in the whole font."""

    def __init__(self, text: str) -> None:
        self._text = frozenset(text)

    def codes(self, text: str) -> str:
        """The text as a string of a page, in hexadecimal figures."""
        return "".join(f"{self._glyphs[sign]:04x}" for sign in text)

    def width(self, text: str) -> float:
        """Of a line, in its size."""
        return sum(self._widths[self._glyphs[sign]] for sign in text) / 1000

    def embedded(self, file: Pdf) -> Object:
        """The font as an object of a file."""
        described = file.make_indirect(self._descriptor(file))
        cid = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/" + _NAME),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=described,
            CIDToGIDMap=Name.Identity,
            W=Array([part for glyph, width in sorted(self._widths.items()) for part in (glyph, Array([width]))]),
        )
        return file.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name("/" + _NAME),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([file.make_indirect(cid)]),
                ToUnicode=file.make_stream(self._readable().encode()),
            )
        )

    @cached_property
    def _font(self) -> TTFont:
        """The part of the font; without the time of its making, which would be in the bytes."""
        font = TTFont(_FILE, recalcTimestamp=False)
        options = subset.Options(retain_gids=True, hinting=False, layout_features=[], drop_tables=_DROPPED)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(self._text)))
        subsetter.subset(font)
        return font

    @cached_property
    def _glyphs(self) -> dict[str, int]:
        names = self._font.getBestCmap()
        return {sign: self._font.getGlyphID(names[ord(sign)]) for sign in sorted(self._text)}

    @cached_property
    def _widths(self) -> dict[int, float]:
        scale, metrics = 1000 / self._font["head"].unitsPerEm, self._font["hmtx"]
        names = {glyph: self._font.getGlyphName(glyph) for glyph in (0, *self._glyphs.values())}
        return {glyph: round(metrics[name][0] * scale, 3) for glyph, name in names.items()}

    def _descriptor(self, file: Pdf) -> Dictionary:
        scale, head = 1000 / self._font["head"].unitsPerEm, self._font["head"]
        box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        symbolic, upright = 4, 0
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/" + _NAME),
            Flags=symbolic,
            FontBBox=Array(box),
            ItalicAngle=upright,
            Ascent=round(ASCENT * 1000),
            Descent=round(self._font["hhea"].descent * scale),
            CapHeight=round(self._font["OS/2"].sCapHeight * scale),
            StemV=80,
            FontFile2=self._file(file),
        )

    def _file(self, file: Pdf) -> Object:
        written = io.BytesIO()
        self._font.save(written)
        data = written.getvalue()
        return file.make_stream(data, Length1=len(data))

    def _readable(self) -> str:
        """Which letters the codes are, for whoever copies or searches them."""
        pairs = sorted((glyph, sign) for sign, glyph in self._glyphs.items())
        lines = [f"<{glyph:04x}> <{sign.encode('utf-16-be').hex()}>" for glyph, sign in pairs]
        head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Numbers def /CMapType 2 def"
        span = "1 begincodespacerange <0000> <ffff> endcodespacerange"
        foot = "endcmap CMapName currentdict /CMap defineresource pop end end"
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]  # as many as one list may have
        listed = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
        return f"{head}\n{span}\n{listed}\n{foot}\n"
