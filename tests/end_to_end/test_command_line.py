"""The command line as a user meets it: help, examples, exit codes, streams.

Most commands take less time than to start a process for them: they are run in this one, by what a process would run.
"""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from referral.cli import group, main

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests/golden/data/small-case"
COMMANDS = (
    "new",
    "check",
    "coverage",
    "build",
    "bundle",
    "verify",
    "custody",
    "review",
    "diff",
    "scan",
    "law",
    "explain",
    "schema",
    "doctor",
)
NOTICE = ("build", str(SMALL), "--document", "notice-of-suspicion", "--profile", "prosecution", "--format", "text")
HEAVY = ("pydantic", "jinja2", "docx", "lxml", "weasyprint", "rich", "yaml", "PIL", "openpyxl")


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command line in this process, with streams, arguments and a working folder of its own."""
    out, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(cwd):
        for name, value in (("stdout", out), ("stderr", told), ("argv", ["referral", *arguments])):
            patch.setattr(sys, name, value)
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    texts = [stream.buffer.getvalue().decode() for stream in (out, told)]
    return subprocess.CompletedProcess(arguments, code, *texts)


def start(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "referral", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def examples() -> list[str]:
    """Every command line that stands under “Example(s):” in some `--help`. Read in this process."""
    subcommands = [("law", name) for name in ("list", "show", "diff", "check", "new")]
    calls = [*((command,) for command in COMMANDS), *subcommands]
    pages = [CliRunner().invoke(group, [*call, "--help"]).output for call in calls]
    return [line.strip() for page in pages for line in re.findall(r"^\s+referral .*$", page, re.MULTILINE)]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration cases, as the examples expect it."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / "cases", folder / "cases")
    shutil.copytree(ROOT / "cases/donbas-2022", folder / "earlier/donbas-2022")  # another revision, for `diff`
    for profile in ("public", "prosecution"):  # finished files, for `scan`
        (folder / "output/donbas-2022" / profile).mkdir(parents=True)
        (folder / "output/donbas-2022" / profile / "finished.txt").write_text("PER-001")
    return folder


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "referral", option],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert [] == [name for name in HEAVY if name in loaded]


def test_help_names_every_command():
    done = start("--help")

    assert [] == [name for name in COMMANDS if name not in done.stdout]


def _is_long(line: str) -> bool:
    """Building every document of a demonstration takes long."""
    return (" build " in line or " bundle " in line) and "--document" not in line


def _marked(line: str) -> object:
    return pytest.param(line, marks=pytest.mark.slow) if _is_long(line) else line


@pytest.mark.parametrize("line", [_marked(line) for line in examples()])
def test_every_example_of_the_help_runs(line: str, workplace: Path):
    done = (start if _is_long(line) else run)(*shlex.split(line)[1:], cwd=workplace)
    assert (0, "") == (done.returncode, "" if done.returncode == 0 else done.stdout + done.stderr)


def test_a_new_case_passes_check_and_builds(tmp_path: Path):
    for lang in ("uk", "en"):
        made = run("new", f"case-{lang}", "--lang", lang, "--as-at", "2024-05-31", cwd=tmp_path)
        assert (0, f"case-{lang}/case.yaml") == (made.returncode, made.stdout.splitlines()[0])
        checked = run("check", f"case-{lang}", cwd=tmp_path)
        assert (0, []) == (checked.returncode, [line for line in checked.stdout.splitlines() if ": error: " in line])
        built = run("build", f"case-{lang}", "--format", "text", cwd=tmp_path)
        assert (0, []) == (built.returncode, [line for line in built.stderr.splitlines() if ": error: " in line])


def test_a_new_case_leaves_what_is_there_alone(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("mine")
    assert 3 == run("new", ".", cwd=tmp_path).returncode
    assert ["notes.txt"] == [p.name for p in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "no-such-case"), 1),
        (("check",), 2),
        (("no-such-command",), 2),
        (("check", str(SMALL), "--format", "prose"), 2),
        (("build", str(SMALL), "--document", "no-such-document"), 2),
        (("build", str(SMALL), "--document", "element-coverage", "--format", "text"), 2),  # public may not have it
        (("build", str(SMALL), "--format", "papyrus"), 2),
        (("build", str(SMALL), "--document", "evidence-annex", "--lang", "EN"), 2),
        (("build", str(SMALL), "--document", "evidence-annex", "--profile", "No Such"), 2),
        (("build", str(SMALL), str(SMALL)), 2),
        ((*NOTICE, "--person", "PER-003"), 2),  # a witness
        ((*NOTICE, "--person", "PER-404"), 2),
        ((*NOTICE, "--person", "PER-001"), 0),
        (("explain", str(SMALL), "--document", "evidence-annex", "¶ 0"), 2),
        (("new", "x", "--lang", ".."), 2),
        (("new", "x", "--as-at", "2014/.."), 2),
        (("bundle", str(SMALL), "--profile", "court", "-o", "bundles"), 2),  # for whom the case lists nothing
        (("bundle", str(SMALL), "--profile", "prosecution", "-o", "bundles", "--split", "much"), 2),
        (("verify", str(SMALL)), 0),
        (("verify", "."), 3),  # an empty folder
        (("explain", "no-such-rule"), 2),
        (("law", "show", "no.such.law"), 2),
        (("coverage", str(SMALL), "--charge", "CH-99"), 2),
        (("coverage", str(SMALL), "--format", "html", "--lang", "xx"), 2),
        (("coverage", str(SMALL), "--format", "html", "-o", "page.html"), 0),
        (("coverage", str(SMALL), "--format", "xlsx", "-o", "no-such-folder/book.xlsx"), 0),
        (("check", str(SMALL)), 0),
        (("law", "check"), 0),
        (("doctor",), 0),
    ],
)
def test_exit_codes(arguments: tuple[str, ...], code: int, tmp_path: Path):
    done = run(*arguments, cwd=tmp_path)
    assert code == done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("arguments", [("check", str(SMALL)), ("coverage", str(SMALL)), ("law", "list")])
def test_json_stands_alone_on_standard_output(arguments: tuple[str, ...]):
    assert 1 == json.loads(start(*arguments, "--format", "json").stdout)["schema"]


def test_sarif_and_junit_name_the_place_of_a_finding(tmp_path: Path):
    (tmp_path / "case.yaml").write_text("schema_version: '1'\ncase: {id: x, titel: T, language: en, as_at: 2024}\n")
    sarif = json.loads(run("check", "case.yaml", "--format", "sarif", cwd=tmp_path).stdout)
    places = [r["locations"][0]["physicalLocation"]["region"] for r in sarif["runs"][0]["results"]]
    assert {"startLine": 2, "startColumn": 15} in places
    junit = run("check", "case.yaml", "--format", "junit", cwd=tmp_path).stdout
    assert 'failures="2"' in junit
    assert "unknown-key case.yaml:2:15" in junit


def test_finished_files_are_replaced_only_if_we_wrote_them(tmp_path: Path):
    def build(*more: str) -> subprocess.CompletedProcess[str]:
        return run("build", str(SMALL), "-o", "out", "--format", "text", *more, cwd=tmp_path)

    first = build()
    assert 0 == first.returncode
    written = [tmp_path / line.split("  (")[0] for line in first.stdout.splitlines()]
    assert (0, 0) == (build("--check").returncode, build().returncode)
    written[0].write_text("a lawyer's own words")
    assert (1, 3) == (build("--check").returncode, build().returncode)
    assert "a lawyer's own words" == written[0].read_text()
    assert 0 == build("--force").returncode
    assert 0 == build("--check").returncode


def test_schemas_are_not_written_over_other_files(tmp_path: Path):
    (tmp_path / "case.schema.json").write_text("mine")
    assert 3 == run("schema", "-o", ".", cwd=tmp_path).returncode
    assert "mine" == (tmp_path / "case.schema.json").read_text("utf-8")
    assert 0 == run("schema", "-o", ".", "--name", "vault", cwd=tmp_path).returncode
    assert ["case.schema.json", "vault.schema.json"] == sorted(path.name for path in tmp_path.iterdir())
    assert 0 == run("schema", "-o", ".", "--force", cwd=tmp_path).returncode


def test_a_new_case_is_made_of_ones_own_skeleton(tmp_path: Path):
    (tmp_path / "own/_new/en").mkdir(parents=True)
    (tmp_path / "own/_new/en/notes.txt").write_text("for @CASE@")
    assert 0 == run("new", "mine", "--lang", "en", "--templates", "own", cwd=tmp_path).returncode
    assert "for mine" == (tmp_path / "mine/notes.txt").read_text("utf-8")


def test_a_paragraph_is_explained_by_its_notes_and_items():
    case = str(ROOT / "cases/donbas-2022")
    done = run("explain", case, "--document", "article-15-communication", "¶ 37")
    lines = done.stdout.splitlines()
    assert (0, True) == (done.returncode, lines[0].startswith("¶ 37: "))
    assert any(re.match(r"  F-\d+: .*facts\.yaml:\d+$", line) for line in lines)
    assert any(re.match(r"    Annex .*: EV-\d+ “.*”, source SRC-\d+.*, .*evidence\.yaml:\d+$", line) for line in lines)
    assert any(re.match(r"  \w+ \S+ of CH-\d+ \(\S+\), by M-\d+ through F-\d+$", line) for line in lines)
    assert any(re.match(r"  law: \S+ \(charged\)$", line) for line in lines)
    assert lines[-1].endswith("template article-15-communication/en.xml.j2")
    assert 2 == run("explain", case, "--document", "article-15-communication", "¶ 9999").returncode
    assert 2 == run("explain", case, "¶ 37").returncode


def test_a_footnote_is_explained_and_as_data_too():
    asked = ("explain", str(ROOT / "cases/donbas-2022"), "--document", "article-15-communication")
    done = run(*asked, "fn. 3", "--format", "json")
    data = json.loads(done.stdout)
    assert ({3}, True) == ({s["where"]["note"] for s in data["sentences"]}, bool(data["items"]))
    assert run(*asked, "fn. 3").stdout.startswith("fn. 3: ")
    assert (2, True) == ((no := run(*asked, "fn. 9999")).returncode, "its last is fn. " in no.stderr)
    assert 2 == run("explain", "unknown-evidence", "--format", "json").returncode


def test_an_edited_document_is_set_against_its_sidecar(tmp_path: Path):
    build = ("build", str(SMALL), "--document", "evidence-annex", "--lang", "en", "--profile", "internal")
    assert 0 == run(*build, "--format", "docx,sources", "-o", str(tmp_path)).returncode
    (document,), (sidecar,) = tmp_path.rglob("*.docx"), tmp_path.rglob("*.sources.json")
    asked = ("explain", "--edited", str(document), "--against", str(sidecar))
    done, data = run(*asked), json.loads(run(*asked, "--format", "json").stdout)

    assert (0, "0 sentences changed, 0 new and without a source, 0 gone\n") == (done.returncode, done.stdout)
    assert {"schema": 1, "changed": [], "new": [], "gone": []} == data
    assert 2 == run("explain", "--edited", str(document)).returncode
    assert 2 == run("explain", "--edited", str(sidecar), "--against", str(sidecar)).returncode
    assert 2 == run("explain", "x", *asked[1:]).returncode


def test_what_has_no_numbered_paragraph_says_so():
    done = run("explain", str(SMALL), "--document", "evidence-annex", "--lang", "en", "--profile", "internal", "¶ 3")
    assert (2, True) == (done.returncode, "no paragraph of this document is numbered" in done.stderr)


def test_warnings_come_after_the_files_and_can_be_left_out(tmp_path: Path):
    asked = ("build", str(SMALL), "-o", "out", "--format", "txt", "--force")
    told, quiet = start(*asked, cwd=tmp_path), start(*asked, "--quiet", cwd=tmp_path)
    assert (0, 0, True) == (told.returncode, quiet.returncode, ": warning: " in told.stderr)
    assert (told.stdout, "") == (quiet.stdout, quiet.stderr)
    wrong = run(*asked, "--document", "no-such-document", cwd=tmp_path)
    assert (2, False) == (wrong.returncode, ": warning: " in wrong.stderr)


def test_a_case_without_charges_has_no_coverage_and_is_no_mistake(tmp_path: Path):
    run("new", "mine", cwd=tmp_path)
    done = run("coverage", "mine", cwd=tmp_path)
    assert (0, "", True) == (done.returncode, done.stdout, "no charge is written yet" in done.stderr)
    assert [] == json.loads(run("coverage", "mine", "--format", "json", cwd=tmp_path).stdout)["charges"]


def test_a_folder_of_ones_own_that_holds_nothing_is_wrong_usage(tmp_path: Path):
    run("law", "new", "pack", cwd=tmp_path)
    wrong = run("law", "check", "--law", "pack", cwd=tmp_path)
    assert (2, True) == (wrong.returncode, "no law file in pack; did you mean " in wrong.stderr)
    assert "pack/law" in wrong.stderr
    (tmp_path / "own/templates/letter").mkdir(parents=True)
    (tmp_path / "own/templates/letter/document.yaml").write_text("")
    wrong = run("doctor", "--templates", "own", cwd=tmp_path)
    assert (2, True) == (wrong.returncode, "no template in own; did you mean own/templates?" in wrong.stderr)


def test_a_folder_of_several_cases_is_not_read_as_one():
    done = run("check", str(ROOT / "cases"))
    assert (1, 1) == (done.returncode, len(done.stdout.splitlines()))
    assert "this folder holds several cases; name one: " in done.stdout


def test_coverage_fails_on_gaps_only_when_asked(tmp_path: Path):
    case = ROOT / "cases/donbas-2022"
    assert 0 == run("coverage", str(case)).returncode
    assert 1 == run("coverage", str(case), "--fail-on", "gaps").returncode
    holes = run("coverage", str(case), "--gaps").stdout
    assert "supported" not in holes
    report = json.loads(run("coverage", str(case), "--gaps", "--format", "json").stdout)
    assert {e["id"] for c in report["charges"] for e in c["elements"]} == set(
        re.findall(r"^  ([^\s:]+) ", holes, re.MULTILINE)
    )
