"""A PDF that is read from memory. pikepdf maps a file with a number, and reads any other object by object in Python."""

import io
import os
import sys
from typing import Any

import pikepdf


def opened(data: bytes) -> Any:
    """The PDF of these bytes; nothing of it is written to the disk."""
    if sys.platform != "linux":
        return pikepdf.open(io.BytesIO(data))
    with open(os.memfd_create("pages"), "w+b") as file:
        file.write(data)
        file.seek(0)
        return pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap)
