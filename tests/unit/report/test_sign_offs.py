"""Sign-offs in the reports on coverage: how many hold, are stale, are wanting; for those who draw up the case alone."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from referral.app.build import compose_document
from referral.app.coverage import Asked, report, shown_of
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.writers.text import write_text
from tests.unit.builder import DATA, charge, fact, item, mapping, source, write_case
from tests.unit.report.tellers import small_case, teller

ROOT = Path(__file__).parents[3]
SOURCES = Sources((DATA / "law",), (ROOT / "templates",))


def load(folder: Path, by: str = "lawyer-1", **sections: Any) -> Project:
    """A fact that changed since somebody signed it off."""
    zeros = "0" * 64
    old = {"by": by, "on": "2024-01-30", "fingerprint": {"entry": zeros, "evidence": zeros}}
    entries = {"sources": [source(name="A body")], "evidence": [item()], "facts": [fact(reviews=[old])]}
    return load_case(write_case(folder, **entries, **sections), SOURCES)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The same, and a mapping that nobody looked at."""
    return load(tmp_path, charges=[charge()], mappings=[mapping(fact="F-001")])


def written(project: Project, output_format: str, profile: str = "internal", lang: str = "en") -> bytes:
    asked = Asked(profile, lang=lang)
    return report(project, asked, shown_of(project, asked), output_format)


def test_the_table_ends_with_them(project: Project):
    told = written(project, "text").decode().splitlines()

    assert [
        "sign-offs of facts: 0 reviewed, 1 stale, 0 unreviewed",
        "sign-offs of mappings: 0 reviewed, 0 stale, 1 unreviewed",
        "  F-001  changed since: entry, evidence",
    ] == told[-3:]


def test_json_has_the_counts_and_what_waits(project: Project):
    expected = {
        "facts": {"reviewed": 0, "stale": 1, "unreviewed": 0},
        "mappings": {"reviewed": 0, "stale": 0, "unreviewed": 1},
        "waiting": [{"section": "facts", "id": "F-001", "changed": ["entry", "evidence"]}],
    }

    assert expected == json.loads(written(project, "json"))["reviews"]


def test_the_first_sheet_of_the_workbook_has_the_counts(project: Project):
    sheet = load_workbook(io.BytesIO(written(project, "xlsx"))).worksheets[0]
    told = dict(row[:2] for row in sheet.iter_rows(min_row=2, values_only=True))

    stale = "signed off: 0; stale, for what was signed off has changed: 1; not signed off: 0"
    assert stale == told["Sign-offs of facts"]
    assert "F-001" == told["Stale sign-offs"]


@pytest.mark.parametrize(
    ("lang", "count", "why"),
    [
        ("en", "signed off: 0; stale, for what was signed off has changed: 1; not signed off: 0", "the entry itself"),
        ("uk", "Перевірка обставин", "сам запис"),
        ("fr", "Validation des faits", "l’entrée elle-même"),
    ],
)
def test_the_page_has_the_counts_and_what_waits(lang: str, count: str, why: str, project: Project):
    section = (
        written(project, "html", lang=lang).decode().partition('<section id="reviews"')[2].partition("</section>")[0]
    )

    assert count in section
    assert f"<b>F-001</b>: {why}; " in section


@pytest.mark.parametrize(("lang", "heading"), [("en", "Sign-offs"), ("uk", "Перевірка записів")])
def test_the_printed_report_has_a_table_and_an_open_point(lang: str, heading: str, tmp_path: Path):
    request = DocumentRequest(id="element-coverage", lang=lang, profile="internal")
    composed = compose_document(load(tmp_path), request)
    text = write_text(composed.document)

    assert "lawyer-1, " in text
    assert 2 <= text.count(heading)  # in the table of contents, and above the section
    assert [] != [point for point in composed.open_points if "F-001" in repr(point)]


def test_what_a_reviewer_is_called_is_never_markup(tmp_path: Path):
    request = DocumentRequest(id="element-coverage", lang="en", profile="internal")
    role = "<b>{{ case }}</b> & =1+1"

    assert role in write_text(compose_document(load(tmp_path, role), request).document)


@pytest.mark.parametrize("profile", ["prosecution", "public"])
def test_nobody_else_is_told(profile: str, project: Project):
    told = written(project, "text", profile).decode() + written(project, "json", profile).decode()

    assert "sign-offs" not in told
    assert "reviews" not in told
    assert '"reviews"' not in written(project, "html", profile).decode().partition('"words":')[0]
    assert 'id="reviews"' not in written(project, "html", profile).decode()


def test_a_weighing_tells_who_looked_at_it_each_time():
    digests = {"entry": "0" * 64, "evidence": "0" * 64}
    signed = [{"by": role, "on": "2024-01-30", "fingerprint": digests} for role in ("lawyer-1", "lawyer-2")]
    case = small_case(mappings=[mapping(reviewed_by="analyst-2", reviewed_on="2024-01-29", reviews=signed)])

    expected = "analyst-2, 29 January 2024; lawyer-1, 30 January 2024; lawyer-2, 30 January 2024"
    assert expected == teller(case).reviewed(case.mappings[0]).replace("\u00a0", " ")
