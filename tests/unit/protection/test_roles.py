"""A role that stands only in what is withheld would tell of it."""

from typing import Any

from referral.coverage import assess
from referral.protection.profiles import PROFILES
from referral.protection.view import View, view_for
from tests.unit.builder import case, fact, item, law, source
from tests.unit.protection.test_view import identity

SECRET = {"confidentiality": "secret"}


def seen(profile: str, *roles: dict[str, Any], **hidden: Any) -> View:
    whole = case(
        sources=[source()],
        evidence=[item(persons=["PER-001"])],
        proceedings=[{"id": "PR-01", "kind": "court", "title": "A trial", **hidden}],
        incidents=[{"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2022", **hidden}],
        persons=[{"id": "PER-001", "roles": list(roles)}],
    )
    return view_for(whole, assess(whole, law()), {"PER-001": identity("PER-001")}, PROFILES[profile], None)


def roles(view: View) -> list[str]:
    return [role.role.value for person in view.case.persons for role in person.roles]


def test_a_role_in_a_withheld_proceeding_or_incident_is_not_told():
    witness, convicted = {"role": "witness"}, {"role": "convicted", "proceeding": "PR-01"}
    victim = {"role": "victim", "incidents": ["INC-01"]}

    assert ["witness", "convicted", "victim"] == roles(seen("public", witness, convicted, victim))
    assert ["witness"] == roles(seen("public", witness, convicted, victim, **SECRET))


def test_who_loses_every_role_keeps_his_code_and_the_cut_is_marked():
    view = seen("public", {"role": "convicted", "proceeding": "PR-01"}, **SECRET)

    assert [("PER-001", [])] == [(person.id, person.roles) for person in view.case.persons]
    assert ("PER-001", "roles") in view.cut


def test_who_loses_every_role_and_is_named_nowhere_else_is_withheld():
    hidden = {"roles": [{"role": "convicted", "proceeding": "PR-01"}]}
    trial = {"id": "PR-01", "kind": "court", "title": "A trial", **SECRET}

    def shown(*facts: dict[str, Any]) -> View:
        whole = case(
            sources=[source()],
            evidence=[item()],
            facts=list(facts),
            proceedings=[trial],
            persons=[{"id": "PER-001", **hidden}],
        )
        return view_for(whole, assess(whole, law()), {}, PROFILES["prosecution"], None)

    assert ([], 1) == (shown().case.persons, shown().withheld["persons"])
    assert ["PER-001"] == [each.id for each in shown(fact(text="As PER-001 said.")).case.persons]


def test_a_role_that_is_not_told_still_keeps_the_name_back():
    victim, suspect = {"role": "victim", "incidents": ["INC-01"]}, {"role": "suspect"}
    view = seen("court", victim, suspect, **SECRET)

    assert ["suspect"] == roles(view)
    assert {} == view.identities
