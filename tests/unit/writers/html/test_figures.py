"""Figures on a page and in plain text: nothing is fetched, nothing of a case becomes markup."""

import re
from base64 import b64decode
from html import unescape

from referral.writers.html import write_html
from referral.writers.text import write_text
from tests.unit.images import picture
from tests.unit.writers.figures import ALTERNATIVE, document, figure


def page(*figures) -> str:
    return write_html(document(*figures)).decode()


def test_a_picture_stands_in_the_page_itself_and_the_policy_allows_no_other():
    text = page(figure())
    (address,) = re.findall(r'<img src="([^"]+)"', text)

    assert picture().data == b64decode(address.removeprefix("data:image/png;base64,"))
    assert "default-src 'none'; img-src data:; style-src" in unescape(text)


def test_a_page_without_pictures_allows_none():
    assert "img-src" not in page()


def test_a_picture_is_told_in_words_that_stay_words():
    assert 'alt="a sheet “with” &lt;marks&gt; &amp; a stamp"' in page(figure())


def test_a_figure_has_its_label_its_caption_and_its_size():
    text = page(figure(picture((1000, 500)), id="fig"))

    assert '<figure id="fig">' in text
    assert '<span class="label">Figure 1. </span>A notice' in text
    assert ".figure-1 { width: 80.00mm }" in text


def test_plain_text_tells_what_the_picture_shows():
    assert f"[{ALTERNATIVE}]\nFigure 1. A notice" in write_text(document(figure()))
