"""XML that was written elsewhere, read with care: no entity of its own is put in, no file or address is fetched."""

from lxml import etree
from lxml.etree import _Element as Element


def careful_parser(*, is_large: bool = False) -> etree.XMLParser:
    """`is_large`: very long or deep XML is read as well; only where its size was limited before, or is our own."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=is_large)


def root_of(data: bytes, *, is_large: bool = False) -> Element:
    """The root element. Raises XMLSyntaxError for what is not well-formed."""
    return etree.fromstring(data, careful_parser(is_large=is_large))


def declares_type(root: Element) -> bool:
    """Whether the XML declares a document type, in which it could define words that no reader of the text sees."""
    return root.getroottree().docinfo.internalDTD is not None
