"""One document: the template is rendered over the scene, its text read into a tree, the tree numbered."""

from dataclasses import dataclass, fields, replace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from referral.case.model import DocumentRequest
from referral.composition.faults import guarded, numbered_from, placed
from referral.composition.functions import functions
from referral.composition.kinds import SOURCE_SUFFIX, DocumentKind, Library
from referral.composition.plain import plain
from referral.composition.printed import printed
from referral.composition.scene import RowSource, Scene
from referral.document.layout import PlaceWords, Properties
from referral.document.nodes import Document, OpenPoint
from referral.document.number import number, open_points
from referral.document.parse import parse_document
from referral.language import load_language
from referral.language.phrases import Phrases
from referral.law import Law
from referral.protection.view import View

_DIGEST_SHOWN = 16


@dataclass(frozen=True)
class Composed:
    """A numbered document, its open points, and which evidence item each exhibit label («Annex 3») stands for."""

    document: Document
    open_points: tuple[OpenPoint, ...]
    exhibits: dict[str, str]


def compose(view: View, law: Law, library: Library, request: DocumentRequest, version: str) -> Composed:
    """The document that `request` asks for.

    Raises TemplateError for a fault of the template (name, line, expression) and DocumentError for its output.
    """
    kind = library.kinds[request.id]
    view = taken_by(kind, view)
    scene = Scene(
        view, law, load_language(request.lang), Phrases(library.words(request.lang), request.lang), kind, request
    )
    for entry in view.missing_ids:
        scene.open_point(scene.phrases("open.id_gap", id=entry))
    if view.unseen:
        named = (f"{scene.phrases(f'annex.section.{section}')}: {n}" for section, n in view.unseen.items())
        scene.open_point(scene.phrases("open.unseen", sections="; ".join(named)))
    if view.fallen:
        scene.open_point(scene.phrases("open.fallen", id=", ".join(view.fallen)))
    name = f"{kind.id}/{request.lang}{SOURCE_SUFFIX}"
    environment = _environment(library)
    xml = scene.language.without_breaks(_render(environment, name, scene))
    sources = {key: guarded(_without_breaks(rows, scene), name) for key, rows in scene.row_sources.items()}
    tree = parse_document(xml, name, sources, _properties(scene, library, version), kind.layout.layout())
    with numbered_from(name, environment):
        numbered = number(tree, _points(scene))
    return Composed(numbered, tuple(open_points(numbered)), _exhibits(scene))


def taken_by(kind: DocumentKind, view: View) -> View:
    """What a kind of document takes of a view: only a working paper has the answers to the questions of the library."""
    return view if kind.is_working_paper else view.for_filing()


def _exhibits(scene: Scene) -> dict[str, str]:
    """The codes of items by label, as it stands within a sentence and at the head of one."""
    labels = {scene.phrases("exhibit.label", n=n): code for code, n in scene.exhibit_numbers.items()}
    return labels | {label[:1].upper() + label[1:]: code for label, code in labels.items()}


def _environment(library: Library) -> Environment:
    loaders = [FileSystemLoader(folder) for folder in reversed(library.folders)]
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        finalize=printed,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(environment: Environment, name: str, scene: Scene) -> str:
    available = functions(scene)
    environment.globals.update(available, **_values(scene))
    environment.filters.update(
        {key: available[key] for key in ("t", "date", "quantity", "citations", "places", "upper_first")}
    )
    with placed(name):
        return environment.get_template(name).render()


def _values(scene: Scene) -> dict[str, Any]:
    return {
        "case": scene.case,
        "request": plain(scene.request),
        "profile": scene.view.profile.name,
        "withheld": scene.view.withheld,
        "lang": scene.lang,
    }


def _properties(scene: Scene, library: Library, version: str) -> Properties:
    phrases, header = scene.phrases, scene.view.case.case
    title = scene.kind.title.get(scene.lang, scene.kind.id)
    words = _words(scene.case["case"]["title"], scene)
    stamp = phrases(
        "stamp",
        view=scene.view.digest[:_DIGEST_SHOWN],
        law=scene.law.digest[:_DIGEST_SHOWN],
        templates=library.digest[:_DIGEST_SHOWN],
        version=version,
    )
    return Properties(
        lang=scene.language.tag,
        title=f"{title}: {words}",
        created=(header.as_at.latest or header.as_at.earliest).isoformat(),  # type: ignore[union-attr]
        draft_mark=phrases("draft"),
        classification=_classification(scene),
        page_label=phrases("page_label"),
        place_words=PlaceWords(**{f.name: phrases(f"place_words.{f.name}") for f in fields(PlaceWords)}),
        stamp=stamp,
    )


def _classification(scene: Scene) -> str:
    """The confidentiality that the header names, in words of the kind or, without, in those shared for the profile."""
    profile = scene.view.profile.name
    return scene.kind.classification.get(profile, {}).get(scene.lang) or scene.phrases(f"classification.{profile}")


def _without_breaks(rows: RowSource, scene: Scene) -> RowSource:
    return lambda: map(scene.language.without_breaks, rows())


def _points(scene: Scene) -> list[OpenPoint]:
    """What stands open in the case, then what rendering has shown; no line may end within a number there either."""
    found = (*_points_of_case(scene), *scene.gathered_points())
    return [replace(point, text=scene.language.without_breaks(point.text)) for point in found]


def _points_of_case(scene: Scene) -> tuple[OpenPoint, ...]:
    """What people wrote down as open, and entries they have not settled, as far as this recipient sees them."""
    own = _own(scene)
    questions = [OpenPoint(_question(q, scene)) for q in scene.case["open_questions"] if _concerns(q, scene, own)]
    unsettled = [
        OpenPoint(scene.phrases("open.unsettled", id=e["id"], status=scene.phrases(f"status.{e['status']}")))
        for e in scene.by_id.values()
        if e["status"] != "accepted"
    ]
    return tuple(questions + unsettled)


def _question(question: dict[str, Any], scene: Scene) -> str:
    words = _words(question["text"], scene)
    return f"{words} [{scene.phrases('invented_mark')}]" if scene.needs_mark(question, words) else words


def _concerns(question: dict[str, Any], scene: Scene, own: set[str]) -> bool:
    """A document about one person takes the questions about him and what is his, and those about nothing."""
    if scene.kind.real_only and (question["invented"] or any(_is_invented(i, scene) for i in question["about"])):
        return False
    if not scene.kind.about_person or not question["about"]:
        return True
    return not own.isdisjoint(question["about"])


def _own(scene: Scene) -> set[str]:
    """The person whom a document is about, the charges against him, what happened in them; of one harmed, what did."""
    person = scene.request.person or ""
    charges = [c for c in scene.case["charges"] if c["person"] == person]
    harmed = [i["id"] for i in scene.case["incidents"] if person in i["victims"]] if scene.kind.is_about_role else []
    return {person, *(c["id"] for c in charges), *(i for c in charges for i in c["incidents"]), *harmed}


def _is_invented(entry: str, scene: Scene) -> bool:
    return entry in scene.by_id and bool(scene.by_id[entry]["invented"])


def _words(value: dict[str, str], scene: Scene) -> str:
    texts = {key or scene.case_lang: words for key, words in value.items()}
    return texts.get(scene.lang) or texts.get(scene.case_lang) or next(iter(texts.values()))
