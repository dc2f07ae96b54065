"""Entries that hold all the words of a question, in whatever form; the passage where the first of them stands.

What somebody types is never read as an expression: every word of it is quoted.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from referral.errors import UsageError
from referral.language.searching import forms_of, words_of
from referral.portfolio import tables
from referral.portfolio.record import CaseRow, TextRow

_PART = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')
_WORD = re.compile(r"\w+(?:['’ʼ‘`´′]\w+)*")
_AROUND = 70  # characters shown before and behind
_FEWEST_BEFORE_STAR = 2


@dataclass(frozen=True)
class Found:
    """One entry with the words sought, and a passage of it: `at` and `end` are the place of the first word there."""

    case: CaseRow
    section: str
    entry: str
    passage: str
    at: int
    end: int


@dataclass(frozen=True)
class _Sought:
    """One word in its forms, words that stand side by side, or the beginning of a word."""

    words: tuple[str, ...]
    forms: frozenset[str] = frozenset()
    is_beginning: bool = False

    @property
    def expression(self) -> str:
        if self.forms:
            return f"({' OR '.join(map(_quoted, sorted(self.forms)))})"
        return _quoted(" ".join(self.words)) + ("*" if self.is_beginning else "")

    def is_in(self, word: str) -> bool:
        """Whether a folded word of a text is the one sought, or the first of several."""
        if self.forms:
            return word in self.forms
        return word.startswith(self.words[0]) if self.is_beginning else word == self.words[0]


def search(opened: sqlite3.Connection, asked: str) -> Iterator[Found]:
    """By case, then as they stand in it. UsageError if nothing is asked for."""
    sought = _sought(asked)
    query = """SELECT cases.id, texts.section, texts.entry, texts.text
        FROM words JOIN texts ON texts.id = words.rowid JOIN cases ON cases.id = texts.case_id
        WHERE words MATCH ? ORDER BY cases.path, cases.key, texts.id"""
    heads = tables.cases_by_id(opened)
    for case, *values in opened.execute(query, (" AND ".join(one.expression for one in sought),)):
        yield _found(heads[case], tables.read(TextRow, values), sought)


def _sought(asked: str) -> list[_Sought]:
    found = [one for groups in _PART.findall(asked) for one in _read(*groups)]
    if not found:
        raise UsageError("there is no word to search for; give one or more, as in --search “two words”")
    return found


def _read(straight: str, angled: str, curly: str, bare: str) -> Iterator[_Sought]:
    phrase = straight or angled or curly
    words = tuple(words_of(phrase or bare))
    if not words:
        return
    if bare.endswith("*") and len(words) == 1 and len(words[0]) >= _FEWEST_BEFORE_STAR:
        yield _Sought(words, is_beginning=True)
    elif phrase or len(words) > 1:
        yield _Sought(words)
    else:
        yield _Sought(words, forms_of(words[0]))


def _found(case: CaseRow, row: TextRow, sought: list[_Sought]) -> Found:
    """The line of the entry in which the first of the words stands."""
    for line in row.text.splitlines():
        for word in _WORD.finditer(line):
            if any(one.is_in(part) for one in sought for part in words_of(word[0])):
                return _passage(case, row, line, word)
    return Found(case, row.section, row.entry, row.text[: 2 * _AROUND], 0, 0)


def _passage(case: CaseRow, row: TextRow, line: str, word: re.Match[str]) -> Found:
    start = max(0, word.start() - _AROUND)
    start = line.find(" ", start) + 1 if start and " " in line[start : word.start()] else start
    end = min(len(line), word.end() + _AROUND)
    end = line.rfind(" ", word.end(), end) if end < len(line) and " " in line[word.end() : end] else end
    before, behind = "…" if start else "", "…" if end < len(line) else ""
    at = len(before) + word.start() - start
    return Found(case, row.section, row.entry, before + line[start:end] + behind, at, at + len(word[0]))


def _quoted(words: str) -> str:
    return f'"{words}"'
