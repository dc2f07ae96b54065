"""A name of any vault is found wherever it stands, and no word of a vault is in what the command says."""

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referral.cli.scan import command
from referral.language.declension import Gender
from referral.language.transliteration import transliteration_of
from referral.protection.inflected import name_in
from referral.protection.sought import Sought
from referral.protection.vault import Identity, Name
from tests.unit.builder import DATA

LETTERS = "абвгдежзиіклмнопрстуфхцчшщюяєїґ"
STEMS = st.text(LETTERS, min_size=4, max_size=8)
LAST = st.builds(
    lambda stem, end: (stem + end).capitalize(), STEMS, st.sampled_from(["енко", "ук", "ський", "ець", "а"])
)
FIRST = st.sampled_from(["Олег", "Іван", "Марко", "Юрій", "Лев"])
PATRONYMIC = st.sampled_from(["Юрійович", "Іванович", "Петрович"])
NAMES = st.builds(
    lambda last, first, patronymic: Name(last=last, first=first, patronymic=patronymic), LAST, FIRST, PATRONYMIC
)
FILLING = st.text(st.characters(categories=["Ll", "Lu", "Nd", "Zs", "Po"], max_codepoint=0x500), max_size=60)
CASES = st.sampled_from(["nom", "gen", "dat", "acc", "ins", "loc", "voc"])


@given(NAMES, CASES, st.sampled_from(list(Gender)), FILLING, FILLING, st.booleans())
def test_a_family_name_is_found_in_any_text(
    name: Name, form: str, gender: Gender, before: str, after: str, latin: bool
):
    told = name_in(name, form, gender, "uk").parts.last or ""
    told = (transliteration_of("uk") or str)(told) if latin else told
    sought = Sought([Identity(person="PER-001", names=[name])])

    assert ["PER-001"] == [found.person for found in sought.found_in(f"{before} {told} {after}")]


@given(NAMES, FILLING)
def test_first_name_and_patronymic_are_found_in_any_text(name: Name, filling: str):
    sought = Sought([Identity(person="PER-001", names=[name])])

    assert sought.found_in(f"{filling}. {name.first} {name.patronymic}, {filling}")


def written(folder: Path, name: Name, telephone: str) -> Path:
    case = folder / "case"
    case.mkdir()
    (case / "case.yaml").write_text(
        'schema_version: "1"\ncase: {id: x, title: A, language: uk, as_at: 2024-01-31}\n'
        "persons: [{id: PER-001, roles: [{role: victim}]}]\n",
        "utf-8",
    )
    (case / "vault.yaml").write_text(
        f'schema_version: "1"\nidentities:\n  - person: PER-001\n    contacts: ["{telephone}"]\n'
        f"    names: [{{last: {name.last}, first: {name.first}, patronymic: {name.patronymic}}}]\n",
        "utf-8",
    )
    return case


def entry(name: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr(name, text)
    return out.getvalue()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(NAMES, st.integers(10**8, 10**9 - 1).map(lambda n: f"+380{n}"), st.sampled_from(["txt", "zip", "pdf", "xml"]))
def test_no_word_of_a_vault_is_ever_printed(name: Name, telephone: str, ending: str):
    secrets = [name.last or "", name.first or "", name.patronymic or "", telephone]
    with TemporaryDirectory() as made:
        folder = Path(made)
        case = written(folder, name, telephone)
        for n, secret in enumerate(secrets):
            inner = folder / "out" / secret / "x"
            inner.mkdir(parents=True)
            (inner / f"{n}-{secret}.{ending}").write_bytes(entry(secret, " ".join(secrets)))
            (inner / f"a.{ending}").write_text(f"<a {secret.strip('+')}='1'>{' '.join(secrets)}</a>", "utf-8")
        given_ = [str(folder / "out"), "--case", str(case), "--law", str(DATA / "law")]
        done = CliRunner().invoke(command, given_, catch_exceptions=False)

    assert 5 == done.exit_code
    assert [] == [secret for secret in secrets if secret in done.stdout + done.stderr]
