"""What became of one case: codes, counts and reasons, and no name that a case protects."""

import json
import traceback
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from referral.errors import InvalidInputError, ReferralError, exit_code
from referral.version import VERSION


class State(StrEnum):
    """Of what is `lost` the process that worked on it has broken down, of what is `unreached` the engine.

    Nobody is told so: what stays like that has failed.
    """

    DONE = "done"
    ERRORS = "errors"
    FAILED = "failed"
    LOST = "lost"
    UNREACHED = "unreached"


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, and the most memory that the process had until then, in megabytes."""

    seconds: float
    cpu: float
    megabytes: float


@dataclass(frozen=True)
class Result:
    """`code` is the exit code that the case would have by itself; `unchanged` says that it was done by an earlier run.

    `files` are those that were written, `gaps` elements that nothing supports, and nobody says why.
    """

    name: str
    state: State
    code: int = 0
    errors: int = 0
    warnings: int = 0
    gaps: int = 0
    open_points: int = 0
    files: int = 0
    unchanged: bool = False
    message: str = ""
    cost: Cost | None = None

    @property
    def is_heard_of(self) -> bool:
        """Whether whoever worked on it has said what became of it."""
        return self.state not in (State.LOST, State.UNREACHED)

    def to_data(self) -> dict[str, Any]:
        told = asdict(self)
        return told if self.cost else {name: value for name, value in told.items() if name != "cost"}

    @staticmethod
    def of_data(told: dict[str, Any]) -> "Result":
        cost = told.get("cost")
        return Result(**{**told, "state": State(told["state"]), "cost": Cost(**cost) if cost else None})

    def to_bytes(self) -> bytes:
        return json.dumps(self.to_data()).encode()


def failed(name: str, failure: Exception) -> Result:
    """Of what was raised; the words of a fault of the program are not repeated, for they may be those of a case."""
    state = State.ERRORS if isinstance(failure, InvalidInputError) else State.FAILED
    return Result(name, state, exit_code(failure), message=_told(failure))


def lost(name: str, why: str) -> Result:
    return Result(name, State.LOST, exit_code(ReferralError()), message=why)


def _told(failure: Exception) -> str:
    if isinstance(failure, ReferralError | OSError):
        return str(failure)
    place = traceback.extract_tb(failure.__traceback__)[-1]
    where = f"{PurePath(place.filename).name}, line {place.lineno}"
    return f"this is a bug in referral {VERSION}: {type(failure).__name__} in {where}"
