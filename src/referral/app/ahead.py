"""Work begun ahead of its turn: while pages of one document are laid out elsewhere, the next one is composed here."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

AT_ONCE = 2  # one is composed while the other is laid out; the tree of each is held meanwhile

Made = TypeVar("Made")


def in_turn(makers: Iterable[Callable[[], Made]], at_once: int) -> Iterator[Made]:
    """What they make, in their order, so many of them at work at once; after a failure no other is begun."""
    if at_once == 1:
        yield from (make() for make in makers)
        return
    threads = ThreadPoolExecutor(at_once)
    try:
        for made in [threads.submit(make) for make in makers]:
            yield made.result()
    finally:
        threads.shutdown(cancel_futures=True)
