"""What annexes say of the main text: what it cites, where it tells an entry, which terms occur."""

import pytest

from referral.composition.shown import Shown, shown_in
from referral.document.inlines import Citation, Footnote, Sentence, Text
from referral.document.nodes import Block, Heading, Paragraph, ParagraphKind


def paragraph(*content: object, id_: str | None = None) -> Block:
    return Paragraph(content, ParagraphKind.NUMBERED, id=id_)  # type: ignore[arg-type]


def test_what_the_main_text_cites_counts_and_what_an_annex_cites_does_not():
    main = [paragraph(Text("So."), Footnote((Citation("Annex B-1", target="ex-EV-0001"),)))]
    others = [paragraph(Citation("Annex B-2", target="ex-EV-0002"))]

    assert frozenset({"ex-EV-0001"}) == shown_in(main, others, {}).cited


def test_paragraphs_headings_and_sentences_with_an_id_are_told():
    sentence = Sentence((Text("It was so."),), ("F-001",), "F-001")
    main = [Heading(1, (Text("Facts"),), id="facts"), paragraph(sentence), paragraph(Text("x"), id_="INC-01")]

    assert frozenset({"facts", "F-001", "INC-01"}) == shown_in(main, [], {}).told


@pytest.mark.parametrize(
    ("words", "said", "occurs"),
    [
        ("protected person", "Protected persons were taken.", True),
        ("aggressor State / occupying State", "the occupying State", True),
        ("criminal offence (crime / misdemeanour)", "a criminal offence", True),
        ("view", "an interview", False),
        ("view", "the viewpoint", False),
        ("digest", "nothing", False),
    ],
)
def test_a_term_occurs_as_whole_words_with_or_without_an_ending(words: str, said: str, occurs: bool):
    assert occurs == ("t" in shown_in([], [paragraph(Text(said))], {"t": words}).terms)


def test_a_term_that_only_another_term_uses_is_found_too():
    terms = {"a": "notice of suspicion", "b": "suspicion", "c": "summons"}
    assert frozenset({"a", "b"}) == shown_in([paragraph(Text("a notice of suspicion"))], [], terms).terms


def test_without_a_rendering_nothing_is_shown():
    assert Shown() == shown_in([], [], {})
