"""A file that tells its recipient whom he may not know is never let out, and nothing of its build stays."""

import shutil
from pathlib import Path

import pytest

from referral.app.build import build
from referral.app.project import Project, Sources, load_case
from referral.case.model import DocumentRequest
from referral.cli import main
from referral.errors import ProtectedDataError

SMALL = Path(__file__).parents[2] / "golden/data/small-case"
SLIP = DocumentRequest(id="slip", lang="en", profile="public")
ANNEX = DocumentRequest(id="evidence-annex", lang="en", profile="public")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "case"))


def project(case: Path, templates: Path) -> Project:
    return load_case(case, Sources.of(templates=templates))


def leaking_templates(folder: Path, words: str) -> Path:
    """A kind of document whose own words name somebody, as a slip of its author would."""
    kind = folder / "templates" / "slip"
    kind.mkdir(parents=True)
    (kind / "document.yaml").write_text("title: {en: A slip}\nprofiles: [public, internal]\n", "utf-8")
    (kind / "en.xml.j2").write_text(f"<document><p>{words}</p></document>", "utf-8")
    return folder / "templates"


def told_of(case: Path) -> str:
    """A surname of the vault whom the public may not know."""
    loaded = load_case(case, Sources.of())
    shown = loaded.view("public").identities
    names = [name.last for i in loaded.vault.vault.identities if i.person not in shown for name in i.names if name.last]
    assert names
    return names[0]


def test_nothing_is_left_of_a_build_that_tells_of_somebody(case: Path, tmp_path: Path):
    own = project(case, leaking_templates(tmp_path, f"Seen with {told_of(case)}."))
    with pytest.raises(ProtectedDataError):
        build(own, [ANNEX, SLIP], tmp_path / "out", ["text"])
    assert [".referral.json"] == [path.name for path in (tmp_path / "out").rglob("*") if path.is_file()]


def test_an_older_version_of_the_refused_file_goes_as_well(case: Path, tmp_path: Path):
    templates = leaking_templates(tmp_path, "Seen with others.")
    [written] = build(project(case, templates), [SLIP], tmp_path / "out", ["text"])
    assert written.path.exists()

    (templates / "slip/en.xml.j2").write_text(f"<document><p>Seen with {told_of(case)}.</p></document>", "utf-8")
    with pytest.raises(ProtectedDataError):
        build(project(case, templates), [SLIP], tmp_path / "out", ["text"])
    assert not written.path.exists()


def test_a_file_that_somebody_has_changed_since_stays_his(case: Path, tmp_path: Path):
    templates = leaking_templates(tmp_path, "Seen with others.")
    [written] = build(project(case, templates), [SLIP], tmp_path / "out", ["text"])
    written.path.write_text("edited", "utf-8")

    (templates / "slip/en.xml.j2").write_text(f"<document><p>Seen with {told_of(case)}.</p></document>", "utf-8")
    with pytest.raises(ProtectedDataError):
        build(project(case, templates), [SLIP], tmp_path / "out", ["text"])
    assert "edited" == written.path.read_text("utf-8")


@pytest.mark.parametrize("file_format", ["text", "html", "docx", "pdf"])
def test_every_format_is_searched_and_the_message_has_place_and_code_but_no_name(
    case: Path, tmp_path: Path, file_format: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    name = told_of(case)
    templates = leaking_templates(tmp_path, f"Seen with {name}.")
    asked = ["--document", "slip", "--lang", "en", "--profile", "public", "--format", file_format]
    command = ["referral", "build", str(case), *asked, "--templates", str(templates), "-o", str(tmp_path / "out")]
    monkeypatch.setattr("sys.argv", command)
    with pytest.raises(SystemExit) as ended:
        main()

    printed = "".join(capsys.readouterr())
    assert 5 == ended.value.code
    assert "tells who PER-" in printed
    assert name.casefold() not in printed.casefold()


def test_what_the_recipient_may_see_is_let_out(case: Path, tmp_path: Path):
    assert 1 == len(build(project(case, leaking_templates(tmp_path, "Nobody.")), [SLIP], tmp_path / "out", ["text"]))
