"""Rules on how provisions are cited. Each docstring is the manual of its rule."""

from collections.abc import Iterator, Mapping

from referral.diagnostics import Diagnostic, error
from referral.law.cite import cite, forms_of
from referral.law.files import Loaded
from referral.law.model import CitationExample, Instrument, Provision
from referral.schema_errors import nearest
from referral.yaml_reader import Loc

Found = tuple[Loc, str, str]  # where, language, form


def missing_citation(loaded: Loaded) -> Iterator[Diagnostic]:
    """Every provision can be cited in every form that its instrument has, in every language that has a style."""
    for file in loaded.files:
        for loc, provision in file.provisions():
            for lang, form in _forms(file.instrument):
                failure = _failure(file.instrument, provision, lang, form)
                if failure:
                    yield error(file.at(*loc, "number"), "missing-citation", failure)


def citation_example(loaded: Loaded) -> Iterator[Diagnostic]:
    """The examples of an instrument come out as written: they pin down what the patterns mean."""
    for file in loaded.files:
        provisions = {p.id: p for _, p in file.provisions()}
        for n, example in enumerate(file.instrument.examples):
            for message, hint in _unlike(file.instrument, provisions, example):
                yield error(file.at("instrument", "examples", n, "text"), "citation-example", message, hint)


def _unlike(
    instrument: Instrument, provisions: Mapping[str, Provision], example: CitationExample
) -> Iterator[tuple[str, str | None]]:
    """What is wrong with an example, and the provision that may have been meant."""
    provision = provisions.get(example.provision)
    if provision is None:
        message = f'there is no provision "{example.provision}" in this file'
        yield message, nearest(example.provision, provisions)
        return
    found = _failure(instrument, provision, example.lang, example.form)
    found = found or cite(instrument, provision, example.lang, example.form)
    if found != example.text:
        yield f"it comes out as: {found}", None


def _forms(instrument: Instrument) -> Iterator[tuple[str, str]]:
    for lang in instrument.citation:
        for form in sorted(forms_of(instrument, lang)):
            yield lang, form


def _failure(instrument: Instrument, provision: Provision, lang: str, form: str) -> str | None:
    try:
        cite(instrument, provision, lang, form)
    except LookupError as failure:
        return str(failure)
    return None
