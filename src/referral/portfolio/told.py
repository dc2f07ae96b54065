"""Answers in words of one language, for people: heads of columns, codes, days, and texts in the language they have."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.edtf import parse_edtf
from referral.language import Language
from referral.language.phrases import Phrases
from referral.portfolio.answers import Answer, Column, Value
from referral.portfolio.record import Texts

Cell = str | int


@dataclass(frozen=True)
class Telling:
    """Tells answers in one language."""

    words: Phrases
    language: Language

    def title(self, answer: Answer) -> str:
        return self.words(f"portfolio.section.{answer.name}")

    def about(self, answer: Answer) -> str:
        """What a reader must know of this table."""
        return self.words(f"portfolio.about.{answer.name}")

    def heads(self, answer: Answer) -> list[str]:
        return [self.words(column.head or f"portfolio.column.{column.name}") for column in answer.columns]

    def rows(self, answer: Answer) -> Iterator[list[Cell]]:
        for row in answer.rows:
            yield [self.cell(column, value) for column, value in zip(answer.columns, row, strict=True)]

    def cell(self, column: Column, value: Value) -> Cell:
        if isinstance(value, bool):
            return self.words("annex.yes") if value else ""
        if isinstance(value, int):
            return value
        if not isinstance(value, str):
            return self.text(value)
        if column.is_day and value:
            return self.language.date(parse_edtf(value))
        return self.words(f"{column.words}.{value}") if column.words and value else value

    def text(self, texts: Texts) -> str:
        """In the language of the report; else in another, which is said; empty for none."""
        wanted = (self.language.code, *self.language.read_besides, *texts)
        lang = next((lang for lang in wanted if lang in texts), None)
        if lang is None or lang == self.language.code:
            return texts[lang] if lang else ""
        return f"{texts[lang]} [{self.words('missing.translation')}]"
