"""A whole page around the blocks: head, style, CSP; it asks for nothing from outside."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib import resources

from referral.document.layout import Layout
from referral.document.nodes import Document
from referral.writers.html.markup import element, opening, void, words

# Word counts line spacing in lines of the font, CSS in its size: one line of Times New Roman is so much of its size.
_SINGLE = 1.149


def page(
    document: Document, style: str, body: Iterable[str], policy: str | None = None, kind: str | None = None
) -> str:
    """HTML that stands alone. `policy` is the CSP, None where no browser will read it; `kind` the class of the body."""
    known = document.properties
    metas = {"viewport": "width=device-width", "dcterms.created": known.created, "dcterms.modified": known.created}
    head = [
        void("meta", {"charset": "utf-8"}),
        void("meta", {"http-equiv": "Content-Security-Policy", "content": policy}) if policy else "",
        *(void("meta", {"name": name, "content": content}) for name, content in metas.items()),
        element("title", words(known.title)),
        element("style", style),
    ]
    html = element(
        "html", "\n".join(["", element("head", "\n".join(head)), *_body(body, kind), ""]), {"lang": known.lang}
    )
    return f"<!DOCTYPE html>\n{html}\n"


def _body(parts: Iterable[str], kind: str | None) -> tuple[str, str, str]:
    return opening("body", {"class": kind}), "".join(parts), "</body>"


def policy_for(style: str, *, has_pictures: bool = False) -> str:
    """No script, no frame, no address, this one style sheet; no picture but what the page itself holds."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    pictures = "img-src data:; " * has_pictures
    return f"default-src 'none'; {pictures}style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def stylesheet(name: str) -> str:
    """One of the style sheets of the package."""
    return resources.files("referral.writers").joinpath("styles", name).read_text(encoding="utf-8")


def measures(layout: Layout) -> str:
    """What the style sheets ask for by `var(…)`; the same sizes as in a Word document of this layout."""
    size = layout.font_size
    known = {
        "size": f"{size}pt",
        "size-title": f"{size + 2}pt",
        "size-heading": f"{size + 1}pt",
        "size-small": f"{size - 2}pt",
        "size-code": f"{size - 2.5}pt",
        "leading": f"{layout.line_spacing * _SINGLE:.3f}",
        "indent": f"{layout.first_line_indent}mm",
        "gap": "6pt" if layout.first_line_indent == 0 else "3pt",
    }
    return ":root { " + "; ".join(f"--{name}: {value}" for name, value in known.items()) + " }"
