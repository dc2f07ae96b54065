"""The other side of `process`: works on one case after another, until nobody asks any more.

Who asked may be killed; then nobody wants the answer, and this process ends at once.
"""

import gc
import json
import os
import sys
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread  # noqa: TID251 - it waits for what is said on a pipe
from time import perf_counter, process_time
from typing import IO

from referral.batch.cases import NamedCase
from referral.batch.process import READY
from referral.batch.result import Cost, Result
from referral.batch.steps import work_on
from referral.batch.terms import BatchTerms
from referral.pipes import own_output, receive, send

_IDLE = 60  # seconds without a case: an engine keeps its workers, and does not say when a batch is over


def main() -> None:
    answers, asked = own_output(), SimpleQueue[bytes]()
    Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    terms = BatchTerms.of_json(asked.get().decode())
    os.chdir(terms.folder)
    send(answers, READY)
    gc.freeze()  # the libraries stay; what a case has left is collected after it
    with suppress(Empty):
        while True:
            case = NamedCase(**json.loads(asked.get(timeout=_IDLE)))
            send(answers, _measured(case, terms).to_bytes())
            gc.collect()


def _listen(stream: IO[bytes], asked: "SimpleQueue[bytes]") -> None:
    while (message := receive(stream)) is not None:
        asked.put(message)
    os._exit(0)


def _measured(case: NamedCase, terms: BatchTerms) -> Result:
    clock, processor = perf_counter(), process_time()
    result = work_on(case, terms)
    return replace(result, cost=Cost(perf_counter() - clock, process_time() - processor, _megabytes()))


def _megabytes() -> float:
    """The most that this process ever had; 0 where the system does not say it."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - Windows has none

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):  # who asked has gone
        main()
