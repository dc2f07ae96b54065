"""A first case folder: the skeleton of a language, with the slots filled. It passes `check`, with warnings."""

import os
from pathlib import Path

from referral.app.project import Sources
from referral.app.skeleton import slug, write_skeleton
from referral.edtf import parse_edtf
from referral.errors import UsageError

SKELETONS = "_new"
SCHEMAS = "schemas"


def start_case(folder: str | Path, lang: str, as_at: str, sources: Sources | None = None) -> list[Path]:
    """Write the skeleton into a new or empty folder; the files. UsageError for a bad day or language."""
    folder = Path(folder)
    skeletons = _skeletons((sources or Sources.of()).templates)
    if lang not in skeletons:
        raise UsageError(f'no skeleton in "{lang}"; there are: {", ".join(sorted(skeletons))}')
    if not _is_a_day(as_at):
        raise UsageError(f'"{as_at}" is not one day; write it as 2024-05-31')
    slots = {"CASE": slug(folder.resolve().name) or "case", "AS-AT": as_at, "SCHEMAS": schemas_for(folder)}
    return list(write_skeleton(skeletons[lang], folder, slots))


def schemas_for(folder: Path) -> str:
    """Where an editor finds the schemas, as seen from the case: in the nearest folder above that has them, or in it."""
    folder = folder.resolve()
    found = (above / SCHEMAS for above in folder.parents if (above / SCHEMAS / "case.schema.json").is_file())
    nearest = next(found, folder / SCHEMAS)
    return Path(os.path.relpath(nearest, folder)).as_posix()


def _skeletons(templates: tuple[Path, ...]) -> dict[str, list[Path]]:
    """The folders of each language; files of a later one replace those of the same name in an earlier one."""
    found: dict[str, list[Path]] = {}
    for folder in templates:
        for skeleton in sorted(p for p in (folder / SKELETONS).glob("*") if p.is_dir()):
            found.setdefault(skeleton.name, []).append(skeleton)
    return found


def _is_a_day(text: str) -> bool:
    try:
        day = parse_edtf(text)
    except ValueError:
        return False
    return day.earliest is not None and day.earliest.isoformat() == text
