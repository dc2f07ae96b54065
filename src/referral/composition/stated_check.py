"""What a listed document must state by law, against what the case gives.

`notice-item-missing`: an item that the law demands of a listed document, and what of it is lacking; each lack once.
"""

from collections import defaultdict
from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import DocumentRequest, LocalText
from referral.composition.drawn_from import DrawnFrom, Held, Lack
from referral.composition.kinds import Library
from referral.composition.requests import problems, resolved
from referral.composition.stated import StatedItem
from referral.diagnostics import Diagnostic, warning
from referral.law import Law, in_language
from referral.law.model import Status
from referral.protection.vault_file import LoadedVault


def check_stated(loaded: LoadedCase, vault: LoadedVault, library: Library, law: Law) -> Iterator[Diagnostic]:
    """Every item that a document of the case's list lacks."""
    for index, request in enumerate(loaded.case.documents):
        if not list(problems(request, loaded.case, library, law)):
            sources = DrawnFrom(loaded, vault, resolved(request, loaded.case, library), index)
            kind = library.kinds[request.id]
            empty = frozenset(text.casefold() for text in kind.says_nothing)
            yield from _items_lacking(sources, kind.must_state, law, empty)


def _items_lacking(
    sources: DrawnFrom, items: tuple[StatedItem, ...], law: Law, empty: frozenset[str]
) -> Iterator[Diagnostic]:
    told: set[Lack] = set()
    for item in items:
        found = [lack for lack in (*_lacks(sources, item, empty), *_unworded(sources, item, law)) if lack not in told]
        told.update(found)
        by_place = defaultdict(list)
        for lack in found:
            by_place[lack.at].append(lack.words)
        for at, words in by_place.items():
            message = f"{sources.request.id} lacks {_named(item, law, sources.request)}: {'; '.join(words)}"
            yield warning(at, "notice-item-missing", message)


def _lacks(sources: DrawnFrom, item: StatedItem, empty: frozenset[str]) -> Iterator[Lack]:
    for root, keys in item.needs.items():
        for source in sources.of(root):
            if isinstance(source, Lack):
                yield source
            elif absent := [key for key in keys if not _gives(source, key, empty)]:
                yield Lack(source.at, f"{source.who} does not give {', '.join(absent).replace('|', ' or ')}")


def _gives(source: Held, key: str, empty: frozenset[str]) -> bool:
    return any(_says(getattr(source.entry, name), empty) for name in key.split("|"))


def _says(value: object, empty: frozenset[str]) -> bool:
    """Whether a value says something: no dash, and no word for “unknown” where the law wants what is known."""
    if not isinstance(value, str | LocalText):
        return bool(value)
    texts = [value] if isinstance(value, str) else value.by_lang.values()
    bare = [text.strip(" .()").casefold() for text in texts]
    return any(any(map(str.isalnum, text)) and text not in empty for text in bare)


def _unworded(sources: DrawnFrom, item: StatedItem, law: Law) -> Iterator[Lack]:
    """Of what is printed from the library: that it is there, part by part, in the language of the document."""
    if item.wording_of is None:
        return
    parts = law.children(item.wording_of) if law.has_provision(item.wording_of) else ()
    lang = sources.request.lang
    unread = [
        p.id for p in parts if not any(t.lang == lang and t.text and t.status is not Status.UNCERTAIN for t in p.texts)
    ]
    if unread or not parts:
        what = ", ".join(unread) or item.wording_of
        yield Lack(sources.at, f"the law library has no wording of {what} in this language")


def _named(item: StatedItem, law: Law, request: DocumentRequest) -> str:
    """The item in the words of the library, with its citation; by its id alone where the library does not have it."""
    if not law.has_provision(item.item):
        return item.item
    cited = law.instrument_of(item.item).citation
    lang = request.lang if request.lang in cited else next(iter(cited))
    return f"“{in_language(law.provision(item.item).title, request.lang)}” ({law.cite(item.item, lang)}, {item.item})"
