"""The page for those who write documents names all that a template has, and nothing else; its example can be built."""

import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment

from referral.app.build import compose_document
from referral.app.project import Sources, load_case
from referral.case.model import DocumentRequest
from referral.composition import compose
from referral.composition.kinds import DocumentKind, LayoutModel, Library
from referral.writers.text import write_text

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/golden/data/small-case"
PAGE = (ROOT / "docs/templates.md").read_text("utf-8")
EXAMPLE = dict(re.findall(r"^`my-templates/(\S+)`:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))

EMPTY = ImmutableSandboxedEnvironment(autoescape=True)


def section(title: str) -> str:
    """The page from a heading to the next one of the same level."""
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def first_cells(title: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", section(title), re.MULTILINE)


def signatures() -> dict[str, list[str]]:
    """The functions of the page with their arguments."""
    found = (cell.rstrip(")").partition("(") for cell in first_cells("Functions"))
    return {name: [word for word in words.split(", ") if word] for name, _, words in found}


def arguments(function: Any) -> list[str]:
    """The arguments of a function as the page writes them."""
    return [_as_written(one) for one in inspect.signature(function).parameters.values()]


def _as_written(one: inspect.Parameter) -> str:
    match one.kind:
        case inspect.Parameter.VAR_POSITIONAL:
            return f"*{one.name}"
        case inspect.Parameter.VAR_KEYWORD:
            return f"**{one.name}"
        case _:
            return one.name if one.default is inspect.Parameter.empty else f"{one.name}?"


def example(folder: Path) -> str:
    """The example of the page, built in text."""
    for name, text in EXAMPLE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    project = load_case(SMALL, Sources.of(templates=folder))
    request = DocumentRequest(id="receipt", lang="en", profile="internal")
    return write_text(compose_document(project, request).document).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """What a template was rendered in."""
    made: list[Environment] = []
    make = compose._environment

    def kept(library: Library) -> Environment:
        made.append(make(library))
        return made[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "_environment", kept)
        example(tmp_path_factory.mktemp("templates"))
    return made[-1]


def added(names: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """What we gave an environment: not what Jinja has of itself."""
    return {name: value for name, value in names.items() if value is not own.get(name)}


def test_every_function_is_described_with_its_arguments(environment: Environment):
    ours = added(environment.globals, EMPTY.globals)
    expected = {name: arguments(value) for name, value in ours.items() if callable(value)}

    assert expected == signatures()


def test_every_variable_is_described(environment: Environment):
    ours = added(environment.globals, EMPTY.globals)

    assert {name for name, value in ours.items() if not callable(value)} == set(first_cells("What stands ready"))


def test_every_filter_is_described(environment: Environment):
    (named,) = re.findall(r"`t\(x, \"title\"\)`: (.*?)\.$", section("Filters"), re.MULTILINE | re.DOTALL)

    assert set(added(environment.filters, EMPTY.filters)) == set(re.findall("`(.+?)`", named))


def test_every_key_of_a_document_is_described():
    keys = [name for name in DocumentKind.model_fields if name != "id"]

    assert sorted([*keys, *LayoutModel.model_fields]) == sorted(first_cells("The keys of `document.yaml`"))


@pytest.mark.parametrize("key", ["font_size", "line_spacing", "first_line_indent", "page_numbering", "heading_numbers"])
def test_what_holds_of_a_page_that_says_nothing_is_what_the_page_says(key: str):
    (written,) = re.findall(rf"^\| `{key}` \|.*\| `([^`]+)` \|$", PAGE, re.MULTILINE)

    assert str(LayoutModel.model_fields[key].default) == written


def test_the_keys_of_a_request_are_described():
    (named,) = re.findall(r"^\| `request` \| the document asked for: (.*) \|$", PAGE, re.MULTILINE)

    assert list(DocumentRequest.model_fields) == re.findall("`(.+?)`", named)


def test_the_example_is_a_document(tmp_path: Path):
    text = example(tmp_path)

    assert [] == [words for words in ("List of material received", "as at ", "Open points") if words not in text]


def test_the_example_has_both_files():
    assert {"receipt/document.yaml", "receipt/en.xml.j2"} == EXAMPLE.keys()
