"""The packages of a bundle: documents and evidence of one recipient, parted by size, with their lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from referral.app.exhibits import Exhibit, HandedManifests, rows
from referral.app.handed_proofs import proofs_part
from referral.app.project import Project
from referral.bundling.bag import PAYLOAD, bag
from referral.bundling.crate import CRATE, About, crate
from referral.bundling.index import Row, as_csv, as_json, json_bytes
from referral.bundling.part import Part, part
from referral.bundling.split import parted
from referral.bundling.verifier import SEALED_BY
from referral.composition.kinds import SHARED
from referral.version import VERSION

AGENT = "Bag-Software-Agent"
ENCRYPTED = ".zip.age"
_NUMBERED = "{} of {}"
_LONGEST_NUMBER = _NUMBERED.format(9999, 9999)
_BETWEEN_LANGUAGES = "\n---\n\n"


@dataclass(frozen=True)
class Package:
    """One bag, under the name of its folder."""

    name: str
    parts: list[Part]

    @property
    def seal(self) -> str:
        """The digest that stands for every file of the package."""
        return next(part.digests["sha256"] for part in self.parts if part.path == SEALED_BY)


@dataclass(frozen=True)
class Contents:
    """What is handed over to a profile; `inputs` says of each document of what it was made.

    `manifests` are lists of digests that go along; `persons` are those who speak or are shown in it, by the codes that
    the recipient reads.
    """

    project: Project
    profile: str
    documents: Sequence[Part]
    exhibits: Sequence[Exhibit]
    manifests: HandedManifests
    inputs: Mapping[str, str]
    persons: frozenset[str]

    @property
    def name(self) -> str:
        return name_of(self.project, self.profile)

    @property
    def files(self) -> list[Part]:
        """Documents first, then evidence in the order of the case, and lists of its digests."""
        return [*self.documents, *self.evidence]

    @property
    def evidence(self) -> list[Part]:
        """The files of the case that are handed over."""
        return [*(exhibit.part for exhibit in self.exhibits if exhibit.part), *self.manifests.parts.values()]


def name_of(project: Project, profile: str) -> str:
    """What the bundle for a profile is called."""
    return f"{project.loaded.case.case.id}-{profile}"


def packages(contents: Contents, most: int | None) -> list[Package]:
    """One package, or as many as are needed so that none has more than `most` bytes."""
    guide = _guide(contents.project)
    groups = [contents.files]
    if most is not None:
        longest = _lists(contents, {file.path: _LONGEST_NUMBER for file in contents.files})
        groups = parted(contents.files, most, _size([*guide, *longest, *_bag(contents, _LONGEST_NUMBER, [], [])]))
    if len(groups) == 1:
        return [Package(contents.name, _bag(contents, "", [*groups[0], *_lists(contents, {})], guide))]
    numbers = [_NUMBERED.format(n, len(groups)) for n in range(1, len(groups) + 1)]
    lists = _lists(contents, {file.path: n for n, group in zip(numbers, groups, strict=True) for file in group})
    return [
        Package(f"{contents.name}-{number.replace(' ', '-')}", _bag(contents, number, [*group, *lists], guide))
        for number, group in zip(numbers, groups, strict=True)
    ]


def _size(parts: Sequence[Part]) -> int:
    return sum(part.size for part in parts)


def _bag(contents: Contents, number: str, payload: Sequence[Part], guide: Sequence[Part]) -> list[Part]:
    """No person stands in what is said of the bag: anyone reads it who comes to hold the package."""
    case = contents.project.loaded.case.case
    info = {AGENT: f"referral {VERSION}", "Bagging-Date": str(case.as_at), "External-Identifier": contents.name}
    if number:
        info |= {"Bag-Count": number, "Bag-Group-Identifier": contents.name}
    return bag([*payload, _crate(contents, number, payload)], info, guide)


def _crate(contents: Contents, number: str, payload: Sequence[Part]) -> Part:
    case = contents.project.loaded.case.case
    which = f", package {number}" if number else ""
    what = f"Documents and files of evidence of the case {case.id} for the recipient “{contents.profile}”{which}"
    titles = {e.part.path: row.title for e, row in zip(contents.exhibits, _rows(contents, {}), strict=True) if e.part}
    about = About(contents.name, what, str(case.as_at), VERSION)
    return part(PAYLOAD + CRATE, crate(sorted(payload, key=lambda file: file.path), titles, about))


def _lists(contents: Contents, package_of: Mapping[str, str]) -> list[Part]:
    """What every package has: the index of all files of evidence, and of what the documents were made."""
    index = list(_rows(contents, package_of))
    return [
        part(f"{PAYLOAD}index.csv", as_csv(index)),
        part(f"{PAYLOAD}index.json", as_json(index)),
        part(f"{PAYLOAD}provenance.json", json_bytes(_provenance(contents))),
        *proofs_part(contents.exhibits, contents.manifests),
    ]


def _rows(contents: Contents, package_of: Mapping[str, str]) -> list[Row]:
    return list(rows(contents.exhibits, contents.project.loaded.case.case.language, package_of))


def _provenance(contents: Contents) -> dict[str, object]:
    """Digests of the recipient's view, never of the case or the vault."""
    project = contents.project
    return {
        "schema_version": "1",
        "program": {"name": "referral", "version": VERSION},
        "profile": contents.profile,
        "as_at": str(project.loaded.case.case.as_at),
        "view": project.view(contents.profile).digest,
        "law": project.law.digest,
        "templates": project.templates.digest,
        "documents": dict(contents.inputs),
    }


def _guide(project: Project) -> list[Part]:
    """How the recipient checks the package, in every language that says it, and the program that does."""
    found = (path for folder in project.templates.folders for path in (folder / SHARED).glob("verify.*.md"))
    pages = {path.name.split(".")[1]: path for path in found}
    own = project.loaded.case.case.language
    ordered = sorted(pages, key=lambda lang: (lang != own, lang))
    text = _BETWEEN_LANGUAGES.join(pages[lang].read_text("utf-8") for lang in ordered)
    program = files("referral.bundling").joinpath("verifier.py").read_bytes()
    return [part("VERIFY.md", text.encode()), part("verify.py", program)]
