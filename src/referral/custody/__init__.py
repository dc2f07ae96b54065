"""What keeps evidence what it was: digests of files, chains of custody and their links."""

from referral.custody.digests import Digests, Reader, Unread, digests_of, digests_of_all
from referral.custody.files import RecordedFile, check_file, check_files, digest_of, read_all
from referral.custody.hands import Handover, check_chain
from referral.custody.links import Linked, check_links, link_of, links_of
from referral.custody.manifests import Manifest, check_manifests
from referral.custody.remembered import RememberedDigests

__all__ = [
    "Digests",
    "Handover",
    "Linked",
    "Manifest",
    "Reader",
    "RecordedFile",
    "RememberedDigests",
    "Unread",
    "check_chain",
    "check_file",
    "check_files",
    "check_links",
    "check_manifests",
    "digest_of",
    "digests_of",
    "digests_of_all",
    "link_of",
    "links_of",
    "read_all",
]
