"""A template that is wrong stops the build and says which template, line and expression; an own one replaces ours."""

from pathlib import Path

import pytest

from referral.app.build import compose_document
from referral.app.project import Sources, load_case
from referral.case.model import DocumentRequest
from referral.composition.kinds import load_templates
from referral.document.walk import body_blocks
from referral.errors import DocumentError, ReferralError, TemplateError
from referral.language.phrases import Phrases

SMALL = Path(__file__).parent.parent.parent / "golden/data/small-case"


ROWS = """{% macro row(n) %}<tr><td>
{{ CELL }}</td></tr>{% endmacro %}
<document><table widths="1">{{ rows([1, 2], row) }}</table></document>"""


def composed(folder: Path, source: str | bytes) -> list[str]:
    """The words of a document whose template is the user's own."""
    (folder / "evidence-annex").mkdir(parents=True)
    (folder / "evidence-annex/en.xml.j2").write_bytes(source if isinstance(source, bytes) else source.encode())
    project = load_case(SMALL, Sources.of(templates=folder))
    request = DocumentRequest(id="evidence-annex", lang="en", profile="public")
    return list(body_blocks(compose_document(project, request).document))


def test_an_own_template_replaces_the_shipped_one_of_the_same_name(tmp_path: Path):
    assert ["Own words"] == composed(tmp_path, "<document><p>Own words</p></document>")


@pytest.mark.parametrize(
    ("source", "error", "parts"),
    [
        ("<document>\n<p><s from='case.title F-77'>a</s></p></document>", TemplateError, ("en.xml.j2:2", '"F-77"')),
        ("<document>\n<p><s from='case.nothing'>a</s></p></document>", TemplateError, ("en.xml.j2:2", "case.nothing")),
        ("<document>\n<p>{{ no_such_name }}</p></document>", TemplateError, ("en.xml.j2:2", "no_such_name")),
        ("<document>\n<p>{{ case.no_such }}</p></document>", TemplateError, ("en.xml.j2:2", "no_such")),
        ("<document>\n\n<p>{{ person('PER-999') }}</p></document>", TemplateError, ("en.xml.j2:3", "PER-999")),
        ("<document><p>{{ word('no.such') }}</p></document>", TemplateError, ("words.en.yaml", "no.such")),
        ("<document><p>{% if %}</p></document>", TemplateError, ("en.xml.j2:1", "<p>{% if %}</p>")),
        ("<document>\n<p>{{ 1 / 0 }}</p></document>", TemplateError, ("en.xml.j2:2", "ZeroDivisionError", "1 / 0")),
        ("<document>\n<p>{{ range(999999999) }}</p></document>", TemplateError, ("en.xml.j2:2", "range(999999999)")),
        ("<document>\n<p>{{ '%d' % 'x' }}</p></document>", TemplateError, ("en.xml.j2:2", "'%d' % 'x'")),
        ("<document>\n<p>{{ case.case.title }}</p></document>", TemplateError, ("en.xml.j2:2", "| t", "{{ case.case")),
        ("<document>\n<p>{{ case.facts[0] }}</p></document>", TemplateError, ("en.xml.j2:2", "keys: id", "facts[0]")),
        ("<document>\n<p>{{ case.facts }}</p></document>", TemplateError, ("en.xml.j2:2", "a list", "{{ case.facts")),
        ("<document>\n<p>{{ case.case.as_at }}</p></document>", TemplateError, ("en.xml.j2:2", "| date", "as_at")),
        ("<document>\n<p>{{ none }}</p></document>", TemplateError, ("en.xml.j2:2", "nothing", "{{ none }}")),
        ("<document>\n<p>{{ true }}</p></document>", TemplateError, ("en.xml.j2:2", "yes or no", "{{ true }}")),
        ("<document>\n<p>{{ 'x' ~ case.case.title }}</p></document>", TemplateError, ("en.xml.j2:2", "| t", "'x' ~ ")),
        ("<document>\n<p>{{ missing(case.facts[0]) }}</p></document>", TemplateError, ("en.xml.j2:2", "keys: id")),
        (ROWS.replace("CELL", "[n]"), TemplateError, ("en.xml.j2:2", "a list", "{{ [n] }}")),
        ("<document>\n<p>{{ word(3) }}</p></document>", TemplateError, ("en.xml.j2:2", "word(3)")),
        ("<document>{% import 'no-such' as m %}</document>", TemplateError, ("en.xml.j2:1", "no-such")),
        (b"<document><p>\xff</p></document>", TemplateError, ("evidence-annex/en.xml.j2", "utf-8")),
        (ROWS.replace("CELL", "no_such_name"), TemplateError, ("en.xml.j2:2", "no_such_name", "{{ no_such_name }}")),
        (ROWS.replace("CELL", "n / 0"), TemplateError, ("en.xml.j2:2", "ZeroDivisionError", "{{ n / 0 }}")),
        ("<document><p>{{ ''.__class__.__mro__ }}</p></document>", TemplateError, ("unsafe",)),
        ("<document><p>{{ person.__self__ }}</p></document>", TemplateError, ("unsafe",)),
        ("<document><p>{{ person|attr('__func__') }}</p></document>", TemplateError, ("__func__",)),
        ("<document><p>{{ case.update({}) }}</p></document>", TemplateError, ("en.xml.j2:1",)),
        ("<document><script>x</script></document>", DocumentError, ("evidence-annex/en.xml.j2", "script")),
        ("<document><p></p></document>", DocumentError, ("evidence-annex/en.xml.j2",)),
        (
            '<document>\n<p>See <ref to="nowhere"/>.</p></document>',
            DocumentError,
            ("evidence-annex/en.xml.j2:2", '"nowhere", which does not exist', '<p>See <ref to="nowhere"/>.</p>'),
        ),
        (
            "<document><p>{% for n in [1, 2] %}<ref to='x-{{ n }}'/>{% endfor %}</p></document>",
            DocumentError,
            ("evidence-annex/en.xml.j2: ", '"x-1"', '"x-2"'),
        ),
    ],
)
def test_a_wrong_template_stops_the_build_and_says_where(
    tmp_path: Path, source: str | bytes, error: type[ReferralError], parts: tuple[str, ...]
):
    with pytest.raises(error) as caught:
        composed(tmp_path, source)
    assert [] == [part for part in parts if part not in str(caught.value)], str(caught.value)


def test_text_of_a_case_is_never_a_template(tmp_path: Path):
    project_text = "<document><p>{{ '{{ 7*7 }} <b>' }}</p></document>"
    assert ["{{ 7*7 }} <b>"] == composed(tmp_path, project_text)


@pytest.mark.parametrize("phrase", ["{", "{}", "{0}", "{n.real}", "{n[0]}", "{n.__class__}", "{other}", "{n:nothing}"])
def test_a_phrase_that_cannot_be_filled_is_named(phrase: str):
    with pytest.raises(TemplateError, match=r'words\.en\.yaml: the phrase "a\.b" cannot be filled; it may hold \{n\}'):
        Phrases({"a": {"b": phrase}}, "en")("a.b", n=1)


def test_a_document_cannot_call_itself_otherwise_than_its_folder(tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/document.yaml").write_text("id: ../x\ntitle: {en: X}\nprofiles: [internal]\n")
    with pytest.raises(TemplateError, match=r'document\.yaml: a document is called after its folder, "own"'):
        load_templates([tmp_path])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("profiles: [publik]", 'document.yaml:2:11: "profiles": there is no profile "publik"; nearest: public'),
        ("profiles: [public]\nuse: icg", 'document.yaml:3:6: "use": there is no use of an account "icg"; nearest: icc'),
        ("profiles: [public]\nforum: moon", 'document.yaml:3:8: "forum": “moon” is not one of'),
        ("profiles: [public]\nforun: icc", 'document.yaml:3:1: there is no key "forun" here; nearest: forum'),
        ("profiles: [public]", "document.yaml: “own” has no source in any language; write own/<lang>.xml.j2"),
    ],
)
def test_a_fault_of_the_description_of_a_document_is_told_at_its_place(line: str, told: str, tmp_path: Path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own/document.yaml").write_text(f"title: {{en: X}}\n{line}\n")
    with pytest.raises(TemplateError) as caught:
        load_templates([tmp_path])
    assert told in str(caught.value)
