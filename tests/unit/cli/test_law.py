"""`referral law`: each of its commands, over the shipped library and a pack of one's own."""

import ast
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from referral.cli.law import command
from referral.errors import ReferralError

OWN = ("--law", str(Path(__file__).parents[2] / "data/law"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def failure(*arguments: str) -> str:
    """The words of the exception by which a command stops."""
    with pytest.raises(ReferralError) as caught:
        CliRunner().invoke(command, arguments, catch_exceptions=False)
    return str(caught.value)


def test_the_list_has_provisions_with_their_elements():
    lines = run("list", "--forum", "icc", *OWN).output.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("xs.1 "))

    assert lines[start + 1].startswith("  xs.1/1 ")
    assert [] == [line for line in lines if line.startswith("ex.")]


def test_the_list_as_json_has_every_id():
    entries = json.loads(run("list", "--format", "json", *OWN).stdout)["entries"]

    assert {"ex.1", "ex.1/1", "xs.1", "rs.8.2.a.v"} <= {entry["id"] for entry in entries}


def test_the_list_of_a_day_leaves_out_what_is_not_in_force():
    days = [run("list", "--on", day, *OWN).output for day in ("2014-12-31", "2015-01-01")]

    assert [True, False] == [any(line.startswith("ex.4 ") for line in day.splitlines()) for day in days]


def test_the_list_finds_words_of_any_language_in_ids_titles_wordings_and_terms():
    by_word = [run("list", "--find", words).output for words in ("Compelling prisoner", "воєнний злочин примушування")]

    assert [True, True] == ["rs.8.2.a.v " in output for output in by_word]
    assert "rs.7.1.h " not in by_word[0]
    assert "" == run("list", "--find", "no such words").output


@pytest.mark.parametrize("option", [("--forum", "moon"), ("--status", "sure"), ("--on", "yesterday")])
def test_a_filter_that_nobody_knows_is_wrong_usage(option: tuple[str, str]):
    assert 2 == run("list", *option).exit_code


def test_a_provision_is_shown_by_its_id_and_by_its_citation():
    by_id = run("show", "rs.8.2.a.v").output

    assert by_id.startswith("rs.8.2.a.v: ")
    assert by_id == run("show", by_id.splitlines()[0].partition(": ")[2]).output


def test_a_day_shows_the_edition_of_that_day():
    shown = [run("show", "ex.1", "--on", day, *OWN).output for day in ("2020-12-31", "2021-01-01")]

    assert ["takes another away", "takes another person away"] == [
        words
        for words, text in zip(("takes another away", "takes another person away"), shown, strict=True)
        if words in text
    ]


def test_an_abridged_citation_is_enough_where_it_means_one_provision():
    for name in ("art. 8(2)(a)(v)", "Article 8(2)(a)(v) Rome Statute"):
        assert run("show", name).output.startswith("rs.8.2.a.v: ")
    for name in ("Article 438", "стаття 438 КК"):
        assert run("show", name).output.startswith("ua.cc.438: ")


def test_where_a_wording_was_read_is_told_with_the_source():
    shown = run("show", "ex.1", *OWN).output
    on_a_day = run("show", "ex.1", "--on", "2021-01-01", *OWN).output

    assert [True, True] == ["read in S1" in text and "\n  S1: " in text for text in (shown, on_a_day)]
    assert "  edition from 2021-01-01 on (as at " in on_a_day
    assert "  ex.1/1: " in on_a_day
    assert [False, False] == ["today" in text for text in (shown, on_a_day)]


def test_who_is_bound_on_a_day_is_told():
    days = [run("show", "rs.8.2.a.v", "--on", day).output for day in ("2000-01-01", "2025-06-01")]

    assert [False, True] == ["  binds Ukraine, from 2025-01-01" in text for text in days]
    assert "  nobody is recorded as bound on that day" in days[0]


def test_a_day_that_is_none_is_refused_in_words():
    assert "write year, month, day, as in 2022-03-01" in run("show", "ex.1", "--on", "01.03.2022", *OWN).output


def test_an_element_is_shown():
    assert run("show", "ex.1/1", *OWN).output.startswith("ex.1/1 (")


def test_what_does_not_exist_is_named_with_what_comes_close():
    assert 'there is no provision "ex.11"; nearest: ex.1/1' == failure("show", "ex.11", *OWN)
    assert failure("diff", "no.such.law", "2020-01-01", "2021-01-01").startswith('there is no provision "no.such.law"')


def test_two_days_are_compared():
    lines = run("diff", "ex.1", "2020-12-31", "2021-01-01", *OWN).output.splitlines()

    assert "  - wording (verified; read in S1): Whoever takes another away is punished." in lines
    assert "  + wording (verified; read in S1): Whoever takes another person away is punished." in lines
    assert 2 == run("diff", "ex.1", "2020-12-31").exit_code


def test_a_sound_library_passes_and_a_wrong_one_does_not(tmp_path: Path):
    assert 0 == run("check", *OWN).exit_code
    (tmp_path / "x.yaml").write_text("schema_version: '1'\nno: law\n")
    done = run("check", "--law", str(tmp_path))
    assert (1, True) == (done.exit_code, f"{tmp_path}/x.yaml:2:1: error: " in done.output)


def test_a_new_pack_is_started_once(tmp_path: Path):
    folder = tmp_path / "mine"
    made = run("new", str(folder))

    assert (0, True) == (made.exit_code, (folder / "law/mine.yaml").is_file())
    assert 0 == run("check", "--law", str(folder / "law")).exit_code
    assert failure("new", str(folder)).endswith("the folder is not empty; name a new one")
    assert "begins with a Latin letter" in failure("new", str(tmp_path / "1"))


def test_every_command_is_run_by_some_test():
    called = (node for node in ast.walk(ast.parse(Path(__file__).read_text("utf-8"))) if isinstance(node, ast.Call))
    runs = (node for node in called if isinstance(node.func, ast.Name) and node.func.id == "run" and node.args)
    named = {str(node.args[0].value) for node in runs if isinstance(node.args[0], ast.Constant)}

    assert sorted(command.commands) == sorted(named)
