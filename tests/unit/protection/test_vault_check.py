"""Between vault and case: where identity data stand outside the vault, the code is told and never the data."""

from pathlib import Path

import pytest
import yaml

from referral.case.load import read_case
from referral.diagnostics import Diagnostic, to_text
from referral.protection.vault_check import check_vault, read_vault
from tests.unit.builder import citation, fact, header, item, person, source, write_case

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
