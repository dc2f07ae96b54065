"""What is read stays text; what is more than plain YAML is refused at its place."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral.diagnostics import Position
from referral.yaml_reader import YamlFile, read_yaml, read_yaml_file
from referral.yaml_reader import parser as yaml_parser

PARSERS = [yaml.CSafeLoader, yaml.SafeLoader]


@pytest.fixture(params=PARSERS, ids=["libyaml", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Every test of this file runs with both parsers: the pure one is all that some machines have."""
    monkeypatch.setattr(yaml_parser, "Parser", request.param)
    return request.param


# The fixture stays the same for all examples; a machine may be busy.
both_parsers = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(text: str | bytes, **limits: int) -> YamlFile:
    return read_yaml(text if isinstance(text, bytes) else text.encode(), "x.yaml", **limits)


def found(text: str | bytes, **limits: int) -> list[tuple[str, int, int]]:
    """Rule, line and column of each finding."""
    return [(d.rule, d.position.line, d.position.column) for d in read(text, **limits).findings]


TRAPS = """
    NO no yes on Off true False nUll 010 0o10 0x1F 8 1_000 12:30 190:20:30 438.10 1e3 1. .inf .nan -1 = 2022-03-05
    2022-03-05T10:00:00Z +380501234567 12022220000000123 https://example.org/x#y
"""  # what a plain loader turns into booleans, numbers and dates


@pytest.mark.parametrize("scalar", TRAPS.split())
def test_a_plain_scalar_stays_the_text_it_is(scalar: str):
    assert {"key": scalar} == read(f"key: {scalar}").data


@pytest.mark.parametrize("scalar", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_only_where_it_is_plain(scalar: str):
    assert {"key": None} == read(f"key: {scalar}").data
    assert {"key": scalar} == read(f'key: "{scalar}"').data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k: |\n  one\n  two\n", "one\ntwo\n"),
        ("k: >-\n  one\n  two\n", "one two"),
        ("k: 'it''s'\n", "it's"),
        ('k: "\\u041a\\u00a0\\x41\\t"\n', "К\u00a0A\t"),
        ('k: "\\U0001F600"\n', "\U0001f600"),
        ("k: |\r\n  one\r\n", "one\n"),
    ],
)
def test_text_in_every_style_is_read(text: str, value: str):
    assert {"k": value} == read(text).data


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n...\n"])
def test_a_file_of_nothing_is_none_and_no_mistake(text: str):
    assert (None, ()) == (read(text).data, read(text).findings)


def test_a_byte_order_mark_is_no_part_of_the_first_key():
    file = read(b"\xef\xbb\xbfkey: value\n")

    assert {"key": "value"} == file.data
    assert Position("x.yaml", 1, 1) == file.key_position(("key",))


# Each text breaks one rule, at line and column.
REFUSALS = [
    ("a: 1\nb: !!int 5\n", "yaml-tag", 2, 4),
    ("a: !!str 5\n", "yaml-tag", 1, 4),
    ("a: ! 5\n", "yaml-tag", 1, 4),
    ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", 1, 4),
    ("!!map {a: 1}\n", "yaml-tag", 1, 1),
    ("a: &x 1\n", "yaml-anchor", 1, 4),
    ("a: &x [1]\n", "yaml-anchor", 1, 4),
    ("a: 1\nb: *x\n", "yaml-alias", 2, 4),
    ("- *x\n", "yaml-alias", 1, 3),
    ("*x : 1\n", "yaml-alias", 1, 1),
    ("a:\n  <<: {b: 1}\n", "yaml-merge-key", 2, 3),
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    ("a: {b: 1, c: 2, b: 3}\n", "duplicate-key", 1, 17),
    ("a: 1\n'a': 2\n", "duplicate-key", 2, 1),
    ("? [a]\n: 1\n", "complex-key", 1, 3),
    ("{a: 1}: 2\n", "complex-key", 1, 1),
    ("a: 1\n---\nb: 2\n", "several-documents", 2, 1),
    ("a: b: c\n", "yaml-syntax", 1, 5),
    ("a:\n\tb: 1\n", "yaml-syntax", 2, 1),
    ('a: "b\n', "yaml-syntax", 1, 4),
    ("a: x\u200by\n", "forbidden-character", 1, 5),
    ("a: 1\r\nb: x\u202ey\r\n", "forbidden-character", 2, 5),
    ("a: 1\rb: x\x07\r", "forbidden-character", 2, 5),
    ("a: x\u2028y\n", "forbidden-character", 1, 5),
    ("a: x\x85y\n", "forbidden-character", 1, 5),
    ("a: Петр\u00adенко\n", "forbidden-character", 1, 8),
    ("\ufeff\ufeffa: 1\n", "forbidden-character", 1, 1),
    ("a: 1\nb: \U000e0041\n", "forbidden-character", 2, 4),
    ('a: "x\\u202ey"\n', "forbidden-character", 1, 4),
    ('a: "x\\0"\n', "forbidden-character", 1, 4),
    ('a: "x\\ry"\n', "forbidden-character", 1, 4),
    ('a: "x\\Ny"\n', "forbidden-character", 1, 4),
    ('a: "x\\Ly"\n', "forbidden-character", 1, 4),
    ('"a\\u200b": 1\n', "forbidden-character", 1, 1),
    (b"a: 1\nb: caf\xe9\n", "wrong-encoding", 2, 7),
    (b"\xef\xbb\xbfab\xff\n", "wrong-encoding", 1, 3),
    (b"a: \xd0\n", "wrong-encoding", 1, 4),
    ("a: 1\n".encode("utf-16"), "wrong-encoding", 1, 1),
    ("a: 1\n".encode("utf-16-be"), "wrong-encoding", 1, 1),
    ("a: 1\n".encode("utf-16-le"), "wrong-encoding", 1, 1),
    ("a: 1\n".encode("utf-32"), "wrong-encoding", 1, 1),
    ("".join(f"{'  ' * n}a:\n" for n in range(41)) + f"{'  ' * 41}a: 1\n", "nested-too-deep", 41, 81),
]


@pytest.mark.parametrize(("text", "rule", "line", "column"), REFUSALS, ids=lambda v: repr(v)[:30])
def test_what_is_more_than_plain_yaml_is_refused_at_its_place(text: str | bytes, rule: str, line: int, column: int):
    assert [(rule, line, column)] == found(text)


@pytest.mark.parametrize("escape", ["\\ud800", "\\ud83d\\ude00", "\\U00110000", "\\UFFFFFFFF", "\\q"])
def test_an_escape_that_makes_no_character_is_refused(escape: str):
    assert found(f'a: "x{escape}"\n')


def test_all_refusals_of_a_file_come_at_once():
    text = "a: !!int 1\nb: &x 2\nc: *x\na: 3\nd: {<<: *x, e: 1}\n"

    rules = [
        ("yaml-tag", 1, 4),
        ("yaml-anchor", 2, 4),
        ("yaml-alias", 3, 4),
        ("duplicate-key", 4, 1),
        ("yaml-merge-key", 5, 5),
        ("yaml-alias", 5, 9),
    ]
    assert rules == found(text)


def test_the_first_of_two_equal_keys_is_kept_and_the_message_says_where_it_is():
    file = read("a: 1\nb: 2\na: [3, {c: 4}]\n")

    assert {"a": "1", "b": "2"} == file.data
    assert "line 1" in file.findings[0].message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c\n", "quotation marks"),
        ("a:\n\tb: 1\n", "spaces, not tabs"),
        ('a: "b\n', "not closed"),
        ("a: [b\n", "not closed"),
        ("a:\n  - b\n c: 1\n", "indented alike"),
        ("a: 1\nb\nc: 2\n", "“|” or quotation marks"),
    ],
)
def test_common_slips_come_with_a_hint_in_plain_words(text: str, hint: str):
    (finding,) = read(text).findings

    assert "yaml-syntax" == finding.rule
    assert hint in (finding.hint or "")


def test_a_file_that_is_too_large_is_not_read():
    assert [("file-too-large", 1, 1)] == found("a: 12345", max_bytes=7)
    assert [] == found("a: 1234", max_bytes=7)


def test_a_pipe_is_not_opened(tmp_path: Path):
    os.mkfifo(tmp_path / "x.yaml")

    with pytest.raises(OSError, match="ordinary"):
        read_yaml_file(tmp_path / "x.yaml")


def test_depth_counts_lists_and_mappings():
    assert [] == found("[[[1]]]", max_depth=3)
    assert [("nested-too-deep", 1, 4)] == found("[[[[1]]]]", max_depth=3)
    assert [("nested-too-deep", 1, 9)] == found("a: {b: [{c: 1}]}", max_depth=3)


def test_places_of_keys_and_values_are_exact():
    file = read("facts:\n  - id: F-001\n    text: {uk: так, en: yes}\n  -\n    id: F-002\nempty:\n")

    assert Position("x.yaml", 2, 5) == file.position(("facts", 0))
    assert Position("x.yaml", 2, 9) == file.position(("facts", 0, "id"))
    assert Position("x.yaml", 3, 21) == file.key_position(("facts", 0, "text", "en"))
    assert Position("x.yaml", 3, 25) == file.position(("facts", 0, "text", "en"))
    assert Position("x.yaml", 5, 5) == file.position(("facts", 1))
    assert Position("x.yaml", 6, 7) == file.position(("empty",))


def test_steps_that_are_no_key_are_skipped_when_a_place_is_looked_up():
    file = read("facts:\n  - text: words\n")

    assert file.position(("facts", 0, "text")) == file.position(("facts", 0, "document", "text", "by_lang", ""))
    assert Position("x.yaml", 1, 1) == file.position(("nowhere",))


def test_columns_count_characters_and_not_bytes():
    assert Position("x.yaml", 1, 19) == read("{їжак: '\U0001f600є', абв: 1}").position(("абв",))


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: [" + "*x, " * 100_000 + "]",
        "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 20_000)),
        "\u200b" * 1_000_000,
        "a: '" + "\n" * 200_000,
    ],
    ids=lambda text: text[:8],
)
def test_a_bomb_is_refused_quickly(bomb: str):
    start = time.process_time()
    findings = read(bomb).findings

    assert 0 < len(findings) <= 50
    assert time.process_time() - start < 5


def test_after_fifty_refusals_reading_stops_and_says_so():
    findings = read("".join("a: *x\n" if n % 2 else f"b{n}: !t 1\n" for n in range(200))).findings

    assert 50 == len(findings)
    assert "there may be more" not in (findings[-2].hint or "")
    assert "reading stopped here" in (findings[-1].hint or "")


@both_parsers
@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_raise(raw: bytes):
    file = read(raw)

    assert file.findings or file.data is None or isinstance(file.data, str | list | dict)


@both_parsers
@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`# \n\t\\<~0u", max_size=60))
def test_no_text_of_yaml_signs_makes_the_reader_raise(text: str):
    file = read(text)

    assert file.findings or file.data is None or isinstance(file.data, str | list | dict)


_PLAIN = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" ", exclude_characters="\u034f"), max_size=8
)
_DATA = st.recursive(_PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_PLAIN, inner, max_size=3))


@both_parsers
@given(_DATA)
def test_what_a_yaml_writer_wrote_is_read_back_as_text(data: Any):
    assert data == read(yaml.dump(data, allow_unicode=True, default_style="'")).data


def test_without_libyaml_the_pure_parser_is_used():
    code = (
        "import yaml; del yaml.CSafeLoader; from referral.yaml_reader import parser, read_yaml; "
        "assert parser.Parser is yaml.SafeLoader; assert read_yaml(b'a: NO', 'x').data == {'a': 'NO'}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
