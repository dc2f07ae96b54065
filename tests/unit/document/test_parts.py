"""Annexes: numbers of their own, and the files into which a document is parted by level of confidentiality."""

from dataclasses import replace

import pytest

from referral.document.inlines import Citation, CrossReference, Inline
from referral.document.layout import AnnexWords, HeadingNumbers, Layout, Properties
from referral.document.nodes import Annex, Document, Heading, OpenPoints, Paragraph, TableOfContents
from referral.document.number import number
from referral.document.parse import parse_document
from referral.document.parts import parts
from referral.document.walk import contents, flat, footnotes, inlines_in, lines_of, words
from tests.unit.document.trees import parse_refusals, refusals

WORDS = AnnexWords("Annex {letter}", "{label} ({part})", "main text")
PROPERTIES = Properties("en", "T", "2024-05-01", level="confidential", annex_words=WORDS, note_above="{number}")
NOTE = '<note><cite to="ex-1">X<full>full</full></cite></note>'
BODY = f"""
<toc depth="2">Contents</toc>
<h1 id="first">Main</h1>
<p kind="numbered" id="p1">One{NOTE} <ref to="A"/> <ref to="a1"/> <ref to="m1"/> <ref to="mh"/>
<cite to="row-a">a</cite> <cite to="row-m">m</cite> <missing>in main</missing></p>
<h1 numbered="no">Open points</h1>
<open-points><intro>They are:</intro><none>None.</none></open-points>
<annex id="A" level="confidential"><title>Index</title>
  <h1>Head</h1><p kind="numbered" id="a1">a{NOTE}</p>
  <h2>Sub</h2><p kind="numbered">b <ref to="p1"/> <missing>in A</missing></p>
  <table widths="1"><tbody><tr id="row-a"><td>r<note>in a row</note></td></tr></tbody></table></annex>
<annex id="M" level="under_seal"><title>Victims</title>
  <h1 id="mh">Head</h1><p kind="numbered" id="m1">m{NOTE} <ref to="p1"/> <ref to="a1"/> <ref to="A"/> <ref to="m2"/></p>
  <p kind="numbered" id="m2">again{NOTE} <missing>in M</missing></p>
  <table widths="1"><tbody><tr id="row-m"><td>r</td></tr></tbody></table></annex>
<annex id="N" level="confidential"><title>Figures</title><p kind="numbered">n{NOTE}</p></annex>
"""


def whole(body: str = BODY, scheme: HeadingNumbers = HeadingNumbers.LEGAL) -> Document:
    xml = f"<document>{body}</document>"
    return number(parse_document(xml, "t", {}, PROPERTIES, Layout(heading_numbers=scheme)))


def files(document: Document) -> dict[str | None, Document]:
    return {part.annex: part.document for part in parts(document)}


def printed(document: Document) -> list[str]:
    """The words of the numbered paragraphs, each with its number."""
    found = (b for b in flat(document.blocks) if isinstance(b, Paragraph) and b.label)
    return [f"{b.label}. {words(b.content)}" for b in found]


def inlines(document: Document) -> list[Inline]:
    return [i for block in flat(document.blocks) for line in lines_of(block) for i in inlines_in(line)]


def labels(document: Document) -> list[str]:
    return [b.label for b in flat(document.blocks) if isinstance(b, Heading) and b.label]


def test_an_annex_counts_its_headings_and_paragraphs_by_its_letter():
    assert ["I", "A.1", "A.1.1", "M.1"] == labels(whole())
    assert ["1", "A-1", "A-2", "M-1", "M-2", "N-1"] == [p.split(". ")[0] for p in printed(whole())]


def test_without_numbers_of_headings_an_annex_has_none_either():
    assert [] == labels(whole(scheme=HeadingNumbers.NONE))


def test_an_annex_is_in_the_table_of_contents_by_its_separator_page():
    document = whole()
    toc = next(b for b in document.blocks if isinstance(b, TableOfContents))
    listed = [words(heading.content) for heading in contents(document, toc)]
    assert ["Main", "Open points", "Annex A. Index", "Head", "Annex M. Victims", "Head", "Annex N. Figures"] == listed


def test_the_annexes_of_the_level_of_the_main_text_stay_with_it():
    found = files(whole())
    assert [None, "M"] == list(found)
    assert ["A", "N"] == [b.id for b in found[None].blocks if isinstance(b, Annex)]
    assert ["M"] == [b.id for b in found["M"].blocks if isinstance(b, Annex)]


def test_a_document_whose_annexes_have_one_level_is_one_file_and_the_very_same():
    document = whole(BODY.replace("under_seal", "confidential"))
    (only,) = parts(document)
    assert only.document is document
    assert only.annex is None


def test_notes_run_through_a_file_and_begin_anew_in_another():
    found = files(whole())
    assert [1, 2, 3, 4] == [n for n, _ in footnotes(found[None])]
    assert [1, 2] == [n for n, _ in footnotes(found["M"])]


def test_the_first_note_of_each_file_names_an_exhibit_in_full_and_later_ones_refer_to_it():
    found = files(whole())
    assert ["X, full", "X (1)", "in a row", "X (1)"] == [text for _, text in footnotes(found[None])]
    assert ["X, full", "X (1)"] == [text for _, text in footnotes(found["M"])]


def test_a_reference_to_another_file_says_where_its_target_is_and_leads_nowhere():
    found = files(whole())
    assert "1. One Annex A A-1 M-1 (Annex M) M.1 (Annex M) a m in main" == printed(found[None])[0]
    assert "M-1. m 1 (main text) A-1 (Annex A) Annex A M-2" == printed(found["M"])[0]


@pytest.mark.parametrize("letter", [None, "M"])
def test_no_reference_and_no_citation_of_a_file_leads_to_what_is_not_in_it(letter: str | None):
    document = files(whole())[letter]
    here = {"first", "p1", "A", "a1", "row-a"} if letter is None else {"M", "m1", "m2", "mh", "row-m"}
    wanted = {i.target for i in inlines(document) if isinstance(i, CrossReference | Citation) and i.target}
    assert wanted <= here
    assert wanted


def test_each_file_lists_what_stands_open_in_it():
    found = files(whole())
    assert ["in main", "in A"] == [p.text for p in found[None].open_points]
    assert [("in M", ("¶\u00a0M-2",))] == [(p.text, p.where) for p in found["M"].open_points]
    shown = {letter: next(b for b in flat(d.blocks) if isinstance(b, OpenPoints)).items for letter, d in found.items()}
    assert {letter: document.open_points for letter, document in found.items()} == shown
    assert ["in main", "in A", "in M"] == [p.text for p in whole().open_points]


def test_an_annex_without_open_points_has_no_list_of_them():
    document = files(whole(BODY.replace("<missing>in M</missing>", "")))["M"]
    assert not [b for b in flat(document.blocks) if isinstance(b, OpenPoints)]


def test_a_file_of_an_annex_has_a_title_and_a_level_of_its_own():
    properties = files(whole())["M"].properties
    assert ("T – Annex M. Victims", "under_seal") == (properties.title, properties.level)


def test_a_long_annex_in_a_file_of_its_own_has_a_table_of_contents():
    many = "".join(f"<h1>{n}</h1><p>x</p>" for n in range(9))
    long = files(whole(BODY.replace('<h1 id="mh">Head</h1>', f'<h1 id="mh">Head</h1><p>x</p>{many}')))["M"]
    assert 11 == len(list(contents(long, next(b for b in flat(long.blocks) if isinstance(b, TableOfContents)))))
    assert not [b for b in flat(files(whole())["M"].blocks) if isinstance(b, TableOfContents)]


def test_a_part_parted_again_is_itself():
    own = files(whole())["M"]
    assert (None, own) == (parts(own)[0].annex, parts(own)[0].document)


def test_rows_can_be_read_again_in_every_file():
    found = files(whole())
    assert list(footnotes(found[None])) == list(footnotes(found[None]))


def test_the_header_of_an_annex_names_it_and_its_level():
    (annex, *_) = (b for b in whole().blocks if isinstance(b, Annex))
    assert "Annex A" == annex.header
    assert "Annex A · Secret" == replace(annex, classification="Secret").header


REFUSED = [
    ('<annex id="A" level="x"><title>t</title><p>x</p></annex><p>y</p>', "cannot stand behind an <annex>"),
    ('<annex id="a" level="x"><title>t</title><p>x</p></annex>', "no letter of an annex"),
    ('<annex id="A" level="Very"><title>t</title><p>x</p></annex>', "no name of a level"),
    ('<annex id="A"><title>t</title><p>x</p></annex>', 'needs the attribute "level"'),
    ('<annex id="A" level="x"><p>x</p></annex>', "needs one <title>"),
    ('<annex id="A" level="x"><title>t</title></annex>', "needs one <title>"),
    ('<annex id="A" level="x"><title>t</title><title>t</title><p>x</p></annex>', "needs one <title>"),
    ('<annex id="A" level="x"/>', "needs one <title>"),
    ('<annex id="A" level="x"><title>t</title><h4>x</h4></annex>', "an annex has headings h1 to h3"),
    ('<section orientation="landscape"><annex id="A" level="x"><title>t</title><p>x</p></annex></section>', "cannot"),
]


@pytest.mark.parametrize(("body", "refusal"), REFUSED)
def test_an_annex_out_of_shape_is_refused(body: str, refusal: str):
    assert any(refusal in line for line in parse_refusals(body))


def test_two_annexes_of_one_letter_are_refused():
    annex = '<annex id="A" level="x"><title>t</title><p>x</p></annex>'
    assert any('the id "A" is given a second time' in line for line in refusals(lambda: whole(annex * 2)))
