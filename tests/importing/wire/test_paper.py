from __future__ import annotations

import datetime as dt

from reader.edition.article import Article, Photo
from reader.importing.observation import Grade, Observation
from reader.importing.source import Source
from reader.importing.wire.moment import moment
from reader.importing.wire.paper import Part, item_paper, package_paper, titled
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story
from tests.importing.checked import WISHES, checked


def _box() -> PictureBox:
    return PictureBox(Source(path=None, given=b""))


BRIDGE = Story(
    article=Article(id="", headline="大桥通车", body="今天上午，大桥通车。"),
    sent=moment("2025-02-28T23:30:00Z"),
    paper="河湾日报",
    section="要闻",
    language="zh-CN",
    edition="晚报版",
    issue="77",
)


def test_an_item_is_an_edition_of_one_article() -> None:
    edition = checked(item_paper(BRIDGE, _box(), "x", WISHES))
    assert (edition.paper, edition.date, edition.edition, edition.issue) == (
        "河湾日报",
        dt.date(2025, 2, 28),
        "晚报版",
        "77",
    )
    assert [section.name for section in edition.sections] == ["要闻"]
    assert edition.inferred == ("timezone",)


def test_the_day_is_that_of_the_zone_asked_for() -> None:
    imported = item_paper(BRIDGE, _box(), "x", WISHES._replace(timezone="Asia/Shanghai"))
    assert checked(imported).date == dt.date(2025, 3, 1)


def test_a_paper_that_was_guessed_is_told_unless_it_was_said() -> None:
    guessed = Story(article=BRIDGE.article, paper="河湾通讯社", is_paper_guessed=True)
    imported = item_paper(guessed, _box(), "x", WISHES)
    assert "paper" in checked(imported).inferred
    assert any("河湾通讯社" in told.what.zh for told in imported.observations)
    said = item_paper(guessed, _box(), "x", WISHES._replace(paper="河湾日报"))
    assert said.edition.paper == "河湾日报"
    assert "paper" not in said.edition.inferred
    assert not any("河湾通讯社" in told.what.zh for told in said.observations)


def test_what_a_package_does_not_say_its_items_say() -> None:
    front = Story(article=Article(id=""))
    second = Story(article=Article(id="", headline="天气"), language="en")
    parts = [Part("要闻", [BRIDGE, second], "01"), Part("空版", []), Part(None, [second])]
    edition = checked(package_paper(front, parts, _box(), "x", WISHES))
    assert (edition.paper, edition.date.isoformat(), edition.language) == ("河湾日报", "2025-02-28", "zh-CN")
    assert [(section.name, section.page, len(section.articles)) for section in edition.sections] == [
        ("要闻", "01", 2),
        ("本报", None, 1),
    ]
    assert edition.edition is None


def test_only_pictures_that_are_shown_come_along() -> None:
    box = _box()
    shown = box.take("data:image/png,a")
    box.take("data:image/png,b")
    story = Story(article=Article(id="", headline="图", photos=(Photo(file=shown),)))
    imported = item_paper(story, box, "x", WISHES)
    checked(imported)
    assert [picture.data() for picture in imported.pictures] == [b"a"]


def test_a_title_stands_in_for_a_headline_and_is_told() -> None:
    headline, told = titled(Article(id=""), "早间稿件", "x", "1:1")
    assert headline == "早间稿件"
    assert [type(each) for each in told] == [Observation]
    assert told[0].grade is Grade.GUESSED
    assert titled(Article(id="", headline="有"), "早间稿件", "x", "") == ("有", [])
    assert titled(Article(id=""), None, "x", "") == (None, [])
