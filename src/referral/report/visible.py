"""Characters that no reader sees, made visible: controls, and marks that turn the order of letters around."""

import re
from typing import Any

# What XML cannot hold, and what would let a name or a number be read backwards; tabs and line ends may stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def visible(text: str) -> str:
    """The text with the number of each such character in its place: `[U+202E]`."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def all_visible(data: Any) -> Any:
    """Plain data with every text in it, keys too, made visible."""
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, dict):
        return {visible(key): all_visible(value) for key, value in data.items()}
    return [all_visible(value) for value in data] if isinstance(data, list | tuple) else data
