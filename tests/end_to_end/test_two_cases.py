"""Two cases that differ only in what a recipient may not know give him the same files, byte for byte."""

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest

from referral.app.build import build
from referral.app.bundle import BundleTerms, bundle
from referral.app.coverage import FORMATS, Asked, report, shown_of
from referral.app.project import Project
from referral.app.target import SUFFIXES
from referral.case.model import Confidentiality, DocumentRequest
from referral.composition.requests import problems
from referral.protection.profiles import INTERNAL, NARROWEST, PROFILES
from tests.end_to_end.case_fields import Data, Files
from tests.end_to_end.documents import SMALL
from tests.end_to_end.variations import Variations

pytestmark = pytest.mark.slow

LIGHT = [name for name in SUFFIXES if name != "pdf"]  # which takes most of the time
RECIPIENTS = sorted({*PROFILES} - {INTERNAL})
# Other names, of other lengths and initials; more papers, addresses and relatives than before, or fewer.
OTHERS: list[Data] = [
    {
        "names": [
            {"last": "Яй", "first": "Юхим", "patronymic": "Єгорович"},
            {"last": "Преображенська-Довгопалюк", "first": "Анастасія", "kind": "alias"},
        ],
        "birth_date": "1941-12-31",
        "birth_place": {"uk": "хутір Зовсім-Інший-Ніж-Досі"},
        "residence": {"uk": "місто Умовне, проспект Дуже Довгої Назви, 1144, квартира 301"},
        "documents": [{"kind": "паспорт", "number": f"ЦЩ {n}00111"} for n in range(1, 9)],
        "contacts": ["+380 50 111-22-33", "a.very.long.address@poshta.example", "x@y.example"],
        "family": [{"relation": "брат", "name": "Пилип Яй"}, {"relation": "дочка", "name": "Ївга Яй"}],
    },
    {"names": [{"last": "Щур"}]},
    {"names": [{"last": "О’Вигаданенко-Найдовший", "first": "Ґеорґій", "patronymic": "Ізяславович"}]},
    {"names": []},
]


def otherwise(files: Files, project: Project, profile: str) -> Files:
    """The same case, but for identities that the recipient is not told and for entries that he does not see."""
    changed = copy.deepcopy(files)
    told = project.view(profile).identities
    hidden = [identity for identity in changed["vault"]["identities"] if identity["person"] not in told]
    for identity, other in zip(hidden, OTHERS, strict=False):
        code = identity["person"]
        identity.clear()
        identity.update(other, person=code)
    for entry in (e for section in changed["case"].values() if isinstance(section, list) for e in section):
        if not PROFILES[profile].may_see(Confidentiality(entry.get("confidentiality", "public"))):
            _reword(entry)
    assert hidden
    return changed


def _reword(entry: Data) -> None:
    """Other words, longer or shorter, in every text that is given by language."""
    for key, value in entry.items():
        if isinstance(value, dict) and value.keys() <= {"uk", "en"}:
            entry[key] = {"uk": "Цілком інші слова, яких було куди більше, ніж тепер.", "en": "B."}


def requests(project: Project, profile: str) -> Iterator[DocumentRequest]:
    """Every kind of document that the recipient may have of this case."""
    case, templates = project.loaded.case, project.templates
    for kind in (kind for kind in templates.kinds.values() if profile in kind.profiles):
        lang = templates.languages(kind.id)[0]
        asked = [DocumentRequest(id=kind.id, lang=lang, profile=profile, person=p) for p in (None, "PER-001")]
        yield from [one for one in asked if not list(problems(one, case, templates, project.law))][:1]


def written(project: Project, profile: str, out: Path) -> dict[str, bytes]:
    """Every file by its path, sidecars, records of what was written, and reports included."""
    build(project, list(requests(project, profile)), out, SUFFIXES if profile == NARROWEST else LIGHT)
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    asked = Asked(profile)
    return files | {f"coverage.{name}": report(project, asked, shown_of(project, asked), name) for name in FORMATS}


def handed_over(project: Project, profile: str, out: Path) -> dict[str, bytes]:
    """Every file of his bundle by its path, and whose codes are kept beside it."""
    bundle(project, profile, out, BundleTerms(("text", "html", "docx", "sources"), seen=True))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("profile", RECIPIENTS)
def test_nor_does_it_change_a_byte_of_his_bundle(profile: str, tmp_path: Path):
    variations = Variations(SMALL, tmp_path)
    files = copy.deepcopy(variations.original)
    asked = requests(variations.load(files), profile)
    files["case"]["documents"] = [one.model_dump(mode="json", exclude_defaults=True) for one in asked]
    project = variations.load(files)
    one = handed_over(project, profile, tmp_path / "one")
    other = handed_over(variations.load(otherwise(files, project, profile)), profile, tmp_path / "other")

    assert {"bagit.txt", "data/ro-crate-metadata.json"} < {name.partition("/")[2] for name in one}
    assert one.keys() == other.keys()
    assert [] == [name for name, data in one.items() if data != other[name]]


@pytest.mark.parametrize("profile", RECIPIENTS)
def test_what_a_recipient_may_not_know_changes_no_byte_of_what_he_gets(profile: str, tmp_path: Path):
    variations = Variations(SMALL, tmp_path)
    project = variations.load(variations.original)
    one = written(project, profile, tmp_path / "one")
    changed = variations.load(otherwise(variations.original, project, profile))
    other = written(changed, profile, tmp_path / "other")

    assert project.vault.vault != changed.vault.vault
    assert len(FORMATS) < len(one)
    assert one.keys() == other.keys()
    assert [] == [name for name, data in one.items() if data != other[name]]
