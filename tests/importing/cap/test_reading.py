from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.printable import is_printable
from reader.importing.cap.kind import CAP
from reader.importing.cap.prose import plain_from
from reader.importing.observation import CannotImport
from tests.importing.cap.alerts import (
    CAP_11,
    CAP_12,
    alert,
    alert_of,
    bare,
    info,
    info_of,
    notice,
    notices,
    read,
    said,
)
from tests.importing.checked import WISHES, errors, imports_of

ATOM = "http://www.w3.org/2005/Atom"
SECOND = alert(identifier="hw-2", sent="2025-03-02T08:00:00+08:00")


def test_an_alert_alone_is_an_edition_of_notices_on_the_day_it_was_sent() -> None:
    (edition,), told = read(alert(sent="2025-03-01T23:30:00-05:00"))
    assert (edition.paper, edition.date, edition.sections) == ("河湾市气象台", dt.date(2025, 3, 1), ())
    assert edition.language == "zh-CN"
    assert "paper" in edition.inferred
    assert "named after who issued them" in said(told)


def test_what_is_wished_outweighs_the_alert() -> None:
    wishes = WISHES._replace(paper="河湾日报", date=dt.date(2025, 3, 5), timezone="Asia/Tokyo")
    (edition,), told = read(alert(), wishes)
    assert (edition.paper, edition.date, edition.timezone, edition.inferred) == (
        "河湾日报",
        dt.date(2025, 3, 5),
        "Asia/Tokyo",
        (),
    )
    assert "named after" not in said(told)


def test_a_time_without_an_offset_is_in_the_zone_wished_or_in_that_of_the_others() -> None:
    wishes = WISHES._replace(timezone="Europe/Rome")
    assert notice(alert(sent="2025-03-01T08:00:00"), wishes).issued == dt.datetime(
        2025, 3, 1, 7, tzinfo=dt.UTC
    )
    (edition,), told = read(alert(sent="2025-03-01T08:00:00"))
    assert edition.notices[0].issued == dt.datetime(2025, 3, 1, 0, tzinfo=dt.UTC)
    assert "has no offset; taken as +08:00" in said(told)


@pytest.mark.parametrize("sent", [None, "yesterday"])
def test_without_a_time_of_sending_another_one_stands_for_it(sent: str | None) -> None:
    (edition,), _ = read(alert(info(effective="2025-02-27T08:00:00+08:00"), sent=sent))
    assert edition.date == dt.date(2025, 2, 27)
    assert {"date", "hw-1.issued"} <= set(edition.inferred)
    (edition,), _ = read(alert(info(expires=None), sent=sent))
    assert edition.date == WISHES.now.date()


def test_an_alert_without_an_identifier_gets_one() -> None:
    (edition,), told = read(alert(identifier=None))
    assert edition.notices[0].id == "met@hewan.example-20250301T080000"
    assert "it has no identifier" in said(told)


WRAPPED = {
    "list": f"<alerts>{alert()}{SECOND}</alerts>",
    "atom": f'<feed xmlns="{ATOM}"><title>预警</title><entry><content type="text/xml">'
    f'{alert()}</content></entry><entry><content type="application/cap+xml">{SECOND}</content></entry>'
    "</feed>",
    "escaped": f"<rss><channel><item><description><![CDATA[{alert()}]]></description></item>"
    f"<item><description><![CDATA[{SECOND}]]></description></item></channel></rss>",
    "edxl": f'<EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><contentObject><xmlContent>'
    f"<embeddedXMLContent>{alert()}</embeddedXMLContent></xmlContent></contentObject><contentObject>"
    f"<xmlContent><embeddedXMLContent>{SECOND}</embeddedXMLContent></xmlContent></contentObject>"
    "</EDXLDistribution>",
    "soap": f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{alert()}{SECOND}</s:Body></s:Envelope>',
    "one behind the other": f'<?xml version="1.0"?>\n{alert()}\n<?xml version="1.0"?>\n{SECOND}\n',
    "telegrams": f"1\nHWAN 2\n\n<?xml version='1.0'?>\n{alert()}\n<?xml version='1.0'?>{SECOND}",
    "one declaration": f"<?xml version='1.0'?>\n{alert()}\n{SECOND}",
    "without declarations": f"{alert()}\n{SECOND}",
}


@pytest.mark.parametrize("document", WRAPPED.values(), ids=WRAPPED)
def test_several_alerts_of_a_file_are_one_edition_of_the_newest_day(document: str) -> None:
    (edition,), told = read(document)
    assert [each.id for each in edition.notices] == ["hw-1", "hw-2"]
    assert (edition.paper, edition.date) == ("河湾市气象台", dt.date(2025, 3, 2))
    assert errors(told) == []


def test_the_paper_of_several_issuers_is_called_like_the_feed() -> None:
    other = alert(info(senderName="东港市气象台"), identifier="dg-1")
    feed = (
        f'<feed xmlns="{ATOM}"><title>全省预警</title><entry><content>{alert()}</content></entry>'
        f"<entry><content>{other}</content></entry></feed>"
    )
    (edition,), _ = read(feed)
    assert edition.paper == "全省预警"
    (edition,), _ = read(f"<alerts>{alert()}{other}</alerts>")
    assert edition.paper == "met@hewan.example"


def test_an_entry_that_only_tells_of_an_alert_is_a_short_notice() -> None:
    feed = f"""<feed xmlns="{ATOM}" xmlns:cap="{CAP_11}"><title>Warnings</title><entry>
        <id>http://localhost/cap/get.php?x=HW125.FloodWarning</id><updated>2025-03-01T08:00:00+08:00</updated>
        <author><name>met@hewan.example</name></author><title>Flood Warning issued March 1</title>
        <link href="http://localhost/cap/1"/><summary>The river is rising.</summary>
        <cap:event>Flood Warning</cap:event><cap:effective>2025-03-01T09:00:00+08:00</cap:effective>
        <cap:expires>2025-03-01T20:00:00+08:00</cap:expires><cap:status>Actual</cap:status>
        <cap:msgType>Alert</cap:msgType><cap:severity>Severe</cap:severity><cap:areaDesc>Hewan</cap:areaDesc>
        <cap:polygon/><cap:geocode><valueName>UGC</valueName><value>X</value></cap:geocode></entry></feed>"""
    (edition,), told = read(feed)
    found = edition.notices[0]
    assert (found.id, found.event, found.area, found.text) == (
        "HW125.FloodWarning",
        "Flood Warning",
        "Hewan",
        "The river is rising.",
    )
    assert (found.headline, found.issuer) == ("Flood Warning issued March 1", "met@hewan.example")
    assert found.instruction.endswith("http://localhost/cap/1")
    assert "only tells of alerts" in said(told)


def test_an_entry_that_has_both_is_read_from_the_alert() -> None:
    feed = (
        f'<feed xmlns="{ATOM}" xmlns:cap="{CAP_12}"><entry><cap:event>Rain</cap:event><title>Rain</title>'
        f"<content>{alert()}</content></entry></feed>"
    )
    assert [each.event for each in notices(feed)] == ["暴雨"]


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (alert(msgType="Ack"), "only answers another message"),
        (alert(msgType="Error", note="x"), "only answers another message"),
        (alert(scope="Restricted", extra="<restriction>staff</restriction>"), "not for the public"),
        (alert(scope="Private", extra="<addresses>a b</addresses>"), "not for the public"),
        (bare(status="System"), "sign of life"),
    ],
)
def test_what_is_no_warning_of_the_public_is_left_out_and_told(document: str, why: str) -> None:
    editions, told = read(document)
    assert editions == []
    assert why in said(told)
    assert errors(told) == []
    found = notices(f"<alerts>{document}{SECOND}</alerts>")
    assert [each.id for each in found] == ["hw-2"]


def test_a_hostile_depth_of_entries_and_infos_is_no_way_out() -> None:
    entry = '<entry><e:event xmlns:e="urn:oasis:names:tc:emergency:cap:1.2">x</e:event>'
    (edition,), _ = read(f"<feed>{entry * 490}{'</entry>' * 490}</feed>")
    assert len(edition.notices) == 1
    (edition,), _ = read(alert(f"{'<info><event>x</event>' * 450}{'</info>' * 450}"))
    assert edition.notices[0].event == "x"


def test_many_alerts_of_one_identifier_take_no_time() -> None:
    document = "".join(alert(sender=f"s{number}") for number in range(400))
    (edition,), _ = read(f"<alerts>{document}</alerts>")
    assert [each.id for each in edition.notices[-2:]] == ["hw-1-399", "hw-1-400"]


def test_an_alert_that_comes_twice_is_kept_once() -> None:
    (edition,), told = read(f"<alerts>{alert()}{alert()}</alerts>")
    assert len(edition.notices) == 1
    assert "comes twice" in said(told)


def test_two_alerts_of_one_identifier_are_both_kept() -> None:
    (edition,), told = read(f"<alerts>{alert()}{alert(sender='other@hewan.example')}</alerts>")
    assert [each.id for each in edition.notices] == ["hw-1", "hw-1-2"]
    assert "hw-1-2.id" in edition.inferred
    assert "another alert's identifier" in said(told)


def test_parts_of_an_alert_keep_clear_of_other_identifiers() -> None:
    (edition,), _ = read(f"<alerts>{alert(identifier='hw-1.1')}{alert(info(), info())}</alerts>")
    assert [each.id for each in edition.notices] == ["hw-1.1", "hw-1-2.1", "hw-1-2.2"]


def test_a_signature_is_told() -> None:
    signature = (
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>x</SignatureValue></Signature>'
    )
    _, told = read(alert(extra=signature))
    assert "signature was neither checked nor kept" in said(told)


def test_messages_that_end_each_other_still_make_an_edition() -> None:
    references = "met@hewan.example,{},2025-03-01T08:00:00+08:00"
    pair = (
        alert(msgType="Update", references=references.format("hw-2")),
        alert(identifier="hw-2", msgType="Update", references=references.format("hw-1")),
    )
    found = notices(f"<alerts>{''.join(pair)}</alerts>")
    assert sorted(len(each.supersedes) for each in found) == [0, 1]


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (b"", "1:1"),
        (b"<alert>", "1:8"),
        (b"no xml at all", "1:1"),
        (b"<feed/>", ""),
        (b"\n\n<alert></alerts>", "3:10"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><alert>&x;</alert>', "1:"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(document: bytes, place: str) -> None:
    with pytest.raises(CannotImport) as refused:
        read(document)
    assert refused.value.observation.part.startswith(place)


def test_one_broken_alert_does_not_keep_the_others_back() -> None:
    document = "\n".join(f'<?xml version="1.0"?>\n{each}' for each in (alert(), "<alert><x></alert>", SECOND))
    (edition,), told = read(document)
    assert [each.id for each in edition.notices] == ["hw-1", "hw-2"]
    (error,) = errors(told)
    assert error.part.startswith("4:")


def test_of_a_broken_list_the_alerts_are_read_one_by_one() -> None:
    (edition,), told = read(f"<alerts>\n{alert()}\n<alert><x></alert>\n{SECOND}\n</alerts>")
    assert [each.id for each in edition.notices] == ["hw-1", "hw-2"]
    assert [error.part for error in errors(told)] == ["3:13"]


def test_an_empty_alert_among_others_is_an_error_of_its_own() -> None:
    (edition,), told = read(
        f'<alerts>{alert()}<alert xmlns="{CAP_12}"><status>Actual</status></alert></alerts>'
    )
    assert len(edition.notices) == 1
    assert ["nothing of an alert" in each.render("en") for each in errors(told)] == [True]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(alert())
    (tmp_path / "b.xml").write_text("<broken")
    (tmp_path / "c.cap").write_text(SECOND)
    editions, told = imports_of(CAP, tmp_path)
    assert [edition.notices[0].id for edition in editions] == ["hw-1", "hw-2"]
    assert len(errors(told)) == 1


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8-sig", "big5"])
def test_alerts_come_in_many_encodings(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    document = declared + alert(info(senderName="河川台", headline=None, description="河川", event="大雨"))
    document = document.replace("河湾市", "河川")
    assert read(document.encode(encoding))[0][0].notices[0].issuer == "河川台"


WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufffe\uffff"), max_size=60
)


@given(WORDS, WORDS, WORDS, WORDS, st.lists(WORDS, max_size=3))
@settings(max_examples=60)
def test_no_text_is_lost_and_nothing_unprintable_passes(
    headline: str, description: str, instruction: str, event: str, areas: list[str]
) -> None:
    texts = (headline, description, instruction, event, *areas)
    if any("<" in text or not text.isprintable() for text in texts):
        return
    markup = "".join(f"<area><areaDesc>{_escaped(area)}</areaDesc></area>" for area in areas)
    document = alert(
        info(markup, headline=headline, description=description, instruction=instruction, event=event)
    )
    found = notice(document)
    printed = "".join((found.headline or "", plain_from(found.text), plain_from(found.instruction)))
    printed += (found.area or "") + found.event
    for text in texts:
        assert _squeezed(text) in _squeezed(printed)
    assert is_printable(re.sub(r"[\n\u3000\xa0]", "", printed))


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    _fuzz(data)


@given(st.integers(0, 2000), st.binary(max_size=6), st.sampled_from([*WRAPPED.values(), alert(), bare()]))
@settings(max_examples=150)
def test_no_broken_document_raises_anything_else(at: int, junk: bytes, document: str) -> None:
    data = document.encode()
    at %= len(data)
    _fuzz(data[:at] + junk + data[at + len(junk) :])


NAMES = ("identifier", "sender", "sent", "status", "msgType", "scope", "references", "note")
VALUES = (
    st.none() | WORDS | st.sampled_from(["", "2025-03-01T08:00:00Z", "Update", "Cancel", "hw-1", "a,hw-1,b"])
)


@given(
    st.fixed_dictionaries(dict.fromkeys(NAMES, VALUES)),
    st.lists(
        st.sampled_from(["event", "effective", "expires", "language", "severity"]).flatmap(
            lambda name: st.tuples(st.just(name), VALUES)
        ),
        max_size=4,
    ),
)
@settings(max_examples=150)
def test_whatever_the_fields_hold_an_edition_or_a_reason_comes_of_it(
    fields: dict[str, str | None], own: list[tuple[str, str | None]]
) -> None:
    _fuzz(alert_of(fields, info_of(dict(own))).encode())


def _fuzz(data: bytes) -> None:
    try:
        read(data)
    except CannotImport:
        return


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_an_alert_whose_time_cannot_be_read_does_not_move_the_others() -> None:
    (edition,), told = read(
        f"<alerts>{alert()}{alert(identifier='hw-2', sent='soon')}</alerts>".replace(
            "2025-03-01", "2024-03-01"
        )
    )
    assert edition.date == dt.date(2024, 3, 1)
    assert "date" not in edition.inferred
    assert "hw-2.issued" in edition.inferred
    assert "its sent is “soon”" in said(told)


def test_a_lifting_without_an_event_has_that_of_what_it_lifts_wherever_that_stands() -> None:
    note = "Cancelled because the storm has passed over the whole region; thanks to all helpers."
    references = "met@hewan.example,{},2025-03-01T08:00:00+08:00"
    first = bare(identifier="hw-2", msgType="Cancel", note=note, references=references.format("hw-1"))
    second = bare(identifier="hw-3", msgType="Update", note=note, references=references.format("hw-2"))
    (edition,), told = read(f"<alerts>{second}{first}{alert()}</alerts>")
    assert [each.event for each in edition.notices] == ["暴雨", "暴雨", "暴雨"]
    assert {"hw-2.event", "hw-3.event"} <= set(edition.inferred)
    assert "“hw-2” has no event; named after what it ends, “暴雨”" in said(told)
    (edition,), _ = read(first)
    assert edition.notices[0].event == "Cancelled because the storm has passed…"


def test_a_declaration_before_an_alert_is_not_cut_away() -> None:
    hostile = f'<!DOCTYPE alert [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>{alert()}'
    for document in (hostile, f'<?xml version="1.0"?>{hostile}', f"HWAN 2\n{hostile}{SECOND}"):
        with pytest.raises(CannotImport):
            read(document)
