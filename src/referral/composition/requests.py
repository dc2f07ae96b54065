"""Which documents a case asks for: the rules over its requests, and the name of the file each becomes.

`unknown-document`, `unknown-language`, `unknown-profile`: a request for what no template folder or table has.
`not-for-profile`: a document that the recipient may not have.
`several-suspects`: a document about one suspect, in a case that charges several, without saying whom.
`not-charged`: a document about a suspect, for a person whom the case does not charge, or in a case that charges none.
`several-persons`: a document about one person of a role, in a case with several of them, without saying whom.
`not-in-role`: a document about or by a person of a role, for a person of another one, or in a case where nobody has it.
`charged-elsewhere`: a document on one forum's law, with charges under other law only; add one or drop the document.
`unknown-annex`: a level for an annex that the document does not have, or that its recipient does not get.
`lowered-annex`: a level of an annex below that which the document asks for, or beyond what its recipient may see.
`letterhead-refused`: a letterhead that is not there, or holds what could run, fetch or embed something.
`same-file`: two requests that would become one file, so that the later would replace the earlier.
"""

from collections.abc import Iterable, Iterator

from referral.case.load import LoadedCase
from referral.case.model import Case, DocumentRequest, RoleName
from referral.composition.kinds import DocumentKind, Library
from referral.diagnostics import Diagnostic, Related, error
from referral.language import known_languages
from referral.law import Law
from referral.law.model import Forum
from referral.protection.profiles import PROFILES, higher
from referral.schema_errors import nearest

Problem = tuple[str, str, str, str | None]


def check_requests(loaded: LoadedCase, library: Library, law: Law) -> Iterator[Diagnostic]:
    """Every finding about the `documents` of a case."""
    for index, request in enumerate(loaded.case.documents):
        for name, rule, message, hint in problems(request, loaded.case, library, law):
            yield error(loaded.origin.position(("documents", index, name)), rule, message, hint)
    yield from _one_file_each(loaded, library)


def _one_file_each(loaded: LoadedCase, library: Library) -> Iterator[Diagnostic]:
    """`same-file`"""
    for index, earlier in same_files(loaded.case.documents, loaded.case, library):
        first = Related(loaded.origin.position(("documents", earlier)), "the first is here")
        name = stem(loaded.case.documents[index], loaded.case, library)
        message = f"this would be written over another document of the list, {name}; keep one, or another recipient"
        yield error(loaded.origin.position(("documents", index)), "same-file", message, None, first)


def same_files(requests: Iterable[DocumentRequest], case: Case, library: Library) -> Iterator[tuple[int, int]]:
    """The places of the requests that would be written over an earlier one, each with the place of that one."""
    first: dict[tuple[str, str], int] = {}
    for index, request in enumerate(requests):
        if request.id in library.kinds:
            earlier = first.setdefault((request.profile, stem(request, case, library)), index)
            if earlier != index:
                yield index, earlier


def problems(request: DocumentRequest, case: Case, library: Library, law: Law) -> Iterator[Problem]:
    """What is wrong with one request: field, rule, message, hint."""
    kind = library.kinds.get(request.id)
    if kind is None:
        yield "id", "unknown-document", f'there is no document "{request.id}"', nearest(request.id, library.kinds)
        return
    yield from _language(request, kind, library)
    if request.profile not in PROFILES:
        known = ", ".join(PROFILES)
        yield "profile", "unknown-profile", f'there is no profile "{request.profile}"', f"profiles: {known}"
    elif request.profile not in kind.profiles:
        allowed = ", ".join(kind.profiles)
        message = f'the profile "{request.profile}" may not have "{kind.id}"'
        yield "profile", "not-for-profile", message, f"profiles that may: {allowed}"
    elif kind.about_person and (faults := list(_about_whom(request, case, kind))):
        yield from faults
    elif kind.filed_by and request.person and request.person not in may_file(kind, case):
        message = (
            f"{request.person} has not the role “{kind.filed_by.value}”, in which one files “{request.id}” oneself"
        )
        yield "person", "not-in-role", message, "give the person this role, or leave “person” out: the party files it"
    elif kind.forum:
        yield from _in_forum(resolved(request, case, library), case, law, kind.forum)
    if request.profile in kind.profiles:
        yield from _annexes(request, kind)


def _language(request: DocumentRequest, kind: DocumentKind, library: Library) -> Iterator[Problem]:
    if request.lang not in library.languages(kind.id):
        known = ", ".join(library.languages(kind.id))
        yield "lang", "unknown-language", f'"{kind.id}" has no source in "{request.lang}"', f"languages: {known}"
    elif request.lang not in known_languages():
        known = f"languages: {', '.join(known_languages())}; a new one is a folder in language/, see docs/templates.md"
        yield "lang", "unknown-language", f'the program has no words of the language "{request.lang}"', known


def _annexes(request: DocumentRequest, kind: DocumentKind) -> Iterator[Problem]:
    """Levels may be raised, up to what the recipient sees, and only of annexes that he gets."""
    declared = {annex.id: annex.level[request.profile] for annex in kind.annexes if request.profile in annex.level}
    for wanted in request.annexes:
        level, least = wanted.level, declared.get(wanted.id)
        if least is None:
            known = f"annexes for this profile: {', '.join(declared) or 'none'}"
            yield "annexes", "unknown-annex", f"“{kind.id}” has no annex {wanted.id} for this recipient", known
        elif higher(level) < higher(least):
            message = f"annex {wanted.id} is “{least.value}” at least, and can only be raised above that"
            yield "annexes", "lowered-annex", message, f"leave the level “{level.value}” out"
        elif not PROFILES[request.profile].may_see(level):
            message = (
                f"the profile “{request.profile}” may not see what is “{level.value}”, as annex {wanted.id} would be"
            )
            yield "annexes", "lowered-annex", message, "give the document another profile, or the annex a lower level"


def _about_whom(request: DocumentRequest, case: Case, kind: DocumentKind) -> Iterator[Problem]:
    """A document about one person is about somebody of whom it can be, and says about whom."""
    if isinstance(kind.about_person, RoleName):
        yield from _of_role(request, persons_meant(kind, case), kind.about_person)
    else:
        yield from _charged(request, suspects(case))


def _charged(request: DocumentRequest, charged: list[str]) -> Iterator[Problem]:
    """A document that calls a person a suspect is about somebody whom the case charges."""
    nobody = f"the case charges no person, and “{request.id}” is about one; add the charge or leave the document out"
    several = f"the case charges {', '.join(charged)}; say in “person” whom this document is about"
    other = f'the case does not charge "{request.person}"'
    yield from _one_of(request, charged, ("not-charged", nobody), ("several-suspects", several), other, "charged")


def _of_role(request: DocumentRequest, found: list[str], role: RoleName) -> Iterator[Problem]:
    """A document about a person of a role is about somebody who has it."""
    nobody = f"nobody has the role “{role.value}”, and “{request.id}” is about one who has; leave the document out"
    several = f"{', '.join(found)} have the role “{role.value}”; say in “person” whom this document is about"
    other = f"{request.person} has not the role “{role.value}”"
    yield from _one_of(request, found, ("not-in-role", nobody), ("several-persons", several), other, "who has it")


def _one_of(
    request: DocumentRequest,
    found: list[str],
    nobody: tuple[str, str],
    several: tuple[str, str],
    other: str,
    known: str,
) -> Iterator[Problem]:
    """What is wrong unless a document is about one of these persons: rule and message for each way to go wrong."""
    if not found:
        yield "id", *nobody, None
    elif request.person is None and len(found) > 1:
        yield "id", *several, None
    elif request.person is not None and request.person not in found:
        yield "person", nobody[0], other, f"{known}: {', '.join(found)}"


def _in_forum(request: DocumentRequest, case: Case, law: Law, forum: Forum) -> Iterator[Problem]:
    """A document on the law of one forum has a charge to tell of: of its person where it is about one."""
    charges = [c for c in case.charges if not c.is_withdrawn and request.person in (None, c.person)]
    found = {law.instrument_of(c.provision).forum for c in charges}
    if found and forum not in found:
        who = f"{request.person} is" if request.person else "all are"
        message = f"“{request.id}” is about charges under “{forum.value}” law, and {who} charged under other law only"
        named = ", ".join(f"{c.id} ({c.provision})" for c in charges)
        yield "id", "charged-elsewhere", message, f"add such a charge, or leave the document out; charged: {named}"


def may_file(kind: DocumentKind, case: Case) -> list[str]:
    """The persons who may file such a document for themselves."""
    return _having(kind.filed_by, case) if kind.filed_by else []


def filer(request: DocumentRequest, library: Library) -> str | None:
    """The person who files the document himself; None: the party that the case names."""
    return request.person if library.kinds[request.id].filed_by else None


def suspects(case: Case) -> list[str]:
    """The persons charged, each once, in the order of the charges."""
    return list(dict.fromkeys(c.person for c in case.charges if c.person and not c.is_withdrawn))


def persons_meant(kind: DocumentKind, case: Case) -> list[str]:
    """The persons of whom such a document can be; none for a kind that is about nobody alone."""
    role = kind.about_person
    if isinstance(role, RoleName):
        return _having(role, case)
    return suspects(case) if role else []


def _having(role: RoleName, case: Case) -> list[str]:
    return [p.id for p in case.persons if p.has_role(role) and not p.is_withdrawn]


def resolved(request: DocumentRequest, case: Case, library: Library) -> DocumentRequest:
    """The request with the person filled in where the document is about one and the case has only one."""
    found = persons_meant(library.kinds[request.id], case)
    return request if request.person or not found else request.model_copy(update={"person": found[0]})


def stem(request: DocumentRequest, case: Case, library: Library) -> str:
    """`<document>.<lang>`, with the code of the person where the case has several; never a name."""
    return stem_of(request, case, library.kinds[request.id])


def annex_stem(name: str, letter: str) -> str:
    """`<document>.annex-m.<lang>`, of an annex in a file of its own, where that of the document is `name`."""
    document, _, lang = name.rpartition(".")
    return f"{document}.annex-{letter.lower()}.{lang}"


def stem_of(request: DocumentRequest, case: Case, kind: DocumentKind) -> str:
    """See `stem`."""
    is_of_one_person = len(persons_meant(kind, case)) > 1 or (kind.filed_by and request.person)
    name = f"{request.id}-{request.person}" if is_of_one_person else request.id
    return f"{name}.{request.lang}".lower()
