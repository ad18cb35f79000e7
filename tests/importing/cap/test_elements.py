from __future__ import annotations

from reader.importing.cap.elements import Part, part_of
from reader.importing.safe_xml import parse_xml


def part(markup: str) -> Part:
    return part_of(parse_xml(markup.encode(), "f"))


def test_texts_are_found_by_name_whatever_the_namespace_and_the_capitals() -> None:
    found = part(
        '<c:alert xmlns:c="urn:x"><c:Sender> met </c:Sender><status/>'
        "<c:note><![CDATA[a<b]]></c:note></c:alert>"
    )
    assert found.text("sender") == "met"
    assert found.text("status") is None
    assert found.text("status", "note") == "a<b"
    assert found.place == "1:1"


def test_repeated_elements_keep_their_order() -> None:
    found = part("<info><category>Met</category><category>Geo</category></info>")
    assert found.all("category") == ("Met", "Geo")
    assert found.all("event") == ()


def test_elements_in_elements_are_parts_and_a_name_and_value_may_be_text() -> None:
    found = part(
        "<info><eventCode><valueName>SAME</valueName><value>X</value></eventCode>"
        "<eventCode>SAME=X</eventCode></info>"
    )
    assert [each.text("value") for each in found.inner("eventcode")] == ["X"]
    assert found.all("eventcode") == ("SAME=X",)


def test_elements_of_html_end_lines() -> None:
    found = part("<info><description>a<br/>b <b>c</b><p>d</p>e<ul><li>f</li></ul></description></info>")
    lines = [line.strip() for line in (found.text("description") or "").split("\n") if line.strip()]
    assert lines == ["a", "b c", "d", "e", "f"]


def test_what_is_deeper_than_an_area_is_text() -> None:
    found = part("<alert><info><area><geocode><value>1</value></geocode></area></info></alert>")
    (area,) = found.inner("info")[0].inner("area")
    assert area.text("geocode") == "1"
