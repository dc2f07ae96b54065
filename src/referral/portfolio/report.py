"""A report on an index: what was asked for, in one format."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from referral.app.project import Sources, load_law
from referral.composition.kinds import Library, load_templates
from referral.edtf import parse_edtf
from referral.errors import UsageError
from referral.language import DEFAULT_LANGUAGE, known_languages, load_language
from referral.language.phrases import Phrases
from referral.law.model import Element
from referral.law.printable import element_wording
from referral.portfolio import tables
from referral.portfolio.answers import Answer
from referral.portfolio.as_json import answers_to_json
from referral.portfolio.as_text import answers_to_text
from referral.portfolio.asked_for import built_in
from referral.portfolio.page import write_page
from referral.portfolio.questions import QUESTIONS, Index, found
from referral.portfolio.record import CaseRow, Texts
from referral.portfolio.sheets import write_sheets
from referral.portfolio.store import reading
from referral.portfolio.told import Telling
from referral.report.visible import visible
from referral.version import VERSION

FORMATS = ("text", "json", "html", "xlsx")
MOST = 100  # finds of a search that are shown unless more are asked for
_DIGEST_SHOWN = 16


@dataclass(frozen=True)
class Asked:
    """What somebody wants to know: these tables, or all; entries that hold words; and where documents were built."""

    show: tuple[str, ...] = ()
    search: str = ""
    most: int = MOST
    built: Path = Path("output")
    lang: str = DEFAULT_LANGUAGE


@dataclass(frozen=True)
class Report:
    """The answers, ready to be written, and the cases that there are. `more` finds are left out."""

    answers: tuple[Answer, ...]
    more: int
    cases: tuple[CaseRow, ...]

    @property
    def day(self) -> date:
        """That of the latest case."""
        days = (parse_edtf(case.as_at).latest for case in self.cases if case.as_at)
        return max(filter(None, days), default=date.min)


def report(path: Path, sources: Sources, asked: Asked) -> Report:
    """What the index in a file answers. UsageError if there is none, or no word to search for."""
    law, languages = load_law(sources), load_templates(sources.templates).word_languages
    with reading(path) as opened:
        index = Index(opened, built_in(asked.built), lambda element: _wording(law.element(element), languages))
        answers, more = list(_answers(index, asked)), 0
        if asked.search:
            hits, number = found(index, asked.search, asked.most)
            answers, more = [hits, *answers], number - len(hits.rows)
        return Report(tuple(answers), more, tuple(tables.cases(opened)))


def written(what: Report, sources: Sources, profile: str, asked: Asked, output_format: str) -> bytes:
    """The report in one of FORMATS. UsageError if we have no words in its language."""
    if output_format == "json":
        told = json.dumps(answers_to_json(what.answers, profile, what.more), ensure_ascii=False, indent=2)
        return f"{told}\n".encode("utf-8", "backslashreplace")
    templates = load_templates(sources.templates)
    tell = _telling(templates, asked.lang)
    remarks = list(_remarks(what, asked, tell))
    if output_format == "text":
        answers = [answer for answer in what.answers if not answer.is_long or answer.name in asked.show]
        lines = (*remarks, *answers_to_text(answers, tell))
        return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")
    if output_format == "xlsx":
        return write_sheets(what.answers, tell, profile, remarks, _stamp(sources, templates, tell), what.day)
    return write_page(what.answers, tell, profile, remarks, _stamp(sources, templates, tell))


def _answers(index: Index, asked: Asked) -> Iterator[Answer]:
    """All tables, unless some are named or words are sought."""
    wanted = asked.show or (() if asked.search else tuple(QUESTIONS))
    return (answer(index) for name, answer in QUESTIONS.items() if name in wanted)


def _wording(element: Element, languages: Iterable[str]) -> Texts:
    """An element in each language, as far as it may be printed."""
    words = ((lang, element_wording(element, lang).text) for lang in languages)
    return {lang: text for lang, text in words if text}


def _telling(templates: Library, lang: str) -> Telling:
    known = sorted(set(known_languages()) & set(templates.word_languages))
    if lang not in known:
        raise UsageError(f'there are no words for a report in "{lang}"; --lang takes: {", ".join(known)}')
    return Telling(Phrases(templates.words(lang), lang), load_language(lang))


def _remarks(what: Report, asked: Asked, tell: Telling) -> Iterator[str]:
    if asked.search:
        yield tell.words("portfolio.searched", words=visible(asked.search))
    if what.more:
        yield tell.words("portfolio.not_shown", n=what.more)


def _stamp(sources: Sources, templates: Library, tell: Telling) -> str:
    digests = {"law": load_law(sources).digest, "templates": templates.digest}
    shown = {name: digest[:_DIGEST_SHOWN] for name, digest in digests.items()}
    return tell.words("portfolio.stamp", version=VERSION, **shown)
