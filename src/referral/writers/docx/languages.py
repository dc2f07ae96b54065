"""Language tags for Word, which proofreads by region: the tree should bring tags with one."""

import re

from referral.errors import WriteError

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def word_language(lang: str) -> str:
    """The tag that Word is told; raises `WriteError` for what is no tag."""
    if not _TAG.fullmatch(lang):
        raise WriteError(f"“{lang}” is no language tag")
    return lang
