"""What timestamps prove of the files of a case or a bundle, in words, and those that prove nothing, as findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from referral.app.stamped import stamped_at
from referral.bundling.verifier import Finding
from referral.custody.timestamps.check import StampedFile, proven_by
from referral.custody.timestamps.proven import NotInstalledError, Proven, Standing, TimestampError
from referral.diagnostics import Position

_WORDS = {
    Standing.VERIFIED: "verified: these bits were there on {moment}; vouched for by {by}",
    Standing.UNCHECKED: "not verified: it names {by}{at}, and nothing was given to check that with",
    Standing.PENDING: "promised only: {by} will have it in a block later",
}


@dataclass(frozen=True)
class Proof:
    """A timestamp that somebody names, and what he has to check it with."""

    stamp: Path
    certificates: Path | None = None
    block_header: str | None = None

    def of(self, path: Path) -> StampedFile:
        """The file or bundle with this timestamp. UsageError for a folder that is no bundle."""
        stamp, is_token = self.stamp, self.stamp.suffix.lower() != ".ots"
        at = Position(str(stamp))
        return StampedFile(
            stamped_at(path), stamp, str(stamp), lambda: at, is_token, self.certificates, self.block_header
        )


def in_words(proven: Proven) -> str:
    """What a timestamp proves, as a phrase."""
    moment = f"{proven.moment:%Y-%m-%d %H:%M:%S} UTC" if proven.moment else ""
    at = f" and {moment}" if moment else ""
    by = f"block {proven.by} of Bitcoin" if proven.by.isdigit() else proven.by or "an authority without a name"
    return _WORDS[proven.standing].format(moment=moment, by=by, at=at)


def proved(stamps: Iterable[StampedFile]) -> tuple[tuple[str, ...], list[Finding]]:
    """A phrase for each thing that is shown; `unproven` for a timestamp that shows nothing of its file."""
    told: list[str] = []
    findings: list[Finding] = []
    for stamp in stamps:
        name = f"{stamp.shown_as}, of {stamp.path.name}"
        checked_with = f" (by the certificates in {stamp.certificates.name})" if stamp.certificates else ""
        try:
            told += [f"{name}: {in_words(one)}{checked_with}" for one in proven_by(stamp)]
        except NotInstalledError as failure:
            told.append(f"{name}: not verified: {failure}")
        except TimestampError as failure:
            findings.append(Finding(stamp.shown_as, "unproven", f"of {stamp.path.name}: {failure}"))
        except (OSError, ValueError):
            findings.append(Finding(stamp.shown_as, "unproven", "it, its file or its certificates cannot be opened"))
    return tuple(told), findings
