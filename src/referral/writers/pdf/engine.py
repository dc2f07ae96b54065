"""WeasyPrint behind a locked door: our fonts alone, no address ever fetched, no complaint of its passed over."""

import io
import warnings
from collections.abc import Mapping
from contextlib import redirect_stdout
from threading import Lock
from types import MappingProxyType
from typing import Any, TypeAlias

from referral.document.drawings import Picture
from referral.errors import WriteError
from referral.writers.pages.laid import Laid
from referral.writers.pdf import complaints
from referral.writers.pdf.conformance import VARIANT, finish, refuse_what_runs_off
from referral.writers.pdf.finished import bookmarks, misnumbered, parting, spots_of_anchors, stamp_the_last
from referral.writers.pdf.fonts import only_ours

Pictures: TypeAlias = Mapping[str, Picture]  # by their addresses
_NO_PICTURES: Pictures = MappingProxyType({})

INSTALL = (
    "PDF needs the Python package weasyprint and three system libraries; on Debian and Ubuntu: "
    "pip install 'referral[pdf]' and apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
    "on macOS: brew install pango. DOCX, HTML and text need none of them, nor does --pdf-engine typst: "
    "pip install 'referral[typst]'."
)
# The fonts are told through the environment, and complaints come through loggers: both belong to the whole process.
_ONE_AT_A_TIME = Lock()
_HELD = "held"  # what `paper.css` calls a paragraph that needs three lines on a page
_ATTEMPTS = 6  # one in a hundred notes asks for a second; what the last one has left is printed


def render(html: str, pictures: Pictures = _NO_PICTURES, name: str = "") -> Laid:
    """Lay out a page of ours and write it. Raises WriteError if anything was amiss, however slightly.

    `name` is empty where it is a whole document.
    """
    with _ONE_AT_A_TIME, only_ours(), complaints.raised():
        weasyprint = load()
        try:
            return _rendered(weasyprint.HTML(string=html, url_fetcher=locked_fetcher(weasyprint, pictures)), name)
        except weasyprint.urls.FatalURLFetchingError as failure:  # a BaseException, which no `except Exception` stops
            raise WriteError(f"the PDF asked for something from outside: {failure}") from failure


@only_ours()
def load() -> Any:
    """WeasyPrint, or WriteError that says what to install."""
    try:
        # It prints a hint of its own to standard output, which belongs to what the program was asked for.
        with redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore", category=DeprecationWarning):
            import weasyprint
            from weasyprint.text.ffi import harfbuzz_subset
    except (ImportError, OSError) as failure:
        raise WriteError(f"{INSTALL} ({failure})") from failure
    if harfbuzz_subset is None:  # it would do without, but write the current time into the fonts
        raise WriteError(f"{INSTALL} (libharfbuzz-subset is missing)")
    return weasyprint


def locked_fetcher(weasyprint: Any, pictures: Pictures = _NO_PICTURES) -> Any:
    """Refuses every address but those of pictures handed over with the page; fonts come by fontconfig."""

    class Locked(weasyprint.urls.URLFetcher):  # type: ignore[misc] # weasyprint has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in pictures:
                raise ValueError("a document may not ask for anything from outside")
            kind = {"Content-Type": f"image/{pictures[url].format}"}
            return weasyprint.urls.URLFetcherResponse(url, pictures[url].data, kind)

    return Locked(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)


def _rendered(page: Any, name: str) -> Laid:
    laid_out = _laid_out(page)
    refuse_what_runs_off(laid_out.pages)
    # It leaves the file of its colour profile to the garbage collector.
    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        # An identifier is made from a second copy of all bytes; a chunk needs none, for the file gets one of its own.
        data = laid_out.write_pdf(pdf_variant=VARIANT, pdf_identifier=not name, finisher=finish)
    return Laid(data, len(laid_out.pages), spots_of_anchors(laid_out.pages), tuple(bookmarks(laid_out.pages)))


def _laid_out(page: Any) -> Any:
    """The pages, laid out again until every note stands on the page of its call, and contents name the right pages."""
    for _ in range(_ATTEMPTS):
        laid_out = page.render(pdf_variant=VARIANT)
        paragraphs = [element for element in parting(laid_out.pages) if _HELD not in element.get("class", "")]
        entries = misnumbered(laid_out.pages)
        if not paragraphs and not entries:
            break
        for element in paragraphs:
            element.set("class", f"{element.get('class', '')} {_HELD}")
        for element, number in entries.items():
            element.set("data-page", str(number))  # `paper.css` prints it and asks the layout no more
    stamp_the_last(laid_out.pages)
    return laid_out
