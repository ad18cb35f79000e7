from __future__ import annotations

import pytest

from reader.importing.cap.finding import Document, alerts_in
from reader.importing.observation import CannotImport
from tests.importing.cap.alerts import alert

SIGNATURE = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'
ENTRY = (
    '<entry xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2"><id>{}</id><title>Rain</title>'
    "<published>2025-03-01T08:00:00Z</published><updated>2025-03-02T08:00:00Z</updated>{}</entry>"
)


def found(document: str) -> Document:
    return alerts_in(document.encode(), "f", None)


def identifiers(document: str) -> list[str | None]:
    return [each.part.text("identifier") for each in found(document).alerts]


def test_a_signed_alert_is_known_as_such() -> None:
    assert [each.is_signed for each in found(f"<x>{alert()}{alert(extra=SIGNATURE)}</x>").alerts] == [
        False,
        True,
    ]


def test_an_alert_within_an_alert_is_none() -> None:
    assert identifiers(alert(extra=f"<code>{alert(identifier='inner')}</code>")) == ["hw-1"]


def test_an_element_called_alert_is_none_unless_it_has_what_an_alert_has() -> None:
    assert identifiers("<x><alert>Look!</alert><alert><text>x</text></alert></x>") == []


def test_places_are_lines_of_the_file_also_behind_other_documents() -> None:
    document = f"\n\n<?xml version='1.0'?>\n{alert()}\n\n<?xml version='1.0'?>\n{alert()}"
    assert [each.part.place for each in found(document).alerts] == ["4:1", "7:1"]
    assert [each.part.place for each in found(f"\n{alert()}").alerts] == ["2:1"]


@pytest.mark.parametrize(
    ("identifier", "own"),
    [
        ("http://localhost/alerts/urn:oid:2.49.0.1", "urn:oid:2.49.0.1"),
        ("http://localhost/get.php?x=HW125", "HW125"),
        ("urn:oid:2.49.0.1", "urn:oid:2.49.0.1"),
        ("tag:hewan.example,2025:7", "tag:hewan.example,2025:7"),
    ],
)
def test_the_identifier_of_an_entry_is_the_end_of_its_address(identifier: str, own: str) -> None:
    (index,) = found(f"<feed>{ENTRY.format(identifier, '<cap:event>Rain</cap:event>')}</feed>").alerts
    assert index.is_index
    assert index.part.text("identifier") == own
    assert index.part.text("sent") == "2025-03-01T08:00:00Z"


def test_an_entry_s_own_elements_outweigh_those_of_the_feed() -> None:
    own = "<cap:identifier>hw-7</cap:identifier><cap:event>Rain</cap:event>"
    own += "<cap:message_type>Update</cap:message_type>"
    (index,) = found(f"<feed>{ENTRY.format('x', own)}</feed>").alerts
    assert (index.part.text("identifier"), index.part.text("msgtype")) == ("hw-7", "Update")


def test_an_entry_without_elements_of_cap_is_none() -> None:
    assert identifiers(f"<feed>{ENTRY.format('x', '')}</feed>") == []


@pytest.mark.parametrize(
    ("document", "title"),
    [
        (f"<feed><title>预警</title>{alert()}</feed>", "预警"),
        (f"<rss><channel><title> 预警 </title><item>{alert()}</item></channel></rss>", "预警"),
        (alert(), None),
    ],
)
def test_a_feed_has_a_title(document: str, title: str | None) -> None:
    assert found(document).title == title


def test_html_about_an_alert_in_a_feed_is_no_alert() -> None:
    assert (
        identifiers(
            "<rss><channel><item><description>&lt;p&gt;alert&lt;br&gt;</description></item></channel></rss>"
        )
        == []
    )


def test_one_broken_document_is_refused_as_itself() -> None:
    with pytest.raises(CannotImport, match=r"f:1:\d+"):
        found(alert()[:-30])
