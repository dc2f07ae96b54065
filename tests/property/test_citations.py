"""Every citation that the shipped library can write is read back to its provision, however it is spaced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.law.cite import forms_of
from referral.law.read_citation import CitationReader
from tests.unit.builder import shipped_law

LAW = shipped_law()
READER = CitationReader(LAW)
WRITTEN = [
    (name, LAW.cite(name, lang, form, superscript=superscript))
    for name in LAW.provisions
    for lang in LAW.instrument_of(name).citation
    for form in sorted(forms_of(LAW.instrument_of(name), lang))
    for superscript in (False, True)
]
SPACES = st.sampled_from([" ", "\u00a0", "  ", "\u202f", "\n"])


@pytest.mark.parametrize("instrument", LAW.instruments)
def test_every_citation_of_an_instrument_is_read_back(instrument: str) -> None:
    own = [(name, text) for name, text in WRITTEN if LAW.instrument_of(name).id == instrument]

    assert [] == [(name, text) for name, text in own if name not in READER.read(text)]


@given(st.sampled_from(WRITTEN), st.lists(SPACES, min_size=12, max_size=12))
def test_spacing_does_not_matter(written: tuple[str, str], spaces: list[str]) -> None:
    name, text = written
    words = text.split(" ")
    spaced = "".join(word + spaces[n % len(spaces)] for n, word in enumerate(words))

    assert name in READER.read(spaced)
