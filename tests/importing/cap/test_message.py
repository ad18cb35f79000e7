from __future__ import annotations

import datetime as dt

import pytest

from reader.importing.cap.elements import Part
from reader.importing.cap.finding import alerts_in
from reader.importing.cap.message import Message, language, own_parameters, understood, with_references
from tests.importing.cap.alerts import alert, info
from tests.importing.checked import NOW

CHINA = dt.timezone(dt.timedelta(hours=8))


def message(document: str, zone: dt.tzinfo | None = None) -> Message:
    (found,) = alerts_in(document.encode(), "f", None).alerts
    return understood(found, "f", NOW, zone)


def test_the_head_of_an_alert_is_understood() -> None:
    found = message(alert())
    assert (found.identifier, found.sender, found.kind, found.is_public) == (
        "hw-1",
        "met@hewan.example",
        "alert",
        True,
    )
    assert found.sent == dt.datetime(2025, 3, 1, 8, tzinfo=CHINA)
    assert (found.guessed, found.observations) == ((), ())


@pytest.mark.parametrize(
    ("written", "kind", "told"),
    [
        ("Update", "update", 0),
        ("CANCEL", "cancel", 0),
        ("Ack", "ack", 0),
        ("News", "alert", 1),
        (None, "alert", 1),
    ],
)
def test_the_type_of_a_message_is_one_of_five(written: str | None, kind: str, told: int) -> None:
    found = message(alert(msgType=written))
    assert (found.kind, len(found.observations)) == (kind, told)


def test_times_without_an_offset_are_in_that_of_another_time_or_in_that_of_china() -> None:
    other = message(alert(info(expires="2025-03-01T20:00:00+09:00"), sent="2025-03-01T08:00:00"))
    assert other.sent == dt.datetime(2025, 2, 28, 23, tzinfo=dt.UTC)
    none = message(alert(info(expires=None), sent="2025-03-01T08:00:00"))
    assert none.sent == dt.datetime(2025, 3, 1, 0, tzinfo=dt.UTC)
    english = message(alert(info(expires=None, language="en"), sent="2025-03-01T08:00:00"))
    assert english.sent == dt.datetime(2025, 3, 1, 8, tzinfo=dt.UTC)
    wished = message(alert(sent="2025-03-01T08:00:00"), dt.UTC)
    assert wished.sent == dt.datetime(2025, 3, 1, 8, tzinfo=dt.UTC)


def test_references_are_known_without_the_message_itself() -> None:
    found = message(alert(references="hw-0 hw-1 a,hw-2,2025-03-01T08:00:00Z"))
    assert found.referred == ()
    assert with_references(found, {"hw-0", "hw-1"}).referred == ("hw-0", "hw-2")


@pytest.mark.parametrize(
    ("texts", "tag"),
    [
        ({"language": ("zh_CN",)}, "zh-CN"),
        ({"event": ("Rain",)}, "en-US"),
        ({"event": ("暴雨",)}, "zh-CN"),
        ({}, "en-US"),
    ],
)
def test_an_info_without_a_language_is_english_where_it_can_be(
    texts: dict[str, tuple[str, ...]], tag: str
) -> None:
    assert language(Part("1:1", texts, {})) == tag


def test_only_our_own_parameters_are_ours() -> None:
    extra = (
        "<parameter><valueName>paper-reader:column</valueName><value>预警</value></parameter>"
        "<parameter><valueName>VTEC</valueName><value>x</value></parameter>"
    )
    assert own_parameters(message(alert(info(extra=extra))).infos[0]) == {"paper-reader:column": "预警"}
