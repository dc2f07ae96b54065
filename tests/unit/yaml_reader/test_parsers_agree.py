"""The parser of libyaml and the one written in Python give the same data, the same places and the same refusals."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from referral.yaml_reader import YamlFile, read_yaml
from referral.yaml_reader import parser as yaml_parser

LAW = sorted((Path(__file__).parents[2] / "data/law").glob("*.yaml"))


def read_with(parser: object, raw: bytes) -> YamlFile:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_parser, "Parser", parser)
        file = read_yaml(raw, "x.yaml")
        file.position()  # places are read with the same parser
        return file


def places(file: YamlFile) -> list[tuple[object, ...]]:
    """Key, place of key and place of value of every node, in the order of the file."""
    return [(key, *place) for marks in file.read_marked().marks.values() for key, place in marks.items()]


@pytest.mark.parametrize("path", LAW, ids=lambda path: path.stem)
def test_both_parsers_give_the_same_data_and_places(path: Path):
    one, other = (read_with(parser, path.read_bytes()) for parser in (yaml.CSafeLoader, yaml.SafeLoader))

    assert one.data == other.data
    assert places(one) == places(other)


# The known differences. The pure parser alone refuses a tab after a scalar, a comment at once after “|”, and a question
# mark inside brackets; libyaml alone refuses a colon before a bracket or comma.
DIFFERENCES = re.compile(r"[|>]#|:[,\[\]{}]|[\[{].*\?", re.DOTALL)


@settings(deadline=None)
@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\\<~0u", max_size=40))
def test_both_parsers_refuse_the_same_texts(text: str):
    assume(not DIFFERENCES.search(text))
    one, other = (read_with(parser, text.encode()) for parser in (yaml.CSafeLoader, yaml.SafeLoader))

    assert bool(one.findings) == bool(other.findings)
    assert one.findings or one.data == other.data
