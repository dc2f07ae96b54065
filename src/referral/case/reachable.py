"""What is reached from somewhere in a graph, over any number of steps."""

from collections.abc import Callable, Iterable

Steps = Callable[[str], Iterable[str]]  # from a code to the codes one step further


def reachable(start: Iterable[str], steps: Steps) -> set[str]:
    """All that is reached from these codes, they included."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached.add(current)
            waiting += steps(current)
    return reached
