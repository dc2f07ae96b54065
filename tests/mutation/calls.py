"""Which functions of given modules are run, so that each rule is tried first by the tests that come to it."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

Function = tuple[str, str]  # module, and its name there


@contextmanager
def functions_run(modules: Iterable[str]) -> Iterator[set[Function]]:
    """A set that fills while the block runs. What was kept by a cache is not run again and not found."""
    names = {sys.modules[name].__file__: name for name in modules}
    found: set[Function] = set()

    def called(frame: FrameType, _event: str, _value: object) -> None:
        code = frame.f_code
        if code.co_filename in names:
            found.add((names[code.co_filename], code.co_qualname))

    before = sys.gettrace()
    sys.settrace(called)
    try:
        yield found
    finally:
        sys.settrace(before)
