"""An article in columns, read by keys and mouse: on a wide screen nothing else changes."""

from __future__ import annotations

from pathlib import Path

from reader.reading.store import MemoryStore
from reader.tui.desk import Habits
from tests.tui.papers import PHRASE, a_notice, a_paper, a_rich_paper, an_article, long_article, put
from tests.tui.sitting import Sitting, opened

WIDE = (200, 60)
"""A screen whose article pane has room for two columns of 60 cells."""


def a_long_paper(folder: Path) -> Path:
    return put(folder, a_paper([long_article(90), an_article("渡口换了新船")]))


def numbers(sitting: Sitting) -> list[int]:
    """Return the numbers of the paragraphs that begin on the screen, in reading order."""
    texts = [line.text.strip() for line in sitting.pane.lines]
    return [int(text[1 : text.index("段")]) for text in texts if text.startswith("第") and "段。" in text]


async def test_space_reads_every_paragraph_once_and_then_the_next_article(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE) as sitting:
        assert sitting.pane.forme.columns == 2
        seen = numbers(sitting)
        title = sitting.title
        while True:
            await sitting.press("space")
            if sitting.title != title:
                break
            seen += numbers(sitting)
        assert seen == list(range(90))
        assert sitting.title == "渡口换了新船"


async def test_what_stands_in_the_columns_is_the_text_in_its_order(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), (250, 40)) as sitting:
        assert sitting.pane.forme.columns == 3
        sheet = sitting.pane.sheet
        assert sheet is not None
        seen = sitting.article_in_order
        while not sitting.pane.standing.is_at_end:
            await sitting.press("space")
            seen += sitting.article_in_order
        # The rule under the head is the layout's, not the article's.
        read = "".join("".join(seen).split()).replace("─", "")
        assert read == "".join("".join(piece.text.split()) for piece in sheet.copy.all())


async def test_b_leads_back_over_the_screens_and_from_the_next_article_to_the_end(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE) as sitting:
        screens = [sitting.article]
        await sitting.press("space")
        screens.append(sitting.article)
        await sitting.press("space", "b")
        assert sitting.article == screens[1]
        await sitting.press("b")
        assert sitting.article == screens[0]
        await sitting.press("right", "b")
        assert numbers(sitting)[-1] == 89
        assert "100%" in sitting.foot


async def test_lines_the_end_and_the_top_are_reached_in_columns(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE) as sitting:
        top = sitting.article
        await sitting.press("j", "j")
        assert sitting.article != top
        await sitting.press("k", "k")
        assert sitting.article == top
        await sitting.press("G")
        assert numbers(sitting)[-1] == 89
        end = sitting.article
        await sitting.press("j")
        assert sitting.article == end
        await sitting.press("g")
        assert sitting.article == top


async def test_a_window_made_narrow_and_wide_again_keeps_the_place(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE) as sitting:
        await sitting.press("space", "j")
        place, wide = sitting.place, sitting.article
        await sitting.resize(100, 30)
        assert sitting.pane.forme.columns == 1
        assert sitting.place == place
        await sitting.resize(250, 60)
        assert sitting.pane.forme.columns == 3
        assert sitting.place == place
        await sitting.resize(*WIDE)
        assert sitting.article == wide


async def test_a_place_left_in_columns_is_found_again_by_the_next_reader(tmp_path: Path) -> None:
    store, path = MemoryStore(), a_long_paper(tmp_path)
    async with opened(path, WIDE, store=store) as sitting:
        await sitting.press("space")
        place, screen = sitting.place, sitting.article
    async with opened(path, WIDE, store=store) as sitting:
        assert (sitting.place, sitting.article) == (place, screen)
    async with opened(path, (80, 24), store=store) as sitting:
        assert sitting.place == place


async def test_a_match_further_on_is_brought_onto_the_screen(tmp_path: Path) -> None:
    article = an_article("雾", body="\n\n".join(["河面起雾。" * 20] * 60 + [f"后来{PHRASE}更多。"]))
    async with opened(put(tmp_path, a_paper([article])), WIDE) as sitting:
        assert PHRASE not in "".join(sitting.article)
        await sitting.press("slash")
        await sitting.type(PHRASE)
        await sitting.until(lambda: PHRASE in "".join(sitting.article))
        assert sitting.pane.forme.columns == 2


async def test_the_mouse_selects_in_the_column_it_is_in(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE) as sitting:
        left = sitting.pane.region.x + sitting.pane.forme.lefts[1]
        assert sitting.pane.viewport is not None
        _, second = sitting.pane.viewport.row(9)
        assert second is not None
        row = sitting.pane.region.y + sitting.pane.forme.air + 9
        await sitting.drag((left, row), (left + 24, row))
        assert sitting.app.clipboard
        assert sitting.app.clipboard in second.text


async def test_enter_follows_the_jump_line_in_the_last_column(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_rich_paper()), WIDE) as sitting:
        assert sitting.pane.forme.columns == 2
        await sitting.press("enter")
        assert sitting.title == "灯的另一半故事"


async def test_notices_have_one_column_also_where_articles_have_two(tmp_path: Path) -> None:
    async with opened(put(tmp_path, a_paper(notices=[a_notice()])), WIDE) as sitting:
        assert sitting.pane.forme.columns == 2
        for _ in range(4):
            await sitting.press("right")
        assert sitting.reference.notice_id == "wind-1"
        assert sitting.pane.forme.columns == 1


async def test_nobody_who_wants_none_has_columns(tmp_path: Path) -> None:
    async with opened(a_long_paper(tmp_path), WIDE, habits=Habits(columns_from=0)) as sitting:
        assert sitting.pane.forme.columns == 1
        assert not any("│" in row for row in sitting.article)
