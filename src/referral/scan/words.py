"""The words of a tree of markup in their order, and what parts them: nothing, a line, or a whole paragraph."""

from lxml import etree

# Between paragraphs nothing is read together; a word may go on over the end of a line. What is in no list parts nothing
# in the prose of office files, where a name in two runs is one; elsewhere it may be a field, and parts lines.
_PARAGRAPHS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "comment", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "si", "summary", "tab", "table", "tbody",
    "textarea", "tfoot", "thead", "title", "tr", "row", "ul",
})  # fmt: skip
_LINES = frozenset({
    "br", "cr", "td", "th", "tc", "c", "is", "v", "f", "option",
})  # fmt: skip
_IN_LINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "nobr", "q", "s", "samp", "script", "small", "span", "strike", "strong", "style", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_ROWS = frozenset({"tr", "row"})
_DELETED = frozenset({"deltext", "delinstrtext"})
_HIDDEN = frozenset({"instrtext", "script", "style"})  # not part of the sentence around it
_PROSE = ("wordprocessingml", "drawingml/2006/main", "spreadsheetml")
_PARAGRAPH, _LINE = "\n\n", "\n"


class WordsOf:
    """What a reader sees, the same with what is deleted or hidden, and single pieces, each with its place."""

    def __init__(self, root: etree._Element, is_html: bool) -> None:
        self.single: list[tuple[str, str]] = []
        self._seen: list[str] = []
        self._whole: list[str] = []
        self._rows = 0
        self._is_html = is_html
        self._breaks: dict[str, str] = {}
        self._walk(root)

    def seen(self) -> str:
        return "".join(self._seen)

    def whole(self) -> str:
        return "".join(self._whole)

    def _walk(self, root: etree._Element) -> None:
        """Without recursion, for files nest deeper than Python does."""
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if not isinstance(element.tag, str):
                self.single.append(("remark", element.text or ""))
                self._add(element.tail, self._seen, self._whole)
                continue
            name = element.tag.rpartition("}")[2].lower()
            self._part(element.tag, name, event == "end")
            if event == "end":
                self._add(element.tail, self._seen, self._whole)
            elif name in _DELETED or name in _HIDDEN:
                self.single.append(("what is deleted" if name in _DELETED else "what is hidden", element.text or ""))
                self._add(element.text, self._whole)
            else:
                self._add(element.text, self._seen, self._whole)

    def _part(self, tag: str, name: str, is_end: bool) -> None:
        if name in _ROWS and not is_end:
            self._break(_PARAGRAPH)
            self._rows += 1
        elif name in _ROWS:
            self._rows -= 1
        found = self._breaks.get(tag)
        if found is None:
            found = self._breaks[tag] = self._parting(tag, name)
        if found:
            self._break(_LINE if self._rows else found)

    def _parting(self, tag: str, name: str) -> str:
        if name in _PARAGRAPHS:
            return _PARAGRAPH
        is_prose = any(part in tag for part in _PROSE) or (self._is_html and name in _IN_LINE)
        return _LINE if name in _LINES or not is_prose else ""

    def _break(self, sign: str) -> None:
        for words in (self._seen, self._whole):
            if words and words[-1] in (_LINE, _PARAGRAPH):
                words[-1] = max(sign, words[-1])
            elif words:
                words.append(sign)

    @staticmethod
    def _add(text: str | None, *gatherers: list[str]) -> None:
        if text:
            for words in gatherers:
                words.append(text)
