"""Each case here breaks one rule, on the lines marked `# expect: rule-id @ column`; nothing else is found in it.

A case is a file, or a folder where the rule needs several; a vault stands beside a file as `NAME.vault.yaml`.
Cases that no text file can hold are made by the functions at the end.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import referral
from referral.app.project import Sources, check_case
from referral.yaml_reader import MAX_BYTES

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
SOURCES = Sources((DATA / "law",), (DATA / "templates",))
FOLDERS = [path.parent for path in HERE.glob("*/case.yaml")]
CASES = sorted([*FOLDERS, *(p for p in HERE.glob("*.yaml") if not p.name.endswith(".vault.yaml"))])
MARK = re.compile(r"# expect: (?P<rule>\S+) @ (?P<column>\d+)")

Found = tuple[str, int, int, str]  # file, line, column, rule


def found(path: Path) -> list[Found]:
    key = path.parent / "key.txt"
    findings = check_case(path, SOURCES, key if key.exists() else None)
    return sorted((Path(d.position.path).name, d.position.line, d.position.column, d.rule) for d in findings)


def expected(path: Path) -> list[Found]:
    files = path.rglob("*.yaml") if path.is_dir() else [path, path.with_suffix(".vault.yaml")]
    return sorted(mark for file in files if file.exists() for mark in marks(file))


def marks(file: Path) -> Iterator[Found]:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if mark := MARK.search(line):
            yield file.name, number, int(mark["column"]), mark["rule"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_case_is_blamed_at_its_guilty_lines_and_nowhere_else(path: Path):
    assert expected(path) == found(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_broken_case_is_named_after_the_rule_it_breaks(path: Path):
    assert {path.name.partition(".")[0]} == {rule for *_, rule in expected(path)}


def no_such_case(folder: Path) -> Path:
    return folder / "nowhere"


def no_case_files(folder: Path) -> Path:
    (folder / "notes.txt").write_text("nothing here is YAML")
    return folder


def several_cases(folder: Path) -> Path:
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "case.yaml").write_text("case: {}")
    return folder


def file_too_large(folder: Path) -> Path:
    with (folder / "case.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    return folder


def wrong_encoding(folder: Path) -> Path:
    (folder / "case.yaml").write_bytes("case: {title: Справа}".encode("cp1251"))
    return folder


def file_unreadable(folder: Path) -> Path:
    (folder / "case.yaml").symlink_to("gone.yaml")
    return folder


def link_leaves_case(folder: Path) -> Path:
    (folder / "outside.yaml").write_text("case: {}")
    (folder / "case").mkdir()
    (folder / "case/case.yaml").symlink_to("../outside.yaml")
    return folder / "case"


def _with_vaults(folder: Path, *names: str) -> Path:
    (folder / "case.yaml").write_text('case: {id: x, title: A case, language: en, as_at: "2024-01-31"}')
    for name in names:
        (folder / name).write_bytes(b"age-encryption.org/v1")
    return folder


def vault_not_opened(folder: Path) -> Path:
    return _with_vaults(folder, "vault.yaml.age")


def two_vaults(folder: Path) -> Path:
    return _with_vaults(folder, "vault.yaml", "vault.yaml.age")


def vault_not_decrypted(folder: Path) -> Path:
    (folder / "key.txt").write_text("no key")
    (folder / "case").mkdir()
    return _with_vaults(folder / "case", "vault.yaml.age")


def linked_folder(folder: Path) -> Path:
    (folder / "outside").mkdir()
    (folder / "case").mkdir()
    (folder / "case/linked").symlink_to("../outside")
    return folder / "case"


MADE: dict[Callable[[Path], Path], tuple[int, int]] = {
    no_such_case: (1, 1),
    no_case_files: (1, 1),
    several_cases: (1, 1),
    file_too_large: (1, 1),
    wrong_encoding: (1, 15),
    file_unreadable: (1, 1),
    link_leaves_case: (1, 1),
    linked_folder: (1, 1),
    vault_not_opened: (1, 1),
    two_vaults: (1, 1),
    vault_not_decrypted: (1, 1),
}


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_a_case_that_no_text_file_can_hold_is_blamed(make: Callable[[Path], Path], tmp_path: Path):
    rule = make.__name__.replace("_", "-")

    assert [(*MADE[make], rule)] == [(line, column, name) for _, line, column, name in found(make(tmp_path))]


SOURCE = Path(referral.__file__).parent
MODULES = [
    p for p in SOURCE.rglob("*.py") if p.relative_to(SOURCE).parts[0] != "law"
]  # the law has examples of its own
RULE = re.compile(r"[a-z]+(-[a-z]+)+")


def documented() -> set[str]:
    """The rules that module docstrings explain."""
    docstrings = (ast.get_docstring(ast.parse(module.read_text("utf-8"))) or "" for module in MODULES)
    lines = (line for docstring in docstrings for line in docstring.splitlines())
    heads = (match[0] for line in lines if (match := re.match(r"(`[a-z-]+`(, )?)+(?=: )", line)))
    return {rule for head in heads for rule in re.findall("`([a-z-]+)`", head)}


def reported() -> set[str]:
    """The rules that the program names where it makes a finding; those made up of parts are left out."""
    calls = (
        node
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("error", "warning")
    )
    names = (argument.value for call in calls for argument in call.args[1:2] if isinstance(argument, ast.Constant))
    return {str(name) for name in names if RULE.fullmatch(str(name))}


def test_every_rule_that_is_explained_has_a_broken_case():
    made = {make.__name__.replace("_", "-") for make in MADE}

    assert documented() == made | {path.name.partition(".")[0] for path in CASES}


def test_every_rule_that_is_reported_is_explained():
    assert set() == reported() - documented()
    assert len(reported()) > 40
