"""Acts since the amendment of the offence: no document prints wording of an edition that was not read, and says why."""

from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.project import Project, check_case, load_case
from referral.case.model import DocumentRequest
from referral.writers.text import write_text

ROOT = Path(__file__).parents[2]
AMENDED = "2024-10-24"
LATER = "2025-02"
KINDS = (("notice-of-suspicion", "uk"), ("evidence-annex", "uk"), ("evidence-annex", "en"), ("element-coverage", "en"))
PARTS = ("ua.cc.438.1.b", "ua.cc.438.1.c", "ua.cc.438.1.f", "ua.cc.438.2")
OLD_WORDING = {  # from the statute as it stood before, in small letters; fixed wording of templates is not law
    "ua.cc.438.1.b": "поводження з цивільним населенням",
    "ua.cc.438.1.c": "вигнання цивільного населення",
    "ua.cc.438.1.f": "згода на обов'язковість яких надана верховною радою україни",
    "ua.cc.438.2": "поєднані з умисним вбивством",
}
CASE = """\
schema_version: "1"
case: {{id: later, title: Пізніше діяння, language: uk, as_at: 2025-06-30, demonstration: true}}
sources:
  - {{id: SRC-01, kind: organisation, name: Громада, origin_group: a, invented: true}}
evidence:
  - {{id: EV-0001, title: Запис, kind: document, source: SRC-01, author: Писар, created: {period}, invented: true}}
persons:
  - {{id: PER-001, roles: [{{role: suspect}}], invented: true}}
incidents:
  - {{id: INC-01, title: Подія, type: raid_detention, date: {period}, invented: true}}
facts:
  - id: F-001
    text: Невідомий наказав іншим людям з'явитися.
    incidents: [INC-01]
    knowledge: first_hand
    citations: [{{evidence: EV-0001, locator: {{type: page, value: "1"}}}}]
    invented: true
charges:
  - {{id: CH-01, person: PER-001, provision: {provision}, breaches: [gciv.51.1.a], incidents: [INC-01],
     stage: suspicion, period: {period}, invented: true}}
"""


def project(folder: Path, provision: str, period: str, *, dated: bool = True) -> Project:
    """The case with acts of this time; if the charge is not dated, only its incident is."""
    text = CASE.format(provision=provision, period=period)
    path = folder / "case.yaml"
    path.write_text(text if dated else text.replace(f"stage: suspicion, period: {period}", "stage: suspicion"), "utf-8")
    return load_case(path)


@pytest.mark.parametrize("provision", PARTS)
@pytest.mark.parametrize(("kind", "lang"), KINDS)
def test_no_wording_of_an_edition_that_was_not_read_is_printed(provision: str, kind: str, lang: str, tmp_path: Path):
    request = DocumentRequest(id=kind, lang=lang, profile="prosecution" if kind != "element-coverage" else "internal")
    document = compose_document(project(tmp_path, provision, LATER), request).document
    text = " ".join(write_text(document).split())

    assert OLD_WORDING[provision] not in text.replace("’", "'").lower()
    points = [point.text for point in document.open_points]
    assert any("438" in point for point in points), points


@pytest.mark.parametrize("provision", PARTS)
def test_a_charge_without_a_period_prints_no_unread_wording_either(provision: str, tmp_path: Path):
    request = DocumentRequest(id="evidence-annex", lang="uk", profile="prosecution")
    document = compose_document(project(tmp_path, provision, LATER, dated=False), request).document

    assert OLD_WORDING[provision] not in " ".join(write_text(document).split()).replace("’", "'").lower()


@pytest.mark.parametrize("provision", PARTS)
def test_before_the_amendment_the_wording_is_printed(provision: str, tmp_path: Path):
    request = DocumentRequest(id="notice-of-suspicion", lang="uk", profile="prosecution")
    document = compose_document(project(tmp_path, provision, "2024-02"), request).document
    text = " ".join(write_text(document).split())

    assert OLD_WORDING[provision] in text.replace("’", "'").lower()


def test_the_case_that_straddles_the_amendment_warns_and_names_both_editions():
    findings = check_case(ROOT / "cases/kherson-zaporizhzhia-2024")
    messages = [f.message for f in findings if f.rule == "straddles-editions"]

    assert messages
    assert all("until 2024-10-23" in message and f"since {AMENDED}" in message for message in messages)
