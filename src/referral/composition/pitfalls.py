"""The pitfalls that a case shows, as open points of a draft that only those who draw up the case read.

A version for anybody else has none of them: they are advice to its authors, and answers to them are internal work.
"""

from collections.abc import Iterator
from itertools import groupby

from referral.composition.kinds import DocumentKind
from referral.composition.scene import Scene
from referral.coverage.questions import Asked, questions_of
from referral.law import in_language
from referral.protection.profiles import INTERNAL
from referral.protection.view import View


def lists_pitfalls(kind: DocumentKind, view: View) -> bool:
    """Whether a document of this kind, for this recipient, is a draft for its authors that lists them."""
    return kind.pitfalls is not None and view.profile.name == INTERNAL


def pitfall_points(scene: Scene) -> Iterator[str]:
    """One open point for each question: the pitfall, the charges with the entries that show it, and what is asked."""
    if not lists_pitfalls(scene.kind, scene.view):
        return
    for _, group in groupby(_shown(scene), key=lambda asked: asked.question.id):
        found = list(group)
        question = found[0].question
        words = {"text": in_language(question.text, scene.lang), "question": question.id}
        where = "; ".join(_where(asked, scene) for asked in found)
        yield scene.phrases("open.pitfall", pitfall=question.pitfall, where=where, **words)


def _shown(scene: Scene) -> Iterator[Asked]:
    """Questions on pitfalls that the view shows: those without a yes or no, and those whose answer raises a concern."""
    for asked in questions_of(scene.view.case, scene.law):
        is_meant = asked.question.pitfall is not None and asked.question.forum is scene.kind.pitfalls
        is_left_out = scene.kind.real_only and _is_invented(asked, scene)
        if is_meant and not is_left_out and (asked.is_open or asked.is_unfavourable):
            yield asked


def _where(asked: Asked, scene: Scene) -> str:
    """The charge and what shows it there; of the case as a whole, what shows it alone."""
    shown = ", ".join(asked.shown_by)
    if asked.kind == "case":
        return shown
    target = f"{asked.target} [{scene.phrases('invented_mark')}]" if _is_invented(asked, scene) else asked.target
    return f"{target}: {shown}" if shown else target


def _is_invented(asked: Asked, scene: Scene) -> bool:
    return bool(scene.by_id.get(asked.target, {}).get("invented"))
