"""The forms of an offence of which one suffices, as plain data: which are charged for one act, which have a gap."""

from typing import Any

from referral.composition.scene import Scene
from referral.coverage.forms import Form, Forms, forms_of


class FormFunctions:
    """What of the view's charges stands side by side as forms of one offence."""

    def __init__(self, scene: Scene) -> None:
        self._coverage, self._law = scene.view.coverage, scene.law

    def forms(self) -> list[dict[str, Any]]:
        """For each accused, act and offence of which one form suffices, the charges of its forms."""
        return [_forms(found) for found in forms_of(self._coverage.charges, self._law)]


def _forms(found: Forms) -> dict[str, Any]:
    return {
        "provision": found.provision,
        "charges": [_form(form) for form in found.charged],
        "without_gap": [form.charge.id for form in found.without_gap],
    }


def _form(form: Form) -> dict[str, Any]:
    gaps = list(form.gaps)
    return {"id": form.charge.id, "gaps": gaps, "is_contested": form.is_contested, "is_alone": form.is_alone}
