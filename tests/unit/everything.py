"""One case with something in every section and nearly every field, for tests that go through all of them."""

import json

from tests.unit.builder import Entry, case_data, charge, citation, fact, header, item, mapping, person, source

NOTE: Entry = {"note": {"uk": "Примітка", "en": "A note"}}


def everything() -> Entry:
    """The case as plain data; it loads without a finding."""
    whole = case_data(case=_header(), documents=_documents(), **_setting(), **_evidence(), **_law())
    data: Entry = json.loads(json.dumps(whole))  # a part written once and used twice would become an anchor in YAML
    return data


def _header() -> Entry:
    party = {"name": "An office", "kind": "other", "address": "A street", "contact": "x@example.org"}
    words = {"summary": "What it is about.", "methodology": "How it was done.", "demonstration": "true"}
    words = {**words, "news": "What is new.", "security": "Kept apart.", "not_done": "Nobody was heard."}
    party = {**party, "contacting": "By e-mail.", "interests": "None."}
    return header(
        title={"en": "A case", "uk": "Справа"}, period="2022", filing_party={**party, "mandate": "A mandate"}, **words
    )


def _documents() -> list[Entry]:
    told: Entry = {"addressee": "An office", "place": "A town", "date": "2024-01-01", "person": "PER-001"}
    told = {**told, "reference": "A-1", "signed_by": "Chair", "asks": ["look into it"]}
    return [{"id": "letter", "lang": "en", "profile": "public", **told}]


def _setting() -> Entry:
    forms = {"gen": "of a chief", "dat": "to a chief"}
    post = {"id": "POST-01", "person": "PER-001", "title": "Chief", "title_forms": forms, "body": "A body"}
    consent = {
        "form": "written",
        "guardian": "guardian-1",
        "limits": "Not to the press.",
        "uses": {"icc": "granted"},
        "given_on": "2022",
    }
    told = {
        "asks": "to be heard",
        "label": "A resident",
        "protected_person_basis": "Lived there.",
        "citizenships": [{"state": "UA"}],
        "accounts_elsewhere": [{"to": "A body", "date": "2022", "form": "spoken"}],
    }
    return {
        "places": [{"id": "PL-01", "name": {"uk": "Село", "en": "A village"}, "aliases": ["Another name"]}],
        "occupation": [{"id": "OCC-01", "place": "PL-01", "authority": "A body", "act": "An act", "start": "2014"}],
        "persons": [
            person("PER-001", named_by="EV-0001", **NOTE),
            person("PER-002", "witness", consent=consent, **told),
        ],
        "units": _units(),
        "postings": [{**post, "rank": "Captain", "duties": "To lead.", "unit": "UNIT-01", "citations": [citation()]}],
        "proceedings": [_proceeding()],
        "incidents": [_incident()],
    }


def _proceeding() -> Entry:
    told = {
        "incidents": ["INC-01"],
        "authority": "A court",
        "number": "N 1",
        "stage": "Open",
        "competence": "By order.",
        "outcome": "None yet",
    }
    day = {"decided_on": "2022", "by": "A head", "citations": [citation()]}
    acting = {
        "groups": [{"kind": "investigators", "number": "3", "members": ["PER-002"], **day}],
        "entrusted": {"number": "4", "to": "An office", "reason": "A reason.", **day},
        "damage": [{"person": "PER-002", "kind": "moral", "text": "Fear.", "amount": "1", "citations": [citation()]}],
    }
    named = {"id": "PR-01", "kind": "pre_trial", "title": "A proceeding", "provisions": ["ex.1"]}
    return {**named, **told, **acting, **_service()}


def _service() -> Entry:
    at: Entry = {"person": "PER-001", "date": "2022-04-01", "time": "09:05", "citations": [citation()]}
    place = {"outlet": "A newspaper", "number": "7", "page": "2", "address": "https://example.org/1", "basis": "An act"}
    step = {**at, "what": "call", "how": "print", "appear_on": "2022-05-01", "result": "Printed.", **place}
    notice = {**at, "what": "notice", "how": "in_person", "dated": "2022-04-01"}
    call = {**at, "capacity": "A suspect", "office": "An office", "contact": "x@example.org", "acts": "a hearing"}
    ruling = {"decided_on": "2022-06-01", "body": "A judge", "number": "1", "citations": [citation()]}
    absence = {"person": "PER-001", "ground": "He left.", "wanted_since": "2022-05", "ruling": ruling}
    counsel = {"person": "PER-001", "appointed": "true", "since": "2022-06"}
    absences = [{**absence, "counsel": counsel, "special_trial": ruling}]
    calls = [{**call, "missed": "true", "good_reason": "Ill."}]
    return {"service": [step, notice], "calls": calls, "absences": absences}


def _incident() -> Entry:
    told = {"date_basis": "As the paper says.", "places": ["PL-01"], "victims": ["PER-002"], "victims_count": "Q-01"}
    return {"id": "INC-01", "title": "A raid", "type": "raid_detention", "date": "2022-03", **told}


def _units() -> list[Entry]:
    above = {"unit": "UNIT-02", "kind": "formal", "start": "2021", "end": "2023", "citations": [citation()]}
    lower = {"id": "UNIT-01", "name": "A unit", "conventional_number": "12345", "aliases": ["The first"]}
    return [{**lower, "superiors": [above]}, {"id": "UNIT-02", "name": "A unit above it"}]


def _evidence() -> Entry:
    locator = {"type": "clip", "value": "00:01:02"}
    account = {
        "person": "PER-002",
        "kind": "statement",
        "taken_by": "investigator-1",
        "language": "uk",
        "signed": "true",
    }
    told: Entry = {"procedural_action": {"name": "Interview", "number": "7", "article": "ex.1"}, "extent": "2 pages"}
    told = {**told, "ern": "XXX-OTP-0000-0001"}
    quantity = {"value": "5", "unit": "persons", "category": "convicted", "scope": "In the district", "wording": "Five"}
    correction = {"says": "Article 2", "correct": "Article 1", "provisions": ["ex.1"]}
    return {
        "sources": [source(name={"en": "A body"}, connection="Was there."), source("SRC-02", kind="media")],
        "evidence": [
            item("EV-0001", subtype="record", publisher="A paper", account=account, files=[_file()], **told),
            item("EV-0002", "SRC-02", captures=[_capture()], custody=[_event()], release_permissions=[_permission()]),
        ],
        "corrections": [{"id": "COR-01", "citation": citation(), **correction}],
        "facts": [
            fact("F-001", "EV-0001", topics=["episode"], persons=["PER-001"], places=["PL-01"], incidents=["INC-01"]),
            fact("F-002", citations=[citation("EV-0002", locator=locator, quote={"uk": "слова"}, speaker="SRC-01")]),
        ],
        "disclosures": [_handed_over()],
        "quantities": [{"id": "Q-01", **quantity, "caution": "Not all.", "citations": [citation()]}],
    }


def _handed_over() -> Entry:
    told: Entry = {"items": ["EV-0001"], "documents": ["letter.en.pdf"], "basis": "A request.", "receipt": "9"}
    return {"id": "DIS-001", "to": "An office", "profile": "prosecution", "on": "2023", "level": "confidential", **told}


def _permission() -> Entry:
    told = {"number": "8", "extent": "All.", "allows": "whole"}
    return {"by": "A prosecutor", "given_on": "2023", "recipients": ["public"], **told}


def _file() -> Entry:
    digest = {"algorithm": "sha256", "value": "0" * 64}
    second = {"algorithm": "sha512", "value": "0" * 128}
    stamp = {"kind": "rfc3161", "path": "files/x.tsr", "day": "2022-05-02", "by": "An authority"}
    checked_by = {"certificates": "files/x.pem"}
    known = {"digest": digest, "second_digest": second, "timestamps": [{**stamp, **checked_by}]}
    return {"path": "files/x.txt", "role": "original", "size": "4", **known}


def _capture() -> Entry:
    addresses = {"url": "https://example.org/x", "archive_urls": ["https://example.org/y"]}
    return {**addresses, "captured_at": "2022-04", "collector": "collector-1", "tool": "A tool", **_kept()}


def _kept() -> Entry:
    flags = ("embedded_media", "embedded_metadata", "context", "collection_data")
    return {"conversions": "Colours were lost.", **dict.fromkeys(flags, "true")}


def _event() -> Entry:
    hands = {"agent": "A-1", "received_from": "A-2", "handed_to": "A-3"}
    found = {"condition": "Whole.", "outcome": "success", "record": "Record No. 2", "place": "PL-01"}
    return {"type": "transfer", "at": "2022-05", **hands, **found, "purpose": "To keep it.", "seal": "No. 1"}


def _law() -> Entry:
    reason = {"charge": "CH-01", "element": "ex.1/3", "reason": "Not needed.", "by": "analyst-1"}
    answer = {"question": "ask.scale", "answer": "yes", "text": "Many were harmed.", "facts": ["F-001"]}
    weighed: Entry = {"reviewed_by": "reviewer-1", "answer": "He was there.", "corroborates": ["F-002"]}
    charged: Entry = {
        "person": "PER-001",
        "mode": "ex.3",
        "breaches": ["xs.1"],
        "incidents": ["INC-01"],
        "proceeding": "PR-01",
        "responsibility": {"level": "direct", "reason": "He was there."},
    }
    return {
        "charges": [charge(conduct="taking away", **charged), charge("CH-02")],
        "mappings": [mapping("M-001", fact="F-001", **weighed), mapping("M-002", evidence="EV-0002")],
        "justified_gaps": [{"id": "GAP-01", **reason}],
        "leads": [_lead()],
        "answers": [{"id": "AN-001", **answer, "by": "lawyer-1", "reviewed_by": "reviewer-1", "reviewed_on": "2022"}],
        "considered": [{"id": "CON-01", "provision": "ex.4", "reason": "Too early.", "facts": ["F-001"]}],
        "open_questions": [{"id": "OQ-01", "text": "When was it?", "about": ["F-001"]}],
    }


def _lead() -> Entry:
    told = {
        "what": "a register",
        "holder": "An office has it.",
        "shows": "It may show names.",
        "caution": "Ask nobody.",
    }
    about = {"persons": ["PER-001"], "units": ["UNIT-01"], "incidents": ["INC-01"], "elements": ["ex.1/1"]}
    lost = {"perishability": "urgent", "perishes": "It is being moved."}
    return {
        "id": "LEAD-01",
        "kind": "register",
        "confidentiality": "public",
        **told,
        **about,
        **lost,
        "citations": [citation()],
    }
