from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.importing.newsml.newsml import NEWSML
from reader.importing.observation import CannotImport, Grade, Observation
from tests.importing.checked import imports, imports_of

XMLNS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def _item(guid: str, headline: str, *, day: str = "2025-03-01", meta: str = "", version: str = "1") -> str:
    return (
        f'<newsItem guid="{guid}" version="{version}"><itemMeta><itemClass qcode="ninat:text"/>'
        f"<provider><name>河湾通讯社</name></provider><versionCreated>{day}T09:00:00+08:00</versionCreated>{meta}"
        f'</itemMeta><contentMeta><language tag="zh-CN"/><headline>{headline}</headline></contentMeta>'
        "<contentSet><inlineXML><div><p>正文。</p></div></inlineXML></contentSet></newsItem>"
    )


def _message(*items: str) -> str:
    header = "<header><sent>2025-03-01T00:00:00Z</sent></header>"
    return f"<newsMessage {XMLNS}>{header}<itemSet>{''.join(items)}</itemSet></newsMessage>"


def _package(*guids: str, guid: str = "P", version: str = "1", title: str = "早间") -> str:
    refs = "".join(f'<itemRef residref="{each}"/>' for each in guids)
    return (
        f'<packageItem guid="{guid}" version="{version}"><itemMeta><itemClass qcode="ninat:composite"/>'
        "<provider><name>河湾通讯社</name></provider><versionCreated>2025-03-02T06:00:00+08:00</versionCreated>"
        f"<title>{title}</title></itemMeta>"
        f'<groupSet root="G"><group id="G">{refs}</group></groupSet></packageItem>'
    )


def _read(text: str) -> tuple[list[Edition], list[Observation]]:
    return imports(NEWSML, text.encode())


def _headlines(editions: list[Edition]) -> list[list[str | None]]:
    return [[article.headline for article in edition.articles()] for edition in editions]


def test_an_item_is_an_edition_of_one_article() -> None:
    [edition], told = _read(_item("a", "大桥通车").replace("<newsItem", f"<newsItem {XMLNS}", 1))
    assert (edition.paper, edition.date.isoformat(), edition.language) == (
        "河湾通讯社",
        "2025-03-01",
        "zh-CN",
    )
    assert next(edition.articles()).body == "正文。"
    assert [each.grade for each in told] == [Grade.GUESSED]


def test_the_items_of_a_message_are_read_one_by_one() -> None:
    editions, _ = _read(_message(_item("a", "一"), _item("b", "二", day="2025-03-02")))
    assert _headlines(editions) == [["一"], ["二"]]


def test_a_package_is_an_edition_and_its_items_are_in_it_only() -> None:
    editions, _ = _read(_message(_package("b", "a"), _item("a", "一"), _item("b", "二"), _item("c", "三")))
    assert _headlines(editions) == [["二", "一"], ["三"]]
    assert editions[0].date.isoformat() == "2025-03-02"
    assert [section.name for section in editions[0].sections] == ["早间"]


def test_the_latest_version_of_an_item_wins_wherever_it_stands() -> None:
    old, new = _item("a", "旧", version="9"), _item("a", "新", version="10")
    for pair in ((old, new), (new, old)):
        editions, told = _read(_message(*pair))
        assert _headlines(editions) == [["新"]]
        assert any(each.grade is Grade.DROPPED for each in told)


def test_the_latest_version_of_a_package_wins() -> None:
    editions, _ = _read(
        _message(_package("a", version="1"), _package("b", version="2"), _item("a", "一"), _item("b", "二"))
    )
    assert _headlines(editions) == [["二"], ["一"]]


def test_a_package_within_another_is_in_it_only() -> None:
    inner = _package("a", guid="Q", title="要闻")
    editions, _ = _read(_message(_package("Q", "b"), inner, _item("a", "一"), _item("b", "二")))
    assert _headlines(editions) == [["一", "二"]]
    assert [section.name for section in editions[0].sections] == ["要闻", "早间"]


def test_what_is_canceled_is_left_out_unless_it_is_all_there_is() -> None:
    canceled = _item("b", "二", meta='<pubStatus qcode="stat:canceled"/>')
    editions, told = _read(_message(_item("a", "一"), canceled))
    assert _headlines(editions) == [["一"]]
    assert any("canceled" in each.what.en for each in told)
    alone, told = _read(_message(canceled))
    assert _headlines(alone) == [["二"]]
    assert any(each.grade is Grade.UNDECIDED for each in told)


def test_a_picture_that_a_text_links_to_is_its_photo() -> None:
    picture = (
        '<newsItem guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>'
        "<description>大桥。</description></contentMeta></newsItem>"
    )
    editions, _ = _read(_message(_item("a", "一", meta='<link residref="p"/>'), picture))
    [[article]] = [list(edition.articles()) for edition in editions]
    assert [photo.caption for photo in article.photos] == ["大桥。"]


@pytest.mark.parametrize("name", ["knowledgeItem", "conceptItem", "planningItem", "catalogItem"])
def test_concepts_and_plans_are_told_as_no_news(name: str) -> None:
    editions, told = _read(_message(f'<{name} guid="k"/>', _item("a", "一")))
    assert len(editions) == 1
    assert any(name in each.what.en for each in told)
    with pytest.raises(CannotImport) as raised:
        _read(f'<{name} {XMLNS} guid="k"><conceptSet/></{name}>')
    assert name in raised.value.observation.what.zh


@pytest.mark.parametrize(
    "text",
    ['<NewsML Version="1.2"><NewsEnvelope/></NewsML>', "<newsMessage><NewsComponent/></newsMessage>"],
)
def test_newsml_one_is_refused_by_name(text: str) -> None:
    with pytest.raises(CannotImport) as raised:
        _read(text)
    assert "NewsML 1.x" in raised.value.observation.what.en
    assert "NewsML-G2" in raised.value.observation.advice.zh


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<newsItem>",
        _message(),
        "<html/>",
        _message('<newsItem guid="a"><itemMeta><itemClass qcode="ninat:video"/></itemMeta></newsItem>'),
        '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/hostname">]><newsItem>&a;</newsItem>',
    ],
)
def test_what_has_no_news_in_it_is_refused_with_a_place(text: str) -> None:
    with pytest.raises(CannotImport) as raised:
        _read(text)
    assert raised.value.observation.part


def test_items_and_pictures_beside_a_package_come_along(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        _item("a", "一").replace("<newsItem", f"<newsItem {XMLNS}", 1), encoding="utf-8"
    )
    package = _package("x").replace(
        '<itemRef residref="x"/>',
        '<itemRef residref="a" href="a.xml"/><itemRef residref="z" href="../z.xml"/>',
    )
    (tmp_path / "p.xml").write_text(package, encoding="utf-8")
    [edition], told = imports_of(NEWSML, tmp_path / "p.xml")
    assert _headlines([edition]) == [["一"]]
    assert any("z" in each.what.en for each in told if each.grade is Grade.UNDECIDED)


def test_items_that_nothing_names_are_all_kept() -> None:
    items = [_item("", "一"), _item("", "二"), _package(guid="")]
    assert _headlines(_read(_message(*items))[0]) == [["一"], ["二"]]


_NAMES = (
    "newsItem packageItem itemSet itemMeta contentMeta contentSet groupSet group itemRef groupRef",
    "inlineXML inlineData remoteContent headline title provider name link nitf",
    "body.content p versionCreated pubStatus itemClass",
)


@st.composite
def _elements(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(st.sampled_from(" ".join(_NAMES).split()))
    guid = draw(st.sampled_from(["a", "b"]))
    words = draw(st.sampled_from(["", "河湾", "2025-03-01", "&lt;p>"]))
    inner = "".join(draw(st.lists(_elements(depth + 1), max_size=3))) if depth < 5 else ""
    attributes = f'guid="{guid}" residref="a" idref="{guid}" id="a" root="a" href="x.jpg" qcode="x:picture"'
    return f"<{name} {attributes}>{words}{inner}</{name}>"


@given(_elements())
@settings(max_examples=80, deadline=None)
def test_any_tree_of_elements_is_an_edition_or_a_refusal(inner: str) -> None:
    try:
        _read(_message(inner, _item("a", "一")))
    except CannotImport:
        return


@given(st.integers(0, 900), st.binary(max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_damage_is_an_edition_or_a_refusal(at: int, damage: bytes) -> None:
    data = _message(_package("a"), _item("a", "一")).encode()
    try:
        imports(NEWSML, data[:at] + damage + data[at + len(damage) :])
    except CannotImport:
        return
