"""Captions that are counted, and the lists of them."""

from collections.abc import Iterable

from referral.document.nodes import Figure, Paragraph
from referral.document.walk import caption_label, caption_words
from referral.writers.html.inlines import Medium
from referral.writers.html.markup import element


def counted_caption(node: Paragraph, content: str, kind: str, medium: Medium) -> str:
    """The caption of a table, its number before it."""
    label = element("span", medium.words(caption_label(node)), {"class": "label"})
    return element("p", label + content, {"class": kind, "id": _place(node), "lang": node.lang})


def caption_entries(nodes: Iterable[Paragraph | Figure], medium: Medium) -> str:
    """The entries of a table of tables or figures."""
    return "".join(_entry(node, medium) for node in nodes)


def _entry(node: Paragraph | Figure, medium: Medium) -> str:
    target = node.counted.target if node.counted else ""
    link = element("a", medium.words(caption_words(node)), medium.entry(target))
    return element("li", link, {"class": "level-1 caption-entry"})


def _place(node: Paragraph) -> str | None:
    """Its own id; what stands for the id of its table, where neither has one."""
    if node.id or not node.counted:
        return node.id
    return node.counted.target if node.counted.target.startswith("~") else None
