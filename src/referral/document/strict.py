"""Strict reading of single elements: attributes and children from the vocabulary only, every problem collected.

No meaning of an element is known here: `parse_inlines`, `parse_tables` and `parse_blocks` turn elements into nodes.
"""

import re
from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import TypeVar

from lxml.etree import _Element as Element

from referral.document.vocabulary import ATTRIBUTES
from referral.document.xml_reader import SPACES, collapse
from referral.errors import DocumentError

Choice = TypeVar("Choice", bound=StrEnum)

_ID = re.compile(r"\w[\w.:/-]*")
_AUTOMATIC_ID = re.compile(r"h-\d+")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WHOLE_NUMBER = re.compile("[1-9][0-9]{0,5}")


class Strict:
    """What is wrong is added to `problems`, a harmless value is returned, and reading goes on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[str] = []

    def add(self, element: Element, message: str) -> None:
        self.problems.append(f"{self.name}:{element.sourceline}: <{element.tag}> {message}")

    def raise_problems(self) -> None:
        if self.problems:
            raise DocumentError("\n".join(dict.fromkeys(self.problems)))

    # --- attributes ---

    def check_attributes(self, element: Element, allowed: Collection[str] | None = None) -> None:
        """Report attributes beyond the vocabulary's, or beyond `allowed` where a place allows fewer."""
        known = ATTRIBUTES[element.tag] if allowed is None else allowed
        for key in map(str, element.attrib):
            if key not in known:
                self.add(element, f'may not have the attribute "{key}" here')

    def required(self, element: Element, key: str) -> str:
        value = collapse(element.get(key, "")).strip(" ")
        if not value:
            self.add(element, f'needs the attribute "{key}"')
        return value

    def choice(self, element: Element, key: str, default: Choice) -> Choice:
        value = element.get(key, default.value)
        try:
            return type(default)(value)
        except ValueError:
            self._refuse(element, key, f"none of: {', '.join(type(default))}")
            return default

    def matching(self, element: Element, key: str, form: re.Pattern[str], reason: str) -> str:
        """An attribute that must be there, in this form."""
        value = self.required(element, key)
        if value and not form.fullmatch(value):
            self._refuse(element, key, reason)
        return value

    def flag(self, element: Element, key: str, default: bool) -> bool:
        """An attribute written "yes" or "no"."""
        value = element.get(key, "yes" if default else "no")
        if value not in ("yes", "no"):
            self._refuse(element, key, "none of: yes, no")
        return value == "yes"

    def whole_number(self, element: Element, key: str, default: int, highest: int) -> int:
        value = element.get(key, str(default))
        if _WHOLE_NUMBER.fullmatch(value) and int(value) <= highest:
            return int(value)
        self._refuse(element, key, f"no whole number from 1 to {highest}")
        return default

    def whole_numbers(self, element: Element, key: str) -> tuple[int, ...]:
        """Several numbers divided by spaces; none of them where one is wrong."""
        parts = self.required(element, key).split()
        if all(map(_WHOLE_NUMBER.fullmatch, parts)):
            return tuple(map(int, parts))
        self._refuse(element, key, f'no list of whole numbers such as {key}="1 3 2"')
        return ()

    def identifier(self, element: Element, key: str = "id") -> str | None:
        """An id, or a reference to one; None where there is none."""
        value = element.get(key)
        if value is None:
            return None
        if not _ID.fullmatch(value):
            self._refuse(element, key, "no id: letters, digits and _ . : / - only, and no space")
        elif _AUTOMATIC_ID.fullmatch(value):
            self._refuse(element, key, "kept for headings without an id; choose another")
        return value

    def language(self, element: Element) -> str | None:
        value = element.get("lang")
        if value is not None and not _LANGUAGE.fullmatch(value):
            self._refuse(element, "lang", "no language tag, two or three letters and perhaps a region")
        return value

    def _refuse(self, element: Element, key: str, reason: str) -> None:
        self.add(element, f'{key}="{element.get(key)}" is {reason}')

    # --- what stands inside ---

    def children(self, element: Element, allowed: Collection[str]) -> Iterator[Element]:
        """The child elements that may stand here; words between them and other elements are problems."""
        self.no_words(element, element.text)
        for child in element:
            if child.tag in allowed:
                self.check_attributes(child)
                yield child
            else:
                self.add(child, f"cannot stand in <{element.tag}>, which takes: {' '.join(allowed)}")
            self.no_words(element, child.tail)

    def parts(self, element: Element, required: Collection[str], optional: Collection[str] = ()) -> dict[str, Element]:
        """The children by name, each at most once."""
        parts: dict[str, Element] = {}
        for child in self.children(element, (*required, *optional)):
            if child.tag in parts:
                self.add(child, f"stands twice in one <{element.tag}>")
            parts[child.tag] = child
        for tag in required:
            if tag not in parts:
                self.add(element, f"needs a <{tag}>")
        return parts

    def check_nothing_inside(self, element: Element) -> None:
        if len(element) or element.text:
            self.add(element, f"must hold nothing; write <{element.tag} …/>")

    def words_only(self, element: Element) -> str:
        """The words of an element that takes no other element, collapsed and trimmed."""
        for child in element:
            self.add(child, f"cannot stand in <{element.tag}>, which takes words only")
        text = collapse(element.text or "").strip(" ")
        if not len(element) and not text.strip():
            self.add(element, "is empty")
        return text

    def no_words(self, element: Element, text: str | None) -> None:
        """Report words where only elements may stand."""
        if text and text.strip(SPACES):
            self.add(element, f"has words outside its elements: {collapse(text).strip(SPACES)[:40]}")
