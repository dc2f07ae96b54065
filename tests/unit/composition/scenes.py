"""A scene of a small case: what the functions of templates are made from."""

from typing import Any

from referral.case.model import DocumentRequest
from referral.composition.kinds import DocumentKind
from referral.composition.scene import Scene
from referral.coverage import assess
from referral.language import load_language
from referral.language.phrases import Phrases
from referral.protection.profiles import PROFILES
from referral.protection.redaction import RedactionClass
from referral.protection.view import view_for
from tests.unit.builder import case, charge, item, law, source

PHRASES = {
    "invented_mark": "invented",
    "open": {"redaction_code": "Check: {cite}", "law_check": "check {cite}", "straddles": "{cite}: {editions}"},
    "edition": {"since_until": "{since} – {until}", "since": "since {since}", "until": "until {until}"},
    "invented_in_words": "(invented",
    "not_shown": "not shown",
    "redaction": {"mark": "REDACTED – {what}", "class": {kind.value: kind.value for kind in RedactionClass}},
    "exhibit": {"label": "Annex {n}"},
    "locator": {"page": "p. {value}", "line": "line {value}"},
    "citation": {"speaker": "speaker: {who}", "ern": "ERN {number}"},
    "missing": {"source": "source not named", "date": "date not stated"},
}


def scene(lang: str = "en", profile: str = "internal", **sections: Any) -> Scene:
    """A case of one source, two items and one charge; sections replace or add."""
    entries: dict[str, Any] = {"sources": [source()], "evidence": [item(), item("EV-0002")], "charges": [charge()]}
    whole = case(**{**entries, **sections})
    view = view_for(whole, assess(whole, law()), {}, PROFILES[profile], None)
    kind = DocumentKind(id="x", title={}, profiles=(profile,))
    request = DocumentRequest(id="x", lang=lang, profile=profile)
    return Scene(view, law(), load_language(lang), Phrases(PHRASES, lang), kind, request)
