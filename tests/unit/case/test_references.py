"""References and terms are found by the types of fields, nested ones included."""

from referral.case.model import SECTIONS, Case
from referral.case.model.root import DocumentRequest
from referral.case.references import fields_with_references, references, terms
from tests.unit.builder import case, citation, fact, item, mapping, person


def found(section: str, entry: dict[str, object]) -> list[tuple[tuple[str | int, ...], str]]:
    (entity,) = case(**{section: [entry]}).section(section)
    return [(path, target) for path, _, target in references(entity)]


def test_references_of_a_fact_are_found_in_lists_and_citations():
    entry = fact("F-001", persons=["PER-001", "PER-002"], citations=[citation("EV-0001", speaker="SRC-09")])

    assert [
        (("persons", 0), "PER-001"),
        (("persons", 1), "PER-002"),
        (("citations", 0, "evidence"), "EV-0001"),
        (("citations", 0, "speaker"), "SRC-09"),
    ] == found("facts", entry)


def test_references_in_optional_parts_are_found():
    account = {"person": "PER-001", "kind": "statement", "place": "PL-01", "prior_accounts": ["EV-0002"]}

    assert [
        (("source",), "SRC-01"),
        (("account", "person"), "PER-001"),
        (("account", "place"), "PL-01"),
        (("account", "prior_accounts", 0), "EV-0002"),
    ] == found("evidence", item(account=account))


def test_what_is_not_given_is_no_reference():
    assert [(("charge",), "CH-01"), (("evidence",), "EV-0001")] == found("mappings", mapping())
    assert [] == found("persons", person())


def test_a_reference_knows_the_sections_it_may_lead_to():
    (entity,) = case(mappings=[mapping(fact="F-001")]).mappings

    assert [("charges",), ("facts",)] == [ref.sections for _, ref, _ in references(entity)]


def test_terms_are_found_in_lists_and_in_parts_each_with_its_section():
    citizenship = {"state": "XX", "how": "imposed"}
    (one,) = case(persons=[person(service="conscript", citizenships=[citizenship])]).persons
    (told,) = case(facts=[fact(topics=["episode", "pattern"])]).facts

    assert [
        (("citizenships", 0, "how"), "how_acquired", "imposed"),
        (("service",), "service", "conscript"),
    ] == [(path, term.section, word) for path, term, word in terms(one)]
    assert [(("topics", 0), "episode"), (("topics", 1), "pattern")] == [(path, word) for path, _, word in terms(told)]


def test_every_section_named_by_a_reference_exists():
    models = [Case.model_fields[name].annotation.__args__[0] for name in SECTIONS]  # type: ignore[union-attr]
    refs = [ref for model in (*models, DocumentRequest) for _, ref, _ in fields_with_references(model) if ref]

    assert len(refs) > 20
    assert {section for ref in refs for section in ref.sections} <= set(SECTIONS)
