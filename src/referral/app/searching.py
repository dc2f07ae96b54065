"""Files of a bundle searched for what their recipient may not know, before any of them is written."""

from collections.abc import Iterable, Sequence

from referral.app.project import Project
from referral.app.release import refuse
from referral.app.scan import Finding, Leak, NotSearched, searched, sought_for
from referral.bundling.part import Part
from referral.errors import WriteError
from referral.protection.sought import Sought
from referral.protection.view import View

LARGEST = 256 * 1024 * 1024  # bytes of one file that is searched


def found_in(parts: Iterable[Part], view: View, project: Project) -> list[Finding]:
    """Everything that tells of somebody in these files, and every part of them that could not be searched."""
    sought = sought_for(project, view)
    return [finding for part in parts for finding in _found_in(part, sought)]


def _found_in(part: Part, sought: Sought) -> list[Finding]:
    """Of what is too large to be held several times over, only the name is searched."""
    if part.size <= LARGEST:
        return searched(_bytes_of(part), part.path, sought)
    shown = part.path if sought.may_be_printed(part.path) else "a file"
    return [*searched(b"", part.path, sought), NotSearched(shown, "", f"larger than {LARGEST // 2**20} MiB")]


def require_clean(made: Sequence[Finding], evidence: Sequence[Finding], view: View, seen: bool) -> None:
    """ProtectedDataError for what tells of somebody, else WriteError for what could not be searched.

    `seen`: somebody has looked through the evidence that no program can search.
    """
    unread = [finding for finding in evidence if isinstance(finding, NotSearched)]
    findings = [*made, *(finding for finding in evidence if isinstance(finding, Leak))]
    if findings:
        refuse(findings, view)
    if unread and not seen:
        why = "no program can search this evidence, so that nothing was written; if you have looked through it: --seen"
        raise WriteError("\n".join((why, *map(str, unread))))


def _bytes_of(part: Part) -> bytes:
    return part.source if isinstance(part.source, bytes) else part.source.read_bytes()
