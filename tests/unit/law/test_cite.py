"""Citations come out of the instrument's patterns and the provision's number."""

import pytest

from tests.unit.law.builder import PROVISION, library, provision

PART = """
- id: x.1.1
  parent: x.1
  kind: offence
  number: {article: 1, part: 1}
  title: {uk: Частина, en: Part}
  status: known
"""


@pytest.mark.parametrize(
    ("expected", "lang", "form"),
    [
        ("ч. 1 ст. 1 КІ", "uk", "short"),
        ("ч. 1 ст. 1", "uk", "number"),
        ("частина перша статті 1 Кодексу Ікс", "uk", "nom"),
        ("частині першій статті 1 Кодексу Ікс", "uk", "loc"),
        ("article 1(1) CX", "en", "short"),
    ],
)
def test_a_part_is_cited_by_the_pattern_of_parts(expected: str, lang: str, form: str) -> None:
    assert expected == library(PROVISION + PART).cite("x.1.1", lang, form)


def test_a_provision_may_have_its_own_number_form() -> None:
    law = library(provision("cite: {en: {number: '1, last paragraph'}}"))

    assert law.cite("x.1", "en") == "article 1, last paragraph CX"


def test_an_article_with_an_index_is_printed_raised_only_if_asked() -> None:
    law = library(PROVISION.replace("article: 1", "article: 31-1"))

    assert law.cite("x.1", "uk") == "ст. 31-1 КІ"
    assert law.cite("x.1", "uk", superscript=True) == "ст. 31¹ КІ"


@pytest.mark.parametrize(("lang", "form"), [("uk", "voc"), ("fr", "short")])
def test_an_unknown_form_or_language_is_a_lookup_error_that_says_so(lang: str, form: str) -> None:
    with pytest.raises(LookupError, match=f'x.1 has no citation of the form .* in "{lang}"'):
        library().cite("x.1", lang, form)
