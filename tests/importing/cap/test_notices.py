from __future__ import annotations

import datetime as dt

import pytest

from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard, State
from tests.importing.cap.alerts import VERSIONS, alert, bare, info, notice, notices, read, said
from tests.importing.checked import WISHES

CHINA = dt.timezone(dt.timedelta(hours=8))
AREA = "<area><areaDesc>{}</areaDesc></area>"


@pytest.mark.parametrize("namespace", [*VERSIONS, None])
def test_an_alert_of_every_version_becomes_a_notice(namespace: str | None) -> None:
    assert notice(alert(namespace=namespace)) == Notice(
        id="hw-1",
        event="暴雨",
        headline="河湾市气象台发布暴雨橙色预警",
        level=Level.ORANGE,
        issuer="河湾市气象台",
        area="河湾市",
        issued=dt.datetime(2025, 3, 1, 8, tzinfo=CHINA),
        effective=dt.datetime(2025, 3, 1, 8, tzinfo=CHINA),
        expires=dt.datetime(2025, 3, 1, 20, tzinfo=CHINA),
        text="预计今天有大到暴雨。",
    )


def test_effective_and_onset_are_taken_where_they_are_said() -> None:
    found = notice(alert(info(effective="2025-03-01T09:00:00+08:00", onset="2025-03-01T10:00:00+08:00")))
    assert (found.effective.hour, found.onset and found.onset.hour) == (9, 10)


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        ("Extreme", Level.RED),
        ("Severe", Level.ORANGE),
        ("Moderate", Level.YELLOW),
        ("Minor", Level.BLUE),
        ("Unknown", None),
        ("severe", Level.ORANGE),
        ("Red", Level.RED),
        ("Blue", Level.BLUE),
        (None, None),
        ("Awful", None),
    ],
)
def test_the_severity_is_the_level(severity: str | None, level: Level | None) -> None:
    (edition,), told = read(alert(info(severity=severity, headline="Heavy rain")))
    assert edition.notices[0].level is level
    assert ("is no severity" in said(told)) == (severity == "Awful")


def test_a_colour_in_the_headline_outweighs_the_severity_and_the_difference_is_told() -> None:
    (edition,), told = read(alert(info(severity="Moderate")))
    assert edition.notices[0].level is Level.ORANGE
    assert "undecided: -:1:" in said(told)
    assert "Orange alert, level II, the severity is Moderate" in said(told)
    (edition,), told = read(alert(info(severity="Unknown")))
    assert edition.notices[0].level is Level.ORANGE
    assert "the severity is" not in said(told)


@pytest.mark.parametrize(
    ("status", "kept", "is_guessed"),
    [
        ("Actual", Status.ACTUAL, False),
        ("Exercise", Status.EXERCISE, False),
        ("Test", Status.TEST, False),
        ("Draft", Status.DRAFT, False),
        ("System", Status.TEST, True),
        ("Whatever", Status.ACTUAL, True),
        (None, Status.ACTUAL, True),
    ],
)
def test_the_status_is_kept_and_the_system_s_own_is_a_test(
    status: str | None, kept: Status, is_guessed: bool
) -> None:
    (edition,), _ = read(alert(status=status))
    assert edition.notices[0].status is kept
    assert ("hw-1.status" in edition.inferred) == is_guessed


def test_a_missing_end_is_assumed_listed_and_told() -> None:
    (edition,), told = read(alert(info(expires=None)))
    assert edition.notices[0].expires is None
    assert "hw-1.expires" in edition.inferred
    assert "guessed: -:1:" in said(told)
    assert "assumed to hold until lifted" in said(told)


def test_an_end_that_is_no_time_is_assumed_too_and_told() -> None:
    (edition,), told = read(alert(info(expires="tonight")))
    assert edition.notices[0].expires is None
    assert "hw-1.expires" in edition.inferred
    assert "expires is no time: tonight" in said(told)


@pytest.mark.parametrize("expires", ["2025-03-01T08:00:00+08:00", "2025-02-01T08:00:00+08:00"])
def test_an_alert_that_ends_before_it_takes_effect_has_ended(expires: str) -> None:
    (edition,), told = read(alert(info(expires=expires)))
    found = edition.notices[0]
    assert found.expires == dt.datetime.fromisoformat(expires)
    assert found.effective < found.expires
    assert "hw-1.effective" in edition.inferred
    assert "its end is kept" in said(told)


REFERENCES = "met@hewan.example,hw-0,2025-03-01T07:00:00+08:00"


def test_an_update_supersedes_what_it_refers_to() -> None:
    found = notice(alert(msgType="Update", references=REFERENCES))
    assert (found.supersedes, found.cancels) == (("hw-0",), ())


def test_a_cancel_lifts_what_it_refers_to_with_or_without_content() -> None:
    found = notice(alert(msgType="Cancel", references=REFERENCES))
    assert (found.supersedes, found.cancels, found.is_lifting) == ((), ("hw-0",), True)
    found = notice(bare(msgType="Cancel", references=REFERENCES, note="河湾市气象台解除暴雨橙色预警"))
    assert (found.cancels, found.event, found.text) == (("hw-0",), "暴雨", "河湾市气象台解除暴雨橙色预警")


def test_an_update_that_says_all_clear_lifts() -> None:
    found = notice(alert(info(responseType="AllClear"), msgType="Update", references=REFERENCES))
    assert found.cancels == ("hw-0",)


def test_what_lifts_a_warning_has_not_the_level_of_the_warning() -> None:
    document = alert(info(headline="河湾市解除暴雨红色预警"), msgType="Cancel", references=REFERENCES)
    assert notice(document).level is None


@pytest.mark.parametrize("references", [None, "", " , "])
def test_a_cancel_that_names_nothing_is_no_warning_for_more_than_a_moment(references: str | None) -> None:
    (edition,), told = read(alert(msgType="Cancel", references=references))
    found = edition.notices[0]
    later = found.effective + dt.timedelta(minutes=1)
    assert NoticeBoard([edition]).raised(later) == ()
    assert "hw-1.expires" in edition.inferred
    assert "names none" in said(told)


def test_a_cancel_whose_end_has_passed_lifts_all_the_same() -> None:
    document = alert(info(expires="2025-03-01T08:00:00+08:00"), msgType="Cancel", references=REFERENCES)
    found = notice(document)
    assert (found.cancels, found.expires, found.effective) == (("hw-0",), None, found.issued)


def test_an_update_that_names_nothing_and_a_new_alert_that_names_others_are_told() -> None:
    assert "names none" in said(read(alert(msgType="Update"))[1])
    (edition,), told = read(alert(references=REFERENCES))
    assert edition.notices[0].supersedes == ()
    assert "refers to other messages: hw-0" in said(told)


def test_a_message_never_refers_to_itself() -> None:
    own = "met@hewan.example,hw-1,2025-03-01T07:00:00+08:00"
    assert notice(alert(msgType="Update", references=f"{own} {REFERENCES}")).supersedes == ("hw-0",)


def test_several_blocks_of_one_language_are_a_notice_each() -> None:
    found = notices(
        alert(info(AREA.format("东区")), info(AREA.format("西区"), severity="Minor", headline="大风"))
    )
    assert [(each.id, each.area, each.level) for each in found] == [
        ("hw-1.1", "东区", Level.ORANGE),
        ("hw-1.2", "西区", Level.BLUE),
    ]


def test_several_languages_are_one_notice_and_those_not_taken_are_told() -> None:
    document = alert(info(), info(language="en-US", event="Rain", headline="Rain", description="Rain."))
    (edition,), told = read(document)
    assert [each.event for each in edition.notices] == ["暴雨"]
    assert "dropped: -:1:" in said(told)
    assert "not that in en-US" in said(told)
    (edition,), told = read(document, WISHES._replace(language="en"))
    assert [(each.id, each.event) for each in edition.notices] == [("hw-1", "Rain")]
    assert edition.language == "en"


def test_a_note_is_printed_once() -> None:
    assert notice(alert(note="风雨减弱。")).text == "预计今天有大到暴雨。\n\n风雨减弱。"
    assert notice(alert(note="预计今天有大到暴雨。")).text == "预计今天有大到暴雨。"


@pytest.mark.parametrize(
    ("headline", "event"),
    [
        ("河湾市气象局发布大风蓝色预警[IV级/一般]", "大风"),
        ("River rising", "River rising"),
        (None, "11B06"),
    ],
)
def test_without_an_event_the_headline_or_a_code_stands_for_it(headline: str | None, event: str) -> None:
    document = alert(info(event=None, headline=headline, extra="<eventType>11B06</eventType>"))
    (edition,), told = read(document)
    assert edition.notices[0].event == event
    assert "hw-1.event" in edition.inferred
    assert "it has no event" in said(told)


def test_an_alert_of_the_national_platform_is_issued_by_its_office() -> None:
    document = (
        "<alert><identifier>41000000000000_20250301080000</identifier><sender>河湾市气象局</sender>"
        "<senderCode>41000000000000</senderCode><sendTime>2025-03-01 08:00:00+08:00</sendTime>"
        "<status>Actual</status><msgType>Update</msgType><scope>Public</scope><code><method>"
        "<methodName>SMS</methodName><message>短信</message></method></code>"
        "<secClassification>None</secClassification><note/>"
        "<references>41000000000000_20250228080000</references><info><language>zh-CN</language>"
        "<eventType>11B06</eventType><urgency>Unknown</urgency><severity>Blue</severity>"
        "<certainty>Unknown</certainty><effective>2025-03-01 08:05:00+08:00</effective><onset/><expires/>"
        "<senderName>林一舟</senderName><headline>河湾市气象局发布大风蓝色预警[IV级/一般]</headline>"
        "<description>预计夜间有大风。</description><instruction/><web/><area><areaDesc>河湾市,河湾市</areaDesc>"
        "<polygon/><circle/><geocode>410000000000,410000000000</geocode></area></info></alert>"
    )
    (edition,), told = read(document)
    found = edition.notices[0]
    assert (edition.paper, found.issuer, found.event, found.level) == (
        "河湾市气象局",
        "河湾市气象局",
        "大风",
        Level.BLUE,
    )
    assert found.supersedes == ("41000000000000_20250228080000",)
    assert found.effective == dt.datetime(2025, 3, 1, 8, 5, tzinfo=CHINA)
    assert (found.area, found.expires) == ("河湾市,河湾市", None)
    assert "林一舟" not in repr(edition)
    assert "clerk" in said(told)


def test_html_in_a_description_is_text_and_scripts_never_pass() -> None:
    markup = "<p>预计有大雨。</p><script>alert(1)</script><ul><li>少出门</li></ul>"
    assert notice(alert(info(description=markup))).text == "预计有大雨。\n\n- 少出门"
    as_elements = "<description><p>预计有大雨。</p>明天<br/>转晴</description>"
    assert notice(alert(info(description=None, extra=as_elements))).text == "预计有大雨。\n\n明天\n\n转晴"


def test_an_alert_and_its_update_are_judged_together() -> None:
    parts = alert(info(AREA.format("东区")), info(AREA.format("西区")))
    update = alert(
        identifier="hw-2",
        msgType="Update",
        sent="2025-03-01T10:00:00+08:00",
        references="met@hewan.example,hw-1,2025-03-01T08:00:00+08:00",
    )
    (edition,), _ = read(f"<alerts>{parts}{update}</alerts>")
    noon = dt.datetime(2025, 3, 1, 12, tzinfo=CHINA)
    states = {each.notice.id: each.state for each in NoticeBoard([edition]).standings(noon)}
    assert states == {"hw-1.1": State.SUPERSEDED, "hw-1.2": State.SUPERSEDED, "hw-2": State.ACTIVE}
