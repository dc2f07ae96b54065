"""Word files made by hand: their body and notes, and the same file with something exchanged."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = '<Relationship Id="{id}" Type="' + KIND + '/{kind}" Target="{target}"/>'


def word_file(path: Path, body: str, notes: str = "", parts: Mapping[str, str | bytes] | None = None) -> Path:
    """A file with this body; `parts` are added, or stand for its own."""
    inside = RELATION.format(id="n", kind="footnotes", target="footnotes.xml") if notes else ""
    own: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS.format(RELATION.format(id="m", kind="officeDocument", target="word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELATIONS.format(inside),
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**own, **(parts or {})}.items():
            archive.writestr(name, data)
    return path


def exchanged(data: bytes, part: str, *pairs: tuple[str, str]) -> bytes:
    """A finished file in which words of a part are others; of each the first that is there."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            text = source.read(name)
            for old, new in pairs if name == part else ():
                assert old.encode() in text, old
                text = text.replace(old.encode(), new.encode(), 1)
            archive.writestr(name, text)
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def field(instruction: str, result: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{run(result)}{marks[2]}"
