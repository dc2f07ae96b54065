"""One document: the template is rendered over the scene, its text read into a tree, the tree numbered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from referral.case.model import DocumentRequest
from referral.composition.annex_levels import MAIN
from referral.composition.annexes import found_in, raising_of, with_levels
from referral.composition.compiled import COMPILED, at_rendering
from referral.composition.faults import guarded, numbered_from, placed
from referral.composition.functions import functions
from referral.composition.functions.words import in_language
from referral.composition.kinds import SOURCE_SUFFIX, DocumentKind, Library
from referral.composition.pitfalls import lists_pitfalls, pitfall_points
from referral.composition.plain import plain
from referral.composition.printed import printed
from referral.composition.scene import PictureReader, RowSource, Scene, no_picture
from referral.document.layout import AnnexWords, PlaceWords, Properties
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


def compose(
    view: View,
    law: Law,
    library: Library,
    request: DocumentRequest,
    version: str,
    read_picture: PictureReader = no_picture,
) -> Composed:
    """The document that `request` asks for; `read_picture` gives the pixels of a file that the view may show.

    Raises TemplateError for a fault of the template (name, line, expression) and DocumentError for its output.
    """
    kind = library.kinds[request.id]
    view = taken_by(kind, view)
    scene = Scene(
        view,
        law,
        load_language(request.lang),
        Phrases(library.words(request.lang), request.lang),
        kind,
        request,
        read_picture=read_picture,
        regime=library.regimes.get(view.profile.marks or ""),
    )
    known = (*_gaps_of_view(scene), *pitfall_points(scene))
    tree, environment = _tree(scene, known, library, version)
    while (found := found_in(tree, scene)) != scene.annexes:  # levels only rise, and annexes are only left out
        scene = scene.again(found)
        tree, environment = _tree(scene, known, library, version)
    with numbered_from(_source(scene), environment):
        numbered = number(with_levels(tree, scene), _points(scene), scene.is_source)
    return Composed(numbered, tuple(open_points(numbered)), _exhibits(scene))


def _source(scene: Scene) -> str:
    return f"{scene.kind.id}/{scene.lang}{SOURCE_SUFFIX}"


def _tree(scene: Scene, known: Iterable[str], library: Library, version: str) -> tuple[Document, Environment]:
    """The template rendered and read, not numbered; `known` are open points that do not come from it."""
    for words in known:
        scene.open_point(words)
    name, environment = _source(scene), _environment(library)
    xml = scene.language.without_breaks(_render(environment, name, scene))
    sources = {key: guarded(_without_breaks(rows, scene), name) for key, rows in scene.row_sources.items()}
    properties, layout = _properties(scene, library, version), scene.kind.layout.layout()
    tree = parse_document(xml, name, sources, properties, layout, {**scene.pictures, **scene.drawings})
    return tree, environment


def _gaps_of_view(scene: Scene) -> Iterator[str]:
    """What is not there: ids that were left out or removed, and what fell with what was withdrawn."""
    view, phrases = scene.view, scene.phrases
    yield from (phrases("open.id_gap", id=entry) for entry in view.missing_ids)
    if view.unseen:
        named = (f"{phrases(f'annex.section.{section}')}: {n}" for section, n in view.unseen.items())
        yield phrases("open.unseen", sections="; ".join(named))
    if view.fallen:
        yield phrases("open.fallen", id=", ".join(view.fallen))


def taken_by(kind: DocumentKind, view: View) -> View:
    """What a kind of document takes of a view: answers to questions of the library are for those who draw it up alone,
    in a working paper, or in a draft that lists to them which pitfalls are left."""
    return view if kind.is_working_paper or lists_pitfalls(kind, view) else view.for_filing()


def _exhibits(scene: Scene) -> dict[str, str]:
    """The codes of items by label, as it stands within a sentence and at the head of one."""
    labels = {scene.exhibit_label(code): code for code in scene.exhibit_numbers}
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
        bytecode_cache=COMPILED,
    )


def _render(environment: Environment, name: str, scene: Scene) -> str:
    available = functions(scene)
    environment.globals.update(available, **_values(scene))
    environment.filters.update(
        {key: at_rendering(available[key]) for key in ("t", "date", "quantity", "citations", "places", "upper_first")}
    )
    with placed(name):
        return environment.get_template(name).render()


def _values(scene: Scene) -> dict[str, Any]:
    return {
        "case": scene.case,
        "request": plain(scene.request),
        "profile": scene.view.profile.name,
        "is_wide": scene.view.profile.is_wide,
        "is_own": scene.view.profile.is_own,
        "withheld": scene.view.withheld,
        "lang": scene.lang,
    }


def _properties(scene: Scene, library: Library, version: str) -> Properties:
    phrases, header = scene.phrases, scene.view.case.case
    title = f"{scene.kind.title.get(scene.lang, scene.kind.id)}: {_words(scene.case['case']['title'], scene)}"
    stamp = phrases(
        "stamp",
        view=scene.view.digest[:_DIGEST_SHOWN],
        law=scene.law.digest[:_DIGEST_SHOWN],
        templates=library.digest[:_DIGEST_SHOWN],
        version=version,
    )
    return Properties(
        lang=scene.language.tag,
        title=scene.language.spaced(title),
        created=(header.as_at.latest or header.as_at.earliest).isoformat(),  # type: ignore[union-attr]
        draft_mark=phrases("draft"),
        classification=scene.level_words(),
        level=scene.annexes.main.value,
        annex_words=AnnexWords(**_phrases_of(AnnexWords, "annexes", scene)),
        page_label=phrases("page_label"),
        figure_label=phrases("figure_label"),
        place_words=PlaceWords(**_phrases_of(PlaceWords, "place_words", scene)),
        note_above=phrases("note_above"),
        abbreviations=_abbreviations(scene),
        table_label=phrases("table_label") if scene.kind.captions == "numbered" else "",
        stamp=stamp,
    )


def _phrases_of(model: type[AnnexWords | PlaceWords], path: str, scene: Scene) -> dict[str, str]:
    """A phrase for each field."""
    return {field.name: scene.language.spaced(scene.phrases(f"{path}.{field.name}")) for field in fields(model)}


def _abbreviations(scene: Scene) -> tuple[tuple[str, str], ...]:
    """All that the words of the language know, in the order of its alphabet."""
    known = scene.phrases.below("abbreviations").items()
    return tuple(
        sorted(((short, str(long)) for short, long in known), key=lambda pair: scene.language.sort_key(pair[0]))
    )


def _without_breaks(rows: RowSource, scene: Scene) -> RowSource:
    return lambda: map(scene.language.without_breaks, rows())


def _points(scene: Scene) -> list[OpenPoint]:
    """What stands open in the case, then what rendering has shown; no line may end within a number there either."""
    found = (*_points_of_case(scene), *scene.gathered_points(), *raising_of(MAIN, scene))
    return [replace(point, text=scene.language.without_breaks(point.text)) for point in found]


def _points_of_case(scene: Scene) -> tuple[OpenPoint, ...]:
    """What people wrote down as open, and entries they have not settled, as far as this recipient sees them."""
    own = _own(scene)
    questions = [OpenPoint(_question(q, scene)) for q in scene.case["open_questions"] if _concerns(q, scene, own)]
    unsettled = [
        OpenPoint(scene.phrases("open.unsettled", id=e["id"], status=scene.phrases(f"status.{e['status']}")))
        for e in scene.by_id.values()
        if e["status"] != "accepted" and (e["id"] in own or not scene.kind.own_points_only)
    ]
    return tuple(questions + unsettled)


def _question(question: dict[str, Any], scene: Scene) -> str:
    words = _words(question["text"], scene)
    return f"{words} [{scene.phrases('invented_mark')}]" if scene.needs_mark(question, words) else words


def _concerns(question: dict[str, Any], scene: Scene, own: set[str]) -> bool:
    """A document about one person takes the questions about him and what is his, and those about nothing."""
    if scene.kind.real_only and (question["invented"] or any(_is_invented(i, scene) for i in question["about"])):
        return False
    if not scene.kind.own_points_only and (not scene.kind.about_person or not question["about"]):
        return True
    return not own.isdisjoint(question["about"])


def _own(scene: Scene) -> set[str]:
    """The person whom a document is about, the charges against him, what happened in them; of one harmed, what did."""
    person = scene.request.person or ""
    if scene.kind.own_points_only:
        return {person, *(p["id"] for p in scene.case["proceedings"] if person in p["persons"])}
    charges = [c for c in scene.case["charges"] if c["person"] == person]
    harmed = [i["id"] for i in scene.case["incidents"] if person in i["victims"]] if scene.kind.is_about_role else []
    return {person, *(c["id"] for c in charges), *(i for c in charges for i in c["incidents"]), *harmed}


def _is_invented(entry: str, scene: Scene) -> bool:
    return entry in scene.by_id and bool(scene.by_id[entry]["invented"])


def _words(value: dict[str, str], scene: Scene) -> str:
    return in_language(value, scene)[0]
