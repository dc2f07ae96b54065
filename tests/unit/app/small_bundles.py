"""A case whose bundle takes no time: two items, a suspect, a witness, one short kind of document."""

import hashlib
from pathlib import Path

from referral import resources
from referral.app.project import Project, Sources, load_case
from tests.unit.builder import DATA

TEMPLATES = resources.folders(resources.TEMPLATES, None)
POST, RECORD = b"A post of that day.\n", "Протокол допиту.\n".encode()
WITNESS = "Щербаченко"
CASE = """\
schema_version: "1"
case: {id: small, title: {uk: Справа, en: A case}, language: uk, as_at: 2024-01-31}
documents:
  - {id: slip, lang: en, profile: prosecution}
  - {id: slip, lang: en, profile: internal}
persons:
  - {id: PER-001, sex: m, roles: [{role: suspect}], confidentiality: public}
  - id: PER-002
    sex: f
    roles: [{role: witness}]
    confidentiality: public
    consent: {given_on: 2023-01-01, form: written, uses: {national_authorities: granted}}
sources:
  - {id: SRC-01, kind: media, name: A paper, origin_group: paper, confidentiality: public}
  - {id: SRC-02, kind: person, person: PER-002, origin_group: witness, confidentiality: public}
evidence:
  - id: EV-0001
    title: {uk: Допис, en: A post}
    kind: document
    source: SRC-01
    confidentiality: public
    files: [{path: files/post.txt, digest: {value: POST}}]
  - id: EV-0002
    title: {uk: Протокол допиту, en: Record of interrogation}
    kind: testimony
    source: SRC-02
    persons: [PER-002]
    account: {person: PER-002, kind: interrogation_record}
    confidentiality: public
    files: [{path: files/record.txt, digest: {value: RECORD}}]
"""
VAULT = f"""\
schema_version: "1"
identities:
  - {{person: PER-001, names: [{{last: Уявний, first: Олег, patronymic: Юрійович}}]}}
  - {{person: PER-002, names: [{{last: {WITNESS}, first: Олена, patronymic: Іллівна}}]}}
"""


def write_small(folder: Path, post: bytes = POST, words: str = "Seen with others.") -> Path:
    """The case in a new folder, with its templates beside; `words` are those of its document."""
    (folder / "case/files").mkdir(parents=True)
    files = {"POST": post, "RECORD": RECORD}
    text = CASE
    for name, data in files.items():
        (folder / f"case/files/{name.lower()}.txt").write_bytes(data)
        text = text.replace(f"{{value: {name}}}", f"{{value: {hashlib.sha256(data).hexdigest()}}}")
    (folder / "case/case.yaml").write_text(text, "utf-8")
    (folder / "case/vault.yaml").write_text(VAULT, "utf-8")
    (folder / "templates/slip").mkdir(parents=True)
    kind = "title: {en: A slip}\nprofiles: [prosecution, internal]\n"
    (folder / "templates/slip/document.yaml").write_text(kind, "utf-8")
    (folder / "templates/slip/en.xml.j2").write_text(f"<document><p>{words}</p></document>", "utf-8")
    return folder / "case"


def load_small(case: Path) -> Project:
    """With the invented statutes alone, because all the law there is takes a second to read."""
    return load_case(case, Sources((DATA / "law",), (*TEMPLATES, case.parent / "templates")))
