"""A box with several warnings: a notice for each."""

from __future__ import annotations

from reader.edition.notice import Level
from tests.importing.page_text.pages import read_page

_HEAD = "河湾日报\n2025年2月3日\n\n# 渡口\n\n渡口开了。\n\n### 天气预警\n\n"
_WIND = "大风红色预警：2月3日8时至20时。"
_RAIN = "暴雨橙色预警：2月3日9时至21时。"


def _notices(*paragraphs: str) -> list[tuple[str, Level | None, str]]:
    edition, _ = read_page(_HEAD + "\n\n".join(paragraphs))
    return [(notice.event, notice.level, notice.text) for notice in edition.notices]


def test_each_warning_in_a_box_is_a_notice() -> None:
    assert _notices(_WIND, _RAIN, "大雾黄色预警：2月3日10时至22时。") == [
        ("大风", Level.RED, _WIND),
        ("暴雨", Level.ORANGE, _RAIN),
        ("大雾", Level.YELLOW, "大雾黄色预警：2月3日10时至22时。"),
    ]


def test_the_labels_of_a_box_stay_with_its_first_warning() -> None:
    edition, _ = read_page(f"{_HEAD}{_WIND}\n\n{_RAIN}")
    assert [notice.column for notice in edition.notices] == ["天气预警", None]


def test_what_follows_a_warning_belongs_to_it() -> None:
    edition, _ = read_page(f"{_HEAD}{_WIND}\n\n请关好门窗。\n\n{_RAIN}\n\n请勿涉水。")
    assert [notice.instruction for notice in edition.notices] == ["请关好门窗。", "请勿涉水。"]


def test_a_paragraph_about_the_same_warning_begins_no_other() -> None:
    more = "大风红色预警信号是四级里最高的。"
    assert _notices(_WIND, more) == [("大风", Level.RED, f"{_WIND}\n\n{more}")]


def test_a_subhead_belongs_to_the_warning_below_it() -> None:
    edition, _ = read_page(f"{_HEAD}{_WIND}\n\n#### 防雨\n\n{_RAIN}")
    assert [(notice.text, notice.headline) for notice in edition.notices] == [(_WIND, None), (_RAIN, "防雨")]


def test_a_warning_raised_in_the_same_box_is_another() -> None:
    raised = "2月3日12时大风橙色预警升级为大风红色预警。"
    levels = [level for _, level, _ in _notices("大风橙色预警：2月3日8时起。", raised)]
    assert levels == [Level.ORANGE, Level.RED]


def test_what_is_lifted_in_a_box_and_not_here_is_an_article_of_its_own() -> None:
    edition, _ = read_page(f"{_HEAD}{_WIND}\n\n2月3日9时解除大雾黄色预警。")
    assert [notice.event for notice in edition.notices] == ["大风"]
    assert [article.body for article in edition.articles()][1:] == ["2月3日9时解除大雾黄色预警。"]
    assert "jump_from" not in edition.inferred


def test_what_is_lifted_in_the_box_that_started_it_lifts_it() -> None:
    edition, _ = read_page(f"{_HEAD}{_WIND}\n\n2月3日18时解除大风红色预警。")
    assert edition.notices[1].cancels == (edition.notices[0].id,)
