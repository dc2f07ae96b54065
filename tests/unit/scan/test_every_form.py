"""Every form in every place of every kind of file, but for what that place cannot hold."""

import pytest

from tests.unit.scan.forms import FORMS
from tests.unit.scan.persons import told
from tests.unit.scan.test_carriers import CARRIERS

pytestmark = pytest.mark.slow

LINES = {form for form, (_, text) in FORMS.items() if "\n" in text}
ESCAPES = {form for form, (_, text) in FORMS.items() if set("%&\\") & set(text)}
INVISIBLE = {"soft hyphen", "zero width", "mark of direction", "tag characters", "stress mark"}
SPACED = {"letter-spaced", "letter-spaced by thin spaces", "letter-spaced by two"}
TORN = {"torn", "torn twice"}

# The table of letters of those that have one byte for each.
ONE_BYTE = {
    "cp1251": "cp1251",
    "koi8": "koi8-u",
    "cp1125": "cp1125",
    "jpeg remark by an old table": "cp1251",
    "pdf drawn in letters of one byte": "cp1251",
}
SHEET, LONGEST, NO_NAME = "xlsx name of a sheet", 31, set("[]:*?/\\")
CANNOT_HOLD = {
    # Each line becomes a paragraph, or ends what was begun; a line that ends twice ends a paragraph.
    "docx comment": LINES,
    "pdf remark": LINES,
    "docx split runs": {"hyphenated and indented"},
    "html in tags": {"hyphenated and indented"},
    # What is laid out has no ends of lines but its own, and is drawn in the direction that is asked for.
    "pdf page": {*TORN, "mark of direction"},
    "pdf earlier revision": {*TORN, "mark of direction"},
    # Each sign stands at a place of its own: one that is invisible makes a gap, and so do signs that are narrow.
    "pdf letters one by one": {*INVISIBLE, *TORN, "address in short", "address over a line"},
    # Torn again, in the middle of escapes and numbers, and among the words of other cells.
    "pdf narrow cell": {
        *SPACED, "address, letters apart",
        "BGN", "mark of direction", "torn twice", "escapes of JSON", "escapes within escapes",
        "birthday without signs", "relative in Latin letters", "head of a table, row by row",
    },
    "svg in pieces": {
        *SPACED, *ESCAPES, "address, letters apart", "address over a line", "birthday over a line",
        "telephone between strokes", "number of a paper behind a word",
        "by the rules of a man", "BGN", "hyphenated and indented", "torn twice",
        "telephone over a line", "birthday without signs", "address in short", "birthplace beside the code",
        "birthplace beside the code, another case", "birthplace beside the code, in Latin",
        "head of a table, row by row",
    },
    # The words stand right behind the name of the entry.
    "entry in no list": {
        *SPACED, "e-mail, spaced", "e-mail with a hyphen", "e-mail over a line",
        "small letters", "glued to figures", "number of a paper, spaced", "number of a paper in small letters",
    },
    "xlsx external link": TORN,  # in an attribute the end of a line is a blank
    "png key": {"in an address"},  # of more than 79 bytes
    "pdf drawn in letters of one byte": {"escapes of JSON"},  # a stroke stands for itself only if it is doubled
}  # fmt: skip


def is_written(text: str, carrier: str) -> bool:
    """Whether there is a byte for each of its letters, and a place for all of them."""
    if carrier == SHEET and (len(text) > LONGEST or NO_NAME & set(text)):
        return False
    try:
        text.encode(ONE_BYTE.get(carrier, "utf-8"))
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_form_is_found_in(carrier: str):
    written = {form: found for form, found in FORMS.items() if is_written(found[1], carrier)}
    missed = {form for form, (person, text) in written.items() if person not in told(CARRIERS[carrier](text))}

    assert CANNOT_HOLD.get(carrier, set()) == missed
