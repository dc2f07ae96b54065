"""The manual of one name: a rule of `check`, a provision, an element, or what stands beside them."""

from referral.app.law_manual import explain_entry
from referral.app.manual import rules
from referral.app.project import Sources, load_law
from referral.errors import UsageError
from referral.schema_errors import nearest


def explain(name: str, lang: str = "", sources: Sources | None = None) -> list[str]:
    """The lines of the manual; `lang` is that of our own words beside the official wording. UsageError if none."""
    if name in rules():
        return [name, f"  {rules()[name]}"]
    law = load_law(sources)
    lines = explain_entry(law, name, lang)
    if lines is None:
        hint = nearest(name, [*rules(), *law.provisions, *law.elements, *law.remarks])
        raise UsageError(f'there is no rule, provision or element "{name}"' + (f"; {hint}" if hint else ""))
    return list(lines)
