from __future__ import annotations

import pytest

from reader.importing.feed.item import Words
from reader.importing.feed.printed_parts import PrintedParts, printed_parts
from reader.importing.feed.words import said
from tests.importing.feed.made import html_item, item


def parts(markup: str, *, has_dateline: bool = False) -> PrintedParts:
    return printed_parts(said(Words(markup, is_html=True)), has_dateline=has_dateline)


def test_what_stands_above_and_below_the_text_is_taken_out() -> None:
    found = parts(
        '<p class="kicker">修了三年</p><p class="deck">——记重开之日</p><p class="dateline">本报河湾电</p>'
        '<p class="source">来源：河湾晚报</p><p>市民过桥。</p><p class="signoff">（林一舟）</p>'
    )
    assert found[1:] == ("修了三年", "——记重开之日", "本报河湾电", "河湾晚报", "（林一舟）")
    assert [getattr(block, "text", "") for block in found.blocks] == ["市民过桥。"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p>文</p><p class="kicker">文中</p>',
        '<p class="signoff">文首</p><p>文</p>',
        '<p class="kicker big">文</p>',
        '<h2 class="deck">文</h2>',
        '<ul><li class="deck">文</li></ul>',
        "<p>文</p>",
    ],
)
def test_anything_else_is_running_text(markup: str) -> None:
    found = parts(markup)
    assert found.blocks == said(Words(markup, is_html=True)).blocks
    assert set(found[1:]) == {None}


def test_a_part_is_taken_once() -> None:
    found = parts('<p class="deck">一</p><p class="deck">二</p>')
    assert found.deck == "一"
    assert len(found.blocks) == 1


def test_a_dateline_stays_in_the_text_where_the_item_has_its_own() -> None:
    found = parts('<p class="dateline">本报河湾电</p><p>文</p>', has_dateline=True)
    assert found.dateline is None
    assert len(found.blocks) == 2


def test_the_article_has_them_in_their_places() -> None:
    markup = '<p class="kicker">修了三年</p><p class="deck">副题</p>'
    markup += '<p>市民过桥。</p><p class="signoff">（林一舟）</p>'
    found = item(html_item(markup) + "<link>https://hewan.example/1</link>")
    assert (found.kicker, found.deck, found.body, found.signoff) == (
        "修了三年",
        "副题",
        "市民过桥。",
        "（林一舟）",
    )
    assert found.source == "https://hewan.example/1"
