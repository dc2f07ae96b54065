"""What may not stand in the code: law, countries and languages are data; modules and functions stay short."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/referral"
MODULES = sorted(SOURCE.rglob("*.py"))
LANGUAGE = SOURCE / "language"

# A grep of the whole text, docstrings and comments included, as a reviewer would do it.
STATUTE = re.compile(r"""\b438\b|8\(2\)|Rome Statute|['"](?:rs|ua)\.[0-9a-z]""")
COUNTRIES = re.compile(r"Ukrain|Україн|Russia|Росі", re.IGNORECASE)
LANGUAGES = frozenset({"uk", "en", "ru"})

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
LONGEST_MODULE = 300
LONGEST_FUNCTION = 45
# Longer, with the reason.
LONG_MODULES = {"document/nodes.py": "the closed set of nodes, which a reader wants on one page"}
# Word asks for a language with its region; this table is the one place that adds it.
KNOW_LANGUAGES = {"writers/docx/languages.py"}


def named(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    lines = ((path, n, line) for path in paths for n, line in enumerate(path.read_text("utf-8").splitlines(), start=1))
    return [f"{named(path)}:{number}: {line.strip()}" for path, number, line in lines if pattern.search(line)]


def code_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_there_is_code_to_look_at():
    assert len(MODULES) > 50


def test_no_statute_is_in_the_code():
    assert [] == found(STATUTE, MODULES)


def test_no_country_is_in_the_code():
    assert [] == found(COUNTRIES, [path for path in MODULES if not path.is_relative_to(LANGUAGE)])


def test_no_language_is_chosen_in_the_code():
    paths = [path for path in MODULES if not (path.is_relative_to(LANGUAGE) or named(path) in KNOW_LANGUAGES)]
    assert [] == [f"{named(path)}:{line}" for path in paths for word, line in literals(path) if word in LANGUAGES]


def literals(path: Path) -> Iterator[tuple[str, int]]:
    """Every string of the code with its line; those inside f-strings too."""
    for node in ast.walk(code_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


def test_modules_are_short():
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert LONG_MODULES.keys() == {name for name, length in lengths.items() if length > LONGEST_MODULE}


def test_functions_are_short():
    functions = ((path, node) for path in MODULES for node in ast.walk(code_of(path)) if isinstance(node, FUNCTION))
    assert [] == [f"{named(path)}: {node.name}" for path, node in functions if own_length(node) > LONGEST_FUNCTION]


def own_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Its lines, but for those of functions inside it: what gives templates their functions is made of such."""
    inner = [node for node in ast.walk(function) if isinstance(node, FUNCTION) and node is not function]
    return _lines(function) - sum(map(_lines, inner))


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_module_says_what_it_is():
    assert [] == [named(path) for path in MODULES if not ast.get_docstring(code_of(path))]


@pytest.mark.parametrize(
    "line", ["see Art. 438", "8(2)(a)(v)", "the Rome Statute", 'x = "rs.8"', "x = 'ua.cc'", '"uk"', "Ukraine", "Росії"]
)
def test_the_rules_would_find(line: str):
    has_language = any(f'"{code}"' in line for code in LANGUAGES)
    assert STATUTE.search(line) or COUNTRIES.search(line) or has_language
