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
COUNTRIES = re.compile(r"Ukrain|Україн|Russia|Росі|Crimea|Крим|Donbas|Донбас", re.IGNORECASE)
LANGUAGES = frozenset({"uk", "en", "ru"})

LONGEST_MODULE = 300
LONGEST_FUNCTION = 45
# Longer, with the reason.
LONG_MODULES = {"document/nodes.py": "the closed set of nodes, which a reader wants on one page"}
# Word asks for a language with its region; this table is the one place that adds it.
KNOW_LANGUAGES = {"writers/docx/languages.py"}

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())


def found(pattern: re.Pattern[str], path: Path) -> list[str]:
    lines = enumerate(path.read_text("utf-8").splitlines(), start=1)
    return [f"{number}: {line.strip()}" for number, line in lines if pattern.search(line)]


@each_module
def test_no_statute_is_in_the_code(path: Path):
    assert [] == found(STATUTE, path)


@each_module
def test_no_country_is_in_the_code(path: Path):
    assert path.is_relative_to(LANGUAGE) or [] == found(COUNTRIES, path)


@each_module
def test_no_language_is_chosen_in_the_code(path: Path):
    is_exempt = path.is_relative_to(LANGUAGE) or path.relative_to(SOURCE).as_posix() in KNOW_LANGUAGES
    assert is_exempt or [] == [line for word, line in literals(path) if word in LANGUAGES]


def literals(path: Path) -> Iterator[tuple[str, int]]:
    """Every string of the code with its line; those inside f-strings too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno


@each_module
def test_modules_are_short(path: Path):
    length = len(path.read_text("utf-8").splitlines())
    assert length <= LONGEST_MODULE or path.relative_to(SOURCE).as_posix() in LONG_MODULES


@each_module
def test_functions_are_short(path: Path):
    functions = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = [f.name for f in functions if not has_inner(f) and (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert [] == long


def has_inner(function: ast.AST) -> bool:
    """Whether it is made of other functions, as the makers of template functions are; those are measured themselves."""
    inner = (node for node in ast.walk(function) if node is not function)
    return any(isinstance(node, ast.FunctionDef) for node in inner)


@each_module
def test_a_module_says_what_it_is(path: Path):
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring


@pytest.mark.parametrize(
    "line", ["see Art. 438", "8(2)(a)(v)", "the Rome Statute", 'x = "rs.8"', "x = 'ua.cc'", '"uk"', "Ukraine", "Росії"]
)
def test_the_rules_would_find(line: str):
    has_language = any(f'"{code}"' in line for code in LANGUAGES)
    assert STATUTE.search(line) or COUNTRIES.search(line) or has_language
