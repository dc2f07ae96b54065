"""The finished file as its parts: which there may be, and how they hang together. Whatever is not known is refused."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from referral.foreign_xml import careful_parser, declares_type, root_of
from referral.writers.docx.gate.alike import thinned
from referral.writers.docx.oxml import Element, r, w

MAIN = "word/document.xml"
_PIECE = 1 << 18  # bytes
_FIRST = "[Content_Types].xml"
_NEEDED = {_FIRST, "_rels/.rels", MAIN, "docProps/core.xml", "docProps/app.xml"}
_NEEDED |= {f"word/{name}.xml" for name in ("styles", "numbering", "settings", "fontTable", "footnotes")}
_NUMBERED = re.compile(r"word/(header|footer)[1-9]\d*\.xml")
_RELATIONS = re.compile(r"word/_rels/(document|footnotes|(header|footer)[1-9]\d*)\.xml\.rels")
_MEDIA = re.compile(r"word/media/image[1-9]\d*\.(png|jpg)")
LINES = re.compile(r"word/media/drawing[1-9]\d*\.svg")
_STORIES = re.compile(r"word/(document|footnotes|(header|footer)\d+)\.xml")

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_INSIDE = {f"{_OFFICE}{name}" for name in ("officeDocument", "extended-properties", "styles", "numbering", "settings")}
_INSIDE |= {f"{_OFFICE}{name}" for name in ("fontTable", "footnotes", "header", "footer", "image")}
_INSIDE |= {f"{_PACKAGE}relationships/metadata/core-properties"}
_USERS = [w(name) for name in ("hyperlink", "headerReference", "footerReference")]
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_DEFAULT = f"{{{_PACKAGE}content-types}}Default"
_OVERRIDE = f"{{{_PACKAGE}content-types}}Override"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True)
class Package:
    """The names in the order of the archive, the root of each part that is XML, the bytes of each picture."""

    names: tuple[str, ...]
    roots: dict[str, Element]
    media: dict[str, bytes] = field(default_factory=dict)

    def stories(self) -> Iterator[tuple[str, Element]]:
        """The parts that hold text, with their names."""
        return ((name, root) for name, root in self.roots.items() if _STORIES.fullmatch(name))

    @staticmethod
    def is_margin(part: str) -> bool:
        """Whether the part is a header or a footer, which may come from a letterhead."""
        return bool(_NUMBERED.fullmatch(part))

    def part(self, name: str) -> Element:
        """The root of one of the parts that every file has."""
        return self.roots[f"word/{name}.xml"]


def opened(archive: bytes) -> Package:
    """The parts of a file. No entity is resolved and nothing is fetched."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        names = tuple(source.namelist())
        media = {name: source.read(name) for name in names if _MEDIA.fullmatch(name)}
        others = (name for name in names if name not in media)
        roots = {name: _main(source) if name == MAIN else root_of(source.read(name), is_large=True) for name in others}
        return Package(names, roots, media)


def _main(source: zipfile.ZipFile) -> Element:
    """The root of the main part, which may be far too long to be read whole."""
    parser = careful_parser(is_large=True)
    with source.open(MAIN) as part:
        for piece in thinned(iter(lambda: part.read(_PIECE), b"")):
            parser.feed(piece)
    root: Element = parser.close()
    return root


def check_names(package: Package) -> Iterator[str]:
    """Every part known, none twice, none missing, the list of types in front."""
    for name in package.names:
        if not (name in _NEEDED or any(form.fullmatch(name) for form in (_NUMBERED, _RELATIONS, _MEDIA, LINES))):
            yield f"{name}: such a part may not be in a document"
    yield from (f"{name}: the part is there twice" for name in repeated(package.names))
    yield from (f"{name}: the part is missing" for name in sorted(_NEEDED - set(package.names)))
    if package.names[0] != _FIRST:
        yield f"{package.names[0]}: stands before the list of content types"


def check_types(package: Package) -> Iterator[str]:
    """Every part is declared, and the main one as a plain document: no template, no macros."""
    types = {str(o.get("PartName")): str(o.get("ContentType")) for o in package.roots[_FIRST].iter(_OVERRIDE)}
    endings = {str(d.get("Extension")) for d in package.roots[_FIRST].iter(_DEFAULT)}
    parts = (name for name in _contents(package) if name not in package.media)
    yield from (f"{name}: has no content type" for name in parts if f"/{name}" not in types)
    yield from (f"{name}: has no content type" for name in package.media if name.rpartition(".")[2] not in endings)
    if types.get(f"/{MAIN}", _MAIN_TYPE) != _MAIN_TYPE:
        yield f"{MAIN}: is declared as {types[f'/{MAIN}']}"


def check_declarations(package: Package) -> Iterator[str]:
    """No part brings a document type, and with it entities."""
    for name, root in package.roots.items():
        if declares_type(root):
            yield f"{name}: has a document type"


def check_relationships(package: Package) -> Iterator[str]:
    """Inside: known kinds to parts that exist. Outside: nothing."""
    for name, root in package.roots.items():
        if name.endswith(".rels"):
            yield from (f"{name}: two relationships are called {key}" for key in repeated(_ids(root)))
            for relation in root:
                yield from _check_relation(package, name, relation)


def check_reach(package: Package) -> Iterator[str]:
    """Word finds every part: a relationship leads to it."""
    targets = {
        _resolved(name, str(relation.get("Target")))
        for name, root in package.roots.items()
        if name.endswith(".rels")
        for relation in root
    }
    yield from (f"{name}: no relationship leads to this part" for name in _contents(package) if name not in targets)


def _contents(package: Package) -> Iterator[str]:
    return (name for name in package.names if name != _FIRST and not name.endswith(".rels"))


def check_uses(package: Package) -> Iterator[str]:
    """Every relationship that a part uses is one that it has."""
    for name, root in package.stories():
        known = set(_ids(package.roots.get(_relations_of(name))))
        used = {str(element.get(r("id"))) for element in root.iter(*_USERS) if element.get(r("id"))}
        used |= {str(key) for element in root.iter(_BLIP, _SVG_BLIP) if (key := element.get(r("embed")))}
        yield from (f"{name}: uses the relationship {key}, which it does not have" for key in sorted(used - known))


def _check_relation(package: Package, name: str, relation: Element) -> Iterator[str]:
    kind, target = str(relation.get("Type")), str(relation.get("Target"))
    if relation.get("TargetMode") == "External":
        yield f"{name}: leads out of the document to {target!r}"
    elif kind not in _INSIDE:
        yield f"{name}: a relationship of the kind {kind}"
    elif _resolved(name, target) not in package.names:
        yield f"{name}: leads to the part {target}, which does not exist"


def _resolved(relations: str, target: str) -> str:
    folder = posixpath.dirname(posixpath.dirname(relations))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _ids(relations: Element | None) -> list[str]:
    return [] if relations is None else [str(relation.get("Id")) for relation in relations]


def repeated(names: Iterable[str]) -> list[str]:
    """Each name that comes more than once."""
    return sorted(name for name, count in Counter(names).items() if count > 1)
