"""What a template wrote to a document tree. All problems of the text are raised at once, in a DocumentError."""

from collections.abc import Mapping
from types import MappingProxyType

from referral.document.drawings import Drawing
from referral.document.layout import Layout, Properties
from referral.document.nodes import Document
from referral.document.parse_blocks import BlockReader
from referral.document.parse_tables import RowSource
from referral.document.strict import Strict
from referral.document.xml_reader import read_xml

_NO_DRAWINGS: Mapping[str, Drawing] = MappingProxyType({})


def parse_document(
    xml: str,
    name: str,
    row_sources: Mapping[str, RowSource],
    properties: Properties,
    layout: Layout,
    drawings: Mapping[str, Drawing] = _NO_DRAWINGS,
) -> Document:
    """The tree of one document; its lines are lines of `xml`, the template's output. Raises DocumentError.

    A table whose rows come from a source opens it at every reading, and only then: a wrong row is found then.
    """
    strict = Strict(name)
    blocks = BlockReader(strict, row_sources, drawings).document(read_xml(xml, name))
    strict.raise_problems()
    return Document(properties, layout, blocks)
