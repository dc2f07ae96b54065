"""The check of what was handed over or taken in: a package, a folder with a list of digests, or the files of a case."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from referral.app.custody import kept_manifests, opened_case, recorded_digests, recorded_files, stamped_files
from referral.app.handed_proofs import PROOFS, stamps_in
from referral.app.proofs import Proof, proved
from referral.bundling.verifier import Finding, Folder, Listed, NotCheckedError, Verified, compared
from referral.bundling.verifier import verify as verify_packages
from referral.case.load import LoadedCase
from referral.custody import check_manifests
from referral.custody.captured.stated import UnreadableError
from referral.custody.timestamps.check import StampedFile
from referral.errors import ReferralError

_CASE = "case.yaml"
_YAML = (".yaml", ".yml")


def verify(path: str | Path, seal: str = "", proof: Proof | None = None) -> Verified:
    """What was changed, is missing, was added or renamed; of a case, its evidence files against their digests.

    `seal` is the digest that a sender told in another way, `proof` a timestamp of a bundle; those inside are verified
    by themselves, offline. Raises ReferralError if there is nothing to check.
    """
    path = Path(path)
    given = [proof.of(path)] if proof else []
    if path.suffix in _YAML or (path / _CASE).is_file():
        loaded = opened_case(path)
        return _with_stamps(_verify_store(loaded), [*given, *stamped_files(loaded)])
    try:
        verified = verify_packages(str(path), seal)
    except NotCheckedError as failure:
        raise ReferralError(f"{failure}, nor a case") from failure
    try:
        return _with_stamps(verified, [*given, *stamps_in(path)])
    except UnreadableError as failure:
        unread = Finding(PROOFS, "malformed", str(failure))
        return _with_stamps(replace(verified, findings=(*verified.findings, unread)), given)


def _with_stamps(verified: Verified, stamps: Iterable[StampedFile]) -> Verified:
    told, unproven = proved(stamps)
    return replace(verified, findings=tuple(sorted([*verified.findings, *unproven])), timestamps=told)


def _verify_store(loaded: LoadedCase) -> Verified:
    """Every file below the folders in which the case has evidence files; no digest of an earlier run is believed."""
    listed: Listed = {}
    for file in recorded_files(loaded):
        listed.setdefault(_plain(file.shown_as), {}).update(file.digests)
    tree = Folder(str(loaded.folder))
    folders = {path.split("/")[0] for path in listed if "/" in path}
    named = {_plain(text) for text in _texts(loaded.case.model_dump(mode="json"))} - listed.keys()
    present = [name for name in tree.sizes if name in listed or (name.split("/")[0] in folders and name not in named)]
    links = [finding for finding in tree.findings if finding.path.split("/")[0] in folders]
    findings: list[Finding] = [*links, *compared(listed, present, tree), *_unlike_manifests(loaded)]
    unvouched = tuple(sorted(path for path, digests in listed.items() if not digests))
    return Verified(len(present), {}, tuple(sorted(findings)), unvouched)


def _unlike_manifests(loaded: LoadedCase) -> Iterator[Finding]:
    """What a list that was kept, and may be stamped, says otherwise than the case."""
    for manifest in kept_manifests(loaded):
        for found in check_manifests([manifest], recorded_digests(loaded)):
            if found.is_error:
                yield Finding(manifest.shown_as, "changed", found.message)


def _plain(path: str) -> str:
    """`./x` is `x`."""
    return PurePosixPath(path).as_posix()


def _texts(data: Any) -> Iterator[str]:
    """Every text of an entry: what names a file is among them."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
