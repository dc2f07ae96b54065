"""Load and check: a case with its vault, law and templates, and everything the rooms find in it, in their order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from referral import garbage, resources
from referral.app.custody import check_custody
from referral.app.file_names import check_file_names
from referral.app.letterhead import check_letterheads
from referral.app.own_folder import require_own
from referral.app.pictures import image_files
from referral.case.checks import check_entries
from referral.case.load import LoadedCase, read_case
from referral.case.model import Case
from referral.composition.kinds import Library, load_templates
from referral.composition.proceeding_numbers import check_numbers, check_numbers_in_texts, check_numbers_of_evidence
from referral.composition.requests import check_requests
from referral.composition.stated_check import check_stated
from referral.composition.terms import check_terms
from referral.composition.wording import check_wording
from referral.coverage import Coverage, assess
from referral.coverage.check import check_against_law, check_coverage
from referral.coverage.reviews import reviews_of
from referral.custody import Reader, digests_of
from referral.diagnostics import Diagnostic, has_errors, in_order
from referral.errors import InvalidCaseError, UsageError, VaultNotOpenedError
from referral.law import Law, read_law
from referral.law import check_law as check_folders
from referral.law import load_law as load_folders
from referral.pictures.files import check_pictures
from referral.protection.codes import AS_IN_THE_CASE, Codes, codes_for
from referral.protection.coverage_seen import coverage_seen
from referral.protection.mosaic import check_mosaic
from referral.protection.profiles import INTERNAL, PROFILES, Profile, also_read_by
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
    _views: dict[tuple[str | None, ...], View] = field(default_factory=dict, repr=False)
    _coded: dict[str, "_Coded"] = field(default_factory=dict, repr=False)

    @cached_property
    def coverage(self) -> Coverage:
        return assess(self.loaded.case, self.law)

    def coverage_without(self, view: View, lost: frozenset[str]) -> Coverage:
        """The coverage without the entries that are lost, as the recipient of a view may see it, in his codes."""
        return coverage_seen(assess(self._in_codes_of(view.profile.name).case, self.law, lost), view.case)

    def codes(self, profile: str) -> Codes:
        """The codes that a recipient reads; those of the case itself, unless it says that he has his own."""
        if profile not in self.loaded.case.case.own_codes:
            return AS_IN_THE_CASE
        return codes_for(profile, self.loaded.case, str(self.vault.vault.code_key))

    def _in_codes_of(self, profile: str) -> "_Coded":
        if profile not in self._coded:
            codes = self.codes(profile)
            case = codes.in_case(self.loaded.case)
            self._coded[profile] = _Coded(codes, case, assess(case, self.law) if codes else self.coverage)
        return self._coded[profile]

    def view(self, profile: str, use: str | None = None, filer: str | None = None, read_by: str | None = None) -> View:
        """The view of a recipient, made once; see `view_for`. UsageError if there is no such profile.

        `read_by` is a profile that reads what is made of the view too.

        VaultNotOpenedError if identities are to be kept from the recipient and are not known.
        """
        if profile not in PROFILES:
            raise UsageError(f'there is no profile "{profile}"; profiles: {", ".join(PROFILES)}')
        key = (profile, use, filer, read_by)
        if key not in self._views:
            self._views[key] = self._view(also_read_by(PROFILES[profile], PROFILES[read_by or profile]), use, filer)
        return self._views[key]

    def _view(self, profile: Profile, use: str | None, filer: str | None) -> View:
        codes, case, coverage = self._in_codes_of(profile.name)
        identities = codes.in_identities(self.vault.identities_for(profile))
        view = view_for(case, coverage, identities, profile, use, codes.of(filer))
        own = () if self.vault.sealed or not profile.is_own else case.case.own_codes
        reviews = reviews_of(self.loaded.case, self.law) if profile.is_own else ()
        others = {name: self.codes(name) for name in own}
        return replace(view, codes=codes, codes_of_others=others, reviews=reviews)


class _Coded(NamedTuple):
    """The whole case as one recipient’s codes write it."""

    codes: Codes
    case: Case
    coverage: Coverage


def check_law(sources: Sources | None = None) -> list[Diagnostic]:
    """Everything that can be said about the law library, by default the one that ships with the program."""
    return check_folders((sources or Sources.of()).law)


def load_law(sources: Sources | None = None) -> Law:
    """The law library, with its warnings. Raises InvalidLawError with every finding if one is an error."""
    return load_folders((sources or Sources.of()).law)


def check_case(
    path: str | Path,
    sources: Sources | None = None,
    age_identity: str | Path | None = None,
    read: Reader = digests_of,
) -> list[Diagnostic]:
    """Everything that can be said about a case, sorted. A later stage runs only if the earlier found no error."""
    with garbage.held():
        return in_order(_read_and_check(Path(path), sources or Sources.of(), age_identity, read)[1])


def load_case(
    path: str | Path,
    sources: Sources | None = None,
    age_identity: str | Path | None = None,
    read: Reader = digests_of,
) -> Project:
    """A case ready for work, with its warnings; `age_identity` is a file of keys that open an encrypted vault.

    `read` gives the digests of an evidence file.

    Raises InvalidCaseError with every finding if one is an error.
    """
    with garbage.held():
        project, findings = _read_and_check(Path(path), sources or Sources.of(), age_identity, read)
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
    path: Path, sources: Sources, age_identity: str | Path | None, read: Reader
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
            *_check_named_files(loaded, read),
            *check_file_names(loaded, vault),
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
    yield from check_numbers_of_evidence(loaded, templates.number_forms)
    yield from check_numbers_in_texts(loaded)
    yield from check_wording(loaded, templates.unfit_words)
    yield from check_mosaic(loaded, templates.telling_words)
    yield from [] if vault.sealed else check_stated(loaded, vault, templates, law)


def _check_named_files(loaded: LoadedCase, read: Reader) -> Iterator[Diagnostic]:
    yield from check_custody(loaded, read)
    yield from check_pictures(image_files(loaded))
    yield from check_letterheads(loaded)
