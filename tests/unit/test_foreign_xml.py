"""XML from elsewhere brings nothing in but what stands in it."""

from pathlib import Path

import pytest
from lxml import etree

from referral.foreign_xml import declares_type, root_of

OWN_WORDS = b'<!DOCTYPE a [<!ENTITY who "Somebody">]><a>&who;</a>'


def test_words_that_xml_defines_for_itself_are_not_put_in():
    root = root_of(OWN_WORDS)

    assert b"<a>&who;</a>" == etree.tostring(root)
    assert declares_type(root)


def test_a_file_that_xml_refers_to_is_not_read(tmp_path: Path):
    (tmp_path / "secret").write_text("Somebody")
    root = root_of(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file://%s/secret">]><a>&x;</a>' % str(tmp_path).encode())

    assert "Somebody" not in etree.tostring(root, encoding="unicode", method="text")


def test_plain_xml_declares_no_type():
    assert not declares_type(root_of(b"<a/>"))


def test_xml_as_deep_as_nobody_writes_it_is_refused_unless_it_was_asked_for():
    deep = b"<a>" * 300 + b"</a>" * 300

    with pytest.raises(etree.XMLSyntaxError):
        root_of(deep)
    assert "a" == root_of(deep, is_large=True).tag
