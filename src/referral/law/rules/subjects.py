"""Rules on what an entry beside the statutes may be about. Each docstring is the manual of its rule."""

from collections.abc import Iterator

from referral.diagnostics import Diagnostic, error
from referral.law.files import Loaded, LoadedCompanion
from referral.law.model import FactPattern, Pitfall, Precedent, Question
from referral.schema_errors import nearest
from referral.yaml_reader import Loc

LAW, PROOF, PITFALL, PRECEDENT = "a provision or an element", "a means of proof", "a pitfall", "a precedent"
_MAY_NAME = {
    "about": (LAW,),
    "lead": (LAW,),
    "consider": (LAW, PRECEDENT, PROOF),
    "watch": (PITFALL,),
    "pitfall": (PITFALL,),
    "first": (LAW,),
    "second": (LAW,),
}
_Subject = tuple[Loc, str, str]  # where, in which field, the id


def unknown_subject(loaded: Loaded) -> Iterator[Diagnostic]:
    """What a remark, a pattern of facts or a relation names is an entry of the library."""
    known = {name for file in loaded.everything for _, name in file.ids()}
    for file in loaded.companions:
        for loc, _, name in _subjects(file):
            if name not in known:
                message = f'the library has no "{name}"'
                yield error(file.at(*loc), "unknown-subject", message, nearest(name, known))


def wrong_subject(loaded: Loaded) -> Iterator[Diagnostic]:
    """Remarks are `about` provisions or elements, and relations hold between such. A pattern of facts leads to them
    (`lead`), also to precedents and means of proof (`consider`), and names pitfalls (`watch`); a question names one
    (`pitfall`)."""
    kinds, known = dict(_kinds(loaded)), {name for file in loaded.everything for _, name in file.ids()}
    for file in loaded.companions:
        for loc, field, name in _subjects(file):
            if name in known and kinds.get(name) not in _MAY_NAME[field]:
                message = f"{name} is {kinds.get(name, 'another entry')}; here stands {' or '.join(_MAY_NAME[field])}"
                yield error(file.at(*loc), "wrong-subject", message)


def _kinds(loaded: Loaded) -> Iterator[tuple[str, str]]:
    for file in loaded.files:
        yield from ((provision.id, LAW) for _, provision in file.provisions())
        yield from ((element.id, LAW) for _, _, element in file.elements())
        yield from ((means.id, PROOF) for _, means in file.means_of_proof())
    for companion in loaded.companions:
        for _, remark in companion.remarks():
            if isinstance(remark, Pitfall | Precedent):
                yield remark.id, PITFALL if isinstance(remark, Pitfall) else PRECEDENT


def _subjects(file: LoadedCompanion) -> Iterator[_Subject]:
    for loc, remark in file.remarks():
        fields = ("about", "lead", "consider", "watch") if isinstance(remark, FactPattern) else ("about",)
        for field in fields:
            yield from (((*loc, field, n), field, name) for n, name in enumerate(getattr(remark, field)))
        if isinstance(remark, Question) and remark.pitfall:
            yield (*loc, "pitfall"), "pitfall", remark.pitfall
    for loc, relation in file.written_relations():
        yield from (((*loc, field), field, getattr(relation, field)) for field in ("first", "second"))
    for loc, group in file.groups():
        for field in ("first", "second"):
            yield from (((*loc, field, n), field, name) for n, name in enumerate(getattr(group, field)))
