"""Answers as a workbook: a sheet for each, and before them what the file is."""

from collections.abc import Sequence
from datetime import date

from referral.portfolio.answers import Answer
from referral.portfolio.told import Cell, Telling
from referral.report.workbook.write import ToldSheet, workbook


def write_sheets(
    answers: Sequence[Answer], tell: Telling, profile: str, remarks: Sequence[str], stamp: str, day: date
) -> bytes:
    """`day` is that of the file: the clock is never read. WriteError without the library that writes workbooks."""
    words = tell.words
    about: list[tuple[str, Cell]] = [
        (words("report.about.status"), words("draft")),
        (words("report.about.notice"), words("portfolio.notice")),
        (words("report.about.profile"), words(f"classification.{profile}")),
        *((words("report.about.part"), remark) for remark in remarks),
        *((tell.title(answer), tell.about(answer)) for answer in answers),
        (words("report.about.program"), stamp),
    ]
    heads = [words("report.column.field"), words("report.column.value")]
    first = ToldSheet(words("portfolio.sheet.about"), heads, about)
    others = (
        ToldSheet(words(f"portfolio.sheet.{answer.name}"), tell.heads(answer), list(tell.rows(answer)))
        for answer in answers
    )
    return workbook((first, *others), words("portfolio.title"), day, words("report.cut"))
