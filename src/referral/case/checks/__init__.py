"""The rules over a whole case, one generator each. A rule is added by writing it and naming it in `RULES`."""

from collections.abc import Callable, Iterator

from referral.case.checks import (
    absence,
    absent,
    apart,
    areas,
    authority,
    captures,
    chronology,
    consent,
    custody,
    evidence,
    initials,
    invented,
    items,
    lacking,
    letters,
    people,
    references,
    service,
    together,
)
from referral.case.load import LoadedCase
from referral.diagnostics import Diagnostic

Rule = Callable[[LoadedCase], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    references.ids_are_unique,
    references.references_resolve,
    references.withdrawn_entries_carry_nothing,
    references.nothing_is_part_of_itself,
    references.nothing_names_itself,
    chronology.steps_follow_each_other,
    chronology.entries_lie_before_as_at,
    chronology.incidents_lie_in_period,
    chronology.items_tell_of_the_past,
    evidence.paths_stay_inside,
    evidence.derivatives_name_their_parent,
    evidence.no_file_stands_twice,
    evidence.no_file_is_made_of_itself,
    custody.custody_begins_with_the_capture,
    custody.agents_act_in_their_role,
    custody.digests_follow_the_item,
    custody.copies_are_what_they_are_called,
    custody.originals_are_not_alike,
    captures.open_source_items_are_captured,
    captures.captures_are_verified,
    captures.recording_dates_are_not_publication_dates,
    captures.party_interviews,
    consent.testimony_names_who_gave_it,
    consent.prior_accounts_are_of_the_same_person,
    consent.those_who_speak_are_asked,
    consent.guardians_agree_for_minors,
    people.sensitive_data_is_not_public,
    people.only_acts_name_persons,
    people.placeholders_do_nothing,
    invented.invented_entries_are_of_a_demonstration,
    invented.invented_and_real_stay_apart,
    invented.mappings_are_as_real_as_what_they_map,
    items.one_mapping_once,
    items.one_gap_once,
    items.one_answer_once,
    items.exculpatory_items_are_mapped,
    items.contradictions_are_mapped,
    items.occupation_is_evidenced,
    apart.facts_are_of_their_incidents,
    areas.facts_are_of_one_area,
    apart.numbers_are_not_sums,
    lacking.entries_give_what_is_printed,
    lacking.cases_say_what_they_are_about,
    lacking.charges_give_what_a_notice_says,
    lacking.facts_are_told,
    service.steps_have_an_hour,
    service.publications_can_be_looked_up,
    service.notices_bear_the_day_of_service,
    service.the_absent_are_served,
    service.the_absent_are_defended,
    absence.calls_come_before_their_day,
    absence.absences_are_in_order,
    authority.authority_is_of_the_day,
    together.those_named_were_there,
    together.the_co_accused_are_named,
    together.orders_come_first,
    initials.names_are_whole,
    letters.letters_are_what_they_seem,
    absent.unsettled_entries,
    absent.ids_run_on,
)


def check_entries(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """Every finding of every rule."""
    for rule in RULES:
        yield from rule(loaded)
