"""How much a process that lays out pages may take, before it is stopped."""

import sys
from dataclasses import dataclass

_MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """Of one job. Memory, processor time and file size are held by the system where it can; elapsed time everywhere."""

    seconds: int = 300  # of processor time
    elapsed: int = 1800
    megabytes: int = 3_000  # of addresses, of which a chunk uses a tenth
    file_megabytes: int = 64  # the cache of fontconfig is all that is written


def hold_process(limits: Limits) -> None:
    """Let the system stop this process where it takes more memory, or writes larger files."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    _lower(resource.RLIMIT_AS, limits.megabytes * _MEGABYTE)
    _lower(resource.RLIMIT_FSIZE, limits.file_megabytes * _MEGABYTE)
    _lower(resource.RLIMIT_CORE, 0)


def hold_job(limits: Limits) -> None:
    """Let the system stop this process where the next job takes longer."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + limits.seconds)


def _lower(kind: int, most: int) -> None:
    """The soft limit, never above the hard one; a system that knows no such limit is left as it is."""
    import resource  # noqa: PLC0415 - Windows has none

    _, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(kind, (most, hard))
    except (OSError, ValueError):  # macOS holds no process to its addresses
        return
