"""The annexes of a tree: what is printed in each raises its level, and the level gives it its words.

An annex is never less confidential than an entry that is printed in it. Which these are is told by ids: those of its
blocks and rows, of what it cites and refers to, of what its sentences rest on, and codes that stand in its words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from referral.case.model import Confidentiality
from referral.composition.annex_levels import MAIN, AnnexLevels, asked_for
from referral.composition.glossary import terms_of
from referral.composition.scene import EXHIBIT_ID, Scene
from referral.composition.shown import Shown, shown_in
from referral.document.inlines import Citation, Code, CrossReference, Inline, Inlines, Placeholder, Sentence, Text
from referral.document.nodes import (
    Annex,
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    NumberedList,
    OpenPoint,
    Paragraph,
)
from referral.document.tables import Row, Table
from referral.document.walk import flat, inlines_in, lines_of, lines_of_row
from referral.errors import TemplateError
from referral.protection.profiles import higher

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
_NAMED = 8  # entries in an open point


def found_in(tree: Document, scene: Scene) -> AnnexLevels:
    """What the tree tells of the annexes. Raises TemplateError for one that is there, or not, against document.yaml."""
    known = scene.annexes
    if not (scene.kind.annexes or scene.kind.level):
        return known
    parts = _parts(tree)
    _check_letters({*parts} - {MAIN}, scene)
    asked, restricted = asked_for(scene.kind, scene.request).levels, _restricted(scene)
    printed = {letter: _above(level, parts.get(letter, ()), restricted) for letter, level in asked.items()}
    found = {
        letter: max((known.levels[letter], *(restricted[code] for code in codes)), key=higher)
        for letter, codes in printed.items()
    }
    raised = {letter: codes for letter, codes in printed.items() if codes}
    return AnnexLevels(found, {**known.left_out, **scene.left_out}, raised, _shown(parts, scene))


def _shown(parts: Mapping[str, tuple[Block, ...]], scene: Scene) -> Shown:
    """What the annexes may say of the main text; a document without annexes has nobody to say it."""
    if not scene.kind.annexes:
        return Shown()
    others = chain.from_iterable(blocks for letter, blocks in parts.items() if letter != MAIN)
    return shown_in(parts[MAIN], others, {term.id: term.words for term in terms_of(scene)})


def with_levels(tree: Document, scene: Scene) -> Document:
    """The annexes of the tree with their levels, in words too, and with an open point where a level was raised."""
    return replace(tree, blocks=tuple(_settled(block, scene) for block in tree.blocks))


def raising_of(letter: str, scene: Scene) -> tuple[OpenPoint, ...]:
    """That an annex, or the main text, is more confidential than was asked for, and for which entries."""
    codes = scene.annexes.raised.get(letter, ())
    if not codes:
        return ()
    was = asked_for(scene.kind, scene.request).levels[letter]
    values = {
        "annex": scene.annex_label(letter) if letter else "",
        "level": scene.level_words(letter),
        "was": scene.level_name(was),
        "ids": ", ".join(codes[:_NAMED]) + (" …" if len(codes) > _NAMED else ""),
    }
    return (OpenPoint(scene.phrases("open.annex_raised" if letter else "open.main_raised", **values)),)


def _settled(block: Block, scene: Scene) -> Block:
    if not isinstance(block, Annex):
        return block
    level, points = scene.annexes.levels[block.id].value, raising_of(block.id, scene)
    return replace(block, level=level, classification=scene.level_words(block.id), open_points=points)


def _parts(tree: Document) -> dict[str, tuple[Block, ...]]:
    """The blocks of the main text and of each annex, by letter."""
    annexes = {block.id: block.blocks for block in tree.blocks if isinstance(block, Annex)}
    return {MAIN: tuple(block for block in tree.blocks if not isinstance(block, Annex)), **annexes}


def _check_letters(written: set[str], scene: Scene) -> None:
    wanted = {letter for letter in scene.annexes.levels if letter and scene.annexes.is_included(letter)}
    for letter in sorted(written - wanted):
        raise TemplateError(
            f'the annex "{letter}" is written, and document.yaml has no level of it for the profile '
            f"{scene.request.profile}, or it was left out; write those alone of which annexes() says “is_included”"
        )
    for letter in sorted(wanted - written):
        raise TemplateError(f'document.yaml declares the annex "{letter}", and the template does not write it')


def _restricted(scene: Scene) -> dict[str, Confidentiality]:
    """Entries that are not for everyone, by id. Of whom the recipient knows the code alone, nothing is printed."""
    entries = ((entry.id, entry.confidentiality) for _, _, entry in scene.view.case.entities())
    return {id_: level for id_, level in entries if higher(level) and scene.view.profile.may_see(level)}


def _above(
    asked: Confidentiality, blocks: Iterable[Block], restricted: Mapping[str, Confidentiality]
) -> tuple[str, ...]:
    """The entries printed in these blocks that are more confidential than was asked for."""
    wanted = {code for code, level in restricted.items() if higher(level) > higher(asked)}
    if not wanted:
        return ()
    named = {id_.removeprefix(EXHIBIT_ID) for id_ in _ids(blocks)}
    return tuple(sorted(named & wanted))


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in flat(blocks):
        match block:
            case Table():
                yield from _own(block.id)
                for row in chain(block.header, block.rows):
                    yield from _of_row(row)
            case Paragraph() | Heading() | Figure():
                yield from _own(block.id)
                yield from _of_lines(lines_of(block))
            case BulletList() | NumberedList():
                yield from (id_ for item in block.items for id_ in _own(item.id))
                yield from _of_lines(lines_of(block))
            case _:
                yield from _of_lines(lines_of(block))


def _of_row(row: Row) -> Iterator[str]:
    yield from _own(row.id)
    yield from _of_lines(lines_of_row(row))


def _own(id_: str | None) -> Iterator[str]:
    if id_:
        yield id_


def _of_lines(lines: Iterable[Inlines]) -> Iterator[str]:
    return (id_ for line in lines for inline in inlines_in(line) for id_ in _of_inline(inline))


def _of_inline(inline: Inline) -> Iterator[str]:
    match inline:
        case Text() | Code() | Placeholder():
            yield from _CODE.findall(inline.text)
        case Citation():
            yield from _own(inline.target)
            yield from _of_lines((inline.full,))
        case CrossReference():
            yield inline.target
        case Sentence():
            yield from (*_own(inline.id), *inline.sources)
