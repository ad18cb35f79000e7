"""Pictures in the open reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from reader.edition.wording import Wording
from reader.tui.desk import Habits
from reader.tui.inks import Inks
from reader.tui.palettes import PALETTES
from reader.tui.picture_plan import Means, Plan
from reader.tui.picture_prints import Print
from reader.tui.pictures import KEPT, NEEDS_EXTRA, WORD, Order, Pictures
from tests.archive.pictures import as_bytes, png, put_picture, two_halves
from tests.tui.papers import POND, a_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened

INKS = Inks(PALETTES[0])
SHOWN = Habits(pictures=Plan(Means.BLOCKS, Means.BLOCKS))
RED = "#c81e1e"
ALT = "一张红蓝两半的画"


def with_picture(file: str = "images/halves.png", **fields: Any) -> dict[str, Any]:
    """Return an article with one picture after its first paragraph."""
    photo = {"id": "p", "file": file, "alt": ALT, "caption": "左红右蓝。", "credit": "本报 绘图"}
    return an_article("红与蓝", body=f"{POND}\n\n![p]\n\n{POND}", photos=[photo], **fields)


def a_picture_paper(folder: Path, *more: dict[str, Any], size: tuple[int, int] = (300, 200)) -> Path:
    """Write an edition whose first article has a picture, and the picture."""
    put_picture(folder / "images" / "halves.png", as_bytes(two_halves(size)))
    return put(folder, a_paper([with_picture(), *more]))


def has_red(sitting: Sitting) -> bool:
    """Does the pane show the picture's own red?"""
    return bool(red_rows(sitting))


def red_rows(sitting: Sitting) -> list[int]:
    """The rows of the pane that show the picture's red."""
    return [
        number
        for number, strip in enumerate(sitting.strips_of(sitting.pane.region))
        if any(RED in str(segment.style) for segment in strip)
    ]


def row_with(sitting: Sitting, words: str) -> int:
    return next(number for number, row in enumerate(sitting.article) if words in row)


async def test_a_picture_stands_in_the_text_with_caption_and_credit(tmp_path: Path) -> None:
    async with opened(a_picture_paper(tmp_path), habits=SHOWN) as sitting:
        await sitting.until(lambda: has_red(sitting))
        rows = red_rows(sitting)
        assert len(rows) == 20
        assert rows == list(range(rows[0], rows[0] + 20))
        assert row_with(sitting, "图：左红右蓝。") == rows[-1] + 1
        assert row_with(sitting, "本报 绘图") == rows[-1] + 2
        assert ALT not in sitting.text


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (44, 16)])
async def test_a_picture_is_within_the_measure_and_leaves_text_on_the_screen(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(a_picture_paper(tmp_path), size, habits=SHOWN) as sitting:
        await sitting.press("j", "j")
        await sitting.until(lambda: has_red(sitting))
        assert 4 <= len(red_rows(sitting)) <= sitting.pane.forme.rows * 0.6
        assert {strip.cell_length for strip in sitting.strips_of(sitting.pane.region)} == {
            sitting.pane.size.width
        }


async def test_nothing_jumps_when_the_picture_arrives(tmp_path: Path) -> None:
    path = a_picture_paper(tmp_path, size=(300, 90))
    async with opened(path, habits=Habits()) as sitting:
        pictures = Pictures(Means.BLOCKS, path)
        sitting.app.desk.pictures = pictures
        sitting.pane.setting = sitting.app.desk.setting
        await sitting.settle()
        before = row_with(sitting, "图：左红右蓝。")
        assert "图片载入中" in sitting.text
        assert ALT in sitting.text
        order = Order("images/halves.png", 60, 9, sitting.app.desk.inks.palette.name)
        pictures.keep(order, pictures.made(order, sitting.app.desk.inks, lambda work: work()))
        sitting.pane.picture_rows.repaint()
        await sitting.settle()
        assert has_red(sitting)
        assert row_with(sitting, "图：左红右蓝。") == before


async def test_a_missing_picture_is_a_frame_with_words_caption_and_credit(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([with_picture()])), habits=SHOWN) as sitting:
        at = row_with(sitting, "图片缺失")
        assert sitting.article[at].startswith("┌─ 图片缺失 ─")
        assert ALT in sitting.article[at + 1]
        assert sitting.article[at + 2].startswith("└──")
        assert sitting.article[at + 3] == "图：左红右蓝。"


@pytest.mark.parametrize("data", [b"words", png(60_000, 60_000), as_bytes(two_halves())[:60]])
async def test_a_picture_that_is_refused_says_so_where_it_would_stand(data: bytes, tmp_path: Path) -> None:
    path = a_picture_paper(tmp_path)
    put_picture(tmp_path / "images" / "halves.png", data)
    async with opened(path, habits=SHOWN) as sitting:
        await sitting.until(lambda: "图片未显示" in sitting.text)
        assert ALT in sitting.text
        await sitting.press("right", "left")
        assert "图片未显示" in sitting.text


async def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = put_picture(tmp_path / "private.png")
    path = put(tmp_path / "papers", a_paper([with_picture("out.png")]))
    (path.parent / "out.png").symlink_to(outside)
    async with opened(path, habits=SHOWN) as sitting:
        assert "图片在文件夹之外" in sitting.text
    async with opened(path, habits=SHOWN, library=tmp_path) as sitting:
        await sitting.until(lambda: has_red(sitting))


async def test_where_none_are_shown_the_reader_still_knows_what_is_there(tmp_path: Path) -> None:
    async with opened(a_picture_paper(tmp_path), habits=Habits()) as sitting:
        at = row_with(sitting, "┌─ 图片 ─")
        assert ALT in sitting.article[at + 1]
        assert sitting.article[at + 3 : at + 5] == ["图：左红右蓝。", "本报 绘图"]
        assert not has_red(sitting)


async def test_i_turns_pictures_on_and_off_and_says_so(tmp_path: Path) -> None:
    async with opened(a_picture_paper(tmp_path)) as sitting:
        await sitting.press("i")
        assert "显示图片（半块字符）" in sitting.foot
        await sitting.until(lambda: has_red(sitting))
        await sitting.press("i")
        assert "不显示图片" in sitting.foot
        assert not has_red(sitting)


async def test_a_terminal_without_colours_says_that_it_has_none(tmp_path: Path) -> None:
    habits = Habits(pictures=Plan(Means.OFF, Means.OFF))
    async with opened(a_picture_paper(tmp_path), habits=habits, tongue="en") as sitting:
        await sitting.press("i")
        assert "too few colours" in sitting.foot


async def test_the_place_is_kept_when_pictures_go_on_and_off(tmp_path: Path) -> None:
    photo = with_picture()["photos"]
    article = long_article(photos=photo, headline="长文")
    article["body"] = f"![p]\n\n{article['body']}"
    put_picture(tmp_path / "images" / "halves.png")
    async with opened(put(tmp_path, a_paper([article])), habits=SHOWN) as sitting:
        await sitting.press("space", "space", "space")
        place, first = sitting.place, sitting.article[1]
        await sitting.press("i")
        assert sitting.place == place
        assert sitting.article[1] == first


async def test_a_picture_scrolls_row_by_row_and_is_cut_at_the_top(tmp_path: Path) -> None:
    article = long_article(photos=with_picture()["photos"])
    article["body"] = f"{POND}\n\n![p]\n\n{article['body']}"
    put_picture(tmp_path / "images" / "halves.png", as_bytes(two_halves((300, 200))))
    async with opened(put(tmp_path, a_paper([article])), (100, 30), habits=SHOWN) as sitting:
        await sitting.until(lambda: has_red(sitting))
        whole = len(red_rows(sitting))
        top = red_rows(sitting)[0]
        await sitting.press(*"j" * (top + 4))
        assert len(red_rows(sitting)) < whole
        assert red_rows(sitting)[0] == sitting.pane.forme.air
        await sitting.press(*"k" * (top + 4))
        assert len(red_rows(sitting)) == whole


async def test_another_width_makes_the_picture_anew(tmp_path: Path) -> None:
    async with opened(a_picture_paper(tmp_path), (130, 50), habits=SHOWN) as sitting:
        await sitting.until(lambda: len(red_rows(sitting)) == 20)
        for _ in range(6):
            await sitting.press("-")
        await sitting.until(lambda: len(red_rows(sitting)) == 12)


async def test_another_theme_puts_the_picture_on_its_own_paper(tmp_path: Path) -> None:
    path = a_picture_paper(tmp_path)
    glass = PIL.Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    glass.paste((200, 30, 30, 255), (0, 0, 20, 200))
    put_picture(tmp_path / "images" / "halves.png", as_bytes(glass))
    async with opened(path, habits=SHOWN) as sitting:
        await sitting.until(lambda: has_red(sitting))
        await sitting.press("T")
        await sitting.until(lambda: has_red(sitting))
        await sitting.until(lambda: "载入中" not in sitting.text)
        strip = sitting.strips_of(sitting.pane.region)[red_rows(sitting)[3]]
        styles = " ".join(str(segment.style) for segment in strip)
        assert "on #1d1b19" in styles
        assert "#f6f1e7" not in styles


async def test_a_search_for_the_words_of_a_picture_brings_it_onto_the_screen(tmp_path: Path) -> None:
    article = long_article(photos=with_picture()["photos"])
    article["body"] = f"{article['body']}\n\n![p]"
    put_picture(tmp_path / "images" / "halves.png")
    async with opened(put(tmp_path, a_paper([article])), habits=SHOWN) as sitting:
        assert not has_red(sitting)
        await sitting.search("红蓝两半")
        await sitting.press("enter")
        await sitting.until(lambda: has_red(sitting))


async def test_the_file_of_a_photo_is_no_link_to_follow(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper([with_picture()])), habits=SHOWN) as sitting:
        await sitting.press("enter")
        assert "没有转版行" in sitting.foot


async def test_the_article_is_copied_with_the_pictures_words(tmp_path: Path) -> None:
    async with opened(a_picture_paper(tmp_path), habits=SHOWN) as sitting:
        await sitting.press("y")
        assert ALT in sitting.app.clipboard
        assert "┌" not in sitting.app.clipboard


async def test_another_edition_has_its_own_pictures(tmp_path: Path) -> None:
    path = a_picture_paper(tmp_path / "2026-03-14")
    later = with_picture()
    put(tmp_path / "2026-03-15", a_paper([later], date="2026-03-15"))
    async with opened(path, habits=SHOWN, library=tmp_path) as sitting:
        await sitting.until(lambda: has_red(sitting))
        await sitting.press("}")
        await sitting.until(lambda: "图片缺失" in sitting.text)
        await sitting.press("{")
        await sitting.until(lambda: has_red(sitting))


async def test_a_file_read_again_has_its_pictures_read_again(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([with_picture()]))
    async with opened(path, habits=SHOWN) as sitting:
        assert "图片缺失" in sitting.text
        put_picture(tmp_path / "images" / "halves.png", as_bytes(two_halves()))
        await sitting.press("r")
        await sitting.until(lambda: has_red(sitting))


async def test_many_pictures_in_one_article_all_come(tmp_path: Path) -> None:
    photos = [{"file": f"images/{at}.png", "alt": f"第{at}张"} for at in range(KEPT + 3)]
    for at in range(KEPT + 3):
        put_picture(tmp_path / "images" / f"{at}.png")
    async with opened(put(tmp_path, a_paper([an_article(photos=photos)])), habits=SHOWN) as sitting:
        while not sitting.pane.standing.is_at_end:
            await sitting.press("space")
            await sitting.until(lambda: "载入中" not in sitting.text)
            assert has_red(sitting)


# -- the pictures by themselves -------------------------------------------------------------------


def some(means: Means, folder: Path) -> tuple[Pictures, list[str]]:
    put_picture(folder / "halves.png")
    pictures, sent = Pictures(means, folder / "paper.yaml"), []  # type: tuple[Pictures, list[str]]
    pictures.send = sent.append
    return pictures, sent


def kept(pictures: Pictures, order: Order) -> Print:
    made = pictures.made(order, INKS, lambda work: work())
    pictures.keep(order, made)
    assert isinstance(made, Print)
    return made


def test_a_picture_is_asked_for_once(tmp_path: Path) -> None:
    pictures, _ = some(Means.BLOCKS, tmp_path)
    wanted: list[Order] = []
    pictures.want = lambda order, _: wanted.append(order)
    order = Order("halves.png", 30, 10, "newsprint-light")
    assert pictures.print_of(order, INKS) is None
    assert pictures.print_of(order, INKS) is None
    assert wanted == [order]
    pictures.forget(order)
    assert pictures.print_of(order, INKS) is None
    assert wanted == [order, order]
    made = kept(pictures, order)
    assert pictures.print_of(order, INKS) is made
    assert wanted == [order, order]


def test_kitty_gets_a_picture_when_it_is_first_painted_and_frees_it_when_it_is_dropped(
    tmp_path: Path,
) -> None:
    pictures, sent = some(Means.KITTY, tmp_path)
    orders = [Order("halves.png", 20 + at, 8, "newsprint-light") for at in range(KEPT + 1)]
    first = kept(pictures, orders[0])
    assert sent == []
    pictures.row(orders[0], first, 0)
    pictures.row(orders[0], first, 1)
    assert sent == [first.before]
    for order in orders[1:]:
        kept(pictures, order)
    assert sent == [first.before, first.after]
    pictures.close()
    assert sent == [first.before, first.after]


def test_the_picture_looked_at_last_is_kept_longest(tmp_path: Path) -> None:
    pictures, _ = some(Means.BLOCKS, tmp_path)
    orders = [Order("halves.png", 20 + at, 8, "newsprint-light") for at in range(KEPT)]
    for order in orders:
        kept(pictures, order)
    assert pictures.print_of(orders[0], INKS) is not None
    kept(pictures, Order("halves.png", 99, 8, "newsprint-light"))
    assert pictures.print_of(orders[0], INKS) is not None
    assert pictures.print_of(orders[1], INKS) is None


def test_what_cannot_be_drawn_for_whatever_reason_is_a_fault(tmp_path: Path) -> None:
    pictures, _ = some(Means.KITTY, tmp_path)

    def refuse(work: object) -> None:
        raise RuntimeError

    order = Order("halves.png", 20, 8, "newsprint-light")
    pictures.keep(order, pictures.made(order, INKS, refuse))
    assert pictures.print_of(order, INKS) is None
    assert pictures.fault("halves.png") == Wording("图片未显示", "picture refused")


def test_no_two_pictures_have_one_number(tmp_path: Path) -> None:
    pictures, _ = some(Means.KITTY, tmp_path)
    made = [kept(pictures, Order("halves.png", 20 + at, 8, "x")) for at in range(4)]
    assert len({one.after for one in made}) == 4


def test_sixels_without_pixels_are_blocks(tmp_path: Path) -> None:
    from reader.tui.picture_prints import cell_size

    if cell_size() is None:  # as where tests are run without a terminal
        assert some(Means.SIXEL, tmp_path)[0].means is Means.BLOCKS


def test_pictures_of_no_edition_are_all_missing() -> None:
    fault = Pictures(Means.BLOCKS).fault("halves.png")
    assert fault is not None
    assert fault.zh == "图片缺失"


def test_a_fault_of_the_file_is_told_also_where_no_pictures_are_shown(tmp_path: Path) -> None:
    pictures, _ = some(Means.OFF, tmp_path)
    assert pictures.fault("halves.png") == WORD
    assert pictures.fault("none.png") not in {WORD, NEEDS_EXTRA, None}


def test_the_rows_are_those_of_the_pictures_shape(tmp_path: Path) -> None:
    pictures, _ = some(Means.BLOCKS, tmp_path)
    put_picture(tmp_path / "low.png", as_bytes(two_halves((600, 60))))
    put_picture(tmp_path / "odd.tiff", as_bytes(two_halves((600, 60)), "TIFF"))
    assert pictures.rows("low.png", 60, 20) == 3
    assert pictures.rows("odd.tiff", 60, 20) == 20
    assert pictures.rows("none.png", 60, 20) == 20
