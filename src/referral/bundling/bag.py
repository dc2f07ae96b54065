"""A bag: the files that are handed over, and the lists by which anyone can check them (BagIt 1.0, RFC 8493)."""

from collections.abc import Iterable, Mapping, Sequence

from referral.bundling.part import Part, part
from referral.bundling.verifier import ALGORITHMS, DECLARATION, DECLARED, INFO

PAYLOAD = "data/"


def bag(payload: Sequence[Part], info: Mapping[str, str], beside: Iterable[Part] = ()) -> list[Part]:
    """All files of a bag, by path. `payload` lies below `data/`; `beside` are files for the recipient at its head."""
    whole = {**info, "Payload-Oxum": f"{sum(file.size for file in payload)}.{len(payload)}"}
    tags = [
        _text(DECLARATION, DECLARED),
        _text(INFO, [f"{label}: {value}" for label, value in sorted(whole.items())]),
        *_manifests("manifest", payload),
        *beside,
    ]
    return sorted([*payload, *tags, *_manifests("tagmanifest", tags)], key=lambda file: file.path)


def _manifests(kind: str, files: Iterable[Part]) -> list[Part]:
    ordered = sorted(files, key=lambda file: file.path)
    return [_text(f"{kind}-{a}.txt", [f"{file.digests[a]}  {file.path}" for file in ordered]) for a in ALGORITHMS]


def _text(path: str, lines: Iterable[str]) -> Part:
    return part(path, "".join(f"{line}\n" for line in lines).encode())
