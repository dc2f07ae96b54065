"""JSON Schemas of the files that users write; a scalar may always be written as YAML text.

Terms are not limited to the words that ship with the program; an editor offers these as examples.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from referral import resources
from referral.case.model import SECTIONS, Case
from referral.case.model.scalars import TERMS_KEY
from referral.composition.kinds import load_templates
from referral.composition.terms import known_terms
from referral.durable import replace_file
from referral.errors import WriteError
from referral.law.model import CompanionFile, LawFile, PinFile
from referral.protection.vault import Vault
from referral.tracing.sidecar_model import Sidecar

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {
    "case": Case,
    "vault": Vault,
    "law": LawFile,
    "companion": CompanionFile,
    "pins": PinFile,
    "sources": Sidecar,
}
NAMES = tuple(sorted(_MODELS))


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by name. A case may be split over files, so none of its sections is required in one of them."""
    made = {name: {"$schema": DIALECT, **model.model_json_schema()} for name, model in _MODELS.items()}
    made["case"].pop("required", None)
    made["case"]["anyOf"] = [{"required": [section]} for section in ("case", *SECTIONS)]
    _offer_terms(made["case"])
    return made


def schema_text(name: str) -> str:
    """One schema as the text of its file."""
    return json.dumps(schemas()[name], ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path, names: Iterable[str] = NAMES, force: bool = False) -> Iterator[Path]:
    """Write `NAME.schema.json` files; WriteError if one is there that is not the same, unless `force`."""
    for name in names:
        path, data = folder / f"{name}.schema.json", schema_text(name).encode()
        if path.exists() and not force and path.read_bytes() != data:
            raise WriteError(f"{path}: another file is there; move it away, or use --force to replace it")
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
        yield path


def _offer_terms(schema: dict[str, Any]) -> None:
    library = load_templates([resources.shipped(resources.TEMPLATES)])
    lists = [library.words(lang) for lang in library.word_languages]
    for field in list(_fields_of_terms(schema)):
        section = field.pop(TERMS_KEY)
        field["examples"] = sorted(set().union(*(known_terms(words, section) for words in lists)))


def _fields_of_terms(schema: Any) -> Iterator[dict[str, Any]]:
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict) and TERMS_KEY in schema:
        yield schema
    for part in inner:
        yield from _fields_of_terms(part)
