"""Microsoft's own validator (Open XML SDK) finds nothing to say about what we write."""

import json
import subprocess
from pathlib import Path

import pytest

from referral.document.layout import HeadingNumbers, Layout, Properties
from referral.document.nodes import Document
from referral.writers.docx import write_docx
from tests.conftest import VALIDATOR
from tests.unit.writers.docx.builder import body
from tests.unit.writers.docx.sample import communication, notice
from tests.unit.writers.drawings import lines
from tests.unit.writers.figures import document, figure

SAMPLES = {
    "communication": communication(exhibits=310),
    "notice": notice(),
    "drawings": document(lines(), lines()),
    "pictures": document(figure(), figure(id="a")),
    "bare": Document(Properties("uk", "", "2024-05-31"), Layout(heading_numbers=HeadingNumbers.NONE), (body("x"),)),
    "empty": Document(Properties("fr", "", "2024-05-31"), Layout(), ()),
}


@pytest.mark.validator
@pytest.mark.parametrize("version", ["Office2013", "Microsoft365"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_validator_of_the_open_xml_sdk_finds_no_error(name: str, version: str, tmp_path: Path):
    file = tmp_path / "sample.docx"
    file.write_bytes(write_docx(SAMPLES[name], {"intro": 2}))
    run = [str(VALIDATOR), str(file), "--officeVersion", version]
    answer = subprocess.run(run, capture_output=True, text=True, timeout=120, check=False)
    assert [] == json.loads(answer.stdout)["errors"]
