"""What Typst is to lay out at once: the data of a document or a chunk, and what it does not tell of its places."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from hashlib import sha256

from referral.writers.pdf.messages import packed, unpacked
from referral.writers.typst.places import Title


@dataclass(frozen=True)
class Job:
    """`data` is JSON for the program; `claims` are the standards that the file keeps.

    `name` is empty where it is a whole document; `place` says in words what it is.
    """

    data: str
    claims: tuple[str, ...]
    heights: Mapping[str, float]  # by place, of its page, in points
    titles: tuple[Title, ...]
    place: str
    name: str = ""

    @property
    def digest(self) -> str:
        return sha256(of_job(self)).hexdigest()


def of_job(job: Job) -> bytes:
    """For another process."""
    titles = [astuple(title) for title in job.titles]
    told = {"claims": job.claims, "heights": job.heights, "titles": titles, "place": job.place, "name": job.name}
    return packed(told, [job.data.encode()])


def to_job(message: bytes) -> Job:
    told, (data,) = unpacked(message)
    titles = tuple(Title(*title) for title in told["titles"])
    return Job(data.decode(), tuple(told["claims"]), told["heights"], titles, told["place"], told["name"])
