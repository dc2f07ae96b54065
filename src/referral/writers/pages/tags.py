"""The tags of many chunks as one tree, so that a screen reader goes through the file from beginning to end."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


class Tags:
    """The tree of a new file; chunks are added in order, after their pages."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self._file = file
        self._numbers = Array()  # of the parent tree: a key, then what it leads to
        self._next = 0
        self._roles = Dictionary()  # what kinds of tags stand for that no standard knows
        self._root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array(), P=self._root))

    def add(self, part: pikepdf.Pdf, first: int) -> None:
        """The tags of a chunk whose pages begin with this one, from 0, in the file."""
        tree = self._file.copy_foreign(part.Root.StructTreeRoot)
        self._take_elements(tree)
        for kind, role in tree.get("/RoleMap", {}).items():
            self._roles[kind] = role
        start, keys = self._next, list(_numbered(tree.ParentTree))
        for key, parents in keys:
            self._numbers.append(start + key)
            self._numbers.append(parents)
        self._next = start + 1 + max((key for key, _ in keys), default=-1)
        for page in range(first, len(self._file.pages)):
            _shift(self._file.pages[page].obj, start)

    def close(self) -> None:
        """Put the tree into the file."""
        self._root.K = Array([self._document])
        self._root.ParentTree = self._file.make_indirect(Dictionary(Nums=self._numbers))
        self._root.ParentTreeNextKey = self._next
        if self._roles:
            self._root.RoleMap = self._roles
        self._file.Root.StructTreeRoot = self._root

    def _take_elements(self, tree: Any) -> None:
        kids = tree.K if isinstance(tree.K, Array) else [tree.K]
        for document in kids:
            for element in document.K:
                element.P = self._document
                self._document.K.append(element)


def _numbered(node: Any) -> Iterator[tuple[int, Any]]:
    """The entries of a number tree."""
    for kid in node.get("/Kids", ()):
        yield from _numbered(kid)
    numbers = node.get("/Nums", Array())
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1]


def _shift(page: Any, start: int) -> None:
    """The keys of a page and of its links, in the parent tree of the file."""
    page.StructParents = int(page.StructParents) + start
    for annotation in page.get("/Annots", ()):
        if "/StructParent" in annotation:
            annotation.StructParent = int(annotation.StructParent) + start
