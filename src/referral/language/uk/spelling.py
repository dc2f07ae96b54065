"""How a word is written: one apostrophe for comparing, and the writer's own capitals and apostrophe given back."""

import re
import unicodedata

APOSTROPHE = "’"  # what we write where the writer wrote none
_PLAIN = "'"  # what our data and comparisons use
_APOSTROPHES = re.compile("[’ʼ`´‘′]")
_CYRILLIC = re.compile(r"[а-щьюяєіїґ']+(?:-[а-щьюяєіїґ']+)*")


def key(text: str) -> str:
    """The text as it is compared: composed, small letters, one apostrophe."""
    return _APOSTROPHES.sub(_PLAIN, unicodedata.normalize("NFC", text)).lower()


def is_ours(word: str) -> bool:
    """Whether a word consists of letters of the alphabet only, hyphens between them."""
    return bool(_CYRILLIC.fullmatch(key(word)))


def like(original: str, form: str) -> str:
    """A form in small letters, written as its word is: its capitals, its apostrophe."""
    form = form.replace(_PLAIN, _apostrophe_of(original))
    if len(original) > 1 and original.isupper():
        return form.upper()
    written = unicodedata.normalize("NFC", original)
    pairs = enumerate(zip(written.lower(), form, strict=False))
    same = next((n for n, (ours, theirs) in pairs if ours != theirs), min(len(written), len(form)))
    return written[:same] + form[same:]


def _apostrophe_of(original: str) -> str:
    found = _APOSTROPHES.search(original)
    return found[0] if found else _PLAIN if _PLAIN in original else APOSTROPHE
