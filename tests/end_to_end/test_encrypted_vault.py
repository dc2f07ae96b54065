"""A case whose vault is encrypted, as its users meet it, with the key and without. Each run is a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from referral import cli
from referral.protection.vault_file import read_vault

ROOT = Path(__file__).parent.parent.parent
SMALL = ROOT / "tests/golden/data/small-case"
OURS, THEIRS = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
WORD = re.compile(r"[^\W\d_]{4,}|\d{5,}")
NOTICE = ("--document", "notice-of-suspicion", "--profile", "prosecution", "--format", "text")
COVERAGE = ("--document", "element-coverage", "--profile", "internal", "--lang", "uk", "--format", "text")
PUBLIC = ("--document", "evidence-annex", "--profile", "public", "--lang", "en", "--format", "text")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The small case with its vault encrypted for two; homes and temporary files of runs have folders of their own."""
    folder = tmp_path / "case"
    shutil.copytree(SMALL, folder)
    plain = folder / "vault.yaml"
    sealed = pyrage.encrypt(plain.read_bytes(), [OURS.to_public(), THEIRS.to_public()])
    (folder / "vault.yaml.age").write_bytes(sealed)
    plain.unlink()
    (tmp_path / "key.txt").write_text(f"# a remark\n{THEIRS}\n")
    for name in ("home", "temporary"):
        (tmp_path / name).mkdir()
    return folder


def run(case: Path, command: str, *arguments: str, with_key: bool = True) -> subprocess.CompletedProcess[str]:
    base = case.parent
    key = ("--age-identity", str(base / "key.txt")) if with_key else ()
    places = {"HOME": str(base / "home"), "TMPDIR": str(base / "temporary"), "XDG_CACHE_HOME": str(base / "home")}
    environment = {**os.environ, **places, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    called = [sys.executable, "-m", "referral", command, str(case), *arguments, *key]
    return subprocess.run(called, cwd=base, env=environment, capture_output=True, text=True, check=False)


def secrets() -> set[str]:
    """The words and numbers of names, papers, contacts and addresses in the vault."""
    found: set[str] = set()
    for identity in read_vault(SMALL)[0].vault.identities:
        shown = identity.model_dump(mode="json", exclude={"person", "birth_date", "birth_place", "birth_place_gen"})
        found |= {word for text in _texts(shown) for word in WORD.findall(text)}
    return found - {"official", "alias", "Latn", "Cyrl"}


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []


def test_without_the_key_a_case_is_checked_with_persons_as_codes(case: Path):
    done = run(case, "check", with_key=False)

    assert 0 == done.returncode, done.stdout
    assert "[vault-not-opened]" in done.stdout
    assert "not checked: identity-outside-vault" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (NOTICE, "nothing is built for prosecution"),
        ((*NOTICE, "--without-vault"), "nothing is built for prosecution"),
        (PUBLIC, "nothing is built for public"),
        ((*PUBLIC, "--without-vault"), "nothing is built for public"),
        (COVERAGE, "or say that it is meant: --without-vault"),
    ],
    ids=["prosecution", "prosecution-known", "public", "public-known", "internal"],
)
def test_without_the_key_nothing_is_built_that_could_not_be_searched(case: Path, arguments: tuple[str, ...], says: str):
    done = run(case, "build", *arguments, with_key=False)

    assert (3, False) == (done.returncode, (case.parent / "output").exists())
    assert says in done.stderr


def test_without_the_key_internal_papers_are_built_with_codes_if_that_is_meant(case: Path):
    done = run(case, "build", *COVERAGE, "--without-vault", "--quiet", with_key=False)
    (built,) = (case.parent / "output").rglob("*.txt")

    assert (0, set()) == (done.returncode, {word for word in secrets() if word in built.read_text()})


@pytest.mark.parametrize("command", ["names", "coverage"])
def test_without_the_key_what_needs_names_is_refused_in_plain_words(case: Path, command: str):
    done = run(case, command, *(("--profile", "public") if command == "coverage" else ()), with_key=False)

    assert (3, "") == (done.returncode, done.stdout)
    assert "the vault was not opened; give a key: --age-identity FILE" in done.stderr


def test_without_the_key_finished_files_cannot_be_searched(case: Path):
    done = run(case, "scan", "--case", str(case), with_key=False)

    assert (3, "") == (done.returncode, done.stdout)
    assert "--age-identity FILE" in done.stderr


def test_with_the_key_files_are_searched(case: Path):
    done = run(case, "scan", "--case", str(case), "--profile", "internal")

    assert "searched for internal: nothing found" in done.stderr


def test_coverage_for_those_who_draw_up_the_case_needs_no_key(case: Path):
    assert 0 == run(case, "coverage", with_key=False).returncode


def test_with_the_key_the_same_is_built_and_nothing_else_is_on_the_disk(case: Path):
    done = run(case, "build", *NOTICE, "--quiet")
    public = run(case, "build", *PUBLIC, "--quiet")
    (notice,) = (case.parent / "output").rglob("notice-of-suspicion*.txt")
    others = [path for path in case.parent.rglob("*") if path.is_file() and path != notice]
    held = {path.name: found for path in others if (found := _held(path))}

    assert (0, 0, "", "") == (done.returncode, public.returncode, done.stderr, public.stderr)
    assert [] != [word for word in secrets() if word in notice.read_text()]
    assert {} == held
    assert [] == list((case.parent / "temporary").rglob("*"))


def _held(path: Path) -> set[str]:
    data = path.read_bytes()
    return {word for word in secrets() if word.encode() in data}


def test_a_bug_met_with_the_key_shows_where_it_is_and_no_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def fail() -> None:
        try:
            raise KeyError("Таємничий")
        except KeyError as failure:
            raise ValueError("Таємничий") from failure

    monkeypatch.setattr(cli.group, "main", lambda **_: fail())
    monkeypatch.setattr(sys, "argv", ["referral", "--traceback", "check", "case", "--age-identity=key.txt"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    told = capsys.readouterr().err

    assert 70 == ended.value.code
    assert "Таємничий" not in told.replace('("Таємничий")', "")  # the line of this file itself
    assert "ValueError" in told
    assert "in fail" in told
