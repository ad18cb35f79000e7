"""Boxes of public information: what is warned of, how gravely, from when until when."""

from __future__ import annotations

import pytest

from reader.edition.notice import Level, Notice, Status
from reader.importing.observation import Grade
from tests.importing.page_text.pages import read_page, told_of

_ARTICLE = "# 渡口\n\n河湾市2025年2月3日开放了新的渡口。\n\n"


def _notices(box: str) -> tuple[Notice, ...]:
    return read_page(_ARTICLE + box)[0].notices


def _one(text: str, label: str = "### 天气预警") -> Notice:
    (notice,) = _notices(f"{label}\n\n{text}\n")
    return notice


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("大风蓝色(Ⅳ级)预警", Level.BLUE),
        ("大风蓝色预警信号", Level.BLUE),
        ("大风黄色（Ⅲ级）预警", Level.YELLOW),
        ("大风橙色预警", Level.ORANGE),
        ("大风Ⅱ级（橙色）预警", Level.ORANGE),
        ("大风Ⅱ级预警", Level.ORANGE),
        ("大风II级预警", Level.ORANGE),
        ("大风二级预警", Level.ORANGE),
        ("大风红色(I级)预警", Level.RED),
        ("大风Ⅰ级预警", Level.RED),
        ("大风一级预警", Level.RED),
        ("大风红色警报", Level.RED),
    ],
)
def test_a_level_is_read_in_all_its_spellings(words: str, level: Level) -> None:
    notice = _one(f"决定自2025年2月3日0时启动{words},解除时间另行通知。")
    assert notice.level is level
    assert notice.event == "大风"


def test_the_force_of_a_wind_is_no_level() -> None:
    notice = _one("市气象台2025年2月3日8时发布大风蓝色预警:预计今天有6级西北风,阵风8级。")
    assert notice.level is Level.BLUE


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("决定自2025年2月3日0时启动重污染天气黄色(Ⅲ级)预警。", "重污染天气"),
        ("河湾市气象台2025年2月3日16时发布寒潮橙色预警信号。", "寒潮"),
        ("河湾市气象台于2025年2月3日16时将暴雨蓝色预警升级为暴雨黄色预警。", "暴雨"),
        ("2025年2月3日16时发布道路结冰黄色预警。", "道路结冰"),
        ("河湾市森林草原防灭火指挥部2025年2月3日16时发布森林火险橙色预警。", "森林火险"),
    ],
)
def test_the_event_stands_before_the_colour(text: str, event: str) -> None:
    assert _one(text).event == event


@pytest.mark.parametrize(
    ("words", "effective"),
    [
        ("自2025年2月3日0时启动", "2025-02-03T00:00:00+08:00"),
        ("自2025年2月3日8时30分起启动", "2025-02-03T08:30:00+08:00"),
        ("自2025年2月3日24时启动", "2025-02-04T00:00:00+08:00"),
        ("自2月3日20:00启动", "2025-02-03T20:00:00+08:00"),
        ("自２０２５年２月３日１２时启动", "2025-02-03T12:00:00+08:00"),
        ("自2025年2月3日下午3时启动", "2025-02-03T15:00:00+08:00"),
    ],
)
def test_a_warning_holds_from_the_hour_it_is_started(words: str, effective: str) -> None:
    notice = _one(f"预计2025年2月5日降温。决定{words}大风蓝色预警,解除时间另行通知。")
    assert notice.effective.isoformat() == effective


@pytest.mark.parametrize(
    ("words", "expires"),
    [
        ("自2025年2月3日0时启动大风蓝色预警,至2月5日12时结束。", "2025-02-05T12:00:00+08:00"),
        ("自2025年2月3日0时至2月4日24时启动大风蓝色预警。", "2025-02-05T00:00:00+08:00"),
        ("自2025年2月3日0时启动大风蓝色预警,有效期至2025年2月5日。", "2025-02-06T00:00:00+08:00"),
        ("自2025年2月3日0时启动大风蓝色预警,预计持续至5日8时。", "2025-02-05T08:00:00+08:00"),
    ],
)
def test_a_warning_holds_until_the_hour_it_says(words: str, expires: str) -> None:
    notice = _one(words)
    assert notice.expires is not None
    assert notice.expires.isoformat() == expires


def test_until_lifted_is_said_and_not_inferred() -> None:
    edition, _ = read_page(_ARTICLE + "### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警,解除时间另行通知。")
    assert edition.notices[0].expires is None
    assert not any(key.endswith(".expires") for key in edition.inferred)


def test_a_warning_without_an_end_holds_until_lifted_and_that_is_listed_as_inferred() -> None:
    edition, told = read_page(_ARTICLE + "### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警。")
    assert edition.notices[0].expires is None
    assert "wind-20250203.expires" in edition.inferred
    assert any("until lifted" in what for what in told_of(told, Grade.GUESSED))


def test_a_warning_that_says_only_the_day_holds_from_its_beginning_and_that_is_told() -> None:
    edition, _ = read_page(_ARTICLE + "### 天气预警\n\n自2025年2月3日起启动大风蓝色预警,至2月5日止。")
    assert edition.notices[0].effective.isoformat() == "2025-02-03T00:00:00+08:00"
    assert "wind-20250203.effective" in edition.inferred


def test_a_span_of_hours_without_water_is_a_notice() -> None:
    notice = _one("因检修管道,2025年2月4日8时至18时灯笼巷停水。请居民提前储水。", "### 停水通知")
    assert notice.event == "停水"
    assert notice.column == "停水通知"
    assert notice.effective.isoformat() == "2025-02-04T08:00:00+08:00"
    assert notice.expires is not None
    assert notice.expires.isoformat() == "2025-02-04T18:00:00+08:00"
    assert notice.level is None


def test_paragraphs_of_advice_are_the_instruction() -> None:
    notice = _one(
        "自2025年2月3日0时启动大风蓝色预警。\n\n影响范围为沿河各镇。\n\n建议市民减少外出。\n\n请关好门窗。"
    )
    assert notice.text.count("\n\n") == 1
    assert notice.instruction == "建议市民减少外出。\n\n请关好门窗。"


def test_who_issues_it_is_copied_from_the_text() -> None:
    assert _one("河湾市气象台2025年2月3日16时发布寒潮橙色预警信号。").issuer == "河湾市气象台"


def test_a_drill_is_none_in_earnest() -> None:
    assert _one("应急演练:自2025年2月3日0时启动大风蓝色预警。").status is Status.EXERCISE


def test_labels_without_a_mark_open_a_box_too() -> None:
    notice = _one("自2025年2月3日0时启动大风蓝色预警。", "天气预警\n\n信息发布台")
    assert notice.column == "天气预警 信息发布台"


def test_a_headline_in_the_box_is_the_notice_s() -> None:
    notice = _one("自2025年2月3日0时启动大风蓝色预警。", "### 信息发布台\n\n### 沿河各镇注意防风")
    assert (notice.column, notice.headline) == ("信息发布台", "沿河各镇注意防风")


def test_a_report_about_a_warning_stays_an_article() -> None:
    edition, _ = read_page("# 河湾发布大风蓝色预警\n\n本报讯 河湾市气象台2025年2月3日8时发布大风蓝色预警。")
    assert edition.notices == ()
    assert next(edition.articles()).headline == "河湾发布大风蓝色预警"


def test_a_box_that_warns_of_nothing_stays_an_article() -> None:
    edition, _ = read_page(_ARTICLE + "### 信息发布台\n\n本周六图书馆照常开放,欢迎前来。")
    assert edition.notices == ()
    assert [article.headline for article in edition.articles()] == ["渡口", "信息发布台"]


def test_a_box_that_lifts_what_the_page_has_lifts_it() -> None:
    warning, lifting = _notices(
        "### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警,解除时间另行通知。\n\n"
        "### 天气预警\n\n定于2025年2月4日8时解除大风蓝色预警。"
    )
    assert lifting.cancels == (warning.id,)


def test_a_box_that_lifts_what_is_not_here_is_an_article_and_told() -> None:
    edition, told = read_page(_ARTICLE + "### 天气预警\n\n定于2025年2月4日8时解除大风蓝色预警。")
    assert edition.notices == ()
    assert any("lifts a notice that is not here" in what for what in told_of(told, Grade.UNDECIDED))


def test_two_boxes_of_one_day_have_two_ids() -> None:
    notices = _notices(
        "### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警。\n\n### "
        "天气预警\n\n自2025年2月3日8时启动大风黄色预警。"
    )
    assert [notice.id for notice in notices] == ["wind-20250203", "wind-20250203-2"]


def test_an_english_box_is_a_notice() -> None:
    page = (
        "# Ferry\n\nThe ferry opened on 3 February 2025.\n\n### WEATHER ALERT\n\n"
        "A yellow wind warning is in force from 3 February 2025 18:00 until 4 February 2025 06:00."
    )
    (notice,) = read_page(page)[0].notices
    assert notice.level is Level.YELLOW
    assert notice.event == "wind"
    assert notice.effective.isoformat() == "2025-02-03T18:00:00+00:00"


def test_a_label_that_names_the_level_is_the_headline() -> None:
    notice = _one("自2025年2月3日0时启动大风蓝色预警。", "### 大风蓝色预警")
    assert (notice.column, notice.headline) == (None, "大风蓝色预警")


def test_a_warning_that_has_lost_its_labels_is_a_notice_and_told_as_guessed() -> None:
    edition, told = read_page(
        f"{_ARTICLE}\n\n\n经研究,决定自2025年2月3日0时启动大风蓝色(Ⅳ级)预警,解除时间另行通知。\n\n请注意防风。"
    )
    (notice,) = edition.notices
    assert (notice.event, notice.column, notice.instruction) == ("大风", None, "请注意防风。")
    assert "notices" in edition.inferred
    assert any("no label stands above" in what for what in told_of(told, Grade.GUESSED))


def test_a_piece_that_only_speaks_of_a_warning_is_none() -> None:
    edition, _ = read_page(f"{_ARTICLE}\n\n\n说到底,预警是为了让人早作准备,不是为了吓人。")
    assert edition.notices == ()
