"""Answers for other programs: codes, numbers, and texts by language."""

from collections.abc import Sequence
from typing import Any

from referral.portfolio.answers import Answer, Value


def answers_to_json(answers: Sequence[Answer], profile: str, more: int = 0) -> dict[str, Any]:
    """`{"schema": 1, "profile", "not_shown", "answers": {NAME: [{COLUMN: value}]}}`

    Some finds of a search may be left out: `not_shown` counts them.
    """
    return {
        "schema": 1,
        "profile": profile,
        "not_shown": more,
        "answers": {answer.name: _rows(answer) for answer in answers},
    }


def _rows(answer: Answer) -> list[dict[str, Value]]:
    names = [column.name for column in answer.columns]
    return [dict(zip(names, row, strict=True)) for row in answer.rows]
