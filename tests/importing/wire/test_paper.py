from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from reader.edition.article import Article, Photo
from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from reader.importing.wire.moment import moment
from reader.importing.wire.paper import Part, item_papers, package_papers, refused_if_empty, titled
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story
from tests.importing.checked import WISHES, checked


def _box() -> PictureBox:
    return PictureBox(Source(path=None, given=b""))


def _only(results: Iterator[Imported | Observation]) -> Imported:
    [imported] = results
    assert isinstance(imported, Imported)
    return imported


def _item(story: Story, box: PictureBox, source: str, wishes: Wishes) -> Imported:
    return _only(item_papers(story, box, source, wishes))


def _package(front: Story, parts: list[Part], box: PictureBox, source: str, wishes: Wishes) -> Imported:
    return _only(package_papers(front, parts, box, source, wishes))


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
    edition = checked(_item(BRIDGE, _box(), "x", WISHES))
    assert (edition.paper, edition.date, edition.edition, edition.issue) == (
        "河湾日报",
        dt.date(2025, 2, 28),
        "晚报版",
        "77",
    )
    assert [section.name for section in edition.sections] == ["要闻"]
    assert edition.inferred == ("timezone",)


def test_the_day_is_that_of_the_zone_asked_for() -> None:
    imported = _item(BRIDGE, _box(), "x", WISHES._replace(timezone="Asia/Shanghai"))
    assert checked(imported).date == dt.date(2025, 3, 1)


def test_a_paper_that_was_guessed_is_told_unless_it_was_said() -> None:
    guessed = Story(article=BRIDGE.article, paper="河湾通讯社", is_paper_guessed=True)
    imported = _item(guessed, _box(), "x", WISHES)
    assert "paper" in checked(imported).inferred
    assert any("河湾通讯社" in told.what.zh for told in imported.observations)
    said = _item(guessed, _box(), "x", WISHES._replace(paper="河湾日报"))
    assert said.edition.paper == "河湾日报"
    assert "paper" not in said.edition.inferred
    assert not any("河湾通讯社" in told.what.zh for told in said.observations)


def test_what_a_package_does_not_say_its_items_say() -> None:
    front = Story(article=Article(id=""))
    second = Story(article=Article(id="", headline="天气"), language="en")
    parts = [Part("要闻", [BRIDGE, second], "01"), Part("空版", []), Part(None, [second])]
    edition = checked(_package(front, parts, _box(), "x", WISHES))
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
    imported = _item(story, box, "x", WISHES)
    checked(imported)
    assert [picture.data() for picture in imported.pictures] == [b"a"]


def test_a_title_stands_in_for_a_headline_and_is_told() -> None:
    headline, told = titled(Article(id=""), "早间稿件", "x", "1:1")
    assert headline == "早间稿件"
    assert [type(each) for each in told] == [Observation]
    assert told[0].grade is Grade.GUESSED
    assert titled(Article(id="", headline="有"), "早间稿件", "x", "") == ("有", [])
    assert titled(Article(id=""), None, "x", "") == (None, [])


def test_an_item_without_anything_to_print_is_told_with_all_else_there_is_to_tell() -> None:
    note = Observation(Grade.DROPPED, "x", "", Wording("话", "words"), Wording("看", "look"))
    empty = Story(article=Article(id=""), place="2:1", told=(note,))
    told = list(item_papers(empty, _box(), "x", WISHES))
    assert told[0] == note
    assert isinstance(told[1], Observation)
    assert (told[1].grade, told[1].part) == (Grade.DROPPED, "2:1")


def test_a_source_of_nothing_but_empty_items_is_refused() -> None:
    empty = Story(article=Article(id=""), place="2:1")
    with pytest.raises(CannotImport) as raised:
        refused_if_empty(item_papers(empty, _box(), "x", WISHES), "x")
    assert raised.value.observation.part == "2:1"
    with pytest.raises(CannotImport):
        refused_if_empty([], "x")
    both = [*item_papers(empty, _box(), "x", WISHES), *item_papers(BRIDGE, _box(), "x", WISHES)]
    assert refused_if_empty(both, "x") == both
