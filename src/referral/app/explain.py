"""The manual of one name: a rule of `check`, a state of coverage, a provision, an element, what stands beside them."""

from referral.app.law_beside import entries_beside
from referral.app.law_manual import explain_entry
from referral.app.manual import rules, states
from referral.app.named_provision import SEARCH, provision_named
from referral.app.project import Sources, load_law
from referral.errors import UsageError
from referral.schema_errors import nearest


def explain(name: str, lang: str = "", sources: Sources | None = None) -> list[str]:
    """The lines of the manual; `lang` is that of our own words beside the official wording. UsageError if none."""
    if texts := [texts[name] for texts in (rules(), states()) if name in texts]:
        return [name, *(f"  {text}" for text in texts)]
    law = load_law(sources)
    lines = explain_entry(law, name, lang) or explain_entry(law, provision_named(law, name) or "", lang)
    if lines is None:
        hint = nearest(name, [*rules(), *states(), *law.provisions, *law.elements, *entries_beside(law)]) or SEARCH
        raise UsageError(f'there is no rule, provision or element "{name}"; {hint}')
    return list(lines)
