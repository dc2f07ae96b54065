"""Load and check: a case with its vault, law and templates, and everything the rooms find in it, in their order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from referral import resources
from referral.app.letterhead import check_letterheads
from referral.app.own_folder import require_own
from referral.app.pictures import image_files
from referral.case.checks import check_entries
from referral.case.checks.evidence import stays_inside
from referral.case.load import LoadedCase, read_case
from referral.composition.kinds import Library, load_templates
from referral.composition.proceeding_numbers import check_numbers, check_numbers_in_texts
from referral.composition.requests import check_requests
from referral.composition.stated_check import check_stated
from referral.composition.terms import check_terms
from referral.composition.wording import check_wording
from referral.coverage import Coverage, assess
from referral.coverage.check import check_against_law, check_coverage
from referral.custody import Handover, RecordedFile, check_chain, check_files
from referral.diagnostics import Diagnostic, has_errors, in_order
from referral.errors import InvalidCaseError, UsageError, VaultNotOpenedError
from referral.law import Law, read_law
from referral.law import check_law as check_folders
from referral.law import load_law as load_folders
from referral.pictures.files import check_pictures
from referral.protection.coverage_seen import coverage_seen
from referral.protection.mosaic import check_mosaic
from referral.protection.profiles import INTERNAL, PROFILES
from referral.protection.vault_check import LoadedVault, check_vault, read_vault
from referral.protection.view import View, view_for


@dataclass(frozen=True)
class Sources:
    """Where law and templates come from: what ships with the program, then the user's own folders."""

    law: tuple[Path, ...]
    templates: tuple[Path, ...]

    @staticmethod
    def of(law: str | Path | None = None, templates: str | Path | None = None) -> "Sources":
        return Sources(_folders(resources.LAW, law), _folders(resources.TEMPLATES, templates))


def _folders(name: str, own: str | Path | None) -> tuple[Path, ...]:
    if own:
        require_own(name, Path(own))
    return resources.folders(name, Path(own) if own else None)


@dataclass(frozen=True)
class Project:
    """A case free of errors with its vault, law and templates."""

    loaded: LoadedCase
    vault: LoadedVault
    law: Law
    templates: Library
    warnings: tuple[Diagnostic, ...] = ()
    _views: dict[tuple[str, str | None, str | None], View] = field(default_factory=dict, repr=False)

    @cached_property
    def coverage(self) -> Coverage:
        return assess(self.loaded.case, self.law)

    def coverage_without(self, view: View, lost: frozenset[str]) -> Coverage:
        """The coverage without the entries that are lost, as the recipient of a view may see it."""
        return coverage_seen(assess(self.loaded.case, self.law, lost), view.case)

    def view(self, profile: str, use: str | None = None, filer: str | None = None) -> View:
        """The view of a recipient, made once; see `view_for`. UsageError if there is no such profile.

        VaultNotOpenedError if identities are to be kept from the recipient and are not known.
        """
        if profile not in PROFILES:
            raise UsageError(f'there is no profile "{profile}"; profiles: {", ".join(PROFILES)}')
        key = (profile, use, filer)
        if key not in self._views:
            case, identities = self.loaded.case, self.vault.identities_for(PROFILES[profile])
            self._views[key] = view_for(case, self.coverage, identities, PROFILES[profile], use, filer)
        return self._views[key]


def check_law(sources: Sources | None = None) -> list[Diagnostic]:
    """Everything that can be said about the law library, by default the one that ships with the program."""
    return check_folders((sources or Sources.of()).law)


def load_law(sources: Sources | None = None) -> Law:
    """The law library, with its warnings. Raises InvalidLawError with every finding if one is an error."""
    return load_folders((sources or Sources.of()).law)


def check_case(
    path: str | Path, sources: Sources | None = None, age_identity: str | Path | None = None
) -> list[Diagnostic]:
    """Everything that can be said about a case, sorted. A later stage runs only if the earlier found no error."""
    return in_order(_read_and_check(Path(path), sources or Sources.of(), age_identity)[1])


def load_case(path: str | Path, sources: Sources | None = None, age_identity: str | Path | None = None) -> Project:
    """A case ready for work, with its warnings; `age_identity` is a file of keys that open an encrypted vault.

    Raises InvalidCaseError with every finding if one is an error.
    """
    project, findings = _read_and_check(Path(path), sources or Sources.of(), age_identity)
    if project is None:
        raise InvalidCaseError(in_order(findings))
    return project


def require_opened_vault(project: Project, profiles: Iterable[str], without_vault: bool) -> None:
    """VaultNotOpenedError if documents would go to recipients without a search for names, or lack names unasked."""
    sealed, others = project.vault.sealed, sorted({*profiles} - {INTERNAL})
    if sealed and others:
        why = f"nothing is built for {', '.join(others)}: it could not be searched for whom it must not name"
        raise VaultNotOpenedError(
            f"{sealed.path}: the vault was not opened, and {why}; give a key: --age-identity FILE"
        )
    if sealed and not without_vault:
        why = "persons would be codes only; give a key, --age-identity FILE, or say that it is meant: --without-vault"
        raise VaultNotOpenedError(f"{sealed.path}: the vault was not opened, and {why}")


def _read_and_check(
    path: Path, sources: Sources, age_identity: str | Path | None
) -> tuple[Project | None, list[Diagnostic]]:
    law, law_findings = read_law(sources.law)
    if law is None:
        return None, law_findings
    templates = load_templates(sources.templates)
    loaded, findings = read_case(path)
    vault, vault_findings = read_vault(path, Path(age_identity) if age_identity else None)
    findings += vault_findings
    if loaded is None or has_errors(findings):
        return None, findings
    stages: tuple[Callable[[], Iterable[Diagnostic]], ...] = (
        lambda: check_entries(loaded),
        lambda: check_against_law(loaded, law),
        lambda: [
            *_check_against_templates(loaded, vault, templates, law),
            *_check_named_files(loaded),
            *check_vault(loaded, vault),
        ],
        lambda: check_coverage(loaded, law),
    )
    for stage in stages:
        findings += stage()
        if has_errors(findings):
            return None, findings
    return Project(loaded, vault, law, templates, tuple(in_order(findings))), findings


def _check_against_templates(
    loaded: LoadedCase, vault: LoadedVault, templates: Library, law: Law
) -> Iterator[Diagnostic]:
    yield from check_requests(loaded, templates, law)
    yield from check_terms(loaded, templates)
    yield from check_numbers(loaded, templates.number_forms)
    yield from check_numbers_in_texts(loaded)
    yield from check_wording(loaded, templates.unfit_words)
    yield from check_mosaic(loaded, templates.telling_words)
    yield from [] if vault.sealed else check_stated(loaded, vault, templates, law)


def _check_named_files(loaded: LoadedCase) -> Iterator[Diagnostic]:
    yield from _check_custody(loaded)
    yield from check_pictures(image_files(loaded))
    yield from check_letterheads(loaded)


def _check_custody(loaded: LoadedCase) -> Iterator[Diagnostic]:
    yield from check_files(_recorded_files(loaded))
    for index, item in loaded.entries("evidence"):
        yield from check_chain(
            [
                Handover(loaded.where("evidence", index, "custody", n), e.agent, e.received_from, e.handed_to)
                for n, e in enumerate(item.custody)
            ]
        )


def _recorded_files(loaded: LoadedCase) -> Iterator[RecordedFile]:
    for index, item in loaded.entries("evidence"):
        for number, file in enumerate(item.files):
            if stays_inside(file.path):
                at = loaded.where("evidence", index, "files", number, "path")
                algorithm = file.digest.algorithm.value if file.digest else "sha256"
                digest = file.digest.value if file.digest else None
                yield RecordedFile(loaded.folder / file.path, file.path, at, algorithm, digest, file.size)
