"""What stands behind an entry: the places that it cites, the elements on which it was set, the law of the charges.

The view alone is asked, its coverage included: what a recipient may not see cannot be found here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from referral.case.model import Charge, Citation, Source
from referral.document.inlines import Citation as Printed
from referral.language.phrases import Phrases
from referral.protection.view import View
from referral.tracing.sidecar_model import Bears, Item, LawNamed, Pinned


class Behind:
    """Indexes of one view, made once; `exhibits` has the codes of items by their labels in the document."""

    def __init__(self, view: View, exhibits: dict[str, str], phrases: Phrases) -> None:
        self._case, self._phrases, self._codes = view.case, phrases, exhibits
        self._labels: dict[str, str] = {}
        for label, code in exhibits.items():
            self._labels.setdefault(code, label)
        self._bears = _bearing(view)
        self._items = {item.id: item for item in view.case.evidence}
        self._charges = {charge.id: charge for charge in view.case.charges}

    def citations(self, entries: Iterable[str], printed: Iterable[Printed]) -> tuple[Pinned, ...]:
        """The places that the entries cite, then those that the sentence itself cites of other items."""
        by_entry = [place for entry in entries for place in self._cited_by(entry)]
        known = {place.evidence for place in by_entry}
        own = (self._own(c) for c in printed if self._codes.get(c.label, "") not in {*known, ""})
        return tuple(dict.fromkeys((*by_entry, *own)))

    def elements(self, entries: Iterable[str], citations: Iterable[Pinned]) -> tuple[Bears, ...]:
        """By weighings of the entries, then by those of the items cited."""
        through = dict.fromkeys((*entries, *(place.evidence for place in citations)))
        return tuple(dict.fromkeys(bears for name in through for bears in self._bears.get(name, ())))

    def law(self, elements: Iterable[Bears]) -> Iterator[LawNamed]:
        """The provisions of the charges on which something bears."""
        for charge in dict.fromkeys(bears.charge for bears in elements):
            yield from _provisions(self._charges[charge])

    def item(self, code: str, lang: str) -> Item:
        item = self._items[code]
        source = self._case.by_id.get(item.source)
        speaks = source.name.by_lang if isinstance(source, Source) and source.name else {}
        return Item(
            exhibit=self._labels.get(code, ""),
            title=self._in(item.title.by_lang, lang),
            source=item.source,
            speaks=self._in(speaks, lang) if speaks else "",
        )

    def _in(self, texts: dict[str, str], lang: str) -> str:
        own = self._case.case.language
        by_lang = {code or own: words for code, words in texts.items()}
        return by_lang.get(lang) or by_lang.get(own) or next(iter(by_lang.values()))

    def _cited_by(self, entry: str) -> Iterator[Pinned]:
        cited = getattr(self._case.by_id.get(entry), "citations", ())
        return (self._pinned(citation, entry) for citation in cited if isinstance(citation, Citation))

    def _pinned(self, citation: Citation, entry: str) -> Pinned:
        locator = citation.locator
        return Pinned(
            evidence=citation.evidence,
            exhibit=self._labels.get(citation.evidence, ""),
            locator=locator.type.value,
            value=locator.value or "",
            pinpoint=self._phrases(f"locator.{locator.type}", value=locator.value or ""),
            by=entry,
        )

    def _own(self, citation: Printed) -> Pinned:
        code = self._codes[citation.label]
        return Pinned(evidence=code, exhibit=self._labels[code], pinpoint=citation.pinpoint)


def _bearing(view: View) -> dict[str, list[Bears]]:
    """By the fact or item that was weighed, and by the weighing itself."""
    found: dict[str, list[Bears]] = defaultdict(list)
    for charge in view.coverage.charges:
        for element in charge.elements:
            for item in element.items:
                weighed = item.mapping.fact or item.mapping.evidence or ""
                bears = Bears(
                    charge=charge.charge.id,
                    element=element.element.id,
                    bearing=item.bearing.value,
                    mapping=item.mapping.id,
                    through=weighed,
                )
                found[weighed].append(bears)
                found[item.mapping.id].append(bears)
    return dict(found)


def _provisions(charge: Charge) -> Iterator[LawNamed]:
    yield LawNamed(id=charge.provision, way="charged")
    if charge.mode:
        yield LawNamed(id=charge.mode, way="mode")
