"""The process in which one job is prepared and measured: `python -m benchmarks.child MODULE:FUNCTION ARGUMENTS`.

Says a line on standard output when the work begins, and what it took when it is done.
"""

import gc
import importlib
import json
import os
import resource
import sys
from pathlib import Path
from time import perf_counter
from typing import TextIO

from benchmarks.frame import Work


def main(what: str, arguments: str) -> None:
    report = _own_output()
    module, _, function = what.partition(":")
    work: Work = getattr(importlib.import_module(module), function)(*json.loads(arguments))
    gc.collect()
    _forget_peak()
    print("ready", file=report, flush=True)  # to whoever measures
    base, began, start = _memory("VmRSS"), cpu_used(), perf_counter()
    work()
    wall, cpu = perf_counter() - start, cpu_used() - began
    json.dump({"cpu": cpu, "wall": wall, "memory": _memory("VmHWM"), "base": base}, report)


def _own_output() -> TextIO:
    """Standard output for the report alone; what the work prints goes to the errors."""
    report = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return report


def _forget_peak() -> None:
    """The peak is that of the work, not of what prepared it."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def cpu_used() -> float:
    """Seconds, with those of the processes that were started and waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _memory(key: str) -> int:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(key))


if __name__ == "__main__":
    main(*sys.argv[1:])
