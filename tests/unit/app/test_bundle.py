"""A bundle of a whole case: what is in it, for whom, twice the same, and nothing left of one that may not be."""

import json
import os
import resource
import signal
from pathlib import Path

import bagit
import pyrage
import pytest
from click.testing import CliRunner

import referral
from referral.app import searching
from referral.app.bundle import Bundled, BundleTerms, bundle
from referral.app.bundle_record import RECORD
from referral.app.scan import NotSearched
from referral.app.searching import found_in, require_clean
from referral.app.verify import verify
from referral.bundling.part import part
from referral.cli.bundle import command as bundle_command
from referral.cli.verify import command as verify_command
from referral.errors import InvalidCaseError, ProtectedDataError, UsageError, VaultNotOpenedError, WriteError
from tests.unit.app.small_bundles import POST, WITNESS, load_small, write_small

TEXT = ("text",)
FILM = b"\0\0\0\x18ftypmp42" + bytes(range(256))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_small(tmp_path)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    return make(write_small(folder), folder / "out").path


def make(case: Path, out: Path, profile: str = "prosecution", **terms: object) -> Bundled:
    return bundle(load_small(case), profile, out, BundleTerms(TEXT, **terms))  # type: ignore[arg-type]


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def index(folder: Path) -> dict[str, dict[str, str]]:
    rows = json.loads((folder / "data/index.json").read_bytes())["files"]
    return {row["item"]: row for row in rows}


def test_the_documents_of_the_recipient_and_what_he_may_see_are_in_it(made: Path):
    held = files(made)
    assert ["data/documents/slip.en.txt"] == [name for name in held if name.startswith("data/documents/")]
    assert {"data/evidence/EV-0001/post.txt": POST} == {n: held[n] for n in held if n.startswith("data/evidence/")}
    assert ("withheld", "", "") == tuple(index(made)["EV-0002"][key] for key in ("handed_over", "path", "sha256"))


def test_it_is_sound_to_both_readers(made: Path):
    assert () == verify(made).findings
    assert bagit.Bag(str(made)).validate()


def test_it_says_what_it_was_made_of(made: Path, case: Path):
    project, told = load_small(case), json.loads((made / "data/provenance.json").read_bytes())
    digests = {"view": project.view("prosecution").digest, "law": project.law.digest}
    assert {**digests, "program": {"name": "referral", "version": referral.__version__}} == {
        key: told[key] for key in ("view", "law", "program")
    }


def test_what_is_said_of_the_bag_names_nobody(made: Path):
    info = dict(line.split(": ", 1) for line in (made / "bag-info.txt").read_text("utf-8").splitlines())
    assert ["Bag-Software-Agent", "Bagging-Date", "External-Identifier", "Payload-Oxum"] == list(info)
    assert ("2024-01-31", "small-prosecution") == (info["Bagging-Date"], info["External-Identifier"])


def test_the_guide_is_in_the_language_of_the_case_first(made: Path):
    guide = (made / "VERIFY.md").read_text("utf-8")
    assert 0 == guide.index("# Як перевірити") < guide.index("# How to check")


def test_internal_work_is_in_no_bundle_for_others(made: Path, case: Path, tmp_path: Path):
    assert not [name for name in files(made) if "coverage" in name]
    with pytest.raises(UsageError, match='the profile "prosecution" may not have "element-coverage"'):
        make(case, tmp_path / "out", document="element-coverage")


def test_a_recipient_for_whom_the_case_lists_nothing_gets_none(case: Path, tmp_path: Path):
    with pytest.raises(UsageError, match="no document to build"):
        make(case, tmp_path / "out", "court")
    assert not (tmp_path / "out").exists()


def test_two_bundles_of_one_case_have_the_same_bytes_and_rights(made: Path, case: Path, tmp_path: Path):
    before = os.umask(0o077)
    try:
        again = make(case, tmp_path / "other/place").path
    finally:
        os.umask(before)
    assert files(made) == files(again)
    modes = [{p.relative_to(f).as_posix(): p.stat().st_mode for p in f.rglob("*")} for f in (made, again)]
    assert modes[0] == modes[1]


def test_one_that_is_intact_is_replaced_and_one_that_was_changed_is_kept(case: Path, tmp_path: Path):
    path = make(case, tmp_path / "out").path
    assert path == make(case, tmp_path / "out").path
    (path / "data/index.csv").write_text("edited")
    with pytest.raises(WriteError, match="is in the way"):
        make(case, tmp_path / "out")
    assert "edited" == (path / "data/index.csv").read_text()
    make(case, tmp_path / "out", force=True)
    assert () == verify(path).findings


def test_what_is_no_bundle_of_ours_is_never_replaced_unasked(case: Path, tmp_path: Path):
    (tmp_path / "out/small-prosecution").mkdir(parents=True)
    (tmp_path / "out/small-prosecution/mine.txt").write_text("mine")
    with pytest.raises(WriteError, match="is in the way"):
        make(case, tmp_path / "out")


def test_nothing_is_left_of_a_bundle_whose_document_tells_of_somebody(tmp_path: Path):
    with pytest.raises(ProtectedDataError) as refused:
        make(write_small(tmp_path, words=f"Seen with {WITNESS}."), tmp_path / "out")
    assert "data/documents/slip.en.txt: text, line 5: tells who PER-002 is" in str(refused.value)
    assert WITNESS not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_a_file_of_evidence_that_tells_of_somebody_stops_the_bundle(tmp_path: Path):
    with pytest.raises(ProtectedDataError, match=r"data/evidence/EV-0001/post\.txt: text: tells who PER-002 is"):
        make(write_small(tmp_path, post=f"Seen with {WITNESS}.".encode()), tmp_path / "out")


def test_what_no_program_can_search_goes_when_somebody_has_seen_it(tmp_path: Path):
    case = write_small(tmp_path, post=FILM)
    with pytest.raises(WriteError, match=r"no program can search this evidence(.|\n)*EV-0001/post\.txt.*unknown kind"):
        make(case, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert FILM == (make(case, tmp_path / "out", seen=True).path / "data/evidence/EV-0001/post.txt").read_bytes()


def test_what_is_too_large_to_be_searched_goes_when_somebody_has_seen_it(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(searching, "LARGEST", len(POST) - 1)
    project = load_small(case)
    view = project.view("prosecution")
    [found] = found_in([part("data/evidence/EV-0001/post.txt", case / "files/post.txt")], view, project)
    assert isinstance(found, NotSearched)
    with pytest.raises(WriteError, match="no program can search this evidence"):
        require_clean([], [found], view, seen=False)
    require_clean([], [found], view, seen=True)


def test_a_file_that_is_not_the_recorded_one_is_handed_to_nobody(case: Path, tmp_path: Path):
    project = load_small(case)
    (case / "files/post.txt").write_text("changed since")
    with pytest.raises(WriteError, match=r"changed since the case was checked: files/post\.txt"):
        bundle(project, "prosecution", tmp_path / "out", BundleTerms(TEXT))
    with pytest.raises(InvalidCaseError, match="digest-differs"):
        load_small(case)


def test_a_set_has_packages_below_the_size_each_sound_by_itself(tmp_path: Path):
    most = 120_000
    case = write_small(tmp_path, post=b"a post\n" * 10_000, words="Of that day. " * 3_000)
    written = make(case, tmp_path / "out", split=most)
    packages = sorted(written.path.iterdir())
    assert ["small-prosecution-1-of-2", "small-prosecution-2-of-2"] == [package.name for package in packages]
    assert all(sum(map(len, files(package).values())) <= most for package in packages)
    assert all(bagit.Bag(str(package)).validate() for package in packages)
    assert ((), written.seals) == ((found := verify(written.path)).findings, found.seals)
    assert "2 of 2" == index(packages[0])["EV-0001"]["package"]


def test_who_has_codes_of_his_own_reads_no_others(tmp_path: Path):
    case = write_small(tmp_path)
    os.rename(case / "files/post.txt", case / "files/EV-0001.txt")
    text = (case / "case.yaml").read_text("utf-8").replace("files/post.txt", "files/EV-0001.txt")
    (case / "case.yaml").write_text(text.replace("as_at:", "own_codes: [prosecution], as_at:"), "utf-8")
    with (case / "vault.yaml").open("a") as vault:
        vault.write(f"code_key: {'0123456789abcdef' * 4}\n")
    held = files(make(case, tmp_path / "out").path)
    assert [POST] == [data for name, data in held.items() if name.startswith("data/evidence/")]
    assert not [name for name, data in held.items() if "EV-000" in name or b"EV-000" in data or b"PER-00" in data]
    assert 2 == held["data/index.csv"].count(b"\r\nEV-")


def test_with_a_closed_vault_nothing_is_handed_over(case: Path, tmp_path: Path):
    key = pyrage.x25519.Identity.generate()
    sealed = pyrage.encrypt((case / "vault.yaml").read_bytes(), [key.to_public()])
    (case / "vault.yaml").unlink()
    (case / "vault.yaml.age").write_bytes(sealed)
    for profile in ("prosecution", "internal"):
        with pytest.raises(VaultNotOpenedError, match="nothing is handed over that could not be searched"):
            make(case, tmp_path / "out", profile)


def test_a_case_that_fits_is_not_parted(case: Path, tmp_path: Path):
    assert () == verify(make(case, tmp_path / "out", split=10_000_000).path).findings
    assert (tmp_path / "out/small-prosecution/bagit.txt").is_file()


def test_an_encrypted_bundle_is_one_file_with_the_same_package(case: Path, tmp_path: Path):
    key = pyrage.x25519.Identity.generate()
    written = make(case, tmp_path / "out", recipients=(str(key.to_public()),))
    assert {"small-prosecution.zip.age", RECORD} == {path.name for path in (tmp_path / "out").iterdir()}
    (tmp_path / "x.zip").write_bytes(pyrage.decrypt(written.path.read_bytes(), [key]))
    found = verify(tmp_path / "x.zip")
    assert ((), list(written.seals.values())) == (found.findings, list(found.seals.values()))


@pytest.mark.parametrize("recipients", [(), (str(pyrage.x25519.Identity.generate().to_public()),)])
def test_a_full_disk_is_left_as_it_was(case: Path, tmp_path: Path, recipients: tuple[str, ...]):
    """In a child process, because the limit holds for all that a process writes."""
    project = load_small(case)
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
        code = 1
        try:
            bundle(project, "prosecution", tmp_path / "out", BundleTerms(TEXT, recipients=recipients))
        except OSError:
            code = 7
        finally:
            os._exit(code)
    assert 7 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert [] == list((tmp_path / "out").iterdir())


def test_a_read_only_place_is_left_as_it_is(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "out").mkdir()

    def refuses(*given: object, **options: object) -> str:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkdtemp", refuses)  # a superuser, as whom tests may run, is refused nothing else
    with pytest.raises(OSError, match="Read-only"):
        make(case, tmp_path / "out")
    assert [] == list((tmp_path / "out").iterdir())


def test_the_commands_say_what_was_made_and_what_was_found(case: Path, tmp_path: Path):
    own = ["--templates", str(case.parent / "templates")]
    asked = [str(case), "--profile", "prosecution", "--format", "text", "-o", str(tmp_path / "out"), *own]
    done = CliRunner().invoke(bundle_command, asked, catch_exceptions=False)
    path, seal = tmp_path / "out/small-prosecution", done.output.splitlines()[1].split()[1]
    assert (0, f"{path}  (14 files)") == (done.exit_code, done.output.splitlines()[0])
    assert 0 == CliRunner().invoke(verify_command, [str(path), "--seal", seal]).exit_code
    assert 4 == CliRunner().invoke(verify_command, [str(path), "--seal", "0" * 64]).exit_code

    (path / "VERIFY.md").unlink()
    told = CliRunner().invoke(verify_command, [str(path), "--format", "json"])
    assert 4 == told.exit_code
    assert ["missing"] == [finding["kind"] for finding in json.loads(told.output)["findings"]]
