from __future__ import annotations

import datetime as dt

import pytest

from reader.edition.edition import Edition
from reader.importing.imported import Wishes
from reader.importing.observation import Grade
from tests.importing.checked import NOW
from tests.importing.feed.made import CHANNEL, atom, edition, json_feed, one, rss


def dated(*dates: str, channel: str = CHANNEL) -> bytes:
    return rss(*(f"<title>第{date}条</title><pubDate>{date}</pubDate>" for date in dates), channel=channel)


def names(of: Edition) -> list[tuple[str, int]]:
    return [(section.name, len(section.articles)) for section in of.sections]


class TestDay:
    def test_it_is_that_of_the_newest_item(self) -> None:
        found = edition(dated("22 Dec 2024 10:00 +0800", "23 Dec 2024 09:00 +0800", "1 Dec 2024 10:00 +0800"))
        assert found.date == dt.date(2024, 12, 23)
        assert [article.dateline for article in found.articles()] == [
            "2024年12月22日 10:00",
            "2024年12月23日 09:00",
            "2024年12月1日 10:00",
        ]

    def test_a_chinese_paper_counts_days_in_china(self) -> None:
        found, told = one(dated("Sun, 22 Dec 2024 23:30:00 GMT"))
        assert (found.date, found.timezone) == (dt.date(2024, 12, 23), "Asia/Shanghai")
        assert "timezone" in found.inferred
        assert any(observation.grade is Grade.GUESSED for observation in told)

    def test_any_other_paper_has_the_day_it_writes(self) -> None:
        english = "<title>Bay Post</title><language>en-us</language>"
        found = edition(dated("Sun, 22 Dec 2024 23:30:00 -0500", channel=english))
        assert (found.date, found.language) == (dt.date(2024, 12, 22), "en-US")

    def test_the_time_zone_wished_for_decides(self) -> None:
        wishes = Wishes(NOW, timezone="Asia/Tokyo")
        assert edition(dated("Sun, 22 Dec 2024 15:30:00 GMT"), wishes).date == dt.date(2024, 12, 23)

    def test_the_date_wished_for_decides(self) -> None:
        found = edition(dated("22 Dec 2024 10:00 +0800"), Wishes(NOW, date=dt.date(2024, 12, 31)))
        assert found.date == dt.date(2024, 12, 31)

    def test_where_no_item_is_dated_the_feed_is(self) -> None:
        found = edition(
            rss("<title>老桥</title>", channel=f"{CHANNEL}<lastBuildDate>2024-12-20</lastBuildDate>")
        )
        assert found.date == dt.date(2024, 12, 20)
        assert "date" not in found.inferred

    def test_without_any_date_it_is_today_and_told(self) -> None:
        found, told = one(rss("<title>老桥</title>"))
        assert found.date == NOW.date()
        assert "date" in found.inferred
        assert any("date" in observation.what.en for observation in told)

    def test_days_and_instants_are_compared(self) -> None:
        assert edition(dated("2024-12-22", "2024-12-23 08:00:00", "22 Dec 2024 10:00 GMT")).date.day == 23


class TestSections:
    def test_a_feed_is_one_section(self) -> None:
        found = edition(rss("<title>一</title>", "<title>二</title><category>桥</category>"))
        assert names(found) == [("本报", 2)]
        assert "sections" in found.inferred

    def test_the_section_may_be_named(self) -> None:
        assert names(edition(rss("<title>一</title>"), Wishes(NOW, section="要闻"))) == [("要闻", 1)]

    def test_categories_of_a_paper_are_its_sections(self) -> None:
        items = [
            f"<title>第{n}条</title><category>{'体育' if n % 3 else '要闻'}</category>" for n in range(6)
        ]
        found = edition(rss(*items))
        assert names(found) == [("要闻", 2), ("体育", 4)]
        assert {article.column for article in found.articles()} == {None}

    def test_tags_are_not(self) -> None:
        items = ["<title>一</title><category>桥</category>", "<title>二</title><category>路</category>"]
        assert names(edition(rss(*items))) == [("本报", 2)]
        tagged = ["<title>一</title><category>桥</category><category>路</category>"] * 4
        assert names(edition(rss(*tagged))) == [("本报", 4)]

    def test_categories_marked_as_sections_are_believed(self) -> None:
        found = edition(
            rss(
                '<title>一</title><category domain="section">要闻</category><category>桥</category>',
                '<title>二</title><category domain="section">体育</category>',
            )
        )
        assert names(found) == [("要闻", 1), ("体育", 1)]
        assert [article.column for article in found.articles()] == ["桥", None]


class TestPaper:
    def test_the_masthead_is_that_of_the_feed(self) -> None:
        channel = "<title>河湾晨报</title><description>河湾人的报</description>"
        channel += "<dc:publisher>河湾报社</dc:publisher>"
        found = edition(rss("<title>老桥重开</title>", channel=channel))
        assert found.paper == "河湾晨报"
        assert (found.masthead.motto, found.masthead.publisher) == ("河湾人的报", "河湾报社")

    def test_without_a_title_it_is_named_and_told(self) -> None:
        found, _ = one(rss("<title>老桥重开</title>", channel=""))
        assert found.paper == "未名报"
        assert "paper" in found.inferred

    @pytest.mark.parametrize(
        ("said", "language"),
        [("zh-cn", "zh-CN"), ("zh_TW", "zh-TW"), ("EN", "en"), ("zh-hant-hk", "zh-hant-HK")],
    )
    def test_a_language_is_written_as_a_tag(self, said: str, language: str) -> None:
        assert edition(json_feed({"title": "a"}, language=said)).language == language

    def test_a_language_that_is_no_tag_is_guessed(self) -> None:
        found = edition(json_feed({"title": "老桥重开，市民过桥"}, language="Chinese language"))
        assert found.language == "zh-CN"
        assert "language" in found.inferred

    def test_an_item_with_nothing_in_it_is_told_and_left_out(self) -> None:
        found, told = one(atom("<title>一</title>", "<id>tag:x,1:1</id>"))
        assert len(list(found.articles())) == 1
        assert [(o.grade, o.part) for o in told if o.part] == [(Grade.DROPPED, "entry 2")]

    def test_a_feed_without_items_is_an_empty_edition_and_told(self) -> None:
        found, told = one(rss())
        assert found.sections == ()
        assert any("no entries" in observation.what.en for observation in told)

    def test_ids_of_the_feed_are_unique_in_the_edition(self) -> None:
        item = '<title>一</title><guid isPermaLink="false">n1</guid>'
        assert [article.id for article in edition(rss(item, item, "<title>二</title>")).articles()] == [
            "n1",
            "n1-2",
            "p01-a03",
        ]
