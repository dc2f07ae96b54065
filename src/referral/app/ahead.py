"""Work begun ahead of its turn: while the pages of one document are laid out elsewhere, the next one is composed here.

All of it in one thread: what a document is read and written with does not bear two at a time.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from typing import TypeVar

from referral.errors import ReferralError

Asked = TypeVar("Asked")
Begun = TypeVar("Begun")


def one_ahead(begin: Callable[[Asked], Begun], asked: Iterable[Asked]) -> Iterator[Begun]:
    """What is begun for each, in their order, when the next one has been begun too.

    A failure is raised when its turn comes, so that nothing before it is lost; after it no other is begun.
    """
    waiting: Future[Begun] | None = None
    for each in asked:
        following = _tried(begin, each)
        if waiting:
            yield waiting.result()
        waiting = following
    if waiting:
        yield waiting.result()


def _tried(begin: Callable[[Asked], Begun], asked: Asked) -> Future[Begun]:
    tried = Future[Begun]()
    try:
        tried.set_result(begin(asked))
    except ReferralError as failure:
        tried.set_exception(failure)
    return tried
