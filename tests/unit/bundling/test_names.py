"""Names of files that every system takes and reads in the same way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.bundling.names import LONGEST, distinct, safe_name

RESERVED = ["con", "PRN", "Aux.txt", "nul", "COM1", "lpt9.docx", "com¹"]


@pytest.mark.parametrize(
    ("safe", "name"),
    [
        ("photo.jpg", "photo.jpg"),
        ("фото 1.jpg", "фото 1.jpg"),
        ("й.txt", "и\u0306.txt"),
        ("a_b_c", "a/b\\c"),
        ("_.._x", "../x"),
        ("a_b_c_d_e_f_g_h", "a<b>c:d|e?f*g%h"),
        ("_home", "~home"),
        ("_.hidden", ".hidden"),
        ("_-rf", "-rf"),
        ("ends", "ends. . "),
        ("_", ""),
        ("_", "..."),
        ("a_b", "a\nb"),
        ("gpj_exe.txt", "gpj\u202eexe.txt"),
        *((f"_{name}", name) for name in RESERVED),
    ],
)
def test_what_another_system_would_not_take_is_replaced(safe: str, name: str):
    assert safe == safe_name(name)


def test_a_long_name_is_cut_and_keeps_its_ending():
    cut = safe_name("ї" * 300 + ".docx")
    assert (True, ".docx") == (LONGEST - 2 <= len(cut.encode()) <= LONGEST, cut[-5:])


def test_names_that_some_system_takes_for_one_get_numbers():
    assert ["a.txt", "A-2.txt", "a-3.txt", "ß", "SS-2", "x_y", "x_y-2"] == distinct(
        ["a.txt", "A.txt", "a.txt", "ß", "SS", "x:y", "x?y"]
    )


@given(st.lists(st.text(max_size=200), max_size=8))
def test_any_names_become_safe_and_distinct(names: list[str]):
    safe = distinct(names)
    assert len(names) == len({unicodedata.normalize("NFC", name).casefold() for name in safe})
    assert all(name == unicodedata.normalize("NFC", name) and name.strip() == name != "" for name in safe)
    assert not any(set(name) & set('<>:"/\\|?*%~') or name.startswith(".") or name.endswith(".") for name in safe)
    assert all(len(name.encode()) <= LONGEST + 4 for name in safe)
    assert safe == distinct(safe)
