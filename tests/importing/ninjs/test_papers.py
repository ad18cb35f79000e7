from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.importing.gathering import gathered
from reader.importing.imported import Imported
from reader.importing.ninjs.ninjs import NINJS
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of

FIRST = {
    "uri": "http://news.example/1",
    "type": "text",
    "versioncreated": "2025-03-01T09:00:00+08:00",
    "copyrightholder": "河湾通讯社",
    "language": "zh-CN",
    "byline": "林一舟",
    "located": "河湾",
    "headline": "大桥通车",
    "service": [{"name": "要闻"}],
    "body_text": "第一段。\n第二段。",
    "body_xhtml": "<p>第一段。</p><p>第二段。</p>",
}
THIRD = {
    "uri": "http://news.example/3",
    "type": "text",
    "versionCreated": "2025-03-01T10:00:00+08:00",
    "infoSources": [{"name": "河湾日报", "role": "publisher"}],
    "language": "zh-CN",
    "by": "陈小满",
    "headlines": [{"role": "main", "value": "学校开学"}, {"role": "deck", "value": "新生报到"}],
    "bodies": [{"contentType": "text/html", "value": "<p>今天开学。</p>"}],
}


def _read(value: Any) -> tuple[list[Edition], list[Observation]]:
    return imports(NINJS, json.dumps(value, ensure_ascii=False).encode())


def test_an_item_of_version_one_is_an_edition_of_one_article() -> None:
    [edition], told = _read(FIRST)
    [article] = edition.articles()
    assert (edition.paper, edition.date.isoformat(), edition.language) == (
        "河湾通讯社",
        "2025-03-01",
        "zh-CN",
    )
    assert [section.name for section in edition.sections] == ["要闻"]
    assert (article.headline, article.byline, article.dateline) == ("大桥通车", "林一舟", "河湾")
    assert article.body == "第一段。\n\n第二段。"
    assert [each.grade for each in told] == [Grade.GUESSED, Grade.GUESSED]


def test_an_item_of_version_three_is_read_the_same_way() -> None:
    [edition], _ = _read(THIRD)
    [article] = edition.articles()
    assert (edition.paper, article.headline, article.deck, article.byline, article.body) == (
        "河湾日报",
        "学校开学",
        "新生报到",
        "陈小满",
        "今天开学。",
    )


def test_an_item_of_version_two_has_small_letters() -> None:
    second = {key.lower(): value for key, value in THIRD.items()}
    second["bodies"] = [{"contenttype": "text/html", "value": "<p>今天开学。</p>"}]
    assert _read(second)[0] == _read(THIRD)[0]


@pytest.mark.parametrize(
    "wrap", [lambda items: items, lambda items: {"_items": items}, lambda items: {"items": items}]
)
def test_a_list_is_read_item_by_item(wrap: Any) -> None:
    editions, _ = _read(wrap([FIRST, THIRD]))
    assert [next(edition.articles()).headline for edition in editions] == ["大桥通车", "学校开学"]


def test_items_one_to_a_line_are_read_item_by_item() -> None:
    lines = "\n".join(json.dumps(item) for item in (FIRST, THIRD))
    editions, told = imports(NINJS, f"{lines}\n{{broken\n".encode())
    assert len(editions) == 2
    assert [error.part for error in errors(told)] == ["3:2"]


def test_items_of_a_day_are_put_together_by_who_imports_them() -> None:
    both = [{**FIRST, "copyrightholder": "河湾日报"}, THIRD]
    source = Source(path=None, given=json.dumps(both).encode())
    found = [each for each in NINJS.read(source, WISHES) if isinstance(each, Imported)]
    [together] = gathered(found)
    assert [article.headline for article in together.edition.articles()] == ["大桥通车", "学校开学"]


def test_what_is_no_item_is_told_with_its_place_and_the_rest_is_read() -> None:
    editions, told = _read([5, FIRST, {"name": "x"}])
    assert len(editions) == 1
    assert [error.part for error in errors(told)] == ["item 1", "item 3"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "5", '"x"', '[{"name": "x"}]', "{'a': 1}", "[" * 9999, "null", '{"uri": "urn:a"}'],
)
def test_a_file_without_any_item_is_refused(text: str) -> None:
    with pytest.raises(CannotImport):
        imports(NINJS, text.encode())


def test_of_several_versions_the_newest_is_kept() -> None:
    editions, told = _read([{**FIRST, "version": "1"}, {**FIRST, "version": "2", "headline": "新"}])
    assert [next(edition.articles()).headline for edition in editions] == ["新"]
    assert any("http://news.example/1" in each.what.en for each in told)


def test_what_is_canceled_is_left_out_unless_it_is_all_there_is() -> None:
    canceled = {**THIRD, "pubStatus": "canceled"}
    editions, told = _read([FIRST, canceled])
    assert [next(edition.articles()).headline for edition in editions] == ["大桥通车"]
    assert any("canceled" in each.what.en for each in told)
    [alone], told = _read(canceled)
    assert next(alone.articles()).headline == "学校开学"
    assert any(each.grade is Grade.UNDECIDED for each in told)


def _package(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"uri": "urn:p", "type": "composite", "associations": list(items), **more}


def test_a_package_is_an_edition_with_sections() -> None:
    city = _package(
        FIRST, uri="urn:a", headlines=[{"value": "要闻"}], altIds=[{"role": "page", "value": "01"}]
    )
    school = _package(THIRD, uri="urn:b", name="校园")
    [edition], _ = _read(_package(city, school, versionCreated="2025-03-02", headline="河湾日报"))
    assert [(section.name, section.page) for section in edition.sections] == [("要闻", "01"), ("校园", None)]
    assert edition.date.isoformat() == "2025-03-02"
    assert [article.headline for article in edition.articles()] == ["大桥通车", "学校开学"]


def test_what_stands_beside_sections_is_in_one_of_the_packages_title() -> None:
    city = _package({**FIRST, "uri": "x"}, uri="urn:a", headline="要闻")
    [edition], _ = _read(_package(FIRST, city, THIRD, headline="早间"))
    assert [section.name for section in edition.sections] == ["早间", "要闻", "早间"]


def test_a_package_of_a_text_and_its_photos_is_an_article() -> None:
    photo = {"uri": "p", "type": "picture", "description_text": "大桥。"}
    [edition], _ = _read({**FIRST, "type": "composite", "associations": {"mainpic": photo}})
    [article] = edition.articles()
    assert article.headline == "大桥通车"
    assert [each.caption for each in article.photos] == ["大桥。"]


def test_a_package_with_text_of_its_own_begins_with_it() -> None:
    [edition], _ = _read(_package(THIRD, headline="综述", body_text="综述正文"))
    assert [article.headline for article in edition.articles()] == ["综述", "学校开学"]


def test_a_related_item_with_text_follows_and_one_without_is_told() -> None:
    named = {"uri": "urn:only", "type": "text", "headline": "只有标题"}
    [edition], told = _read({**FIRST, "associations": {"related1": THIRD, "related2": named}})
    assert [article.headline for article in edition.articles()] == ["大桥通车", "学校开学"]
    assert any("只有标题" in each.what.zh for each in told if each.grade is Grade.DROPPED)


def test_what_is_left_out_of_a_section_is_told() -> None:
    city = _package(FIRST, {**THIRD, "pubStatus": "withheld"}, uri="urn:a", headline="要闻")
    _, told = _read(_package(city))
    assert any("withheld" in each.what.en for each in told)


def test_a_picture_beside_the_file_comes_along(tmp_path: Path) -> None:
    photo = {"uri": "p", "type": "picture", "renditions": [{"name": "main", "href": "img/a.jpg"}]}
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.jpg").write_bytes(b"x")
    (tmp_path / "a.json").write_text(json.dumps({**THIRD, "associations": [photo]}), encoding="utf-8")
    [edition], told = imports_of(NINJS, tmp_path / "a.json")
    assert next(edition.articles()).photos[0].file == "a.jpg"
    assert not [each for each in told if "a.jpg" in each.what.en]


def test_no_control_reaches_the_edition() -> None:
    [edition], _ = _read(
        {**FIRST, "headline": "\x1b]52;c;x\x07大桥\u202e", "body_text": "\x9b31m", "body_xhtml": ""}
    )
    assert next(edition.articles()).headline == "␛]52;c;x␇大桥⟦U+202E⟧"
    assert next(edition.articles()).body == "⟦U+009B⟧31m"


def test_a_package_nested_as_deeply_as_may_be_is_read() -> None:
    value: dict[str, Any] = dict(FIRST)
    for number in range(90):
        value = _package(value, uri=f"urn:{number}", headline=f"层{number}")
    [edition], _ = _read(value)
    assert [article.headline for article in edition.articles()] == ["大桥通车"]


_NAMES = (
    "uri type headline headlines bodies body_html associations",
    "renditions href name role value by descriptions",
)
_KEYS = st.sampled_from(" ".join(_NAMES).split())
_VALUES = st.recursive(
    st.none()
    | st.text(max_size=6)
    | st.sampled_from(["<p>x</p>", "composite", "picture", "2025-03-01", "<nitf>"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_KEYS, _VALUES, max_size=6))
@settings(max_examples=80, deadline=None)
def test_any_value_is_an_edition_or_a_refusal(value: dict[str, Any]) -> None:
    try:
        _read(value)
    except CannotImport:
        return


@given(st.integers(0, 600), st.binary(max_size=4))
@settings(max_examples=80, deadline=None)
def test_any_damage_is_an_edition_or_a_refusal(at: int, damage: bytes) -> None:
    data = json.dumps([FIRST, THIRD], ensure_ascii=False).encode()
    try:
        imports(NINJS, data[:at] + damage + data[at + len(damage) :])
    except CannotImport:
        return


def test_an_item_without_a_day_belongs_to_those_beside_it() -> None:
    undated = {**FIRST, "uri": "http://news.example/2", "versioncreated": "soon", "headline": "无日"}
    dated = {**FIRST, "versioncreated": "2024-03-05T09:00:00+08:00"}
    editions, told = _read([dated, undated])
    assert [each.date.isoformat() for each in editions] == ["2024-03-05", "2024-03-05"]
    assert "date" in editions[1].inferred
    assert any("item beside it" in each.what.en for each in told)
    package = {"uri": "u", "type": "composite", "associations": {"a": dated}}
    editions, _ = _read([{**dated, "versioncreated": "2024-03-01", "uri": "v"}, package])
    assert [each.date.isoformat() for each in editions] == ["2024-03-01", "2024-03-05"]
