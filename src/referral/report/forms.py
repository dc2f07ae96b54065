"""The forms of an offence of which one suffices, as data and in words: which are charged, and which have no gap."""

from collections.abc import Iterator
from typing import Any

from referral.coverage.forms import Form, Forms
from referral.report.accused import accused_of
from referral.report.telling import Teller

Entry = dict[str, Any]


def forms_data(found: Forms) -> Entry:
    """One act of one accused for other programs."""
    return {
        "provision": found.provision,
        "accused": accused_of(found.charged[0].charge),
        "charges": [_form(form) for form in found.charged],
        "without_gap": [form.charge.id for form in found.without_gap],
    }


def _form(form: Form) -> Entry:
    charge = form.charge
    told = {"charge": charge.id, "provision": charge.provision, "gaps": len(form.gaps)}
    return {**told, "contested": form.is_contested, "alone": form.is_alone}


def forms_lines(found: Forms) -> Iterator[str]:
    """The same for the terminal."""
    accused = accused_of(found.charged[0].charge)
    yield f"forms of {found.provision}, of which one suffices  {accused['kind']} {accused['id'] or ''}".rstrip()
    for form in found.charged:
        marks = (" contested" * form.is_contested, " alone: the form it is tied to is not charged" * form.is_alone)
        yield f"  {form.charge.id}  {form.charge.provision}  gaps {len(form.gaps)}{''.join(marks)}"
    named = ", ".join(form.charge.id for form in found.without_gap)
    yield f"  {f'without a recorded gap: {named}' if named else 'every charged form has a gap, or is alone'}"


def forms_told(tell: Teller, found: Forms) -> Entry:
    """The same in the words of a report."""
    return {
        "title": tell.words("report.forms_of", provision=tell.cited(found.provision)),
        "accused": tell.accused(found.charged[0].charge),
        "charges": [_told(tell, form) for form in found.charged],
        "result": _result(tell, found),
    }


def _told(tell: Teller, form: Form) -> Entry:
    charge = form.charge
    marks = [tell.value("state", "contested")] if form.is_contested else []
    return {
        "id": charge.id,
        "title": tell.marked(charge, tell.charged(charge)),
        "gaps": len(form.gaps),
        "marks": [*marks, *([tell.words("report.form_alone")] if form.is_alone else [])],
    }


def _result(tell: Teller, found: Forms) -> str:
    named = ", ".join(form.charge.id for form in found.without_gap)
    return tell.words("report.form_without_gap", charges=named) if named else tell.words("report.forms_with_gaps")
