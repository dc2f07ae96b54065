"""The annex of evidence of the small case, for two recipients."""

import pytest

from tests.golden.texts import ADVICE, EVIDENCE_ANNEX, golden, plain, small_case, written

PUBLIC = ("evidence-annex", "en", "public")
PROSECUTION = ("evidence-annex", "uk", "prosecution")


@pytest.mark.parametrize("wanted", EVIDENCE_ANNEX, ids=".".join)
def test_the_annex_reads_as_the_golden_text(wanted):
    assert golden(*wanted).read_text(encoding="utf-8") == written(*wanted), ADVICE


def test_a_public_annex_holds_no_name_of_the_vault_and_no_consent():
    names = {n for i in small_case().vault.identities.values() for name in i.names for n in (name.last, name.first)}
    text = plain(*PUBLIC)
    assert [] == [name for name in names if name and name in text]
    assert "Consent by use" not in text


def test_the_prosecution_reads_the_name_of_the_suspect_and_of_no_witness():
    text = plain(*PROSECUTION)
    assert "Неназваненко Остап Тарасович" in text
    assert "Прикладенко" not in text
    assert "Зразковська" not in text


def test_what_a_recipient_may_not_see_is_counted():
    text = plain(*PUBLIC)
    assert "EV-0005" not in text
    assert "- items of evidence: 1\n" in text
    assert "[not shown in full]" in text
    assert "[not shown" not in plain("evidence-annex", "en", "prosecution")


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_an_unanswered_contradiction_stands_beside_what_it_contradicts(profile):
    text = plain("evidence-annex", "en", profile)
    row = next(line for line in text.splitlines() if line.startswith("5 | Act of compulsion"))
    assert "F-002" in row
    assert "Contradicts. F-004" in row
    assert "No answer is recorded." in row
    assert "contested" in row


def test_conflicting_numbers_name_each_other():
    lines = plain(*PUBLIC).splitlines()
    first, second = (next(line for line in lines if line.startswith(code)) for code in ("Q-01 |", "Q-02 |"))
    assert first.endswith("Q-02: 25–30 men")
    assert second.endswith("Q-01: about 40 men")
