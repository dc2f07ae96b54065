"""What a reader may choose to exclude beside single items: a source, all sources of one origin, a class of items."""

from collections import defaultdict
from typing import Any

from referral.coverage.origins import OriginIndex
from referral.coverage.selection import classes, selected
from referral.report.telling import Teller, flat


def offers(tell: Teller) -> dict[str, dict[str, Any]]:
    """By name, as `--without` takes it, what falls first; origins by number, as the page counts them."""
    return {**_sources(tell), **_origins(tell), **_classes(tell)}


def _sources(tell: Teller) -> dict[str, dict[str, Any]]:
    mark = tell.words("missing.translation")
    return {f"source:{s.id}": {"label": flat(tell.source(s.id), mark), "lost": [s.id]} for s in tell.view.case.sources}


def _origins(tell: Teller) -> dict[str, dict[str, Any]]:
    """Groups that only one source belongs to are that source, and are not offered again."""
    index, found = OriginIndex(tell.view.case), defaultdict[str, list[str]](list)
    for source in tell.view.case.sources:
        found[index.group[source.origin_group]].append(source.id)
    several = {group: sources for group, sources in found.items() if len(sources) > 1}
    return {f"origin:{tell.groups[group]}": {"label": ", ".join(s), "lost": s} for group, s in several.items()}


def _classes(tell: Teller) -> dict[str, dict[str, Any]]:
    case = tell.view.case
    names = (f"class:{name}" for name in classes(case))
    return {name: {"label": "", "lost": sorted(selected(case, name))} for name in names}
