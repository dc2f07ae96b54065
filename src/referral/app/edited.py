"""An edited Word document set against the sidecar of the one that was built: told in lines, or as data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from referral.errors import UsageError
from referral.tracing.compare import Difference, Edited, compared
from referral.tracing.sidecar_model import SentenceTraced, Sidecar
from referral.tracing.word_file import read_word
from referral.tracing.word_text import lines_of_word

_LARGEST = 200_000_000  # bytes
_PLAIN = {"paragraph": "text", "open_point": "open points"}


def compare_edited(edited: Path, against: Path) -> Difference:
    """What was changed, what is new and what is gone. UsageError for a file that cannot be read."""
    return compared(read_sidecar(against), lines_of_word(read_word(edited)))


def read_sidecar(path: Path) -> Sidecar:
    """A sidecar that was built. UsageError for what is none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path}: the file is too large for a sidecar")
        return Sidecar.model_validate_json(path.read_bytes())
    except OSError as failure:
        raise UsageError(f"{path}: the sidecar cannot be read: {failure.strerror}") from failure
    except ValidationError as failure:
        raise UsageError(f"{path}: this is no sidecar, which `referral build --format sources` writes") from failure


def difference_lines(difference: Difference) -> Iterator[str]:
    """In words, the sentences in the order of the document."""
    for was, now in difference.changed:
        yield f"{place(was)}: changed"
        yield f"  was: {was.text}"
        yield f"  now: {now.text}"
        yield from _sources(was)
    for now in difference.new:
        yield f"{f'after {place(now.after)}' if now.after else 'at the beginning'}: new, without a source"
        yield f"  now: {now.text}"
    for was in difference.gone:
        yield f"{place(was)}: gone"
        yield f"  was: {was.text}"
        yield from _sources(was)
    counts = (len(difference.changed), len(difference.new), len(difference.gone))
    yield "{} sentences changed, {} new and without a source, {} gone".format(*counts)


def _sources(was: SentenceTraced) -> Iterator[str]:
    if was.sources:
        yield f"  it rested on: {', '.join(was.sources)}"


def difference_data(difference: Difference) -> dict[str, Any]:
    """`{"schema": 1, "changed": […], "new": […], "gone": […]}`"""
    return {
        "schema": 1,
        "changed": [{**_was(was), "now": now.text} for was, now in difference.changed],
        "new": [{"after": _after(now), "now": now.text} for now in difference.new],
        "gone": [_was(was) for was in difference.gone],
    }


def place(sentence: SentenceTraced) -> str:
    """Where a sentence stands, as short as a reader can use it: «¶ 42», «fn. 12», «II.A, table, row CH-01»."""
    where = sentence.where
    if where.note:
        return f"fn. {where.note}"
    if where.paragraph:
        return f"¶ {where.paragraph}"
    row = f"row {where.row}" if where.row else ""
    return ", ".join(filter(None, (where.heading, _PLAIN.get(where.part, where.part), row)))


def _where(sentence: SentenceTraced) -> dict[str, Any]:
    return sentence.where.model_dump(exclude_defaults=True)


def _after(now: Edited) -> dict[str, Any] | None:
    return _where(now.after) if now.after else None


def _was(sentence: SentenceTraced) -> dict[str, Any]:
    rests = {"wording": sentence.wording.value, "sources": list(sentence.sources)}
    return {"where": _where(sentence), "was": sentence.text, **rests}
