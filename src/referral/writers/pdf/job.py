"""What is to be laid out at once: a page of HTML with its pictures, whole or a chunk of a document."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from referral.document.drawings import Picture


@dataclass(frozen=True)
class Job:
    """`name` is empty where the page is a whole document; `place` says in words what it is."""

    html: str
    pictures: Mapping[str, Picture]
    place: str
    name: str = ""

    @property
    def digest(self) -> str:
        """Of all that the layout depends on, but for the program and its libraries."""
        told = sha256(self.html.encode())
        for address, picture in sorted(self.pictures.items()):
            told.update(f"\0{address}\0{picture.format}\0{len(picture.data)}\0".encode() + picture.data)
        return told.hexdigest()
