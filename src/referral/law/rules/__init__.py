"""The rules over a law library. A rule is called by the name of its function, and its docstring is its manual."""

from collections.abc import Callable, Iterator

from referral.diagnostics import Diagnostic
from referral.law.files import Loaded
from referral.law.rules import (
    citations,
    collection,
    companions,
    editions,
    elements,
    forms,
    languages,
    limbs,
    pinned,
    questions,
    references,
    sources,
    subjects,
    wording,
)

Rule = Callable[[Loaded], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    references.duplicate_id,
    references.file_name,
    references.foreign_id,
    references.unknown_parent,
    references.item_without_parent,
    references.unknown_breach,
    references.breach_of_no_rule,
    references.unknown_doubt,
    references.unknown_footnote,
    references.unknown_means_of_proof,
    sources.unknown_source,
    sources.unused_source,
    references.unknown_authority,
    editions.reversed_dates,
    editions.reversed_years,
    editions.overlapping_editions,
    editions.edition_gap,
    editions.outlived_provision,
    editions.outlived_parent,
    editions.unequal_editions,
    wording.uncertain_wording,
    wording.missing_wording,
    sources.missing_source,
    wording.verified_secondary,
    wording.working_law,
    wording.unmarked_translation,
    wording.missing_title,
    wording.missing_act,
    wording.missing_figures,
    languages.unknown_language,
    elements.element_numbers,
    elements.element_id,
    elements.missing_breakdown,
    elements.own_breakdown,
    elements.unmarked_own_translation,
    elements.lonely_alternative,
    forms.lonely_form,
    forms.unknown_form,
    limbs.lonely_limb,
    limbs.repeated_limb,
    limbs.misquoted_limb,
    collection.unknown_kind,
    citations.missing_citation,
    citations.citation_example,
    pinned.changed_wording,
    pinned.lost_wording,
    subjects.unknown_subject,
    subjects.wrong_subject,
    companions.one_sided_relation,
    companions.repeated_relation,
    companions.unsourced_relation,
    companions.unconfirmed_relation,
    languages.missing_language,
    questions.misplaced_question,
    questions.misplaced_condition,
    questions.missing_citizenship,
    questions.missing_sought,
    questions.pitfall_without_condition,
    questions.unknown_statute,
)


def rule_id(rule: Rule) -> str:
    """The id under which findings name a rule."""
    return rule.__name__.replace("_", "-")
