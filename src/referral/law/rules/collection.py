"""Rules on how material is come by. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded
from referral.schema_errors import nearest


def unknown_kind(loaded: Loaded) -> Iterator[Diagnostic]:
    """What means of proof name under `kinds` stands under `item_kinds` in a companion file: a slip matches no item."""
    known = {kind for file in loaded.companions for kind in file.content.item_kinds}
    for file in loaded.files:
        for loc, means in file.means_of_proof():
            for n, kind in enumerate(means.kinds):
                if kind not in known:
                    message = f'no companion file lists "{kind}" under item_kinds'
                    yield error(file.at(*loc, "kinds", n), "unknown-kind", message, nearest(kind, known))
