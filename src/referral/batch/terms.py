"""What is done with every case of a batch: plain values, which mean the same to a process on another machine."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from referral.app.formats import DEFAULT_FORMATS
from referral.app.project import Sources, load_law
from referral.app.selection import Wanted
from referral.case.model import PdfEngine
from referral.composition.kinds import load_templates
from referral.errors import ReferralError, UsageError
from referral.version import VERSION


class Step(StrEnum):
    """What can be done with a case; it is always checked first."""

    CHECK = "check"
    COVERAGE = "coverage"
    BUILD = "build"
    BUNDLE = "bundle"


def known_steps(steps: Iterable[str], profile: str | None) -> tuple[str, ...]:
    """Those asked for, in their order. UsageError if there is none of that name, or a bundle is for nobody."""
    wanted = {step.strip() for step in steps}
    if unknown := sorted(wanted - set(Step)):
        raise UsageError(f"the steps are {', '.join(Step)}; not {', '.join(unknown) or 'nothing'}")
    if Step.BUNDLE in wanted and profile is None:
        raise UsageError("a bundle is for one recipient: --profile NAME")
    return tuple(str(step) for step in Step if step in wanted)


@dataclass(frozen=True)
class BatchTerms:
    """`law` and `templates` are folders of one's own, paths count from `folder`; the digests are of who started it."""

    out: str
    folder: str
    digests: str  # where those of evidence files are kept between two runs
    steps: tuple[str, ...] = (Step.CHECK, Step.COVERAGE, Step.BUILD)
    formats: tuple[str, ...] = DEFAULT_FORMATS
    document: str | None = None
    lang: str | None = None
    profile: str | None = None
    pdf_engine: str | None = None
    age_identity: str | None = None
    seen: bool = False
    law: str | None = None
    templates: str | None = None
    force: bool = False
    rehash: bool = False
    seconds: int = 3600  # for one case, by the clock
    law_digest: str = ""
    templates_digest: str = ""
    version: str = VERSION

    def by(self, sources: Sources) -> "BatchTerms":
        """With law and templates of these folders. Raises InvalidLawError or TemplateError if they have errors."""
        law, templates = load_law(sources).digest, load_templates(sources.templates).digest
        known = replace(self, law=_own(sources.law), templates=_own(sources.templates))
        return replace(known, law_digest=law, templates_digest=templates)

    @property
    def sources(self) -> Sources:
        """Of the machine that works."""
        return Sources.of(self.law, self.templates)

    @property
    def wanted(self) -> Wanted:
        engine = PdfEngine(self.pdf_engine) if self.pdf_engine else None
        return Wanted(self.document, self.lang, self.profile, pdf_engine=engine)

    @property
    def decisive(self) -> str:
        """All of it on which a result hangs, beside the case itself."""
        ways = {"out", "folder", "digests", "age_identity", "law", "templates", "force", "rehash", "seconds"}
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in ways}
        return json.dumps({**told, "opened": self.age_identity is not None}, sort_keys=True)

    def require_same(self, law: str, templates: str) -> None:
        """ReferralError unless what is here, by these digests, is what the batch was started with."""
        here = {"version": VERSION, "law": law, "templates": templates}
        asked = {"version": self.version, "law": self.law_digest, "templates": self.templates_digest}
        if other := [name for name, value in here.items() if asked[name] != value]:
            must = "the same must be on every machine, and stay while the batch runs"
            raise ReferralError(f"{', '.join(other)}: here it is not what the batch was started with; {must}")

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def of_json(text: str) -> "BatchTerms":
        told = json.loads(text)
        return BatchTerms(**{**told, "steps": tuple(told["steps"]), "formats": tuple(told["formats"])})


def _own(folders: Sequence[Path]) -> str | None:
    """The folder beside the shipped one, which may lie elsewhere on another machine."""
    return str(folders[1]) if len(folders) > 1 else None
