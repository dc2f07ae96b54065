"""The forms of a case as YAML to paste, with a remark at each form; as plain data; one tried text in lines."""

import dataclasses
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from referral.app.names import Form, NamedForms, Words
from referral.language.declension import Declined

_HEAD = """\
# Forms as documents print them. Confirm those to confirm, and paste the forms into the entry of this id.
# What stands under `forms` in the files always goes before what is declined by rule."""
_WHERE = {"identities": "of the vault", "postings": "of the case", "units": "of the case"}


def names_to_yaml(found: list[NamedForms]) -> str:
    """One block for each section; an entry once, with all that it names."""
    lines = [_HEAD]
    for section, named in groupby(found, key=lambda one: one.section):
        lines += ["", f"{section}: # {_WHERE[section]}"]
        for entry, of_entry in groupby(named, key=lambda one: one.entry):
            lines.append(f"  - {'person' if section == 'identities' else 'id'}: {entry}")
            lines += [f"    {line}" for one in of_entry for line in _entry(one)]
    return "\n".join(lines) + "\n"


def names_to_json(found: list[NamedForms]) -> dict[str, Any]:
    return {"version": "1", "names": [dataclasses.asdict(one) for one in found]}


def tried_to_json(declined: Declined) -> dict[str, Any]:
    forms = {case.value: form for case, form in declined.forms.items()}
    return {"forms": forms, "certainty": declined.certainty.value}


def tried_to_lines(declined: Declined) -> Iterator[str]:
    yield from (f"{case.value:<13}{form}" for case, form in declined.forms.items())
    yield f"{'certainty':<13}{declined.certainty.value}" + (f": {declined.reason}" if declined.reason else "")


def _entry(one: NamedForms) -> Iterator[str]:
    if isinstance(one.words, dict):
        first, *others = (f"{part}: {_quoted(words)}" for part, words in one.words.items())
        yield from (f"{one.key}:", f"  - {first}", *(f"    {line}" for line in others))
        yield from (f"    {line}" for line in _forms(one))
    else:
        yield f"{one.key}: {_quoted(one.words)}"
        yield from _forms(one)


def _forms(one: NamedForms) -> Iterator[str]:
    yield f"{one.forms_key}:"
    yield from (f"  {name}: {_form(form)}" for name, form in one.forms.items())
    if one.latin:
        yield f"latin: {_form(one.latin)}"


def _form(form: Form) -> str:
    remark = form.state.replace("-", " ") + (f": {form.reason}" if form.reason else "")
    return f"{_value(form.words)} # {remark}"


def _value(words: Words) -> str:
    if isinstance(words, dict):
        return "{" + ", ".join(f"{part}: {_quoted(word)}" for part, word in words.items()) + "}"
    return _quoted(words)


def _quoted(words: str) -> str:
    """Text in double quotes: a string of JSON is one of YAML."""
    return json.dumps(words, ensure_ascii=False)
