"""A house's styles joined to ours: of one name the house's goes first, what it lacks is ours, and lists stay ours.

Ids differ from one language of Word to another, names of built-in styles do not; so styles are matched by name.
"""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from referral.writers.docx.letterhead.archive import Archive
from referral.writers.docx.oxml import Element, add, w

_THEME = "word/theme/theme1.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LINKS = ("basedOn", "next", "link")
_USES = (*_LINKS, "pStyle", "rStyle", "tblStyle")
# What our pages rest on: entries with tabs and leaders, cells, thin gaps. The house's, if it has such, are left out.
_OURS = ("toc ", "table of figures", "normal table", "no list", "default paragraph font")
_FONT_KINDS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_BEFORE_LIST = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_AFTER_SPACING = (w("ind"), w("jc"), w("outlineLvl"))
_USUAL_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}


def plain_styles(archive: Archive) -> Element:
    """The house's styles without lists, themes and traces of revisions."""
    root = deepcopy(archive.roots["word/styles.xml"])
    fonts = _theme_fonts(archive)
    for element in [*root.iter()]:
        if (
            not isinstance(element.tag, str)
            or not element.tag.startswith(w(""))
            or element.tag == w("latentStyles")
            or element.tag in (w("numPr"), w("rsid"))
        ):
            _remove(element)
        else:
            _without_theme(element, fonts)
    return root


def joined(house: Element, ours: Element, used: Iterable[str] = ()) -> Element:
    """One list: the house's defaults, its styles of names that we use, what those rest on, and our others.

    With those whose ids are `used` in its header and footer.
    """
    house, ours = deepcopy(house), deepcopy(ours)
    own = {_name(style): style for style in ours.findall(w("style"))}
    same = {_name(style): style for style in house.findall(w("style")) if _name(style) in own}
    taken = {name: style for name, style in same.items() if not name[1].startswith(_OURS)}
    further = [style for style in house.findall(w("style")) if _id(style) in set(used) and _name(style) not in own]
    _rename(house, {_id(style): _id(own[name]) for name, style in same.items()}, {_id(style) for style in own.values()})
    needed = _with_relatives([*taken.values(), *further], house)
    result = etree.Element(w("styles"), nsmap={"w": w("")[1:-1]})
    result.append(_defaults(house, ours))
    for name, style in own.items():
        result.append(_as_house(taken[name], style) if name in taken else _alone(style, ours))
    known = {_id(style) for style in result.findall(w("style"))}
    result.extend(style for style in needed if _id(style) not in known)
    return result


def renamed(root: Element, house: Element, ours: Element) -> None:
    """Header or footer of the house, with the ids that its styles have after joining; unknown ones are dropped."""
    own = {_name(style): _id(style) for style in ours.findall(w("style"))}
    ids = {_id(style): own.get(_name(style), "") for style in house.findall(w("style"))}
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for use in [*root.iter(w(tag))]:
            if new := ids.get(str(use.get(w("val"))), ""):
                use.set(w("val"), new)
            else:
                _remove(use)


def _rename(house: Element, ids: dict[str, str], taken_ids: set[str]) -> None:
    """The house's ids become ours where the names are the same; one that is ours by chance gets out of the way."""
    for style in house.findall(w("style")):
        ids.setdefault(_id(style), f"House{_id(style)}" if _id(style) in taken_ids else _id(style))
    for style in house.findall(w("style")):
        style.set(w("styleId"), ids[_id(style)])
    for tag in _USES:
        for use in [*house.iter(w(tag))]:
            if (old := str(use.get(w("val")))) in ids:
                use.set(w("val"), ids[old])
            else:
                _remove(use)


def _with_relatives(styles: Iterable[Element], house: Element) -> list[Element]:
    """The styles, and all of the house that they name."""
    by_id = {_id(style): style for style in house.findall(w("style"))}
    found: dict[str, Element] = {}
    waiting = list(styles)
    while waiting:
        style = waiting.pop()
        if found.setdefault(_id(style), style) is style:
            names = (str(e.get(w("val"))) for tag in _LINKS for e in style.findall(w(tag)))
            waiting += [by_id[name] for name in names if name in by_id and name not in found]
    return sorted(found.values(), key=_id)


def _defaults(house: Element, ours: Element) -> Element:
    """The house's defaults, in the language of the document."""
    theirs, own = house.find(w("docDefaults")), ours.find(w("docDefaults"))
    if theirs is None or own is None:
        return deepcopy(own) if own is not None else etree.Element(w("docDefaults"))
    run = theirs.find(f"{w('rPrDefault')}/{w('rPr')}")
    language = own.find(f".//{w('lang')}")
    if run is None or language is None:
        return deepcopy(own)
    for old in run.findall(w("lang")):
        run.remove(old)
    run.append(deepcopy(language))
    return theirs


def _as_house(theirs: Element, own: Element) -> Element:
    """The house's look; list and outline, by which Word counts and makes the contents, are ours."""
    mine = own.find(w("pPr"))
    if mine is None:
        return theirs
    properties = _paragraph_properties(theirs)
    for outline in properties.findall(w("outlineLvl")):
        properties.remove(outline)
    before = sum(child.tag in {w(name) for name in _BEFORE_LIST} for child in properties)
    for numbers in mine.findall(w("numPr")):
        properties.insert(before, deepcopy(numbers))
    for level in mine.findall(w("outlineLvl")):
        properties.append(deepcopy(level))
    return theirs


def _paragraph_properties(style: Element) -> Element:
    found = style.find(w("pPr"))
    if found is not None:
        return found
    run = style.find(w("rPr"))
    made = style.makeelement(w("pPr"))
    style.insert(len(style) if run is None else style.index(run), made)
    return made


def _alone(own: Element, ours: Element) -> Element:
    """A style of ours; its spacing written out, because what the house's defaults add is not meant for it."""
    based = own.find(w("basedOn"))
    is_plain = str(own.get(w("type"))) == "paragraph" and based is not None and based.get(w("val")) == "Normal"
    if not is_plain:
        return own
    properties = _paragraph_properties(own)
    spacing = _spacing(properties)
    default = ours.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}/{w('spacing')}")
    usual = _USUAL_SPACING | (
        {} if default is None else {str(k).rpartition("}")[2]: v for k, v in default.attrib.items()}
    )
    for key, value in usual.items():
        if spacing.get(w(key)) is None:
            spacing.set(w(key), str(value))
    return own


def _spacing(properties: Element) -> Element:
    found = properties.find(w("spacing"))
    if found is not None:
        return found
    made = add(properties, "spacing")
    later = [child for child in properties if child.tag in _AFTER_SPACING]
    if later:
        later[0].addprevious(made)
    return made


def _theme_fonts(archive: Archive) -> dict[str, str]:
    """The fonts that a theme stands for: «minorHAnsi» is the Latin one of running text."""
    root = archive.roots.get(_THEME)
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        font = None if root is None else root.find(f".//{_A}{size}Font/{_A}latin")
        if font is not None and font.get("typeface"):
            found |= {f"{size}{kind}": str(font.get("typeface")) for kind in ("HAnsi", "Ascii", "EastAsia", "Bidi")}
    return found


def _without_theme(element: Element, fonts: dict[str, str]) -> None:
    for key in list(map(str, element.attrib)):
        local = key.rpartition("}")[2]
        if local in _FONT_KINDS:
            font = fonts.get(str(element.get(key)))
            if font and element.get(w(_FONT_KINDS[local])) is None:
                element.set(w(_FONT_KINDS[local]), font)
        if local.startswith(("theme", "rsid")) or local in _FONT_KINDS or not key.startswith("{"):
            del element.attrib[key]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _name(style: Element) -> tuple[str, str]:
    """Kind and name of a style; names of built-in ones differ in capitals from one Word to another."""
    name = style.find(w("name"))
    return str(style.get(w("type"))), "" if name is None else str(name.get(w("val"))).lower()


def _id(style: Element) -> str:
    return str(style.get(w("styleId")))
