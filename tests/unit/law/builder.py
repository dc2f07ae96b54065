"""Small law libraries for tests, written as the YAML that a lawyer would write."""

from collections.abc import Sequence
from textwrap import dedent, indent

from referral.diagnostics import Diagnostic
from referral.law import Law
from referral.law.library import library_of
from referral.law.load import RawFile, digest_of, read_raw

INSTRUMENT = """\
schema_version: "1"
instrument:
  id: x
  forum: national
  kind: code
  title: {en: Code of X, uk: Кодекс Ікс}
  short: {en: CX, uk: КІ}
  title_forms: {uk: {gen: Кодексу Ікс}}
  in_force: 2001-09-01
  status: verified
  source: [S01]
  authentic: [uk]
  languages: [uk, en]
  unread: {en: no English text was read}
  as_at: 2026-03
  sources:
    - {id: S01, title: Gazette}
    - {id: recalled, title: General knowledge; no text was read}
    - {id: own, title: Our own words}
  citation:
    uk:
      ordinals: {1: {nom: перша, loc: першій}}
      by_level:
        any: {short: '{number} КІ'}
        article: {number: 'ст. {article}', nom: 'стаття {article} {title.gen}', loc: 'статті {article} {title.gen}'}
        part:
          number: ч. {part} ст. {article}
          nom: частина {ordinal} статті {article} {title.gen}
          loc: частині {ordinal.loc} статті {article} {title.gen}
    en:
      by_level:
        any: {short: 'article {number} {short}'}
        article: {number: '{article}'}
        part: {number: '{article}({part})'}
provisions:
"""
PROVISION = """\
- id: x.1
  kind: offence
  number: {article: 1}
  title: {uk: Злочин, en: Offence}
  status: verified
  source: [S01]
"""


def raw(provisions: str = PROVISION, path: str = "x.yaml") -> RawFile:
    """A law file with these provisions, at a path."""
    return RawFile(path, (INSTRUMENT + indent(dedent(provisions), "  ")).encode())


def provision(more: str) -> str:
    """One provision with further lines."""
    return PROVISION + indent(dedent(more), "  ")


def library(provisions: str = PROVISION) -> Law:
    """The library of one file that has nothing wrong with it."""
    return library_from(raw(provisions))


def library_from(*files: RawFile) -> Law:
    """The library of files that have nothing wrong with them."""
    loaded, findings = read_raw(files)
    assert findings == []
    return library_of(loaded, digest_of(files))


def rules(findings: Sequence[Diagnostic]) -> list[str]:
    return [finding.rule for finding in findings]
