"""The gate that every finished file must pass: rules over the package, each of which names what breaks it.

It trusts nothing of what the writer meant to do: it reads the bytes that are about to be handed out.
"""

from collections.abc import Callable, Iterator
from zipfile import BadZipFile

from lxml import etree

from referral.errors import WriteError
from referral.writers.docx.gate import counted, definitions, marks, package, pictures, shape
from referral.writers.docx.gate.package import Package

_Rule = Callable[[Package], Iterator[str]]
# Which parts there are comes first: the other rules read parts that must exist.
_PACKAGE_RULES: tuple[_Rule, ...] = (
    package.check_names,
    package.check_types,
    package.check_declarations,
    package.check_relationships,
    package.check_reach,
    package.check_uses,
)
_CONTENT_RULES: tuple[_Rule, ...] = (
    marks.check_bookmarks,
    marks.check_targets,
    marks.check_fields,
    counted.check_captions,
    counted.check_references,
    definitions.check_styles,
    definitions.check_numbers,
    definitions.check_notes,
    pictures.check_figures,
    pictures.check_media,
    pictures.check_drawings,
    shape.check_elements,
    shape.check_settings,
    shape.check_properties,
    shape.check_tables,
    shape.check_sections,
)
_SHOWN = 20


def checked(archive: bytes) -> bytes:
    """The same bytes; raises `WriteError` with all that is wrong with the file."""
    problems = findings(archive)
    if problems:
        more = [f"… and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise WriteError("\n".join(["the Word file is not sound and was not written:", *problems[:_SHOWN], *more]))
    return archive


def findings(archive: bytes) -> list[str]:
    """Everything that is wrong with a file; nothing if it may be handed out."""
    try:
        opened = package.opened(archive)
    except (BadZipFile, UnicodeDecodeError, etree.XMLSyntaxError) as error:
        return [f"the file cannot be read: {error}"]
    return _run(_PACKAGE_RULES, opened) or _run(_CONTENT_RULES, opened)


def _run(rules: tuple[_Rule, ...], opened: Package) -> list[str]:
    return [problem for rule in rules for problem in rule(opened)]
