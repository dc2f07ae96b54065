"""Invented identities that the tests of the scan look for."""

from functools import cache

from referral.protection.sought import Sought
from referral.protection.vault import Identity
from referral.scan.carried import passages
from referral.scan.limits import Limits
from referral.scan.passage import Passage, Unread

MAN = {
    "person": "PER-001",
    "names": [
        {"last": "Щербаченко", "first": "Олег", "patronymic": "Юрійович"},
        {"first": "Сокіл-Сім", "kind": "alias"},
    ],
    "birth_date": "1987-11-23",
    "birth_place": {"uk": "село Вигаданівка", "en": "village of Vyhadanivka"},
    "residence": {"uk": "місто Умовне, вулиця Тіньова, 17, квартира 4"},
    "documents": [{"kind": "passport", "number": "АК 482915"}],
    "contacts": ["+380 67 345-81-92", "o.shch@poshta.example"],
    "family": [{"relation": "sister", "name": "Марія Прикладна"}],
}
WOMAN = {"person": "PER-002", "names": [{"last": "Д’ячун", "first": "Ганна", "patronymic": "Іллівна"}]}
SISTER = {"person": "PER-003", "names": [{"last": "Зразківська", "first": "Ольга", "patronymic": "Петрівна"}]}
IDENTITIES = [Identity.model_validate(entry) for entry in (MAN, WOMAN, SISTER)]


@cache
def sought() -> Sought:
    """Made when it is first asked for, by the rules as they are then."""
    return Sought(IDENTITIES)


def told(data: bytes, limits: Limits | None = None) -> set[str]:
    """Of whom a file tells."""
    return {person for block, is_path in blocks(data, limits) for person in told_by(block, is_path)}


def blocks(data: bytes, limits: Limits | None = None) -> set[tuple[str, bool]]:
    """What stands in a file and is read together, and whether it is a path."""
    read = [one for one in passages(data, limits) if not isinstance(one, Unread)]
    return {(block, one.is_path) for one in read for block in one.text.split("\n\n")}


@cache
def told_by(block: str, is_path: bool) -> set[str]:
    """The same of words that are read together; what stands in every file of a kind is searched once."""
    texts = Passage("", block, is_path).decoded()
    return {found.person for text in texts for found in sought().found_in(text, is_path=is_path)}


def unread(data: bytes, limits: Limits | None = None) -> list[str]:
    """Why parts of a file could not be searched."""
    return [read.reason for read in passages(data, limits) if isinstance(read, Unread)]
