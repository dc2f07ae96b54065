"""JSON Schemas of the files that users write; a scalar may always be written as YAML text."""

from typing import Any

from pydantic import BaseModel

from referral.case.model import SECTIONS, Case
from referral.law.model import CompanionFile, LawFile
from referral.protection.vault import Vault

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {"case": Case, "vault": Vault, "law": LawFile, "companion": CompanionFile}


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by name. A case may be split over files, so none of its sections is required in one of them."""
    made = {name: {"$schema": DIALECT, **model.model_json_schema()} for name, model in _MODELS.items()}
    made["case"].pop("required", None)
    made["case"]["anyOf"] = [{"required": [section]} for section in ("case", *SECTIONS)]
    return made
