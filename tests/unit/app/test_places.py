"""Where an entry stands is looked up only when something is found there: to look it up is to read the case again."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from referral.app.custody import check_custody
from referral.app.pictures import image_files
from referral.case.load import LoadedCase, Origin
from referral.custody import links_of
from referral.diagnostics import Position
from tests.unit.builder import Entry, item, loaded, source
from tests.unit.custody.packages import ADDRESS, wacz
from tests.unit.images import image_bytes

EVENT = {"type": "capture", "agent": "A"}


class Unread(Origin):
    """The places of a case that nobody has read."""

    def position(self, loc: tuple[str | int, ...], of_key: bool = False) -> Position:
        raise AssertionError(f"asked where {loc} stands")


@pytest.fixture
def sound(tmp_path: Path) -> LoadedCase:
    """A case with a picture, a package and a linked chain of custody, of which no place is known."""
    (tmp_path / "a.png").write_bytes(image_bytes())
    wacz(tmp_path / "a.wacz")
    captured = item(
        files=[recorded(tmp_path / "a.png"), recorded(tmp_path / "a.wacz")],
        captures=[{"url": ADDRESS, "captured_at": "2022-03-10"}],
        custody=[EVENT],
        custody_link=links_of("EV-0001", [EVENT])[-1],
    )
    made = loaded(sources=[source()], evidence=[captured])
    return replace(made, origin=Unread(tmp_path, "case.yaml"))


def recorded(path: Path) -> Entry:
    return {"path": path.name, "digest": {"value": sha256(path.read_bytes()).hexdigest()}}


def test_where_nothing_is_wrong_no_place_is_looked_up(sound: LoadedCase):
    assert [] == list(check_custody(sound))
    assert ["a.png"] == [file.shown_as for file in image_files(sound)]


def test_where_something_is_wrong_its_place_is(sound: LoadedCase):
    (sound.folder / "a.png").write_bytes(b"another")

    with pytest.raises(AssertionError, match="asked where"):
        list(check_custody(sound))
