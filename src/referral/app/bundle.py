"""A case handed over: documents and evidence of one recipient, searched, sealed, and written whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referral.app.build import finished
from referral.app.bundle_record import BundleRecord
from referral.app.exhibits import exhibits, manifests, require_as_recorded
from referral.app.formats import DEFAULT_FORMATS
from referral.app.handed_proofs import proofs_read
from referral.app.packages import AGENT, ENCRYPTED, Contents, Package, packages
from referral.app.project import Project
from referral.app.scan import Finding, NotSearched
from referral.app.searching import found_in, require_clean
from referral.app.selection import Wanted, selected
from referral.app.target import view_of
from referral.app.withdrawn import persons_in
from referral.bundling.bag import PAYLOAD
from referral.bundling.encrypted import write_encrypted
from referral.bundling.folder import write_folder, zipped
from referral.bundling.names import distinct
from referral.bundling.part import Part, part
from referral.bundling.verifier import INFO, NotCheckedError, verify
from referral.durable import appearing
from referral.errors import VaultNotOpenedError, WriteError
from referral.protection.view import View

_DOCUMENTS = f"{PAYLOAD}documents"


@dataclass(frozen=True)
class Bundled:
    """What was written: a folder, or an encrypted file; `seals` by package, to be told in another way."""

    path: Path
    files: int
    seals: dict[str, str]


@dataclass(frozen=True)
class BundleTerms:
    """How a bundle is made. `split`: no package has more bytes; `recipients`: public keys of age.

    `seen`: somebody has looked through the evidence that no program can search.
    """

    formats: Sequence[str] = DEFAULT_FORMATS
    document: str | None = None
    split: int | None = None
    recipients: tuple[str, ...] = ()
    seen: bool = False
    force: bool = False


def bundle(project: Project, profile: str, out: str | Path, terms: BundleTerms | None = None) -> Bundled:
    """Write the bundle for a profile into `out/<case>-<profile>`, or `….zip.age`; packages of a set lie in that folder.

    Raises ProtectedDataError if a file tells its recipient of somebody; then, as with any failure, nothing is written.
    """
    terms = terms or BundleTerms()
    if sealed := project.vault.sealed:
        why = "nothing is handed over that could not be searched; give a key: --age-identity FILE"
        raise VaultNotOpenedError(f"{sealed.path}: the vault was not opened, and {why}")
    contents, findings = _contents(project, profile, terms)
    made = packages(contents, terms.split)
    _search(contents, made, findings, terms.seen)
    target = _target(contents, made, Path(out), terms)
    if target.exists() and not terms.force:
        _require_ours(target)
    record = BundleRecord(target.parent)
    with appearing(target) as place:
        _write(made, place, terms.recipients)
        # Those of both, so that whoever is killed in between leaves nobody out.
        record.note(target.name, {*record.persons(target.name), *contents.persons})
    record.note(target.name, contents.persons)
    seals = {package.name: package.seal for package in made}
    return Bundled(target, sum(len(package.parts) for package in made), seals)


def _contents(project: Project, profile: str, terms: BundleTerms) -> tuple[Contents, list[Finding]]:
    """What is to be handed over, with what was found in the documents; each has a view of its own."""
    documents: list[Part] = []
    views = [project.view(profile)]
    inputs: dict[str, str] = {}
    findings: list[Finding] = []
    for request in selected(project, Wanted(document=terms.document, profile=profile)):
        files = list(finished(project, request, terms.formats))
        names = distinct(file.name for file in files)
        views.append(view_of(project, request))
        made = [part(f"{_DOCUMENTS}/{name}", file.data) for name, file in zip(names, files, strict=True)]
        inputs |= {f"documents/{name}": file.inputs for name, file in zip(names, files, strict=True)}
        findings += found_in(made, views[-1], project)
        documents += made
    persons = frozenset(code for view in views for code in persons_in(view.case))
    evidence = exhibits(project, views[0])
    lists = manifests(project, views[0], evidence)
    return Contents(project, profile, documents, evidence, lists, inputs, persons), findings


def _search(contents: Contents, made: Sequence[Package], findings: list[Finding], seen: bool) -> None:
    """Everything but the documents, of which `findings` tell."""
    project, view = contents.project, contents.project.view(contents.profile)
    known = {file.path for file in contents.files}
    beside = [file for package in made for file in package.parts if file.path not in known]
    require_clean([*findings, *found_in(beside, view, project)], _found_in_evidence(contents, view), view, seen)
    require_as_recorded(contents.exhibits)


def _found_in_evidence(contents: Contents, view: View) -> list[Finding]:
    """As in any file; of timestamps, which are of a kind that cannot be searched whole, only what tells of somebody."""
    read = proofs_read(contents.exhibits, contents.manifests)
    proofs = found_in((part for part in contents.evidence if part.path in read), view, contents.project)
    others = found_in((part for part in contents.evidence if part.path not in read), view, contents.project)
    return [*others, *(finding for finding in proofs if not isinstance(finding, NotSearched))]


def _target(contents: Contents, made: Sequence[Package], out: Path, terms: BundleTerms) -> Path:
    alone = terms.recipients and len(made) == 1
    return out / (contents.name + ENCRYPTED if alone else contents.name)


def _write(made: Sequence[Package], place: Path, recipients: Sequence[str]) -> None:
    """One package in the place itself, a set in a folder there."""
    if len(made) > 1:
        place.mkdir()
    for package in made:
        ending = ENCRYPTED if recipients else ""
        target = place if len(made) == 1 else place / (package.name + ending)
        if recipients:
            write_encrypted(zipped(package.parts, package.name), target, recipients)
        else:
            write_folder(package.parts, target)


def _require_ours(target: Path) -> None:
    """WriteError unless what is in the way is a bundle of ours as it was written."""
    heads = [*target.glob(INFO), *target.glob(f"*/{INFO}")]
    try:
        is_ours = bool(heads) and all(f"{AGENT}: referral " in head.read_text("utf-8") for head in heads)
        if is_ours and not verify(str(target)).findings:
            return
    except (NotCheckedError, OSError, ValueError):
        pass
    why = "is in the way, and is no bundle as this program wrote it"
    raise WriteError(f"{target}: {why}; move it away, or use --force to replace it")
