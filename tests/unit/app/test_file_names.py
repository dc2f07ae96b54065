"""A file or folder of a case that is called after somebody is found, and its name is not repeated."""

from pathlib import Path

import pytest

from referral.app.project import check_case
from tests.unit.cli.test_scan import CASE, VAULT


@pytest.mark.parametrize("name", ["files/uiavna.pdf", "files/лист_Уявну.docx", "Uyavna/a.txt", "files/уявна_олена.jpg"])
def test_a_file_that_is_called_after_somebody_is_an_error(tmp_path: Path, name: str):
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    (tmp_path / "vault.yaml").write_text(VAULT, "utf-8")
    assert [] == called_after(tmp_path)

    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")

    (message,) = called_after(tmp_path)
    assert "PER-002" in message
    assert not any(word in message.casefold() for word in ("uiavna", "уявн", "uyavna"))


def called_after(folder: Path) -> list[str]:
    found = [finding for finding in check_case(folder) if finding.rule == "identity-outside-vault"]
    return [f"{finding.position.path} {finding.message}" for finding in found]
