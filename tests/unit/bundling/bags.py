"""A small bag, made without a case: files with awkward names, two of one content, an empty one."""

from pathlib import Path

from referral.bundling import verifier
from referral.bundling.bag import bag
from referral.bundling.folder import write_folder
from referral.bundling.part import Part, part

INFO = {"Bag-Software-Agent": "referral test", "Bagging-Date": "2024-01-31", "External-Identifier": "x-public"}
FILES = {
    "data/documents/notice.uk.docx": b"PK\x03\x04 not really",
    "data/documents/перелік.txt": "Перелік\n".encode(),
    "data/evidence/EV-0001/йод.jpg": b"\xff\xd8picture",
    "data/evidence/EV-0001/copy.jpg": b"\xff\xd8picture",
    "data/evidence/EV-0002/empty.txt": b"",
    "data/evidence/EV-0003/post one.txt": b"a post\n",
    "data/evidence/EV-0003/post two.txt": b"b post\n",
}
PROGRAM = Path(verifier.__file__)


def parts(count: str = "") -> list[Part]:
    info = {**INFO, **({"Bag-Count": count} if count else {})}
    guide = [part("VERIFY.md", b"# How to check\n"), part("verify.py", PROGRAM.read_bytes())]
    return bag([part(path, data) for path, data in FILES.items()], info, guide)


def write_bag(folder: Path, count: str = "") -> Path:
    write_folder(parts(count), folder)
    return folder
