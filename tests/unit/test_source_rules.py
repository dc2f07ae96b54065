"""What may not stand in the code: law, countries and languages are data; below `app` nothing asks the world.

Modules and functions stay short, and say what they are. Each rule takes the text of one module and is tried on a
snippet that breaks it, so that none of them passes because it looks at nothing.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src/referral"

# A grep of the whole text, docstrings and comments included, as a reviewer would do it.
STATUTE = re.compile(r"""\b438\b|8\(2\)|Rome Statute|['"](?:rs|ua)\.[0-9a-z]""")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
# The beginnings of names of countries and languages, in English and Ukrainian.
COUNTRIES_AND_LANGUAGES = re.compile(
    r"ukrain|україн|russia|росі|belarus|білорус|poland|polish|польщ|польськ|english|англій|german|німе[цч]|french|франц"
    r"|soviet|радянськ|netherlands|нідерланд",
    re.IGNORECASE,
)
# The beginnings of words that tell what the demonstration cases are about, or whose law they are judged by: another
# crime and another country are other files of data, and no other code.
SUBJECT_WORDS = (
    "conscript", "mobilis", "mobiliz", "drafted", "draft_system", "draftee", "call-up", "called_up", "enlist",
    "summons", "passport", "punishment_for_refusal", "refusing", "katotth", "cpc",
    "призов", "мобіліз", "катоттг", "єрдр",
)  # fmt: skip
SUBJECT = re.compile(rf"(?<![a-zа-яіїєґ])(?:{'|'.join(SUBJECT_WORDS)})", re.IGNORECASE)
# The code of a language as a value, with a region or between the dots of a file name.
LANGUAGE_CODE = re.compile(r"[\W_]*(?:uk|en|ru)(?:[-_][A-Z]{2})?[\W_]*")
NO_NOTION = re.compile(r"(?:^|[_/])(?:utils?|helpers?|common|misc|managers?|handlers?)(?:_|/|\.py$)")

# What asks the clock, chance, the environment or the network: modules that do nothing else, and names in others.
WORLDLY_MODULES = {
    "random", "secrets", "time", "socket", "ssl", "select", "asyncio", "subprocess", "getpass", "platform", "locale",
    "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "socketserver", "xmlrpc", "requests", "httpx",
}  # fmt: skip
WORLDLY_NAMES = {
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "uuid.uuid1", "uuid.uuid4",
    "os.environ", "os.environb", "os.getenv", "os.getcwd", "os.urandom", "os.getlogin", "Path.home", "Path.cwd",
}  # fmt: skip
WORLDLY_METHODS = {"now", "utcnow", "today", "expanduser", "expandvars"}  # of whatever they are called

LONGEST_MODULE = 250
LONGEST_FUNCTION = 25

# Exceptions, each with its reason. One that is no longer needed fails too.
LONG_MODULES = {
    "bundling/verifier.py": "a recipient runs it alone, so it is one file",
    "document/nodes.py": "the closed set of nodes, which a reader wants on one page",
}
LONG_FUNCTIONS = {
    "document/change.py:change_block": "one case for each kind of node, which mypy counts",
    "document/walk.py:lines_of": "one case for each kind of node, which mypy counts",
    "writers/docx/blocks.py:_write_block": "one case for each kind of node, which mypy counts",
    "writers/html/blocks.py:block": "one case for each kind of node, which mypy counts",
    "writers/text.py:_lines": "one case for each kind of node, which mypy counts",
    "writers/docx/inlines.py:_write_one": "one case for each kind of node, which mypy counts",
    "writers/html/inlines.py:inline": "one case for each kind of node, which mypy counts",
    "writers/typst/blocks.py:_block": "one case for each kind of node, which mypy counts",
    "writers/typst/inlines.py:_inline": "one case for each kind of node, which mypy counts",
}
KNOW_THE_WORLD = {
    "writers/pdf/fonts.py": "fontconfig can be told of our fonts through the environment only",
    "child.py": "a layout, or a case, can be stopped only where it is a process of its own",
}

Rule = Callable[[str, str], Iterator[str]]  # name below `src/referral`, text → what is wrong, line first


def statute(name: str, text: str) -> Iterator[str]:
    return matches(STATUTE, text)


def unfinished(name: str, text: str) -> Iterator[str]:
    return matches(UNFINISHED, text)


def country_or_language(name: str, text: str) -> Iterator[str]:
    return iter(()) if name.startswith("language/") else matches(COUNTRIES_AND_LANGUAGES, text)


def subject(name: str, text: str) -> Iterator[str]:
    return iter(()) if name.startswith("language/") else matches(SUBJECT, text)


def language_code(name: str, text: str) -> Iterator[str]:
    """Strings of the code and its identifiers; a docstring may give an example."""
    if not name.startswith("language/"):
        yield from (f"{line}: {word}" for word, line in words(ast.parse(text)) if LANGUAGE_CODE.fullmatch(word))


def worldly(name: str, text: str) -> Iterator[str]:
    """What only `app`, what stands above it and the start of the program may ask."""
    if not name.startswith(("app/", "batch/", "cli/", "__main__")):
        for node in ast.walk(ast.parse(text)):
            yield from (f"{node.lineno}: {asked}" for asked in asked_by(node))  # type: ignore[attr-defined]


def asked_by(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names if is_worldly_module(alias.name)]
        case ast.ImportFrom(module=str(module), names=names):
            full = [f"{module}.{alias.name}" for alias in names]
            return [one for one in full if is_worldly_module(one) or one in WORLDLY_NAMES]
        case ast.Call(func=ast.Attribute(attr=method)) if method in WORLDLY_METHODS:
            return [f"{method}()"]
        case ast.Attribute(value=ast.Name(id=left), attr=right) if f"{left}.{right}" in WORLDLY_NAMES:
            return [f"{left}.{right}"]
    return []


def is_worldly_module(name: str) -> bool:
    return any(f"{name}.".startswith(f"{module}.") for module in WORLDLY_MODULES)


def undescribed(name: str, text: str) -> Iterator[str]:
    if not ast.get_docstring(ast.parse(text)):
        yield "1: no docstring"


def long_module(name: str, text: str) -> Iterator[str]:
    length = len(text.splitlines())
    if length > LONGEST_MODULE:
        yield f"{length}: lines"


def long_function(name: str, text: str) -> Iterator[str]:
    for function in functions_in(ast.parse(text)):
        if (length := body_length(function, text)) > LONGEST_FUNCTION:
            yield f"{function.lineno}: {function.name} ({length} lines)"


def nameless_notion(name: str, text: str) -> Iterator[str]:
    if NO_NOTION.search(name):
        yield "1: what is its notion called?"


def matches(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    lines = enumerate(text.splitlines(), start=1)
    return (f"{number}: {line.strip()}" for number, line in lines if pattern.search(line))


def words(module: ast.Module) -> Iterator[tuple[str, int]]:
    """Every string, those inside f-strings too, and every name that is read, bound or passed, with its line."""
    for node in ast.walk(module):
        match node:
            case ast.Constant(value=str(word), lineno=line) | ast.Name(id=word, lineno=line):
                yield word, line
            case ast.arg(arg=word, lineno=line) | ast.keyword(arg=str(word), lineno=line):
                yield word, line
            case ast.Attribute(attr=word, lineno=line) | ast.FunctionDef(name=word, lineno=line):
                yield word, line


def functions_in(module: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef, text: str) -> int:
    """Lines with code or comment, functions inside it included, but for its signature and docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    lines = {line for statement in body for line in lines_of(statement)}
    written = text.splitlines()
    return sum(bool(written[line - 1].strip()) for line in lines)


def lines_of(node: ast.stmt) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


@cache
def modules() -> dict[str, str]:
    return {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}


def broken(rule: Rule) -> list[str]:
    return [f"{name}:{wrong}" for name, text in modules().items() for wrong in rule(name, text)]


def modules_that_break(rule: Rule) -> set[str]:
    return {found.split(":")[0] for found in broken(rule)}


def test_there_is_code_to_look_at():
    assert len(modules()) > 50


@pytest.mark.parametrize(
    "rule", [statute, country_or_language, subject, language_code, unfinished, undescribed, nameless_notion]
)
def test_no_module_breaks(rule: Rule):
    assert [] == broken(rule)


@pytest.mark.parametrize(
    ("rule", "exceptions"),
    [(worldly, KNOW_THE_WORLD), (long_module, LONG_MODULES)],
)
def test_no_module_but_the_exceptions_breaks(rule: Rule, exceptions: dict[str, str]):
    assert exceptions.keys() == modules_that_break(rule), broken(rule)


def test_functions_are_short_but_for_the_exceptions():
    found = broken(long_function)
    assert LONG_FUNCTIONS.keys() == {re.sub(r":\d+: (\w+) .*", r":\1", line) for line in found}, found


SHORT = '"""Says what it is."""\n'


@pytest.mark.parametrize(
    ("rule", "snippet"),
    [
        (statute, "see Art. 438"),
        (statute, "8(2)(a)(v)"),
        (statute, "the Rome Statute"),
        (statute, 'x = "rs.8"'),
        (statute, "x = 'ua.cc'"),
        (unfinished, "# TODO: later"),
        (unfinished, "# FIXME"),
        (country_or_language, "# as Ukrainian law has it"),
        (country_or_language, "росіяни = 1"),
        (country_or_language, 'name = "English"'),
        (subject, "FORCED_CONSCRIPTION = 1"),
        (subject, 'RAID = "conscription_campaign"'),
        (subject, "# the four of CPC 84"),
        (subject, "katotth: str"),
        (subject, "drafted_and_assigned = 1"),
        (language_code, 'x = "uk"'),
        (language_code, "x = f'{y}.en'"),
        (language_code, 'x = "en-GB"'),
        (language_code, "f(uk=1)"),
        (language_code, "en = 1"),
        (worldly, "import random"),
        (worldly, "import os, socket"),
        (worldly, "import urllib.request"),
        (worldly, "from urllib import request"),
        (worldly, "from urllib.request import urlopen"),
        (worldly, "from time import time"),
        (worldly, "from os import environ"),
        (worldly, "import os\nx = os.environ['HOME']"),
        (worldly, "import datetime as dt\nx = dt.datetime.now()"),
        (worldly, "from datetime import date\nx = date.today()"),
        (worldly, "clock = datetime.now"),
        (worldly, "def f():\n    import secrets"),
        (worldly, "path.expanduser()"),
        (undescribed, "x = 1"),
        (long_module, SHORT + "x = 1\n" * LONGEST_MODULE),
        (long_function, "def f():\n" + "    x = 1\n" * (LONGEST_FUNCTION + 1)),
        (long_function, "def f():\n    def g():\n" + "        x = 1\n" * (LONGEST_FUNCTION - 1) + "    return g"),
        (long_function, "class C:\n    async def f(self):\n" + "        x = 1\n" * (LONGEST_FUNCTION + 1)),
    ],
)
def test_a_rule_finds_what_breaks_it(rule: Rule, snippet: str):
    assert [] != list(rule("coverage/some_room.py", snippet))


@pytest.mark.parametrize(
    ("rule", "name", "snippet"),
    [
        (country_or_language, "language/uk/forms.py", "# Ukrainian"),
        (subject, "language/uk/forms.py", "# мобілізований"),
        (subject, "case/model.py", 'draft_mark = "a draft"'),
        (language_code, "language/load.py", 'x = "uk"'),
        (language_code, "case/model.py", '"""Words as in uk or en."""\nend = "rule"'),
        (worldly, "cli/new.py", "import os\nx = os.environ"),
        (worldly, "case/dates.py", "from datetime import date\nfrom urllib.parse import quote\nx = date(2024, 1, 1)"),
        (undescribed, "case/x.py", SHORT),
        (long_module, "case/x.py", SHORT + "x = 1\n" * (LONGEST_MODULE - 1)),
        (
            long_function,
            "case/x.py",
            'def f():\n    """Text.\n\n    More.\n    """\n' + "    x = 1\n\n" * LONGEST_FUNCTION,
        ),
        (nameless_notion, "case/commonwealth.py", ""),
    ],
)
def test_a_rule_lets_the_rest_pass(rule: Rule, name: str, snippet: str):
    assert [] == list(rule(name, snippet))


@pytest.mark.parametrize(
    "name", ["case/utils.py", "helpers.py", "law/common.py", "case/utils/dates.py", "date_utils.py"]
)
def test_a_module_without_a_notion_is_found(name: str):
    assert [] != list(nameless_notion(name, SHORT))
