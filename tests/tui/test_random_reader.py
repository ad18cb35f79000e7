"""Whatever is pressed, clicked or resized: no exception, and every row exactly as wide as the screen.

Here some hundred steps; ``python -m benchmarks.fuzz`` takes ten thousand and also says how long keys took.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.segment import Segment
from textual.strip import Strip

from tests.tui.papers import a_paper, a_rich_paper, many_articles, put
from tests.tui.random_reader import ON_PAGES, faults, read_at_random


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_rich_paper_withstands_anything(tmp_path: Path, seed: int) -> None:
    path = put(tmp_path, a_rich_paper())
    put(tmp_path, a_paper(date="2026-03-13"))
    record = await read_at_random(path, 150, seed, library=tmp_path)
    assert record.cut_frames == []
    assert record.steps >= 150


async def test_a_paper_of_five_hundred_articles_withstands_anything(tmp_path: Path) -> None:
    record = await read_at_random(put(tmp_path, many_articles(500)), 100, 3)
    assert record.cut_frames == []


@pytest.mark.parametrize("seed", [4, 5])
async def test_pages_of_many_sizes_withstand_anything(tmp_path: Path, seed: int) -> None:
    path = put(tmp_path, a_rich_paper())
    put(tmp_path, many_articles(60) | {"date": "2026-03-13"})
    record = await read_at_random(path, 260, seed, library=tmp_path, often=ON_PAGES)
    assert record.cut_frames == []
    assert record.pages > 10


async def test_the_same_seed_takes_the_same_steps(tmp_path: Path) -> None:
    path = put(tmp_path)
    first, second = [await read_at_random(path, 25, 7) for _ in range(2)]
    assert first.done == second.done


def test_a_row_too_short_too_long_or_lying_about_itself_is_a_fault() -> None:
    assert faults([Strip([Segment("四字正好")])], 8) == []
    assert faults([Strip([Segment("三字短")])], 8) != []
    assert faults([Strip([Segment("这里有五字")])], 8) != []
    assert faults([Strip([Segment("说谎")], 8)], 8) != []
