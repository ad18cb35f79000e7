from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reader.edition.article import Article, Cut, Kind, Photo, Prominence
from reader.edition.body import Block, blocks
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice
from reader.exporting.exporter import Circumstances
from reader.exporting.exporters import EXPORTERS
from reader.exporting.ninjs import edition_ninjs
from reader.importing.ninjs.ninjs import NINJS
from reader.loading.load import read_edition
from tests.exporting.editions import BARE, ENGLISH, FULL, a_png, about, lacking
from tests.exporting.ninjs_rules import RULES
from tests.importing.checked import NOW, imports
from tests.shipped import PATHS

CHINA = dt.timezone(dt.timedelta(hours=8))
PNG = a_png()
BODY = """\
第一段，有“引号”、<尖括号>和 &。

### 小标题

> 桥通了。
> — 林一舟

- 一
- 二

3. 三
5. 五

| 甲 | 乙 |
| 1 | 2\\|3 |

~ 桥上的人
~ 桥下的水
~
~ 都看桥
~ 都过桥

![map]

---

\\- 这不是列表。
"""
ARTICLE = Article(
    id="bridge",
    has_own_id=True,
    kind=Kind.FEATURE,
    page="03",
    column="新区纪行",
    kicker="新区",
    headline="大桥今天通车",
    deck="——三年建成",
    byline="□ 本报记者 林一舟",
    authors=("林一舟", "陈小满"),
    dateline="河湾三月一日电",
    source="河湾通讯社",
    summary="大桥通车了。",
    body=BODY,
    photos=(
        Photo(id="map", file="pictures/map.png", caption="大桥位置。", credit="陈小满", alt="地图"),
        Photo(caption="只有说明。"),
    ),
    signoff="（完）",
    prominence=Prominence.LEAD,
    correction="昨天的数字有误。",
)
NOTICE = Notice(
    id="wind-1",
    event="大风",
    headline="大风蓝色预警",
    column="公告",
    level=Level.BLUE,
    issuer="市气象台",
    area="河湾市",
    effective=dt.datetime(2025, 3, 1, 8, tzinfo=CHINA),
    expires=dt.datetime(2025, 3, 2, 8, tzinfo=CHINA),
    text="今天有大风。",
    instruction="关好门窗。",
)
EDITION = Edition(
    paper="河湾日报",
    date=dt.date(2025, 3, 1),
    edition="晚报版",
    issue="1234",
    masthead=Masthead(motto="一河一湾"),
    notices=(NOTICE,),
    sections=(
        Section(
            name="要闻", page="01", articles=(ARTICLE, Article(id="p01-a02", slug="无题", body="短讯。"))
        ),
        Section(name="副刊", articles=(Article(id="p02-a01", headline="图", kind=Kind.PHOTO, cut=Cut.END),)),
    ),
)


def _circumstances(picture: Callable[[str], bytes | None] = lambda _: None) -> Circumstances:
    return Circumstances((), None, NOW, picture)


def _written(edition: Edition, picture: Callable[[str], bytes | None] = lambda _: None) -> dict[str, Any]:
    item = json.loads(edition_ninjs(edition, _circumstances(picture)))
    jsonschema.Draft202012Validator(RULES).validate(item)
    assert isinstance(item, dict)
    return item


def _back(edition: Edition, picture: Callable[[str], bytes | None] = lambda _: None) -> Edition:
    [found], _ = imports(NINJS, edition_ninjs(edition, _circumstances(picture)))
    return found


def _blocks(body: str) -> list[Block]:
    return [block._replace(start=0) for block in blocks(body)]


def test_an_edition_is_valid_against_the_rules_of_ninjs() -> None:
    item = _written(EDITION, lambda _: PNG)
    assert item["standard"]["name"] == "ninjs"
    assert item["type"] == "composite"
    assert [each["name"] for each in item["associations"]] == ["要闻", "副刊", "公告"]


def test_the_rules_refuse_what_the_standard_refuses() -> None:
    item = _written(EDITION)
    damages: list[dict[str, Any]] = [
        {"urgency": 10},
        {"type": "edition"},
        {"unknown": "x"},
        {"uri": "no uri"},
        {"headlines": [{}]},
    ]
    for damage in damages:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(RULES).validate({**item, **damage})
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(RULES).validate({**item, "associations": [{"uri": "urn:x"}]})


def test_the_same_edition_gives_the_same_bytes_and_identifiers_of_its_own() -> None:
    assert edition_ninjs(EDITION, _circumstances()) == edition_ninjs(EDITION, _circumstances())
    uris: list[str] = []

    def walk(item: dict[str, Any]) -> None:
        uris.append(item["uri"])
        for each in item.get("associations", []):
            walk(each)

    walk(_written(EDITION))
    assert len(uris) == len(set(uris)) == 10
    assert all(uri.startswith("urn:uuid:") for uri in uris)
    assert _written(replace(EDITION, edition=None))["uri"] != uris[0]


def test_it_comes_back_as_the_same_edition_but_for_what_ninjs_has_no_place_for() -> None:
    found = _back(replace(EDITION, notices=()), lambda _: PNG)
    expected = replace(EDITION, notices=(), inferred=())
    assert replace(found, sections=()) == replace(expected, sections=())
    assert [(section.name, section.page) for section in found.sections] == [("要闻", "01"), ("副刊", None)]
    first, second, third = found.articles()
    photos = (
        Photo(id="f1", file="map.png", caption="大桥位置。", credit="陈小满", alt="地图"),
        Photo(caption="只有说明。"),
    )
    assert replace(first, body="") == replace(ARTICLE, body="", photos=photos)
    assert _blocks(first.body) == _blocks(BODY.replace("![map]", "![f1]"))
    assert (second.slug, second.headline, second.body) == ("无题", None, "短讯。")
    assert (third.headline, third.kind) == ("图", Kind.PHOTO)


def test_pictures_come_back_byte_for_byte() -> None:
    from reader.importing.imported import Imported
    from reader.importing.source import Source
    from tests.importing.checked import WISHES

    data = edition_ninjs(EDITION, _circumstances({"pictures/map.png": PNG}.get))
    [imported] = [
        each for each in NINJS.read(Source(path=None, given=data), WISHES) if isinstance(each, Imported)
    ]
    assert [(picture.file, picture.data()) for picture in imported.pictures] == [("map.png", PNG)]


def _said(item: object) -> str:
    """Return every text there is in an item, blanks and all."""
    if isinstance(item, dict):
        return "".join(map(_said, item.values()))
    return "".join(map(_said, item)) if isinstance(item, list) else str(item)


@pytest.mark.parametrize("edition", [FULL, BARE, ENGLISH, EDITION], ids=["full", "bare", "english", "own"])
def test_no_character_that_a_paper_prints_is_lost(edition: Edition) -> None:
    item = json.loads(edition_ninjs(edition, about(edition)))
    jsonschema.Draft202012Validator(RULES).validate(item)
    assert lacking(edition, _said(item)) == []


def test_the_masthead_comes_back_and_an_empty_section_does_not() -> None:
    found = _back(replace(FULL, notices=()))
    assert found.masthead == FULL.masthead
    assert [section.name for section in found.sections] == ["要闻", "城事"]
    assert [article.title for article in found.articles()] == [article.title for article in FULL.articles()]


def test_what_is_no_picture_is_not_written() -> None:
    for data in (None, b"", b"#!/bin/sh"):
        assert "data:" not in json.dumps(_written(EDITION, lambda _, data=data: data))  # type: ignore[misc]


def test_notices_are_items_of_a_section_of_their_own() -> None:
    notice = _written(EDITION)["associations"][-1]["associations"][0]
    assert notice["headlines"][0]["value"] == "大风蓝色预警"
    assert notice["expires"] == "2025-03-02T08:00:00+08:00"
    assert notice["bodies"][0]["value"] == "今天有大风。\n\n关好门窗。"
    assert "蓝色预警" in notice["descriptions"][0]["value"]
    found = _back(EDITION)
    assert found.sections[-1].name == "公告"
    assert found.sections[-1].articles[0].body == "今天有大风。\n\n关好门窗。"


def test_a_cut_article_is_partial() -> None:
    items = _written(EDITION)["associations"]
    assert items[0]["associations"][0]["representationType"] == "full"
    assert items[1]["associations"][0]["representationType"] == "partial"


def test_the_text_alone_is_there_for_those_who_take_no_html() -> None:
    html, plain = _written(EDITION)["associations"][0]["associations"][0]["bodies"]
    assert (html["contentType"], plain["contentType"]) == ("text/html", "text/plain")
    assert plain["value"].startswith("第一段，有“引号”、<尖括号>和 &。\n\n小标题\n\n桥通了。\n— 林一舟")


def test_ninjs_is_in_the_list_of_exporters() -> None:
    [exporter] = [each for each in EXPORTERS if each.kind == "ninjs"]
    assert exporter.export(EDITION, _circumstances()) == edition_ninjs(EDITION, _circumstances())
    assert not exporter.is_binary


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_shipped_edition_is_valid_and_keeps_its_text(path: Path) -> None:
    edition = read_edition(path.read_bytes(), path).edition
    _written(edition)
    found = _back(replace(edition, notices=()))
    for before, after in zip(edition.articles(), found.articles(), strict=True):
        for name in (
            "id",
            "kind",
            "column",
            "kicker",
            "headline",
            "slug",
            "deck",
            "byline",
            "dateline",
            "source",
        ):
            assert getattr(before, name) == getattr(after, name)
        assert [type(block) for block in _blocks(before.body)] == [
            type(block) for block in _blocks(after.body)
        ]
