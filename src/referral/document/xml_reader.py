"""XML text to elements, strictly; no element of ours is known. What could hide words or fetch files is refused."""

import re

from lxml import etree
from lxml.etree import _Element as Element

from referral.errors import DocumentError

SPACES = " \t\r\n"  # of XML; a no-break space is a character like any other

_RUN_OF_SPACES = re.compile("[ \t\r\n]+")
_HIDING_MARKUP = re.compile(r"<!--|<!\[CDATA\[|<!DOCTYPE|<[!?]")
_REFUSED = "comments, CDATA sections, declarations and processing instructions are not allowed"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False)


def read_xml(xml: str, name: str) -> Element:
    """The root element. Raises DocumentError for what is not well-formed, and for comments, CDATA and declarations."""
    _refuse_hiding_markup(xml, name)
    try:
        return etree.fromstring(xml.encode("utf-8"), _PARSER)
    except UnicodeEncodeError as failure:
        line = xml.count("\n", 0, failure.start) + 1
        raise DocumentError(f"{name}:{line}: character {failure.start + 1} is half a surrogate, not text") from failure
    except etree.XMLSyntaxError as failure:
        raise DocumentError(f"{name}:{failure.lineno}: this is not well-formed XML: {failure.msg}") from failure


def _refuse_hiding_markup(xml: str, name: str) -> None:
    """Escaped text never holds `<`, so whatever begins with `<!` or `<?` was written by a template."""
    if not _HIDING_MARKUP.search(xml):
        return
    lines = enumerate(xml.split("\n"), start=1)
    found = [f"{name}:{line}: {mark} … {_REFUSED}" for line, text in lines for mark in _HIDING_MARKUP.findall(text)]
    raise DocumentError("\n".join(found))


def collapse(text: str) -> str:
    """Each run of XML spaces as one space; every other character as it is."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        return _RUN_OF_SPACES.sub(" ", text)
    return text
