"""Every form in which one may write of a person is found: in a text file, and among the words of a page."""

import html

import pytest

from tests.unit.scan.forms import FORMS
from tests.unit.scan.persons import told


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_found_in_a_text(form: str):
    person, text = FORMS[form]

    assert person in told(f"Перша сторінка.\n\n{text}\n\nКінець.".encode())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_found_on_a_page(form: str):
    person, text = FORMS[form]
    words = text if "&" in text else html.escape(text)
    page = f"<!doctype html><html><body><p>До.</p><p>{words}</p><p>Після.</p></body></html>"

    assert person in told(page.encode())
