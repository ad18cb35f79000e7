"""S-NOTICE: notices that say who, when and how grave."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by
from tests.proofreading.manuscripts import a_proof, findings

_NOTICE = {
    "id": "cold-1",
    "event": "寒潮预警",
    "level": "blue",
    "issuer": "河湾市气象台",
    "issued": "2024-12-22T16:00",
    "effective": "2024-12-22T20:00",
    "expires": "2024-12-24T20:00",
    "text": "明后两天有寒潮。",
}


def _told(*notices: dict[str, str | None]) -> list[tuple[str, Severity]]:
    """Return what is told of notices that are the whole one but for these keys; None takes a key away."""
    lines = ["notices:"]
    for number, changes in enumerate(notices):
        whole = _NOTICE | {"id": f"cold-{number}"} | changes
        written = [f"    {key}: {value}" for key, value in whole.items() if value is not None]
        lines += ["  - " + written[0].lstrip(), *written[1:]]
    found = findings("S-NOTICE", "\n".join(lines) + "\n")
    return [(one.finding.message.zh, one.finding.severity) for one in found]


def test_a_whole_notice_is_left_alone() -> None:
    assert _told({}) == []


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("issuer", ("公告没有发布单位", Severity.ERROR)),
        ("level", ("预警没有级别", Severity.ERROR)),
        ("issued", ("公告没有发布时间", Severity.WARNING)),
    ],
)
def test_what_it_lacks_is_told(key: str, told: tuple[str, Severity]) -> None:
    assert _told({key: None}) == [told]


@pytest.mark.parametrize("key", ["event", "text", "headline", "column"])
@pytest.mark.parametrize("word", ["预警", "Weather warning"])
def test_any_of_its_words_makes_it_a_warning_that_needs_a_level(key: str, word: str) -> None:
    bare: dict[str, str | None] = {"event": "停水", "level": None}
    assert _told(bare) == []
    assert _told(bare | {key: word}) == [("预警没有级别", Severity.ERROR)]


@pytest.mark.parametrize("status", ["exercise", "test"])
def test_an_exercise_needs_neither_issuer_nor_level(status: str) -> None:
    assert _told({"status": status, "issuer": None, "level": None, "issued": None}) == []


def test_a_draft_should_not_be_printed() -> None:
    assert _told({"status": "draft", "level": None}) == [("草稿状态的公告不应付印", Severity.WARNING)]


def test_a_notice_that_lifts_another_needs_no_level() -> None:
    assert _told({}, {"cancels": "[cold-0]", "level": None, "expires": "until-lifted"}) == []


def test_a_notice_that_says_nothing_is_a_warning() -> None:
    assert _told({"text": None}) == [("公告没有内容", Severity.WARNING)]
    assert _told({"text": None, "headline": "明天有寒潮预警"}) == []


@pytest.mark.parametrize(
    ("expires", "number"), [("2024-12-22T23:59", 1), ("2024-12-23T00:00", 1), ("2024-12-23T08:00", 0)]
)
def test_what_has_expired_when_the_day_begins_is_an_error(expires: str, number: int) -> None:
    assert _told({"expires": expires}) == [("见报时公告已到期", Severity.ERROR)] * number


@pytest.mark.parametrize("key", ["supersedes", "cancels"])
def test_an_expired_notice_may_stand_beside_the_one_that_ends_it(key: str) -> None:
    assert _told({"expires": "2024-12-22T23:00"}, {key: "[cold-0]"}) == []


def test_no_notice_is_issued_after_the_day_of_the_paper() -> None:
    assert _told({"issued": "2024-12-24T08:00"}) == [("发布时间在出报日之后", Severity.ERROR)]
    assert _told({"issued": "2024-12-23T23:59"}) == []


def test_that_it_holds_until_lifted_is_only_mentioned() -> None:
    assert _told({"expires": "until-lifted"}) == [("没有截止时间，解除时间另行通知", Severity.INFO)]


@pytest.mark.parametrize(
    ("effective", "number"),
    [("2024-12-23T00:00", 1), ("2024-12-22T16:00Z", 1), ("2024-12-22T24:00", 1), ("2024-12-24T00:00", 0)],
)
def test_that_it_began_as_the_paper_s_day_did_is_only_mentioned(effective: str, number: int) -> None:
    told = [("从出报当日0时起生效，见报时已过", Severity.INFO)]
    assert _told({"effective": effective}) == told * number


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_line_taken_out_of_a_clean_notice_is_missed(language: str) -> None:
    clean = next(
        text for text in (clean_edition(n, language=language) for n in range(20)) if "notices" in text
    )
    assert found_by("S-NOTICE", clean) == []
    issuer = clean.index("    issuer: |\n")
    end = clean.index("    area:")
    (finding,) = found_by("S-NOTICE", clean[:issuer] + clean[end:])
    assert finding.spot == ("notices[0]", 0, 0)
    assert a_proof(clean).notices[0].notice.issuer
