"""What the libraries under us only log: a missing anchor, a rule they do not know, a glyph that no font has."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from referral.errors import WriteError

_LOGGERS = ("weasyprint", "fontTools")


@contextmanager
def raised() -> Iterator[None]:
    """Raise WriteError with every warning logged inside the `with`: the page would be filed without what it lacks."""
    complaints = _Complaints()
    with _listening(complaints):
        yield
    if complaints.messages:
        raise WriteError("the PDF is not as it should be:\n" + "\n".join(dict.fromkeys(complaints.messages)))


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _listening(handler: logging.Handler) -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
