"""Of what a timestamp is: a file, the list that seals a bundle, or a list of all evidence files of a case."""

from collections.abc import Sequence
from pathlib import Path

from referral.app.custody import opened_case, states_of_files
from referral.bundling.verifier import SEALED_BY
from referral.case.load import LoadedCase
from referral.custody import digests_of
from referral.custody.manifests import line_of
from referral.custody.timestamps.proven import Proven
from referral.durable import replace_file
from referral.errors import ReferralError, UsageError

_LIST = ".sha256"


def stamped_at(path: Path) -> Path:
    """The file itself, or of a bundle the list that stands for every file of it. UsageError for another folder."""
    if path.is_file():
        return path
    if (path / SEALED_BY).is_file():
        return path / SEALED_BY
    raise UsageError(f"{path}: a timestamp is of a file or of one bundle; those of a case: referral verify {path}")


def file_to_stamp(path: Path, out: Path) -> Path:
    """The same, for a token that is to be written to `out`; of a case the list that is made beside it.

    Raises UsageError if `out` is in the wrong place, ReferralError if a file of the case is not as recorded.
    """
    if path.is_file() or (path / SEALED_BY).is_file():
        if path.is_dir() and _lies_in(out, path):
            raise UsageError(f"{out}: lies in the bundle, which nothing may be added to; name a file beside it")
        return stamped_at(path)
    return _list_of(opened_case(path), out)


def _list_of(loaded: LoadedCase, out: Path) -> Path:
    """A list of the digests of all evidence files, as they are now and are recorded."""
    if not _lies_in(out, loaded.folder):
        raise UsageError(f"{out}: the token of a case lies in its folder, as in {loaded.folder / 'files'}")
    states = list(states_of_files(loaded, digests_of))
    if wrong := [state.file.shown_as for state in states if not state.digests or set(state.wrong) - {"no-digest"}]:
        raise ReferralError(f"not as recorded: {', '.join(wrong)}; see `referral check {loaded.folder}`")
    listed = {state.file.shown_as: state.digests.sha256 for state in states if state.digests}
    text = "".join(line_of(digest, path) for path, digest in sorted(listed.items())).encode()
    place = out.with_suffix(_LIST)
    if place.exists() and place.read_bytes() != text:
        raise UsageError(f"{place} is there already, with other digests, and is not replaced; name another file")
    replace_file(place, text)
    return place


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def lines_to_paste(case: Path, out: Path, proven: Proven) -> Sequence[str]:
    """What whoever keeps the case writes into its header, below `case:`; nothing for what is no case."""
    if case.is_file() or (case / SEALED_BY).is_file():
        return ()
    place, token = (path.resolve().relative_to(case.resolve()).as_posix() for path in (out.with_suffix(_LIST), out))
    day = f", day: {proven.moment:%Y-%m-%d}" if proven.moment else ""
    stamp = f"{{kind: rfc3161, path: {token}{day}}}"
    return ("manifests:", f"  - path: {place}", f"    timestamps: [{stamp}]")
