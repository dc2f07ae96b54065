"""Tags without what says nothing, or the same again. Of a long table they are most of the file, and of its making.

In its cells two tags of three are spans, one for each line; and each cell names its heads, which can say so themselves.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

import pydyf

Element: TypeAlias = Any  # a dictionary of pydyf, which has no types
_FREE = "f"  # how pydyf marks an object that is not written
_SAYING_NOTHING = ("/Span", "/NonStruct")
_OWN_KEYS = {"Type", "S", "K", "Pg", "P"}
# Where words may hang from the element itself. Elsewhere such tags keep notes, and blocks and lines, apart.
_HOLDING_WORDS = ("/TD", "/TH")


def lighten(pdf: Any) -> None:
    """Let words hang from the cell that they are in; for a reader of the tags nothing changes."""
    elements = {entry.reference: entry for entry in pdf.objects if _is_element(entry)}
    owners: dict[bytes, bytes] = {}
    for element in elements.values():
        if element.free != _FREE:
            element["K"] = _of_one(pydyf.Array(_kids(element, element, elements, owners)))
            _lighten_cell(element, elements)
    for element in elements.values():
        del element["Type"]  # which need not be told
    for entry in pdf.objects:
        if isinstance(entry, dict) and "Nums" in entry:
            entry["Nums"] = pydyf.Array(_led(parents, owners) for parents in entry["Nums"])


def _kids(
    owner: Element,
    element: Element,
    elements: dict[bytes, Element],
    owners: dict[bytes, bytes],
) -> Iterator[Any]:
    """What hangs from an element when tags that say nothing are gone."""
    for kid in element["K"]:
        below = elements.get(kid)
        if below is None or not _is_needless(below, owner):
            if below is not None:
                below["P"] = owner.reference
            yield kid
            continue
        below.free = _FREE
        owners[kid] = owner.reference
        yield from _kids(owner, below, elements, owners)


def _lighten_cell(cell: Element, elements: dict[bytes, Element]) -> None:
    """A head says of which cells it is: in the head of the table of its column, below of its row."""
    if cell["S"] == "/TH":
        group = elements[elements[cell["P"]]["P"]]
        cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
        del cell["ID"]
    elif cell["S"] == "/TD" and "A" in cell:
        cell["A"].pop("Headers", None)
        if cell["A"].keys() == {"O"}:
            del cell["A"]


def _of_one(kids: list[Any]) -> Any:
    """Words alone need no list."""
    return kids[0] if len(kids) == 1 and isinstance(kids[0], int) else kids


def _is_element(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("Type") == "/StructElem"


def _is_needless(element: Element, owner: Element) -> bool:
    says_nothing = element["S"] in _SAYING_NOTHING and element.keys() <= _OWN_KEYS
    return says_nothing and owner["S"] in _HOLDING_WORDS and element["Pg"] == owner["Pg"]


def _led(parents: Any, owners: dict[bytes, bytes]) -> Any:
    """An entry of the parent tree: a number, what owns one link, or all the owners of words on a page."""
    if isinstance(parents, list):
        return pydyf.Array(owners.get(parent, parent) for parent in parents)
    return owners.get(parents, parents) if isinstance(parents, bytes) else parents
