"""Entries of a case and provisions of the law in words of one language, for tables and pages. No markup, no code."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from referral.case.model import Charge, Citation, Entity, EvidenceItem, Fact, LocalText, Mapping, Person, Source, Unit
from referral.edtf import UncertainDate
from referral.language import Language
from referral.language.phrases import Phrases
from referral.law import Law, element_wording
from referral.law.cite import NUMBER
from referral.law.model import Element
from referral.protection.view import View

Said = str | list[str]  # words in the language of the report; else the words and their language
Row = tuple[str, Said]  # the name of a field, and what it holds


def flat(said: Said, mark: str) -> str:
    """Words for a place that has no languages: what is not in the reader's language bears a mark."""
    return said if isinstance(said, str) else f"{said[0]} [{mark}]"


@dataclass(frozen=True)
class Teller:
    """Tells what a recipient may see: persons by label and code, never by name."""

    view: View
    law: Law
    language: Language
    words: Phrases

    def said(self, text: LocalText | None) -> Said:
        """The words in the language of the report, else in another that its readers read; empty for none."""
        if text is None:
            return ""
        own = self.view.case.case.language
        by_lang = {lang or own: words for lang, words in text.by_lang.items()}
        wanted = (self.language.code, *self.language.read_besides, own, *by_lang)
        lang = next(lang for lang in wanted if lang in by_lang)
        return by_lang[lang] if lang == self.language.code else [by_lang[lang], lang]

    def marked(self, entry: Entity, said: Said) -> Said:
        """The words of an entry, with the mark of what is invented where they do not say so themselves."""
        text = said if isinstance(said, str) else said[0]
        if not entry.invented or self.words("invented_in_words") in text.lower():
            return said
        return joined(said, f" [{self.words('invented_mark')}]")

    def date(self, when: UncertainDate | None) -> str:
        return "" if when is None else self.language.date(when)

    def reviewed(self, mapping: Mapping) -> str:
        """By whom a weighing was looked at again, and when, each time; empty if nobody did."""
        looks = ((mapping.reviewed_by, mapping.reviewed_on), *((one.by, one.on) for one in mapping.reviews))
        return "; ".join(", ".join(filter(None, (by, self.date(day)))) for by, day in looks if by)

    def value(self, path: str, value: Enum | str) -> str:
        """The word for a value that a case holds."""
        return self.words(f"{path}.{value.value if isinstance(value, Enum) else value}")

    def person(self, code: str) -> Said:
        found = self.view.case.by_id.get(code)
        label = found.label if isinstance(found, Person) else None
        return joined(self.said(label) or self.words("person.unlabelled"), f" ({code})")

    def source(self, code: str) -> Said:
        found = self.view.case.by_id[code]
        if isinstance(found, Source) and found.name is None and found.person:
            return self.person(found.person)
        return self.said(found.name if isinstance(found, Source) else None) or self.words("missing.source")

    def accused(self, charge: Charge) -> Said:
        """The person, the unit or the unknown men, marked if they are invented or the charge is."""
        entry = self.view.case.by_id.get(charge.person or charge.unit or "", charge)
        return self.marked(entry if entry.invented else charge, self._accused(charge))

    def _accused(self, charge: Charge) -> Said:
        if charge.person:
            return self.person(charge.person)
        return self._unit(charge.unit) if charge.unit else self.said(charge.unknown)

    def _unit(self, code: str) -> Said:
        unit = self.view.case.by_id[code]
        if isinstance(unit, Unit) and unit.placeholder and unit.name is None:
            return f"{self.words(f'annex.{unit.placeholder.value}_unit')} ({code})"
        name = self.said(unit.name) if isinstance(unit, Unit) else ""
        return joined(name, f" ({code})") if name else code

    @cached_property
    def groups(self) -> dict[str, int]:
        """Groups of origin by number: their names say more than a reader needs."""
        found = dict.fromkeys(source.origin_group for source in self.view.case.sources)
        return {group: n for n, group in enumerate(found, start=1)}

    def title(self, code: str) -> Said:
        """An entry by its title or text, with its code: «INC-01: …»."""
        entry: Any = self.view.case.by_id[code]
        text = next((found for name in ("title", "text", "name") if (found := getattr(entry, name, None))), None)
        said = self.said(text)
        return [f"{code}: {said[0]}", said[1]] if isinstance(said, list) else f"{code}: {said}" if said else code

    def citation(self, citation: Citation) -> dict[str, Any]:
        """The item cited and the place in it; whose words it passes on there, and a quotation, where there are any."""
        place = self.words(f"locator.{citation.locator.type.value}", value=citation.locator.value or "")
        told: dict[str, Any] = {"evidence": citation.evidence, "place": place}
        if citation.speaker:
            told["speaker"] = self.source(citation.speaker)
        return told | ({"quote": self.said(citation.quote)} if citation.quote else {})

    def subject(self, mapping: Mapping) -> Said:
        """What is set against an element: the sentence of the fact, or the title of the item."""
        entry = self.view.case.by_id[mapping.fact or mapping.evidence or ""]
        text = entry.text if isinstance(entry, Fact) else entry.title if isinstance(entry, EvidenceItem) else None
        return self.marked(entry, self.said(text))

    def cited(self, provision: str) -> str:
        """A provision as the language cites it, by its id where the library has no such form."""
        return self._cited(provision, self.words("report.law_form")) or provision

    def _cited(self, provision: str, form: str) -> str:
        try:
            return self.law.cite(provision, self.language.code, form, superscript=True)
        except LookupError:
            return ""

    def charged(self, charge: Charge) -> str:
        """The provision charged, and its name if that of the period charged was read."""
        days = self._days(charge)
        title = self.law.provision(charge.provision).title.get(self.language.code)
        is_known = title and all(self.law.title_was_read(charge.provision, day) for day in days)
        return f"{self.cited(charge.provision)} ({title})" if is_known else self.cited(charge.provision)

    def _days(self, charge: Charge) -> list[dt.date]:
        ends = (charge.period.earliest, charge.period.latest) if charge.period else (None, None)
        return [e.since or e.until or dt.date.max for e in self.law.editions_between(charge.provision, *ends)]

    def element_number(self, charge: Charge, element: Element) -> str:
        """The number of an element; of another provision than the one charged, with the number of that."""
        home = self.law.provision_of(element.id)
        if home.id == charge.provision:
            return element.number
        return f"{self._cited(home.id, NUMBER) or home.id} – {element.number}"

    def element(self, element: Element) -> str:
        """The wording of an element as far as it may be printed, marked where it is ours."""
        wording = element_wording(element, self.language.code)
        if not wording.text:
            return f"[{self.words('annex.missing.element')}]"
        mark = "" if element.is_official and not wording.is_own_translation else "translation_mark"
        mark = mark if element.is_official else "working_mark"
        text = wording.text[:1].upper() + wording.text[1:]
        return f"{text} [{self.words(f'annex.{mark}')}]" if mark else text


def joined(said: Said, more: str) -> Said:
    """The words with something behind them."""
    return said + more if isinstance(said, str) else [said[0] + more, said[1]]
