"""Language tags for Word, which proofreads by region: `uk` becomes uk-UA; a tag with a region, or any other, stays."""

import re

from referral.errors import WriteError

_WITH_REGION = {"uk": "uk-UA", "en": "en-GB"}
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def word_language(lang: str) -> str:
    """The tag that Word is told; raises `WriteError` for what is no tag."""
    if not _TAG.fullmatch(lang):
        raise WriteError(f"“{lang}” is no language tag")
    return _WITH_REGION.get(lang, lang)
