"""`Law`: the whole library, indexed: what a provision says on a day, and what must be shown. It does not print."""

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from referral.diagnostics import Diagnostic
from referral.law.cite import SHORT, cite
from referral.law.files import Loaded
from referral.law.model import (
    Authority,
    Bound,
    CaptureRequirement,
    Companion,
    Dated,
    Element,
    Instrument,
    Limit,
    MeansOfProof,
    Provision,
    ProvisionText,
    Question,
    Relation,
    RelationGroup,
    Remark,
    Requirement,
    Sanction,
    Standard,
    Term,
)

Noted = TypeVar("Noted", bound=Remark)
_LookUp = Callable[[str, date, str], ProvisionText | None]


@dataclass(frozen=True)
class Edition:
    """A stretch of time in which a provision kept one wording; None means without beginning or end in the library."""

    since: date | None
    until: date | None


@dataclass(frozen=True)
class Law:
    """Instruments, provisions, elements and remarks by id, in the order of the files. Unknown ids raise KeyError."""

    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    elements: Mapping[str, Element]
    means_of_proof: Mapping[str, MeansOfProof]
    remarks: Mapping[str, Remark]
    relations: tuple[Relation, ...]
    terms: tuple[Term, ...]
    digest: str
    warnings: tuple[Diagnostic, ...] = ()
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    groups: tuple[RelationGroup, ...] = ()
    _instrument_of: Mapping[str, str] = field(default_factory=dict, repr=False)
    _provision_of: Mapping[str, str] = field(default_factory=dict, repr=False)
    _header_of: Mapping[str, Instrument | Companion] = field(default_factory=dict, repr=False)

    def provision(self, provision_id: str) -> Provision:
        return self.provisions[provision_id]

    def element(self, element_id: str) -> Element:
        return self.elements[element_id]

    def has_provision(self, provision_id: str) -> bool:
        return provision_id in self.provisions

    def elements_of(self, provision_id: str) -> tuple[Element, ...]:
        return self.provisions[provision_id].elements

    def provision_of(self, element_id: str) -> Provision:
        return self.provisions[self._provision_of[element_id]]

    def instrument_of(self, provision_id: str) -> Instrument:
        return self.instruments[self._instrument_of[provision_id]]

    def header_of(self, name: str) -> Instrument | Companion:
        """The head of the file in which an entry stands, whatever entry it is."""
        return self._header_of[name]

    def parents(self, provision_id: str) -> tuple[Provision, ...]:
        """The provisions above, the nearest first."""
        above = self.provisions[provision_id].parent
        return () if above is None else (self.provisions[above], *self.parents(above))

    def children(self, provision_id: str) -> tuple[Provision, ...]:
        return tuple(p for p in self.provisions.values() if p.parent == provision_id)

    def nearest(self, unknown_id: str) -> str | None:
        """The id of a provision or element that comes closest to a misspelt one; None if none comes close."""
        close = difflib.get_close_matches(unknown_id, [*self.provisions, *self.elements], n=1)
        return close[0] if close else None

    def remarks_on(self, name: str, kind: type[Noted]) -> tuple[Noted, ...]:
        """The remarks of one kind on a provision or an element; on an element also those on its provision."""
        about = {name, self._provision_of.get(name, name)}
        return tuple(r for r in self.remarks.values() if isinstance(r, kind) and about & set(r.about))

    @property
    def standards(self) -> Mapping[str, Standard]:
        """What must be shown at the steps of proceedings, by id."""
        return {name: r for name, r in self.remarks.items() if isinstance(r, Standard)}

    @property
    def questions(self) -> Mapping[str, Question]:
        """What a lawyer must answer about a case, by id, in the order of the files."""
        return {name: r for name, r in self.remarks.items() if isinstance(r, Question)}

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Which ways of collecting are not open to some of those who prepare cases."""
        return tuple(r for r in self.remarks.values() if isinstance(r, Limit))

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What must be shown of serving papers, in the order of the files."""
        return tuple(r for r in self.remarks.values() if isinstance(r, Requirement))

    @property
    def capture_requirements(self) -> tuple[CaptureRequirement, ...]:
        """What standards ask of captures and recordings, in the order of the files."""
        return tuple(r for r in self.remarks.values() if isinstance(r, CaptureRequirement))

    def relations_of(self, name: str) -> tuple[Relation, ...]:
        """How a provision or an element stands to others; it comes first in each, whichever way it was written."""
        found = (r if r.first == name else r.turned() for r in self.relations if name in (r.first, r.second))
        return tuple(found)

    def cite(self, provision_id: str, lang: str, form: str = SHORT, superscript: bool = False) -> str:
        """See `cite.cite`."""
        return cite(self.instrument_of(provision_id), self.provisions[provision_id], lang, form, superscript)

    def in_force_on(self, provision_id: str, day: date) -> bool:
        """Whether the library has it in force on a day; nothing is said about who is bound."""
        begin, end = self._in_force(provision_id)
        return (begin is None or begin <= day) and (end is None or day <= end)

    def bound_on(self, provision_id: str, day: date) -> tuple[Bound, ...]:
        """By whom and by which acts the instrument of a provision was accepted, as it held on a day."""
        return tuple(bond for bond in self.instrument_of(provision_id).bound if bond.covers(day))

    def text_on(self, provision_id: str, day: date, lang: str) -> ProvisionText | None:
        """The edition of a wording on a day. None: not in force, or the library has no entry in this language.

        A subdivision of our own that has no wording takes that of the provision whose number it bears.
        """
        return self._edition_on(self.home_of_text(provision_id).texts, provision_id, day, lang)

    def was_read(self, provision_id: str, day: date) -> bool:
        """Whether the library has the wording that governs on a day in a language in which it is law."""
        return self._is_known(provision_id, day, self.text_on)

    def title_was_read(self, provision_id: str, day: date) -> bool:
        """The same of an official title; also true where the library has no dated title."""
        return not self.provisions[provision_id].titles or self._is_known(provision_id, day, self.title_on)

    def _is_known(self, provision_id: str, day: date, look_up: _LookUp) -> bool:
        languages = self.instrument_of(provision_id).authentic
        editions = (look_up(provision_id, day, lang) for lang in languages)
        return any(edition is not None and edition.text is not None for edition in editions)

    def title_on(self, provision_id: str, day: date, lang: str) -> ProvisionText | None:
        """The edition of an official title on a day; None where the library has no dated title."""
        return self._edition_on(self.provisions[provision_id].titles, provision_id, day, lang)

    def sanction_on(self, provision_id: str, day: date) -> Sanction | None:
        """The sanction on a day, also of the part to which an own subdivision belongs."""
        home = next((p for p in self._same_number(provision_id) if p.sanctions), None)
        return next((s for s in home.sanctions if s.covers(day)), None) if home else None

    def editions_between(self, provision_id: str, first: date | None, last: date | None) -> tuple[Edition, ...]:
        """The editions that a period touches, oldest first; more than one means that it straddles an amendment."""
        begin, _ = self._in_force(provision_id)
        if begin and last and last < begin:
            return ()
        return tuple(e for e in self._editions(provision_id) if _touches(e, first, last))

    def _edition_on(
        self, editions: Iterable[ProvisionText], provision_id: str, day: date, lang: str
    ) -> ProvisionText | None:
        if not self.in_force_on(provision_id, day):
            return None
        return next((e for e in editions if e.lang == lang and e.covers(day)), None)

    def _in_force(self, provision_id: str) -> tuple[date | None, date | None]:
        lineage = (self.provisions[provision_id], *self.parents(provision_id))
        instrument = self.instrument_of(provision_id)
        known = instrument.in_force or instrument.adopted  # nothing is in force before it was adopted
        begin = next((p.since for p in lineage if p.since), known)
        return begin, next((p.until for p in lineage if p.until), None)

    def _same_number(self, provision_id: str) -> tuple[Provision, ...]:
        """The provision, then those above that bear the same number."""
        own = self.provisions[provision_id]
        return (own, *(p for p in self.parents(provision_id) if p.number == own.number))

    def home_of_text(self, provision_id: str) -> Provision:
        """Where the wording stands: the provision itself, or that above it whose number it bears."""
        lineage = self._same_number(provision_id)
        return next((p for p in lineage if p.texts), lineage[0])

    def _editions(self, provision_id: str) -> tuple[Edition, ...]:
        """Nothing is said to govern since its adoption: without a day of entry into force, the first has no day."""
        begin, end = self._in_force(provision_id)
        instrument = self.instrument_of(provision_id)
        if instrument.in_force is None and begin == instrument.adopted:
            begin = None
        home = self.home_of_text(provision_id)
        dated: tuple[Dated, ...] = (*home.texts, *home.titles, *home.sanctions)
        starts = sorted({d.since for d in dated if d.since} - {begin})
        ends = [start - timedelta(days=1) for start in starts]
        return tuple(Edition(*pair) for pair in zip([begin, *starts], [*ends, end], strict=True))


def _touches(edition: Edition, first: date | None, last: date | None) -> bool:
    begins_in_time = last is None or edition.since is None or edition.since <= last
    ends_in_time = first is None or edition.until is None or edition.until >= first
    return begins_in_time and ends_in_time


def library_of(loaded: Loaded, digest: str, warnings: Iterable[Diagnostic] = ()) -> Law:
    """Index files that passed every rule."""
    provisions = [(f.instrument.id, p) for f in loaded.files for _, p in f.provisions()]
    elements = [(p.id, e) for _, p in provisions for e in p.elements]
    return Law(
        instruments={f.instrument.id: f.instrument for f in loaded.files},
        provisions={p.id: p for _, p in provisions},
        elements={e.id: e for _, e in elements},
        means_of_proof={m.id: m for f in loaded.files for _, m in f.means_of_proof()},
        remarks={r.id: r for f in loaded.companions for _, r in f.remarks()},
        relations=tuple(r for f in loaded.companions for _, r in f.relations()),
        terms=tuple(t for f in loaded.companions for t in f.content.terms),
        digest=digest,
        warnings=tuple(warnings),
        _instrument_of={p.id: instrument for instrument, p in provisions},
        authorities={a.id: a for f in loaded.files for a in f.instrument.authorities},
        groups=tuple(group for f in loaded.companions for _, group in f.groups()),
        _provision_of={e.id: provision for provision, e in elements},
        _header_of={name: f.header for f in loaded.everything for _, name in f.ids()},
    )
