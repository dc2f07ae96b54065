"""An edited document against its sidecar: what is changed, new and gone, and nothing else."""

from pathlib import Path

import pytest

from referral.app.edited import compare_edited, difference_data, difference_lines, read_sidecar
from referral.errors import UsageError
from referral.tracing.compare import Difference, compared
from referral.tracing.sidecar_model import DocumentNamed, SentenceTraced, Sidecar, WhereSaid, Wording
from referral.tracing.word_text import Line

NAMED = DocumentNamed(id="x", lang="en", profile="public", title="T", template="x/en.xml.j2", stamp="")
FIRST = "The men were taken to the camp on the first of March."
SECOND = "They were held there for three weeks without a word."
THIRD = "Nobody has told the families where they are now."
OPENING = "This is said in the paragraphs below."


def sentence(line: int, text: str, **fields: object) -> SentenceTraced:
    where = WhereSaid(part="paragraph", paragraph=str(line))
    return SentenceTraced.model_validate({"line": line, "where": where, "text": text, "wording": "fixed", **fields})


BUILT = Sidecar(
    schema_version="1",
    document=NAMED,
    sentences=(
        sentence(1, OPENING),
        sentence(2, FIRST, sources=("F-001",), wording=Wording.MARKED),
        sentence(2, SECOND, sources=("F-002",), wording=Wording.MARKED),
        sentence(3, THIRD),
        sentence(4, "See paragraph 2.", references=((14, 15),)),
        sentence(5, "none"),
        sentence(6, "none"),
    ),
)
LINES = [OPENING, f"{FIRST} {SECOND}", THIRD, "See paragraph 2.", "none", "none"]


def difference(*lines: str | Line) -> Difference:
    return compared(BUILT, [Line(line) if isinstance(line, str) else line for line in lines])


def told(found: Difference) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    changed = [(was.text, now.text) for was, now in found.changed]
    return changed, [now.text for now in found.new], [was.text for was in found.gone]


def test_words_that_are_drawn_cannot_be_missed_and_those_that_tell_of_a_figure_can():
    shown = [
        sentence(1, FIRST).model_copy(update={"where": WhereSaid(part=part)}) for part in ("drawing", "alternative")
    ]
    sidecar = BUILT.model_copy(
        update={"sentences": (shown[0], shown[1].model_copy(update={"line": 2, "text": SECOND}))}
    )

    assert ([], [], [SECOND]) == told(compared(sidecar, []))


SAME = [
    LINES,
    [OPENING.replace(" ", "\u00a0  "), *LINES[1:]],
    ["This is s\u00adaid in the para\u200bgraphs below.", *LINES[1:]],
    [LINES[0], FIRST, SECOND, *LINES[2:]],  # a paragraph parted
    [f"{OPENING} {FIRST} {SECOND} {THIRD} See paragraph 2.", "none", "none"],  # all in one
    [THIRD, f"{SECOND} {FIRST}", OPENING, *LINES[3:]],  # moved
    [*LINES[:3], Line("See paragraph 14.", ((14, 16),)), "none", "none"],  # counted anew by Word
    [*LINES, "—", "***"],
]


@pytest.mark.parametrize("lines", SAME, ids=range(len(SAME)))
def test_what_says_the_same_is_not_reported(lines: list[str | Line]):
    assert ([], [], []) == told(difference(*lines))


def test_a_changed_sentence_is_set_beside_the_one_it_was():
    now = FIRST.replace("first of March", "second of April")
    found = difference(OPENING, f"{now} {SECOND}", *LINES[2:])

    assert ([(FIRST, now)], [], []) == told(found)
    assert ("F-001",) == found.changed[0][0].sources


def test_a_number_typed_over_is_a_change():
    assert ([("See paragraph 2.", "See paragraph 3.")], [], []) == told(
        difference(*LINES[:3], "See paragraph 3.", *LINES[4:])
    )


def test_a_new_sentence_has_no_source_and_is_placed_by_what_stands_before_it():
    new = "The commander was promoted soon afterwards."
    found = difference(OPENING, f"{FIRST} {new} {SECOND}", *LINES[2:])

    assert ([], [new], []) == told(found)
    assert found.new[0].after == BUILT.sentences[1]


def test_a_sentence_that_is_no_longer_there_is_gone():
    assert ([], [], [SECOND]) == told(difference(OPENING, FIRST, *LINES[2:]))
    assert ([], [], ["none"]) == told(difference(*LINES[:-1]))
    assert 7 == len(difference().gone)


def test_of_two_that_say_the_same_the_one_that_is_no_longer_there_is_meant():
    twice = BUILT.model_copy(update={"sentences": (*BUILT.sentences, sentence(7, f"{FIRST}"), sentence(7, THIRD))})
    found = compared(twice, [Line(line) for line in (OPENING, SECOND, *LINES[2:], f"{FIRST} {THIRD}")])

    assert [(2, FIRST)] == [(gone.line, gone.text) for gone in found.gone]


def test_two_sentences_that_share_few_words_are_not_one_that_changed():
    new = "The camp is near the river and has two gates."
    assert ([], [new], [SECOND]) == told(difference(OPENING, f"{FIRST} {new}", *LINES[2:]))


def test_the_likest_sentences_are_paired():
    nearly = SECOND.replace("three", "four")
    farther = "They were held there for a long time without a word or bread."
    found = difference(OPENING, f"{farther} {nearly}", *LINES[2:])

    assert [(SECOND, nearly)] == [(was.text, now.text) for was, now in found.changed]
    assert ([farther], [FIRST]) == ([now.text for now in found.new], [was.text for was in found.gone])


def test_a_difference_is_told_in_lines_and_as_data():
    new = "The commander was promoted soon afterwards."
    found = difference(new, LINES[1].replace("three weeks", "two weeks"), *LINES[2:])

    assert [
        "¶ 2: changed",
        f"  was: {SECOND}",
        f"  now: {SECOND.replace('three', 'two')}",
        "  it rested on: F-002",
        "at the beginning: new, without a source",
        f"  now: {new}",
        "¶ 1: gone",
        f"  was: {OPENING}",
        "1 sentences changed, 1 new and without a source, 1 gone",
    ] == list(difference_lines(found))
    where = {"part": "paragraph", "paragraph": "2"}
    now = SECOND.replace("three", "two")
    assert {"where": where, "was": SECOND, "wording": "marked", "sources": ["F-002"], "now": now} == difference_data(
        found
    )["changed"][0]


def test_a_file_that_is_no_sidecar_is_refused(tmp_path: Path):
    (tmp_path / "x.json").write_text('{"schema_version": "1"}')
    with pytest.raises(UsageError, match=r"x\.json: this is no sidecar"):
        read_sidecar(tmp_path / "x.json")
    with pytest.raises(UsageError, match=r"none\.json: the sidecar cannot be read"):
        compare_edited(tmp_path / "x.docx", tmp_path / "none.json")


def test_hundreds_of_changes_are_told_apart():
    numbers = range(400)
    built = BUILT.model_copy(
        update={
            "sentences": tuple(sentence(n, f"In village {n} the men of house {n} were taken away.") for n in numbers)
        }
    )
    lines = [Line(f"In village {n} the men of house {n} were led away.") for n in reversed(numbers)]
    pairs = compared(built, lines).changed

    assert 400 == len(pairs)
    assert [] == [(was.text, now.text) for was, now in pairs if was.text.split()[2] != now.text.split()[2]]
