"""A first pack of law outside the repository: one invented instrument, a case that charges it, and a test of both."""

import re
from collections.abc import Iterator
from pathlib import Path

from referral import resources
from referral.app.skeleton import slug, write_skeleton
from referral.errors import UsageError

SKELETON = "_new"


def start_pack(folder: Path) -> Iterator[Path]:
    """Write the pack into a new or empty folder, named after it; UsageError if no id can be made of its name."""
    name = slug(folder.resolve().name).replace("-", "")
    if not re.match("[a-z]", name):
        raise UsageError("name the folder so that it begins with a Latin letter; the ids of the pack begin with it")
    if (resources.shipped(resources.LAW) / f"{name}.yaml").exists():
        raise UsageError(
            f'the library has a file "{name}.yaml" of its own, which this pack would replace; name it otherwise'
        )
    yield from write_skeleton([resources.shipped(resources.LAW) / SKELETON], folder, {"PACK": name})
