"""What the program says about a user's files: positions, severities, diagnostics, their order and their text form.

Nothing here reads a file, and nothing here knows what a case or a law is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


Where = Callable[[], Position]  # looked up when something is found there, because to look it up is to read again


@dataclass(frozen=True, order=True)
class Related:
    """Another place that belongs to the same finding, and why."""

    position: Position
    message: str


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One finding: where, how bad, which rule, and a sentence in plain words that says what to do."""

    position: Position
    severity: Severity
    rule: str
    message: str
    hint: str | None = None
    related: tuple[Related, ...] = ()

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def error(position: Position, rule: str, message: str, hint: str | None = None, *related: Related) -> Diagnostic:
    """A finding that stops the build."""
    return Diagnostic(position, Severity.ERROR, rule, message, hint, related)


def warning(position: Position, rule: str, message: str, hint: str | None = None, *related: Related) -> Diagnostic:
    """A finding that a person must look at, but that does not stop the build."""
    return Diagnostic(position, Severity.WARNING, rule, message, hint, related)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings by place, each shown once."""
    return sorted(set(diagnostics), key=lambda d: (d.position, d.severity, d.rule, d.message, d.hint or ""))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(d.is_error for d in diagnostics)


def to_text(diagnostic: Diagnostic) -> str:
    """`path:line:col: error: message [rule-id]`, then the hint and the related places, indented."""
    lines = [f"{diagnostic.position}: {diagnostic.severity}: {diagnostic.message} [{diagnostic.rule}]"]
    if diagnostic.hint:
        lines.append(f"    {diagnostic.hint}")
    lines += [f"    {r.position}: {r.message}" for r in diagnostic.related]
    return "\n".join(lines)
