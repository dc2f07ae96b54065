"""Who may collect what, and the words by which means of proof name kinds of items."""

import pytest

from referral.case.model import EvidenceKind
from referral.law import Status
from referral.law.load import read_folders, type_files
from referral.law.model import MeansOfProof, Method, Party, Standing, Whom
from tests.unit.builder import LEGAL_REFS, shipped_law

LAW = shipped_law()
FILES = type_files(read_folders([LEGAL_REFS])[0])[0]
ITEM_KINDS = [kind for file in FILES.companions for kind in file.content.item_kinds]
ARGUMENTS = {"mp.4.04", "ua.mp.conscr.11"}  # what is argued or looked up, and no material to collect


def usual() -> list[MeansOfProof]:
    return [means for means in LAW.means_of_proof.values() if means.standing is Standing.USUAL]


def test_every_kind_of_evidence_of_a_case_may_be_named_and_no_word_stands_twice():
    kinds = [kind.value for kind in EvidenceKind]

    assert kinds == ITEM_KINDS[: len(kinds)]
    assert len(ITEM_KINDS) == len(set(ITEM_KINDS))


def test_every_usual_means_says_by_what_it_is_recognised_and_how_it_is_come_by():
    assert ARGUMENTS == {means.id for means in usual() if not means.kinds}
    assert ARGUMENTS == {means.id for means in usual() if not means.methods}


def test_what_does_not_suffice_alone_is_no_task():
    others = [means for means in LAW.means_of_proof.values() if means.standing is not Standing.USUAL]

    assert others
    assert [] == [means.id for means in others if means.kinds or means.methods]


@pytest.mark.parametrize("whom", [Whom.IN_CUSTODY, Whom.MINOR, Whom.SURVIVOR, Whom.HEARD_BEFORE])
def test_no_organisation_is_sent_to_whom_it_must_leave_to_the_authorities(whom: Whom):
    (limit,) = [limit for limit in LAW.limits if limit.whom is whom]

    assert limit.bars
    assert (Method.INTERVIEW,) == limit.methods
    assert Party.CIVIL_SOCIETY in limit.parties


def test_nothing_is_closed_to_who_conducts_the_proceedings():
    assert [] == [limit.id for limit in LAW.limits if Party.PROSECUTION in limit.parties]


def test_only_what_was_read_in_a_publication_is_called_verified():
    assert ["col.heard-before"] == [limit.id for limit in LAW.limits if limit.status is Status.VERIFIED]
