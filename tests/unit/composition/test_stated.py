"""What a kind of document must state, as `document.yaml` gives it: what it names exists in the model of a case."""

from pathlib import Path

import pytest

from referral.app.project import Sources
from referral.composition.kinds import Library, load_templates
from referral.errors import TemplateError
from tests.unit.builder import shipped_law

NOTICE = "notice-of-suspicion"


def with_items(folder: Path, items: str) -> Library:
    (folder / "letter").mkdir()
    head = f'schema_version: "1"\ntitle: {{en: Letter}}\nprofiles: [public]\nmust_state:\n{items}'
    (folder / "letter/document.yaml").write_text(head)
    (folder / "letter/en.xml.j2").write_text("<document/>")
    return load_templates([folder])


def test_keys_and_roots_are_taken_as_they_are_written(tmp_path: Path):
    library = with_items(
        tmp_path, "  - {item: x.1, needs: {person.identity: [birth_date, residence|residence_unknown]}}\n"
    )

    (item,) = library.kinds["letter"].must_state
    assert {"person.identity": ("birth_date", "residence|residence_unknown")} == item.needs


@pytest.mark.parametrize(
    ("needs", "message"),
    [("{person.identity: [birthday]}", 'has no key "birthday"'), ("{people: [id]}", '"people"')],
)
def test_a_key_or_root_that_no_case_has_is_refused(needs: str, message: str, tmp_path: Path):
    with pytest.raises(TemplateError, match=message):
        with_items(tmp_path, f"  - {{item: x.1, needs: {needs}}}\n")


def test_the_shipped_notice_knows_words_that_fill_no_item():
    assert "невідомо" in load_templates(Sources.of().templates).kinds[NOTICE].says_nothing


def test_the_shipped_notice_states_every_item_that_the_law_lists():
    law = shipped_law()
    stated = [item.item for item in load_templates(Sources.of().templates).kinds[NOTICE].must_state]
    parent = law.parents(stated[0])[0].id

    assert [p.id for p in law.children(parent)] == [item for item in stated if item != parent]
    assert parent in stated
