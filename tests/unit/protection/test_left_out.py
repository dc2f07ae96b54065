"""Those who draw up a case read which items a recipient does not get, and why; nobody else reads any of it."""

from typing import Any

from referral.coverage import assess
from referral.protection.left_out import LeftOut, Why, left_out_for
from referral.protection.profiles import PROFILES
from referral.protection.view import view_for
from tests.unit.builder import case, item, law, person, source

RECORD = {"id": "DIS-001", "to": "A body", "profile": "defence", "on": "2023", "items": ["EV-0001"]}


def left_out(profile: str, *evidence: dict[str, Any]) -> list[LeftOut]:
    spoke = source("SRC-02", kind="person", person="PER-001")
    whole = case(sources=[source(), spoke], evidence=list(evidence), persons=[person("PER-001", "witness")])
    return list(left_out_for(whole, PROFILES[profile]))


def test_each_rule_is_a_reason_of_its_own_and_several_may_hold():
    secret = item("EV-0001", confidentiality="under_seal", needs_release_permission="true")
    told = item("EV-0002", "SRC-02")
    of_told = item("EV-0003", translation_of="EV-0002")

    assert [
        LeftOut("EV-0001", (Why.LEVEL, Why.SECRECY), ()),
        LeftOut("EV-0002", (Why.CONSENT,), ("PER-001",)),
        LeftOut("EV-0003", (Why.FOLLOWS,), ()),
    ] == left_out("public", secret, told, of_told, item("EV-0004"))
    assert [Why.SECRECY] == [why for each in left_out("icc-confidential", secret) for why in each.why]
    assert [] == left_out("internal", secret, told, of_told)


def test_a_recipient_who_gets_no_evidence_at_all_is_told_so():
    assert [(Why.SCOPE,)] == [each.why for each in left_out("publication", item())]


def test_records_accounts_given_elsewhere_and_what_is_made_for_others_are_for_nobody_else():
    heard = person("PER-001", "witness", accounts_elsewhere=[{"to": "Another body"}])
    document = {"id": "letter", "lang": "en", "profile": "public"}
    whole = case(
        sources=[source()],
        evidence=[item(persons=["PER-001"])],
        persons=[heard],
        disclosures=[RECORD],
        documents=[document],
    )
    views = {name: view_for(whole, assess(whole, law()), {}, profile, None) for name, profile in PROFILES.items()}
    kept = {
        name: (len(v.case.disclosures), len(v.case.documents), sum(len(p.accounts_elsewhere) for p in v.case.persons))
        for name, v in views.items()
    }

    assert {"internal": (1, 1, 1)} == {name: found for name, found in kept.items() if any(found)}
    assert all("disclosures" not in view.withheld for view in views.values())
