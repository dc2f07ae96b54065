"""Which image files of a case a recipient may be shown: those of items that he sees, and of them not every one."""

from referral.case.model import Case, FileObject
from referral.case.model.files import FileRole
from referral.protection.profiles import Profile


def pictures_seen(shown: Case, profile: Profile) -> frozenset[str]:
    """The paths of files whose picture may stand in his documents; `shown` is the case as he sees it."""
    return frozenset(file.path for item in shown.evidence for file in item.files if _may_see(file, profile))


def _may_see(file: FileObject, profile: Profile) -> bool:
    """No code stands in the place of a face: a wide circle sees what somebody has looked through, and nothing else."""
    return file.role is not FileRole.SIDECAR and (file.shows_nobody or not profile.is_wide)
