"""A first case folder: the skeleton of a language, with the slots filled. It passes `check`, with warnings."""

from collections.abc import Iterator
from pathlib import Path

from referral import resources
from referral.app.skeleton import slug, write_skeleton
from referral.edtf import parse_edtf
from referral.errors import UsageError

SKELETONS = "_new"


def start_case(folder: Path, lang: str, as_at: str) -> Iterator[Path]:
    """Write the skeleton into a new or empty folder; UsageError for a bad day or language."""
    skeleton = resources.shipped(resources.TEMPLATES) / SKELETONS / lang
    if not skeleton.is_dir():
        known = ", ".join(sorted(p.name for p in skeleton.parent.iterdir() if p.is_dir()))
        raise UsageError(f'no skeleton in "{lang}"; there are: {known}')
    try:
        parse_edtf(as_at)
    except ValueError as failure:
        raise UsageError(f"--as-at: {failure}") from failure
    yield from write_skeleton(skeleton, folder, {"CASE": slug(folder.name) or "case", "AS-AT": as_at})
