"""The page written out: template, style and script in one file, and a policy that lets nothing else run or load."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined

from referral.coverage import State
from referral.report.analysis import Analysis
from referral.report.page.data import page_data
from referral.report.shown import Shown
from referral.report.telling import Teller
from referral.report.visible import all_visible

MOST_SETS = 20  # of the smallest sets whose loss breaks a charge, as many are printed
BEARINGS = ("supports", "contradicts", "qualifies", "context")
_SCRIPTS = (
    "rules.js",
    "nodes.js",
    "lists.js",
    "cards.js",
    "filters.js",
    "search.js",
    "exclusion.js",
    "printing.js",
    "start.js",
)
_MARKUP = re.compile("[<>&\u2028\u2029]")


def write_page(tell: Teller, shown: Shown, stamp: str) -> bytes:
    """One file of HTML that asks for nothing from outside. Words of the case stand in it as text only."""
    data = all_visible(page_data(tell, shown, Analysis(tell.view, tell.law)))
    script, style = _script(), style_sheet()
    page: str = _template().render(
        d=data,
        w=tell.words,
        tag=tell.language.tag,
        states=[state.value for state in State],
        bearings=BEARINGS,
        sections=_sections(data),
        charges={charge["id"]: charge for charge in data["charges"]},
        numbers=_numbers(tell, shown),
        contradictions=_contradictions(data),
        most_sets=MOST_SETS,
        policy=policy_for(script, style),
        script=script,
        style=style,
        island=island({**data, "words": _words(tell)}),
        stamp=stamp,
    )
    return page.lstrip().encode()


def island(data: dict[str, Any]) -> str:
    """Data as JSON that no parser of HTML can take for markup, and none of scripts for the end of a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _MARKUP.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def policy_for(script: str, style: str) -> str:
    """This one script, this one style sheet; no address, no frame, no form that is sent."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def style_sheet() -> str:
    """The looks of our pages, for another page of the house as well."""
    return _file("page.css")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _script() -> str:
    parts = "\n".join(map(_file, _SCRIPTS))
    return f'"use strict";\n(() => {{\n{parts}\n}})();\n'


def _file(name: str) -> str:
    return resources.files("referral.report.page").joinpath(name).read_text(encoding="utf-8")


def _template() -> Any:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_file("page.html.j2"))


def _sections(data: dict[str, Any]) -> list[str]:
    """What the page has, in its order."""
    exclusion = ["exclusion"] if "model" in data or data["without"] else []
    asked = [name for name in ("questions", "steps", "reviews") if name in data]
    first = ["overview", "matrix", "charges", "contradictions"]
    return [*first, *exclusion, *asked, "timeline", "evidence", "withheld"]


def _numbers(tell: Teller, shown: Shown) -> dict[tuple[str, str], str]:
    """How each element is numbered, of charges that are not asked for too: a reading may name them."""
    found = ((c.charge, e.element) for c in shown.coverage.charges for e in c.elements)
    return {(charge.id, element.id): tell.element_number(charge, element) for charge, element in found}


def _contradictions(data: dict[str, Any]) -> list[str]:
    """What contradicts or qualifies an element; without an answer first."""
    mappings = data["mappings"]
    opposing = [code for code, m in mappings.items() if m["bearing"] in ("contradicts", "qualifies")]
    return sorted(opposing, key=lambda code: (mappings[code]["bearing"], mappings[code]["answered"]))


def _words(tell: Teller) -> dict[str, Any]:
    """The words that the script needs."""
    words = tell.words
    return {
        **words.below("report.script"),
        **{name: words.below(name) for name in ("state", "bearing", "disclosure")},
        "field": words.below("report.field"),
        "heading": words.below("report.bearing"),
        "report": {name: text for name, text in words.below("report").items() if isinstance(text, str)},
        "element": words("annex.element_label"),
        "speaker": words("annex.speaker"),
        "no_answer": words("annex.no_answer"),
        "translation": words("missing.translation"),
    }
