"""Cases of any size, made from a seed: as data, and as a folder of case files that `referral check` accepts.

Everything in them is invented. What is charged comes from the law library that is given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice, product
from pathlib import Path
from random import Random
from typing import Any

import yaml

from referral.law import Law
from referral.law.model import Provision, ProvisionKind

Entry = dict[str, Any]
_IN_ONE_FILE = 1000  # entries
_YEAR = 2022
_HEADER = {
    "id": "made",
    "title": "A case made to be measured",
    "language": "en",
    "as_at": f"{_YEAR + 1}-01-31",
    "period": str(_YEAR),
    "demonstration": "true",
}


@dataclass(frozen=True)
class Size:
    """How much a case holds. Of the law those charges are taken that have about so many elements.

    Where it is `worded`, items say as much of themselves as those of the demonstration cases.
    """

    charges: int = 100
    elements: int = 10
    evidence: int = 10_000
    facts: int = 10_000
    mappings: int = 30_000
    worded: bool = False

    def with_mappings(self, mappings: int) -> "Size":
        """The same charges with so many mappings, and as many items and facts for each of them as before."""
        scale = mappings / self.mappings
        return replace(
            self,
            evidence=max(2, round(self.evidence * scale)),
            facts=max(2, round(self.facts * scale)),
            mappings=mappings,
        )


def case_data(size: Size, law: Law, seed: int = 1) -> Entry:
    """A case as its files hold it, section by section. The same size and seed give the same case."""
    chance = Random(seed)  # noqa: S311  # no secret: the same seed must give the same case
    sources = _sources(max(2, size.evidence // 30), chance)
    evidence = _evidence(size.evidence, sources, chance)
    if size.worded:
        evidence = [{**item, **_words_of(n)} for n, item in enumerate(evidence, 1)]
    facts = _facts(size.facts, evidence, sources, chance)
    charges = list(_charges(size, law))
    return {
        "schema_version": "1",
        "case": _HEADER,
        "sources": sources,
        "evidence": evidence,
        "facts": facts,
        "charges": charges,
        "mappings": list(islice(_mappings(charges, evidence, facts, law, chance), size.mappings)),
    }


def write_case(folder: Path, size: Size, law: Law, seed: int = 1) -> Path:
    """The case as a folder of files."""
    return write_data(folder, case_data(size, law, seed))


def write_data(folder: Path, data: Entry) -> Path:
    """A case as a folder of files, a thousand entries in each."""
    folder.mkdir(parents=True, exist_ok=True)
    single = {name: value for name, value in data.items() if not isinstance(value, list)}
    _write(folder / "case.yaml", single)
    for name, entries in data.items():
        if isinstance(entries, list):
            for first in range(0, len(entries), _IN_ONE_FILE):
                part = {"schema_version": "1", name: entries[first : first + _IN_ONE_FILE]}
                _write(folder / f"{name}-{first // _IN_ONE_FILE + 1:03}.yaml", part)
    return folder


def _write(path: Path, data: Entry) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the fast one is not in every build
    path.write_text(yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _sources(number: int, chance: Random) -> list[Entry]:
    """One in five repeats another, of these one in ten in turn; one in ten shares the origin of another."""
    codes = numbered("SRC", number)
    found: list[Entry] = []
    for n, code in enumerate(codes):
        origin = f"origin-{chance.randrange(n) if n and chance.random() < 0.1 else n}"
        entry = {"id": code, "kind": "organisation", "name": f"Body {n + 1}", "origin_group": origin}
        found.append({**entry, "repeats": [], "invented": "true"})
        if n and chance.random() < 0.2:
            other = chance.choice(found[:n])
            found[n]["repeats"].append(other["id"])
            if chance.random() < 0.1:
                other["repeats"].append(code)
    return found


def _evidence(number: int, sources: Sequence[Entry], chance: Random) -> list[Entry]:
    """One in six is made of one that came shortly before it."""
    codes = numbered("EV", number)
    found = []
    for n, code in enumerate(codes):
        made = {}
        if n and chance.random() < 1 / 6:
            made = {chance.choice(("translation_of", "transcript_of", "excerpt_of")): chance.choice(codes[:n][-20:])}
        entry = {"id": code, "title": f"Paper {n + 1}", "kind": "document", "source": chance.choice(sources)["id"]}
        found.append(
            {**entry, "author": "A clerk", "created": str(_YEAR), "language": "en", **made, "invented": "true"}
        )
    return found


def _words_of(n: int) -> Entry:
    """What an item says of itself beyond the least, in two languages."""
    day = f"{_YEAR}-{1 + n % 12:02}-{1 + n % 28:02}"
    return {
        "title": {
            "uk": f"Публікація {n} «Вигадана назва вигаданого повідомлення № {n}»",
            "en": f"Publication {n}, “An invented title of an invented report, No. {n}”",
        },
        "subtype": "press_article",
        "publisher": {"uk": f"Вигадане видання {n % 97}", "en": f"Invented Newspaper {n % 97}"},
        "published": day,
        "received": day,
        "date_basis": {"uk": "дату названо в самому тексті", "en": "the date is stated in the text"},
        "extent": {"uk": f"{1 + n % 40} с.", "en": f"{1 + n % 40} pages"},
        "original_or_copy": "copy",
        "category": "contextual",
        "note": {
            "uk": f"Джерел не називає; запис {n} зроблено, щоб вимірювати, і ні про кого він не говорить.",
            "en": f"Names no sources; entry {n} was made to be measured, and speaks of nobody.",
        },
    }


def _facts(number: int, evidence: Sequence[Entry], sources: Sequence[Entry], chance: Random) -> list[Entry]:
    """One or two citations each; one in twenty in the words of somebody else, one in ten inferred from another."""
    codes = numbered("F", number)
    found = []
    for n, code in enumerate(codes):
        citations = [_citation(chance, evidence, sources) for _ in range(chance.randint(1, 2))]
        inferred = {"inferred_from": [chance.choice(codes[:n][-20:])]} if n and chance.random() < 0.1 else {}
        entry = {"id": code, "text": f"It was so, for the {n + 1}th time.", "knowledge": "first_hand"}
        found.append({**entry, "topics": ["pattern"], "citations": citations, **inferred, "invented": "true"})
    return found


def _citation(chance: Random, evidence: Sequence[Entry], sources: Sequence[Entry]) -> Entry:
    speaker = {"speaker": chance.choice(sources)["id"]} if chance.random() < 0.05 else {}
    place = {"type": "page", "value": str(chance.randint(1, 90))}
    return {"evidence": chance.choice(evidence)["id"], "locator": place, **speaker}


def _charges(size: Size, law: Law) -> Iterator[Entry]:
    chosen = islice(cycle(_chargeable(size.elements, law)), size.charges)
    for code, (offence, mode) in zip(numbered("CH", size.charges), chosen, strict=True):
        entry = {"id": code, "unknown": "Unknown men", "provision": offence.id, "mode": mode.id}
        yield {**entry, "period": str(_YEAR), "stage": "investigation", "invented": "true"}


def _chargeable(elements: int, law: Law) -> list[tuple[Provision, Provision]]:
    """Offences with modes of their own instrument that come nearest to so many elements together."""
    having = [provision for provision in law.provisions.values() if provision.elements]
    offences = [p for p in having if p.kind is ProvisionKind.OFFENCE]
    modes = [p for p in having if p.kind is ProvisionKind.LIABILITY]
    pairs = [
        pair for pair in product(offences, modes) if law.instrument_of(pair[0].id) is law.instrument_of(pair[1].id)
    ]
    nearest = min(abs(_elements(pair) - elements) for pair in pairs)
    return [pair for pair in pairs if abs(_elements(pair) - elements) == nearest]


def _elements(pair: tuple[Provision, Provision]) -> int:
    return sum(len(provision.elements) for provision in pair)


def _mappings(
    charges: Sequence[Entry], evidence: Sequence[Entry], facts: Sequence[Entry], law: Law, chance: Random
) -> Iterator[Entry]:
    """Endless, each item once against an element: three of four are facts, and of twenty three are not in support."""
    elements = [(c["id"], e.id) for c in charges for name in (c["provision"], c["mode"]) for e in law.elements_of(name)]
    bearings = ["supports"] * 17 + ["contradicts", "qualifies", "context"]
    seen: set[tuple[str, str, str]] = set()
    number = 0
    while True:
        charge, element = chance.choice(elements)
        kind, entries = ("fact", facts) if chance.random() < 0.75 else ("evidence", evidence)
        item = chance.choice(entries)["id"]
        if (charge, element, item) not in seen:
            seen.add((charge, element, item))
            number += 1
            weighed = {"bearing": chance.choice(bearings), "inference": "direct", "knowledge": "first_hand"}
            weight = {"tier": _often(chance, "primary", "secondary"), "strength": _often(chance, "weak", "moderate")}
            entry = {"id": f"M-{number:06}", "charge": charge, "element": element, kind: item, **weighed, **weight}
            yield {**entry, "rationale": f"Reason {number}.", "by": "analyst-1", "invented": "true"}


def _often(chance: Random, usual: str, rare: str) -> str:
    return usual if chance.random() < 0.7 else rare


def numbered(prefix: str, number: int) -> list[str]:
    """So many ids, from one on."""
    return [f"{prefix}-{n:06}" for n in range(1, number + 1)]
