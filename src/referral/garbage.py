"""The collector of cyclic garbage, held while many objects are made that all stay.

It would go through all of them again and again and free none: over half of the time of reading a large case.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Nothing is collected inside the `with`; afterwards the collector is as it was."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
