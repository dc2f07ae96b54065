"""What became of all cases, in their order: as data, and as lines. No clock is told, unless somebody asks for costs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from referral.batch.result import Result, State

_COUNTED = ("errors", "warnings", "gaps", "open_points", "files")


def worst(results: Sequence[Result]) -> int:
    """The exit code of all together: that of the worst."""
    return max((result.code for result in results), default=0)


def summary(results: Sequence[Result], *, with_costs: bool) -> dict[str, Any]:
    """`{"schema": 1, "ok": bool, "code": int, "states": {…}, "total": {…}, "cases": [{name, state, code, …}]}`"""
    told = results if with_costs else [replace(result, cost=None) for result in results]
    return {
        "schema": 1,
        "ok": not worst(results),
        "code": worst(results),
        "states": _states(results),
        "total": {name: sum(getattr(result, name) for result in results) for name in _COUNTED},
        "cases": [result.to_data() for result in told],
    }


def lines(results: Sequence[Result]) -> Iterator[str]:
    """One for each case, then one for all."""
    width = max((len(result.name) for result in results), default=0)
    for result in results:
        known = " (unchanged)" if result.unchanged else ""
        counts = ", ".join(f"{getattr(result, name)} {name.replace('_', ' ')}" for name in _COUNTED)
        yield f"{result.name:<{width}}  {result.state}{known}: {counts}"
        yield from (f"    {line}" for line in result.message.splitlines())
    states = ", ".join(f"{number} {name}" for name, number in _states(results).items() if number)
    yield f"{len(results)} cases: {states or 'none'}"


def _states(results: Sequence[Result]) -> dict[str, int]:
    ends = (State.DONE, State.ERRORS, State.FAILED)
    counted = {str(state): sum(result.state is state for result in results) for state in ends}
    return {**counted, "unchanged": sum(result.unchanged for result in results)}
