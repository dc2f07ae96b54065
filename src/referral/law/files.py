"""A law file that was typed, together with the place of every part of it; rules walk it through here."""

from collections.abc import Iterator
from dataclasses import dataclass

from referral.diagnostics import Position
from referral.law.model import Claim, Dated, Element, Instrument, LawFile, Provision, ProvisionText
from referral.yaml_reader import Loc, YamlFile


@dataclass(frozen=True)
class LoadedFile:
    """One file of the library and where its parts stand."""

    yaml: YamlFile
    law: LawFile

    @property
    def instrument(self) -> Instrument:
        return self.law.instrument

    def at(self, *loc: str | int) -> Position:
        """Where a value stands."""
        return self.yaml.position(loc)

    def at_key(self, *loc: str | int) -> Position:
        """Where a key stands; of a list entry, the entry itself."""
        return self.yaml.key_position(loc)

    def provisions(self) -> Iterator[tuple[Loc, Provision]]:
        for index, provision in enumerate(self.law.provisions):
            yield ("provisions", index), provision

    def elements(self) -> Iterator[tuple[Loc, Provision, Element]]:
        for loc, provision in self.provisions():
            for index, element in enumerate(provision.elements):
                yield (*loc, "elements", index), provision, element

    def texts(self) -> Iterator[tuple[Loc, ProvisionText]]:
        """Every edition of a wording or of an official title."""
        for loc, provision in self.provisions():
            for name, editions in (("texts", provision.texts), ("titles", provision.titles)):
                for index, edition in enumerate(editions):
                    yield (*loc, name, index), edition

    def claims(self) -> Iterator[tuple[Loc, Claim]]:
        """Everything that has a status."""
        yield ("instrument",), self.instrument
        for index, bound in enumerate(self.instrument.bound):
            yield ("instrument", "bound", index), bound
        for loc, provision in self.provisions():
            yield loc, provision
            yield from _sanctions(loc, provision)
            if provision.breakdown:
                yield (*loc, "breakdown"), provision.breakdown
        yield from self.texts()
        for loc, _, element in self.elements():
            yield loc, element

    def spans(self) -> Iterator[tuple[Loc, Dated | Provision]]:
        """Everything that begins and ends."""
        for loc, provision in self.provisions():
            yield loc, provision
            yield from _sanctions(loc, provision)
        yield from self.texts()


def _sanctions(loc: Loc, provision: Provision) -> Iterator[tuple[Loc, Dated]]:
    for index, sanction in enumerate(provision.sanctions):
        yield (*loc, "sanctions", index), sanction
