"""What a kind of document must state by law, as its `document.yaml` gives it: item by item, and the keys that fill it.

A root is what the document is drawn from: the request for it, the proceeding, the charges against its person, their
incidents and what is told under them, that person, and those whose act the document is.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from referral.case.model import Charge, DocumentRequest, Fact, Incident, Model, Person, Posting, Proceeding
from referral.case.model.scalars import LawId
from referral.protection.vault import Identity, Name

Root = Literal[
    "request",
    "proceeding",
    "charges",
    "incidents",
    "facts",
    "person",
    "person.identity",
    "person.name",
    "author",
    "author.name",
    "author.posting",
    "approver",
    "approver.name",
    "approver.posting",
]

_OF_PERSON: Mapping[str, type[Model]] = {"": Person, "identity": Identity, "name": Name, "posting": Posting}
_MODELS: Mapping[str, type[Model]] = {
    "request": DocumentRequest,
    "proceeding": Proceeding,
    "charges": Charge,
    "incidents": Incident,
    "facts": Fact,
}


def _known_keys(needs: dict[Root, tuple[str, ...]]) -> dict[Root, tuple[str, ...]]:
    for root, keys in needs.items():
        known = (_MODELS.get(root) or _OF_PERSON[root.partition(".")[2]]).model_fields
        for key in (name for either in keys for name in either.split("|")):
            if key not in known:
                raise ValueError(f'"{root}" has no key "{key}"; keys: {", ".join(known)}')
    return needs


class StatedItem(BaseModel):
    """One item, and what of a case fills it: keys by root (`a|b`: one of the two), or wording of the law library."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    item: LawId = Field(description="the provision that demands it")
    needs: Annotated[dict[Root, Annotated[tuple[str, ...], Field(min_length=1)]], AfterValidator(_known_keys)] = {}
    wording_of: LawId | None = Field(None, description="filled by what the library has of the parts of this provision")
