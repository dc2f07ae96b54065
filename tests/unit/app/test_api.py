"""What the package promises: every name is used here as a program of somebody else would use it."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import referral
from referral.app.formats import known_formats
from tests.unit.app.small_bundles import load_small, write_small

ROOT = Path(__file__).parents[3]
SMALL = ROOT / "tests/golden/data/small-case"
OWN = referral.Sources.of(law=ROOT / "tests/data/law", templates=str(ROOT / "tests/data/templates"))


@pytest.fixture(scope="module")
def project() -> referral.Project:
    return referral.load_case(SMALL)


def test_every_name_is_there_and_used_in_this_module():
    tree = ast.parse(Path(__file__).read_text("utf-8"))
    owners = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))
    used = {node.attr for node in owners if isinstance(node.value, ast.Name) and node.value.id == "referral"}

    assert [] == [name for name in referral.__all__ if name not in used]
    assert [] == [name for name in referral.__all__ if getattr(referral, name, None) is None]


def test_a_name_that_is_not_promised_is_not_there():
    with pytest.raises(AttributeError, match="no attribute 'no_such_verb'"):
        _ = referral.no_such_verb


def test_the_version_is_text():
    assert referral.__version__[0].isdigit()


@pytest.mark.parametrize("as_given", [str, Path])
def test_a_path_may_be_text(as_given: Callable[[Path], str | Path], tmp_path: Path):
    folder = tmp_path / "mine"

    assert folder / "case.yaml" in referral.new(as_given(folder), "en", "2024-05-31")
    findings = referral.check_case(as_given(folder))
    assert [] == [finding for finding in findings if finding.is_error]
    started = referral.load_case(as_given(folder))
    (request,) = started.loaded.case.documents
    (built,) = referral.build(started, [request], as_given(tmp_path / "out"), ["text"])
    assert tmp_path / "out/mine/internal/element-coverage.en.txt" == built.path
    assert built.path.read_text("utf-8")


def test_a_finding_has_a_place_and_a_rule(tmp_path: Path):
    (tmp_path / "case.yaml").write_text("schema_version: '1'\n")
    (finding,) = referral.check_case(tmp_path)

    assert isinstance(finding, referral.Diagnostic)
    assert (True, "missing-key") == (finding.is_error, finding.rule)
    with pytest.raises(referral.InvalidCaseError) as caught:
        referral.load_case(tmp_path)
    assert (finding,) == caught.value.diagnostics
    assert isinstance(caught.value, referral.ReferralError)


def test_the_law_is_the_shipped_one_unless_another_is_named():
    shipped, with_own = referral.load_law(), referral.load_law(OWN)

    assert isinstance(shipped, referral.Law)
    assert (False, True) == (shipped.has_provision("ex.1"), with_own.has_provision("ex.1"))
    assert shipped.provisions.keys() < with_own.provisions.keys()
    assert [] == [finding for finding in referral.check_law() if finding.is_error]


def test_wrong_law_is_told_and_refused(tmp_path: Path):
    (tmp_path / "x.yaml").write_text("no: law\n")
    sources = referral.Sources.of(law=tmp_path)

    assert [finding for finding in referral.check_law(sources) if finding.is_error]
    with pytest.raises(referral.InvalidLawError):
        referral.load_law(sources)


def test_a_case_is_assessed_charge_by_charge(project: referral.Project):
    coverage = referral.assess(project.loaded.case, project.law)

    assert isinstance(coverage, referral.Coverage)
    assert coverage == project.coverage
    assert [charge.id for charge in project.loaded.case.charges] == [covered.charge.id for covered in coverage.charges]


def test_a_document_that_the_case_does_not_list_is_composed_and_written(project: referral.Project):
    request = referral.DocumentRequest(id="element-coverage", lang="uk", profile="internal")
    composed = referral.compose(project, request)

    assert composed.open_points
    assert ["text", "html"] == sorted(referral.write(composed.document, ["text", "html"]), reverse=True)


def test_a_format_may_be_called_by_the_end_of_its_file_name():
    assert ("text", "pdf") == known_formats(["txt", "pdf", "text"])


@pytest.mark.parametrize("formats", [["odt"], ["text", "papyrus"], []])
def test_a_format_that_we_do_not_write_is_wrong_usage(formats: list[str], project: referral.Project, tmp_path: Path):
    request = project.loaded.case.documents[0]
    document = referral.compose(project, request).document

    with pytest.raises(referral.UsageError, match="the formats are docx, pdf, html, text, sources; not"):
        referral.write(document, formats)
    with pytest.raises(referral.UsageError, match="the formats are docx, pdf, html, text, sources; not"):
        referral.build(project, [request], tmp_path, formats)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("document", "lang", "profile", "person"),
    [
        ("no-such-document", "uk", "internal", None),
        ("element-coverage", "fr", "internal", None),
        ("element-coverage", "uk", "nobody", None),
        ("notice-of-suspicion", "uk", "prosecution", "PER-003"),
    ],
)
def test_a_document_that_cannot_be_had_is_wrong_usage(
    document: str, lang: str, profile: str, person: str | None, project: referral.Project
):
    with pytest.raises(referral.UsageError):
        referral.compose(project, referral.DocumentRequest(id=document, lang=lang, profile=profile, person=person))


def test_a_recipient_that_nobody_knows_is_wrong_usage(project: referral.Project):
    with pytest.raises(referral.UsageError, match="profiles: "):
        project.view("nobody")


def test_a_rule_and_an_element_are_explained():
    assert "unknown-evidence" == referral.explain("unknown-evidence")[0]
    assert referral.explain("ex.1/1", "en", OWN)[0].startswith("ex.1/1 ")
    with pytest.raises(referral.UsageError, match='no rule, provision or element "unknown-evidense"; nearest'):
        referral.explain("unknown-evidense")


def test_a_paragraph_is_explained():
    donbas = referral.load_case(ROOT / "cases/donbas-2022")
    request = next(r for r in donbas.loaded.case.documents if r.id == "article-15-communication")

    assert referral.explain_paragraph(donbas, request, "¶ 12")[0].startswith("¶ 12: ")
    for reference in ("¶ 0", "9999", "9" * 5000, "first"):
        with pytest.raises(referral.UsageError, match="paragraph"):
            referral.explain_paragraph(donbas, request, reference)


def test_schemas_come_by_name():
    assert "https://json-schema.org/draft/2020-12/schema" == referral.schema()["case"]["$schema"]


def test_the_doctor_looks_at_law_and_templates():
    assert {"law library", "templates"} <= {found.what for found in referral.doctor() if found.ok}


def test_any_text_is_declined_and_a_case_in_a_language_without_rules_is_refused(project: referral.Project):
    declined = referral.decline("Бойко", "family-name", "masculine")

    assert ("Бойком", True) == (declined.forms["instrumental"], declined.is_certain)  # type: ignore[index]
    with pytest.raises(referral.UsageError, match="kinds: family-name"):
        referral.decline("Бойко", "nickname")
    assert ["identities", "postings"] == sorted({one.section for one in referral.names(project)} - {"units"})


def test_a_case_is_handed_over_and_the_bundle_checked(tmp_path: Path):
    terms = referral.BundleTerms(formats=["text"])
    made = referral.bundle(load_small(write_small(tmp_path)), "prosecution", str(tmp_path / "out"), terms)
    (seal,) = made.seals.values()

    assert () == referral.verify(str(made.path), seal).findings
    (made.path / "data/index.csv").unlink()
    assert ["missing"] == [finding.kind for finding in referral.verify(made.path).findings]
