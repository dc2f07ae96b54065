"""The page for template authors and the vocabulary in the code say the same."""

import re
from pathlib import Path

from referral.document.nodes import ParagraphKind
from referral.document.vocabulary import ATTRIBUTES

PAGE = (Path(__file__).parents[3] / "docs" / "vocabulary.md").read_text(encoding="utf-8")


def test_every_element_is_described_with_its_attributes():
    described = {}
    for elements, attributes in re.findall(r"^\| (`<.*?) \|(.*?)\|", PAGE, flags=re.MULTILINE):
        names = frozenset(name.rstrip("?") for name in re.findall("`([^`]+)`", attributes))
        described.update(dict.fromkeys(re.findall("<(.+?)>", elements), names))
    assert ATTRIBUTES == described


def test_every_kind_of_paragraph_is_described():
    (line,) = re.findall("^Kinds of paragraphs: (.*)\\.$", PAGE, flags=re.MULTILINE)
    assert list(ParagraphKind) == re.findall("`(.+?)`", line)
