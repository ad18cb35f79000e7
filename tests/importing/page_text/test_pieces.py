"""Where one piece of a page ends and another begins."""

from __future__ import annotations

import pytest

from reader.edition.article import Jump, Kind
from reader.importing.observation import Grade
from tests.importing.page_text.pages import articles, read_page, told_of

_TEXT = "河湾市今天开放了新的渡口,过河的人比往年多。管渡口的人说,船也比往年多。"


def _heads(page: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(article.kicker, article.headline, article.deck) for article in articles(page)]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("# 题", (None, "题", None)),
        ("## 题", (None, "题", None)),
        ("## 题\n\n### 副", (None, "题", "副")),
        ("## 引\n\n# 题", ("引", "题", None)),
        ("## 引\n\n# 题\n\n## ——副", ("引", "题", "——副")),
        ("## 题\n\n## ——副", (None, "题", "——副")),
        ("## 题\n\n——副", (None, "题", "——副")),
        ("### 引\n\n## 题\n\n### 副一\n\n### 副二", ("引", "题", "副一 副二")),
        ("## 说民情 办实事\n\n## 一口老井的新水", ("说民情 办实事", "一口老井的新水", None)),
        ("##题", (None, "题", None)),
        ("## 题 ##", (None, "题", None)),
    ],
)
def test_kicker_headline_and_deck_are_told_by_level_and_dash(
    head: str, wanted: tuple[str | None, str | None, str | None]
) -> None:
    assert _heads(f"{head}\n\n本报讯 {_TEXT}\n\n## 乙题\n\n{_TEXT}")[0] == wanted


def test_two_headings_of_one_level_are_headline_and_deck_and_told_as_undecided() -> None:
    edition, told = read_page(f"## 新渡口开了\n\n## 过河的人比往年多\n\n本报讯 {_TEXT}")
    first = next(edition.articles())
    assert (first.headline, first.deck) == ("新渡口开了", "过河的人比往年多")
    assert any("are of one level" in what for what in told_of(told, Grade.UNDECIDED))


@pytest.mark.parametrize("label", ["报言", "### 报言", "【报言】", "社论", "时评"])
@pytest.mark.parametrize("is_above", [True, False])
def test_a_label_belongs_to_the_headline_it_stands_beside(label: str, is_above: bool) -> None:
    head = f"{label}\n\n## 少折腾" if is_above else f"## 少折腾\n\n{label}"
    first, second = articles(f"## 甲题\n\n{_TEXT}\n\n{head}\n\n{_TEXT}")
    assert (second.headline, second.column, second.kind) == ("少折腾", label.lstrip("# "), Kind.OPINION)
    assert first.body == _TEXT


def test_a_label_nobody_knows_is_one_where_it_stands_apart_above_a_headline() -> None:
    edition, told = read_page(f"## 甲题\n\n{_TEXT}\n\n\n\n河湾夜话\n\n## 少折腾\n\n{_TEXT}")
    assert [article.column for article in edition.articles()] == [None, "河湾夜话"]
    assert any("taken as the column" in what for what in told_of(told, Grade.GUESSED))


def test_a_label_as_the_only_heading_is_the_headline_and_tells_the_kind() -> None:
    brief = articles(f"## 简讯\n\n△{_TEXT}\n\n△{_TEXT}")[0]
    assert (brief.headline, brief.kind) == ("简讯", Kind.BRIEF)


def test_a_deeper_heading_inside_an_article_is_a_subhead() -> None:
    (article,) = articles(f"## 甲题\n\n本报讯 {_TEXT}\n\n### 船多\n\n{_TEXT}")
    assert article.body == f"本报讯 {_TEXT}\n\n### 船多\n\n{_TEXT}"


def test_second_level_headings_inside_articles_of_the_first_level_are_subheads() -> None:
    page = f"# 甲题\n\n{_TEXT}\n\n# 乙题\n\n{_TEXT}\n\n## 船多\n\n{_TEXT}\n\n# 丙题\n\n{_TEXT}"
    assert [article.headline for article in articles(page)] == ["甲题", "乙题", "丙题"]
    assert "### 船多" in articles(page)[1].body


def test_on_a_page_of_third_level_headings_these_are_headlines() -> None:
    assert [head[1] for head in _heads(f"### 甲题\n\n{_TEXT}\n\n### 乙题\n\n{_TEXT}")] == ["甲题", "乙题"]


class TestCaptions:
    def test_at_the_top_of_the_page(self) -> None:
        photo = articles(f"2月2日,小学生在放风筝。 本报记者 林一舟 摄\n\n## 甲题\n\n{_TEXT}")[0]
        assert photo.kind is Kind.PHOTO
        assert [(each.caption, each.credit) for each in photo.photos] == [
            ("2月2日,小学生在放风筝。", "本报记者 林一舟 摄")
        ]

    def test_with_the_credit_on_a_line_of_its_own(self) -> None:
        photo = articles(
            f"## 甲题\n\n{_TEXT}\n\n\n\n图为渡口晨景。\n\n本报记者 林一舟 摄\n\n## 乙题\n\n{_TEXT}"
        )[1]
        assert [(each.caption, each.credit) for each in photo.photos] == [
            ("图为渡口晨景。", "本报记者 林一舟 摄")
        ]

    def test_behind_each_other(self) -> None:
        page = (
            f"## 甲题\n\n{_TEXT}(林一舟)\n\n\n\n2月2日,小学生在放风筝。\n\n\n\n图为渡口晨景。"
            f"\n\n## 乙题\n\n{_TEXT}"
        )
        assert [article.kind for article in articles(page)] == [Kind.NEWS, Kind.PHOTO, Kind.PHOTO, Kind.NEWS]

    def test_a_paragraph_that_opens_with_a_day_inside_an_article_is_none(self) -> None:
        (article,) = articles(f"## 甲题\n\n{_TEXT}\n\n2月2日,小学生在放风筝。\n\n{_TEXT}")
        assert article.photos == ()


class TestTextWithoutAHeadline:
    def test_behind_a_signature(self) -> None:
        found = articles(f"## 甲题\n\n{_TEXT}(林一舟)\n\n说到底,{_TEXT}")
        assert [article.jump_from for article in found] == [None, Jump()]

    def test_behind_many_blank_lines(self) -> None:
        found = articles(f"## 甲题\n\n{_TEXT}\n\n{_TEXT}\n\n\n\n\n说到底,{_TEXT}")
        assert [article.jump_from for article in found] == [None, Jump()]

    def test_behind_a_box(self) -> None:
        edition, _ = read_page(
            "### 天气预警\n\n自2025年2月3日0时启动大风蓝色预警,解除时间另行通知。\n\n请注意防风。\n\n\n\n"
            f"说到底,{_TEXT}\n\n## 乙题\n\n{_TEXT}"
        )
        assert edition.notices[0].instruction == "请注意防风。"
        assert [article.jump_from for article in edition.articles()] == [Jump(), None]

    def test_behind_one_blank_line_more_than_elsewhere_it_is_left_and_told(self) -> None:
        edition, told = read_page(f"## 甲题\n\n{_TEXT}\n\n{_TEXT}\n\n\n说到底,{_TEXT}")
        assert len(list(edition.articles())) == 1
        assert any("may be another piece" in what for what in told_of(told, Grade.UNDECIDED))

    def test_a_report_is_not_said_to_come_from_elsewhere(self) -> None:
        found = articles(f"## 甲题\n\n{_TEXT}(林一舟)\n\n本报讯 {_TEXT}")
        assert [article.jump_from for article in found] == [None, None]

    def test_a_plain_text_is_one_article_that_comes_from_nowhere(self) -> None:
        (article,) = articles(f"{_TEXT}\n\n{_TEXT}")
        assert article.jump_from is None
        assert article.cut is None


@pytest.mark.parametrize(
    "line",
    ["□ 本报记者 林一舟", "报言", "——河湾见闻", "（林一舟）", "新华社河湾2月3日电", "天气预警", "林一舟 摄"],
)
def test_a_page_of_one_line_keeps_it_whatever_it_looks_like(line: str) -> None:
    (article,) = articles(line)
    assert line in (article.headline, article.body)
