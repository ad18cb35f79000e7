"""`space` reads the whole paper; the other keys go where they say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reader.loading.load import load_edition
from reader.typesetting.copy import article_copy
from reader.typesetting.role import Role
from tests.shipped import SHARED
from tests.tui.papers import a_paper, a_rich_paper, an_article, long_article, many_articles, put
from tests.tui.sitting import Sitting, opened

SIZES = [(80, 24), (120, 40), (60, 20), (200, 60)]
SEED, PAGE = SHARED / "data" / "seed-edition.yaml", SHARED / "data" / "seed-page.txt"
LIMIT = 2_000
"""More screens than any paper here has."""


async def read_through(sitting: Sitting) -> tuple[list[str], list[str]]:
    """Press space until the paper says it is read; return each piece's title and what was seen of it."""
    titles: list[str] = []
    seen: list[list[str]] = []
    for _ in range(LIMIT):
        rows = sitting.article_in_order
        if not titles or titles[-1] != str(sitting.reference):
            titles.append(str(sitting.reference))
            seen.append([])
        seen[-1] = _joined(seen[-1], rows) if sitting.pane.forme.columns == 1 else seen[-1] + rows
        await sitting.press("space")
        if "全期读完了" in sitting.foot or "That was the whole paper" in sitting.foot:
            return titles, ["\n".join(rows) for rows in seen]
    raise AssertionError("the paper never ends")


def _joined(before: list[str], rows: list[str]) -> list[str]:
    """Lay a screen's rows on what was seen before; the one line kept in sight is not seen twice."""
    if not before:
        return rows
    assert rows[0] == before[-1], "a screen began below the last line of the one before"
    return before + rows[1:]


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_space_shows_every_character_of_every_piece_in_order(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = put(tmp_path, a_rich_paper())
    edition = load_edition(path).edition
    async with opened(path, size) as sitting:
        references, seen = await read_through(sitting)
        assert references == [str(item.reference) for item in sitting.app.desk.session.items]
    for article, text in zip(edition.articles(), seen, strict=False):
        shown = characters(text)
        for piece in article_copy(edition, article).all():
            lost = characters(piece.text) - shown
            assert not lost, f"{piece.field} of {article.title}: {lost}"
            if piece.role in {Role.TEXT, Role.HEADLINE, Role.DECK, Role.KICKER}:
                assert "".join(piece.text.split()) in "".join(text.split())


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_part_of_an_article_stands_on_the_screen_at_some_time(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(put(tmp_path, a_rich_paper()), size) as sitting:
        _, seen = await read_through(sitting)
    lamps, letter, photo, more, opinion = ("".join(text.split()) for text in seen[:5])
    for part in (
        "通讯·街巷故事",
        "老城夜路有人管",
        "四十二盏灯亮回来了",
        "——一位修灯师傅的七条巷子",
        "□本报记者许望舒",
        "本报河湾3月13日讯",
        "据街道办日志",
        "一、修灯记",
        "巷口开店的周婶",
        "冯小满摄",
        "（许望舒冯小满）",
        "→下转第2版第二版",
        "昨日本栏误作四十一盏，特此更正。",
    ):
        assert part in lamps
    assert lamps.count("［此处文字缺失］") == 2
    assert "徐知秋岑远" in letter
    assert "［渡口照片］" in photo
    assert "←上接第1版" in more
    assert "→下转" in more
    assert "井边闲话" in opinion
    assert opinion.count("［此处文字缺失］") == 1


@pytest.mark.skipif(not SEED.exists(), reason="the seed edition does not lie beside the checkout")
@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_space_shows_every_character_of_the_real_page(size: tuple[int, int]) -> None:
    async with opened(SEED, size) as sitting:
        _, seen = await read_through(sitting)
    wanted = characters(PAGE.read_text(encoding="utf-8").replace("#", ""))
    assert wanted.total() == 4961
    lost = wanted - characters("\n".join(seen))
    assert not lost


async def test_space_stops_at_the_end_and_says_so(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article()]))) as sitting:
        await sitting.press("space", "space")
        assert "全期读完了" in sitting.foot
        assert sitting.title == "春水涨到第三级台阶"


async def test_space_goes_on_into_the_next_section(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([an_article("甲")], [an_article("乙")]))) as sitting:
        await sitting.press("space")
        assert sitting.title == "乙"


async def test_a_screen_on_keeps_the_last_line_in_sight(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        last = sitting.article[-1]
        await sitting.press("space")
        assert sitting.article[0] == last


async def test_b_goes_back_a_screen_and_into_the_end_of_the_article_before(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([long_article(), an_article("末篇")])), (80, 24)) as sitting:
        first = sitting.article
        await sitting.press("space", "b")
        assert sitting.article == first
        await sitting.press("right", "b")
        assert sitting.title == "一条河的四季"
        assert sitting.pane.standing.is_at_end
        await sitting.press("g", "b")
        assert "这里是第一篇" in sitting.foot


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_a_line_down_and_up_again(tmp_path: Path, down: str, up: str) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        rows = sitting.article
        await sitting.press(down)
        assert sitting.article[:-1] == rows[1:]
        await sitting.press(up)
        assert sitting.article == rows


@pytest.mark.parametrize(("end", "top"), [("G", "g"), ("end", "home")])
async def test_to_the_end_and_to_the_top(tmp_path: Path, end: str, top: str) -> None:
    async with opened(put(tmp_path, a_paper([long_article()])), (80, 24)) as sitting:
        await sitting.press(end)
        assert "100%" in sitting.foot
        assert "说话再也不用喊" in "".join(sitting.article) or "下三只" in "".join(sitting.article)
        await sitting.press(top)
        assert sitting.place.block == 0


@pytest.mark.parametrize(("on", "back"), [("right", "left"), ("l", "h")])
async def test_next_and_previous_article(tmp_path: Path, on: str, back: str) -> None:
    path = put(tmp_path, a_paper([an_article("甲"), an_article("乙")]))
    async with opened(path) as sitting:
        await sitting.press(on)
        assert sitting.title == "乙"
        await sitting.press(on)
        assert "这是最后一篇" in sitting.foot
        await sitting.press(back)
        assert sitting.title == "甲"
        await sitting.press(back)
        assert "这里是第一篇" in sitting.foot


async def test_sections_by_bracket_and_by_number(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper(*([an_article(f"{n}之一"), an_article(f"{n}之二")] for n in "甲乙丙")))
    async with opened(path) as sitting:
        await sitting.press("]")
        assert sitting.title == "乙之一"
        await sitting.press("right", "[")
        assert sitting.title in {"甲之一", "乙之一"}
        for digit, title in zip("321", ["丙之一", "乙之一", "甲之一"], strict=True):
            await sitting.press(digit)
            assert sitting.title == title
        await sitting.press("4")
        assert "没有第 4 版" in sitting.foot
        assert sitting.title == "甲之一"


async def test_the_ninth_section_is_on_the_ninth_key(tmp_path: Path) -> None:
    async with opened(put(tmp_path, many_articles(100))) as sitting:
        await sitting.press("9")
        assert sitting.app.desk.session.item is not None
        assert sitting.app.desk.session.item.section_index == 8


async def test_back_and_forward_through_what_was_read(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article(name) for name in "甲乙丙丁"]))
    async with opened(path) as sitting:
        await sitting.press("right", "right", "u")
        assert sitting.title == "乙"
        await sitting.press("u")
        assert sitting.title == "甲"
        await sitting.press("u")
        assert "没有更早的读处" in sitting.foot
        await sitting.press("U", "U")
        assert sitting.title == "丙"
        await sitting.press("U")
        assert "没有更后的读处" in sitting.foot


async def test_enter_follows_the_jump_line_and_u_comes_back(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper())) as sitting:
        await sitting.press("G", "enter")
        assert sitting.title == "灯的另一半故事"
        await sitting.press("u")
        assert sitting.title == "四十二盏灯亮回来了"


async def test_enter_on_a_screen_without_a_jump_line_says_so(tmp_path: Path) -> None:
    async with opened(put(tmp_path)) as sitting:
        await sitting.press("enter")
        assert "没有转版行" in sitting.foot


async def test_a_jump_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    lost = an_article(jump_to={"page": "9", "article": "2020-01-01/p09-a09"})
    async with opened(put(tmp_path, a_paper([lost])), library=tmp_path) as sitting:
        await sitting.press("enter")
        await sitting.until(lambda: "找不到另一半" in sitting.foot)
        assert "2020-01-01/p09-a09" in sitting.foot


async def test_keys_faster_than_the_screen_mark_nothing_read_that_was_not_seen(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([long_article(headline=name) for name in "甲乙丙"]))
    async with opened(path, (80, 24)) as sitting:
        for key in ("G", "right", "right"):
            sitting.send(key)
        await sitting.settle()
        session = sitting.app.desk.session
        assert [session.is_read(item.reference) for item in session.items] == [True, False, False]
        assert sitting.place.block == 0
