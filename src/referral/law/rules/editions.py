"""Rules on time: what holds from when to when. Each docstring is the manual of its rule."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from referral.diagnostics import Diagnostic, Related, error
from referral.law.files import Loaded, LoadedFile
from referral.law.model import Dated, Provision, ProvisionText, Sanction
from referral.yaml_reader import Loc

Series = list[tuple[Loc, Dated]]


def reversed_dates(loaded: Loaded) -> Iterator[Diagnostic]:
    """Nothing ends before it begins."""
    for file in loaded.files:
        for loc, span in file.spans():
            if span.since and span.until and span.until < span.since:
                message = f"it ends on {span.until}, before it begins on {span.since}"
                yield error(file.at(*loc, "until"), "reversed-dates", message)


def reversed_years(loaded: Loaded) -> Iterator[Diagnostic]:
    """The least sanction is not above the greatest."""
    for file in loaded.files:
        for loc, span in file.spans():
            if isinstance(span, Sanction) and (span.min_years or 0) > (span.max_years or span.min_years or 0):
                yield error(file.at(*loc, "min_years"), "reversed-years", "the minimum is above the maximum")


def overlapping_editions(loaded: Loaded) -> Iterator[Diagnostic]:
    """On each day one edition governs: in one language, editions of a wording do not overlap."""
    for file in loaded.files:
        for _, series in _all_series(file):
            for (earlier_loc, earlier), (loc, later) in pairwise(series):
                if earlier.until is None or later.since is None or later.since <= earlier.until:
                    related = Related(file.at_key(*earlier_loc), "it overlaps with this one")
                    message = f"two editions hold on {later.since or earlier.until or 'the same days'}; end the earlier"
                    yield error(file.at_key(*loc), "overlapping-editions", message, None, related)


def edition_gap(loaded: Loaded) -> Iterator[Diagnostic]:
    """Editions follow each other without a hole; an edition whose wording is not known says so with `text: null`."""
    for file in loaded.files:
        for provision, series in _all_series(file):
            yield from _gap_at_start(file, _start(file, provision), series)
            yield from _gaps_between(file, series)
            yield from _gap_at_end(file, _end(file, provision), series)


def outlived_provision(loaded: Loaded) -> Iterator[Diagnostic]:
    """No edition begins before its provision is in force, or ends after it."""
    for file in loaded.files:
        for provision, series in _all_series(file):
            begin, end = _start(file, provision), _end(file, provision)
            for loc, edition in series:
                too_early = begin and edition.since and edition.since < begin
                if too_early or (end and edition.until and edition.until > end):
                    message = (
                        f"{provision.id} is in force from {begin or '…'} to {end or '…'}; this edition goes beyond"
                    )
                    yield error(file.at_key(*loc), "outlived-provision", message)


def outlived_parent(loaded: Loaded) -> Iterator[Diagnostic]:
    """A part is in force no longer than the whole, and nothing is in force before its instrument was adopted."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            above = [p for p in file.lineage(provision) if p is not provision]
            begin = next((p.since for p in above if p.since), file.instrument.in_force or file.instrument.adopted)
            end = next((p.until for p in above if p.until), None)
            if provision.since and begin and provision.since < begin:
                message = f"{provision.id} begins before {begin}, the first day of what it belongs to"
                yield error(file.at(*loc, "since"), "outlived-parent", message)
            if provision.until and end and provision.until > end:
                message = f"{provision.id} ends after {end}, the last day of what it belongs to"
                yield error(file.at(*loc, "until"), "outlived-parent", message)


def unequal_editions(loaded: Loaded) -> Iterator[Diagnostic]:
    """An amendment changes a wording in all languages on one day: an older translation must not outlive it."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            for name, editions in (("texts", provision.texts), ("titles", provision.titles)):
                yield from _unequal(file, (*loc, name), editions)


def _unequal(file: LoadedFile, loc: Loc, editions: Sequence[ProvisionText]) -> Iterator[Diagnostic]:
    starts = {lang: _starts(editions, lang) for lang in dict.fromkeys(e.lang for e in editions)}
    first, days = next(iter(starts.items()), ("", set()))
    for lang, own in starts.items():
        if own != days:
            place = next(n for n, edition in enumerate(editions) if edition.lang == lang)
            message = f'the editions in "{lang}" do not begin on the same days as those in "{first}"'
            yield error(file.at_key(*loc, place), "unequal-editions", message)


def _starts(editions: Sequence[ProvisionText], lang: str) -> set[date | None]:
    return {edition.since for edition in editions if edition.lang == lang}


def _gap_at_start(file: LoadedFile, begin: date | None, series: Series) -> Iterator[Diagnostic]:
    loc, first = series[0]
    if begin and first.since and first.since > begin:
        yield _gap(file, loc, f"no edition from {begin} until {first.since - timedelta(days=1)}")


def _gaps_between(file: LoadedFile, series: Series) -> Iterator[Diagnostic]:
    for (_, earlier), (loc, later) in pairwise(series):
        if earlier.until and later.since and later.since - earlier.until > timedelta(days=1):
            last = later.since - timedelta(days=1)
            yield _gap(file, loc, f"no edition from {earlier.until + timedelta(days=1)} until {last}")


def _gap_at_end(file: LoadedFile, end: date | None, series: Series) -> Iterator[Diagnostic]:
    loc, last = series[-1]
    if last.until and (end is None or last.until < end):
        yield _gap(file, loc, f"no edition after {last.until}")


def _gap(file: LoadedFile, loc: Loc, message: str) -> Diagnostic:
    hint = "if the wording is not known, add an edition with text: null and status: uncertain"
    return error(file.at_key(*loc), "edition-gap", message, hint)


def _start(file: LoadedFile, provision: Provision) -> date | None:
    """The day from which it is in force: its own, that of what stands above it, that of the instrument."""
    return next((p.since for p in file.lineage(provision) if p.since), file.instrument.in_force)


def _end(file: LoadedFile, provision: Provision) -> date | None:
    return next((p.until for p in file.lineage(provision) if p.until), None)


def _all_series(file: LoadedFile) -> Iterator[tuple[Provision, Series]]:
    """For each provision: its wordings and titles by language, and its sanctions; each series in order of time."""
    for loc, provision in file.provisions():
        for name, editions in (("texts", provision.texts), ("titles", provision.titles)):
            for lang in dict.fromkeys(e.lang for e in editions):
                yield provision, _series((*loc, name), editions, lang)
        if provision.sanctions:
            yield provision, _series((*loc, "sanctions"), provision.sanctions, None)


def _series(loc: Loc, editions: Sequence[ProvisionText] | Sequence[Sanction], lang: str | None) -> Series:
    placed = [((*loc, n), e) for n, e in enumerate(editions) if lang is None or getattr(e, "lang", None) == lang]
    return sorted(placed, key=lambda pair: pair[1].since or date.min)
