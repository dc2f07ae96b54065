"""Finished documents of the demonstrations tell their recipients of nobody; and wider readers would be told."""

import json

import pytest

from referral.app.scan import Leak, scan, searched, sought_for
from tests.end_to_end.documents import DEMONSTRATIONS, FORMATS, Listed, files, listed, project, text

DOCUMENTS = [document for case in DEMONSTRATIONS for document in listed(case)]
NOTICES = [document for document in DOCUMENTS if document.id == "notice-of-suspicion"]
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=str)


def found(document: Listed, data: bytes, profile: str) -> list[object]:
    its = project(document.case)
    return [*searched(data, f"{document.id}.{document.lang}", sought_for(its, its.view(profile)))]


@each_document
def test_the_text_of_a_document_tells_its_recipient_of_nobody(document: Listed):
    assert [] == found(document, text(document).encode(), document.profile)


@pytest.mark.slow
@each_document
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_finished_document_tells_its_recipient_of_nobody(document: Listed, suffix: str):
    assert [] == found(document, files(document)[suffix], document.profile)


@pytest.mark.parametrize("document", NOTICES, ids=str)
def test_a_notice_would_tell_the_public_who_the_suspect_is(document: Listed):
    charges = project(document.case).loaded.case.charges
    told = {leak.person for leak in found(document, text(document).encode(), "public") if isinstance(leak, Leak)}

    assert told & {charge.person for charge in charges}


@pytest.mark.slow
@pytest.mark.parametrize("document", NOTICES, ids=str)
@pytest.mark.parametrize("suffix", FORMATS)
def test_so_would_the_finished_notice(document: Listed, suffix: str):
    leaks = [leak for leak in found(document, files(document)[suffix], "public") if isinstance(leak, Leak)]

    assert {charge.person for charge in project(document.case).loaded.case.charges} & {leak.person for leak in leaks}


def test_the_files_of_a_case_themselves_tell_by_their_vault(tmp_path):
    case = DEMONSTRATIONS[0]
    (tmp_path / "vault.json").write_text(json.dumps({"x": (case / "vault.yaml").read_text("utf-8")}), "utf-8")
    scanned = scan([tmp_path], project(case), "public")

    assert {leak.person for leak in scanned.leaks} == set(project(case).vault.identities)
