"""What those who draw up a case keep for themselves: who told whom, who does not get what and why, whose codes."""

from collections.abc import Iterator
from typing import Any

from referral.composition.scene import Scene
from referral.protection.left_out import left_out_for
from referral.protection.profiles import PROFILES

Entry = dict[str, Any]


class RecordFunctions:
    """Nothing of it for anybody else: his view holds no such records and knows of no other recipient."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def codes_of_others(self) -> Entry:
        """The codes of recipients who have their own: `profiles`, and `rows` with `id` and their `codes` in order."""
        codes = self._scene.view.codes_of_others
        ids = [entry.id for _, _, entry in self._scene.view.case.entities()] if codes else []
        return {
            "profiles": list(codes),
            "rows": [{"id": known, "codes": [each.of(known) for each in codes.values()]} for known in ids],
        }

    def accounts_given(self) -> list[Entry]:
        """The accounts that each person gave, here and elsewhere: `person`, `to`, `date`, `form`, `item` (or none)."""
        return [account for person in self._scene.case["persons"] for account in self._accounts(person)]

    def left_out(self) -> list[Entry]:
        """What of the evidence the recipients of the case do not get: `profile`, `item`, `why`, `persons`."""
        case = self._scene.view.case
        asked = {*(request.profile for request in case.documents), *(record.profile for record in case.disclosures)}
        return [
            {"profile": name, "item": each.item, "why": [why.value for why in each.why], "persons": list(each.persons)}
            for name, profile in PROFILES.items()
            if name in asked
            for each in left_out_for(case, profile)
        ]

    def _accounts(self, person: Entry) -> Iterator[Entry]:
        for item in self._scene.case["evidence"]:
            account = item["account"]
            if account and account["person"] == person["id"]:
                told = {"to": account["taken_by"], "date": account["date"], "form": account["kind"]}
                yield {"person": person["id"], "item": item["id"], **told}
        for account in person["accounts_elsewhere"]:
            yield {"person": person["id"], "item": None, **account}
