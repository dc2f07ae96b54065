"""A weighing that people made once for several charges, written out: for each charge a mapping of its own.

Whoever reckons with the mappings of a case asks here first, so that all below sees plain mappings. `check` looks at
the case as it was written, because only that has places in files.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from referral.case.model import Case, ReadBy, ReadMapping
from referral.case.model import Mapping as ElementMapping


def read_by_all(case: Case) -> Case:
    """The case with each reading behind the mapping that it repeats; the very same case if nothing is shared."""
    if not any(mapping.read_by for mapping in case.mappings):
        return case
    invented = {entry.id: entry.invented for entry in (*case.charges, *case.facts, *case.evidence)}
    return case.model_copy(update={"mappings": [one for m in case.mappings for one in _written_out(m, invented)]})


def _written_out(mapping: ElementMapping, invented: Mapping[str, bool]) -> Iterator[ElementMapping]:
    """The mapping itself, now read by nobody, and its readings."""
    if not mapping.read_by:
        yield mapping
        return
    yield mapping.model_copy(update={"read_by": []})
    read = Counter[str]()
    for reading in mapping.read_by:
        read[reading.charge] += 1
        yield _reading(mapping, reading, read[reading.charge], invented)


def _reading(mapping: ElementMapping, by: ReadBy, time: int, invented: Mapping[str, bool]) -> ReadMapping:
    """No person can write the id of a reading, so that nothing else bears it. Limbs are those of one element."""
    element = by.element or mapping.element
    names = (mapping.fact or mapping.evidence or "", by.charge)
    own = {
        "id": f"{mapping.id}+{by.charge}{f'+{time}' if time > 1 else ''}",
        "charge": by.charge,
        "element": element,
        "limbs": mapping.limbs if element == mapping.element else [],
        "invented": any(invented.get(name, False) for name in names),
        "read_by": [],
    }
    written = {name: getattr(mapping, name) for name in ElementMapping.model_fields}
    weighed = {"read_from": mapping.id, "weighed_under": mapping.charge, "weighed_as": mapping.element}
    return ReadMapping.model_construct(**{**written, **own, **weighed})
