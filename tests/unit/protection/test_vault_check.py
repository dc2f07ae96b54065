"""Between vault and case: where identity data stand outside the vault, the code is told and never the data."""

from itertools import count, cycle
from pathlib import Path

import pytest
import yaml

from referral.case.load import LoadedCase, Origin, read_case
from referral.case.model import Case
from referral.case.texts import rewritten, texts_in
from referral.diagnostics import Diagnostic, to_text
from referral.protection.vault import Identity, Vault
from referral.protection.vault_check import check_vault, no_identity_outside_vault, read_vault
from referral.protection.vault_file import LoadedVault
from tests.unit.builder import charge, citation, fact, header, item, person, source, write_case
from tests.unit.everything import everything

SECRET = "Таємничий"


def findings(folder: Path, **sections: object) -> list[Diagnostic]:
    """What is found in a case whose vault holds the name of PER-001."""
    identity = {"person": "PER-001", "names": [{"last": SECRET}]}
    (folder / "vault.yaml").write_text(yaml.safe_dump({"identities": [identity]}, allow_unicode=True))
    write_case(folder, **{"persons": [person(role="witness")], **sections})
    case, problems = read_case(folder)
    vault, _ = read_vault(folder)
    assert [] == problems
    assert case is not None
    return list(check_vault(case, vault))


@pytest.mark.parametrize(
    "sections",
    [
        {"case": header(title=f"The case of {SECRET}")},
        {"case": header(filing_party={"contact": SECRET})},
        {"documents": [{"id": "letter", "lang": "en", "profile": "public", "addressee": {"en": SECRET}}]},
        {"persons": [person(role="witness", label=SECRET)]},
        {"sources": [source(name={"uk": "Хтось", "en": SECRET})]},
        {"evidence": [item(files=[{"path": f"files/{SECRET}.pdf"}])]},
        {"evidence": [item(custody=[{"type": "transfer", "agent": SECRET}])]},
        {"evidence": [item(captures=[{"url": f"https://example.org/{SECRET}"}])]},
        {"facts": [fact("F-001", citations=[citation(quote={"uk": f"«{SECRET.upper()}»"})])]},
        {"open_questions": [{"id": "OQ-01", "text": SECRET, "note": "x"}]},
    ],
)
def test_identity_data_are_found_in_every_text_of_a_case(tmp_path: Path, sections: dict[str, object]):
    (finding,) = findings(tmp_path, **sections)

    assert "identity-outside-vault" == finding.rule
    assert "PER-001" in finding.message
    assert SECRET not in to_text(finding)
    line = Path(finding.position.path).read_text("utf-8").splitlines()[finding.position.line - 1]
    assert SECRET.casefold() in line[finding.position.column - 1 :].casefold()


def test_a_case_that_writes_codes_has_no_finding(tmp_path: Path):
    assert [] == findings(tmp_path, evidence=[item(title="Record of PER-001")])


def test_an_identity_of_nobody_is_an_error_with_the_nearest_code(tmp_path: Path):
    (finding,) = findings(tmp_path, persons=[person("PER-002", "witness")])

    assert ("unknown-person", "nearest: PER-002") == (finding.rule, finding.hint)


@pytest.mark.parametrize(
    ("dative", "lacking"),
    [
        ({"last": "Ковалеву", "first": "Юрію", "patronymic": "Іллічу"}, False),
        ({"last": "Ковалеву"}, False),  # a rule is sure of the other parts
        ({"first": "Юрію", "patronymic": "Іллічу"}, True),  # and of this surname it is not
        ({}, True),
    ],
)
def test_a_dative_that_is_written_in_part_is_sure_only_where_a_rule_fills_the_rest(
    tmp_path: Path, dative: dict[str, str], lacking: bool
):
    name: dict[str, object] = {"last": "Ковалів", "first": "Юрій", "patronymic": "Ілліч", "forms": {"dat": dative}}
    found = notice_data_lacking(tmp_path, name)
    assert lacking == any("the name in the dative" in message for message in found)


def notice_data_lacking(folder: Path, name: dict[str, object]) -> list[str]:
    """What a notice to a suspect of this name is said to lack."""
    (folder / "vault.yaml").write_text(
        yaml.safe_dump({"identities": [{"person": "PER-001", "names": [name]}]}, allow_unicode=True)
    )
    suspicion = charge(person="PER-001", stage="suspicion")
    write_case(folder, case=header(language="uk"), persons=[person(sex="m")], charges=[suspicion])
    case, _ = read_case(folder)
    vault, _ = read_vault(folder)
    assert case is not None
    return [finding.message for finding in check_vault(case, vault) if finding.rule == "absent-identity"]


def test_no_field_that_holds_text_is_overlooked_in_whatever_spelling():
    """The name is put into every text of a case that has something in nearly every field, one after the other."""
    whole = Case.model_validate(everything())
    identity = Identity.model_validate({"person": "PER-002", "names": [{"last": "Уявна", "first": "Олена"}]})
    vault = LoadedVault(Vault(identities=[identity]))
    spellings = cycle(["Уявна", "Уявною", "УЯВНУ", "Uiavna", "Uyavna", "Уявна\u0301", "У\u200bявна"])
    places, overlooked = [loc for loc, _ in texts_in(whole) if loc != ("schema_version",)], []
    for number, loc in enumerate(places):
        told = LoadedCase(with_name(whole, number, next(spellings)), Origin(Path("case"), "case"))
        if ["identity-outside-vault"] != [found.rule for found in no_identity_outside_vault(told, vault)]:
            overlooked.append(loc)

    assert 150 < len(places)
    assert [] == overlooked


def with_name(whole: Case, number: int, name: str) -> Case:
    """The case with a name behind one of its texts."""
    counted = count()
    return rewritten(whole, lambda text: f"{text} {name}" if next(counted) == number else text)
