"""What is said of any entry of the law library in the same words: its status, its sources, its days."""

import re
from collections.abc import Iterable, Iterator

from referral.law import Edition, Law
from referral.law.model import UNREAD, Claim, Dated, Sanction

NOT_VERIFIED = "not verified; cite by number only"
_CODE = rf"(?:[A-Z]+[0-9]+|{'|'.join(UNREAD)})"
_NAMED = re.compile(rf"; (?:read in|source:) ({_CODE}(?:, {_CODE})*)")


def status(claim: Claim) -> str:
    return f"{claim.status.value}, secondary source" if claim.secondary else claim.status.value


def read_in(claim: Claim) -> str:
    """By their codes, the sources in which something was read; or that nothing was."""
    if not claim.source:
        return ""
    was_read = set(claim.source) - set(UNREAD)
    return f"; {'read in' if was_read else 'source:'} {', '.join(claim.source)}"


def known(claim: Claim) -> str:
    """How well, when and where something was read."""
    return f"{status(claim)}; as at {claim.as_at}{read_in(claim)}"


def with_sources(law: Law, name: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines, then what each source is that they name by its code; codes are those of the file of this entry."""
    named: set[str] = set()
    for line in lines:
        named.update(code for found in _NAMED.findall(line) for code in found.split(", "))
        yield line
    for source in law.header_of(name).sources:
        if source.id in named:
            yield f"  {source.id}: {'; '.join((source.title, *source.addresses))}"


def span(dated: Dated | Edition, as_at: str) -> str:
    """From when to when, and when that was last checked."""
    end = f"to {dated.until}" if dated.until else "on"
    return f"from {dated.since or 'the beginning'} {end} (as at {as_at})"


def years(sanction: Sanction) -> str:
    years = "–".join(str(n) for n in (sanction.min_years, sanction.max_years) if n is not None)
    found = [f"{years} years of deprivation of liberty"] if years else []
    return " or ".join([*found, *(["life"] if sanction.life else [])]) or "not verified"
