from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.pages import printed_pages
from reader.loading.load import load_edition
from reader.typesetting.make_up import make_up
from tests.shipped import PATHS, SHARED, name_of
from tests.typesetting.pages import (
    SETTING,
    Editor,
    assert_holds_every_story,
    assert_is_a_page,
    assert_no_line_is_forbidden,
    editions,
    standings_of,
)

WIDTHS = (40, 44, 60, 80, 100, 120, 160, 200, 250)
HEIGHTS = (15, 24, 40, 60, 80)
SEED = SHARED / "data" / "seed-edition.yaml"


def assert_keeps_every_law(edition: Edition, width: int, height: int, ambiguous: int = 1) -> None:
    setting = SETTING._replace(ambiguous=ambiguous)
    standings = standings_of(edition)
    for printed in printed_pages(edition):
        page = make_up(edition, printed, standings, width, height, setting)
        assert_is_a_page(page, width, ambiguous)
        assert_holds_every_story(page, edition, printed)
        assert_no_line_is_forbidden(page)
        assert page == make_up(edition, printed, standings, width, height, setting)


@pytest.mark.parametrize("path", PATHS, ids=name_of)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_shipped_editions_keeps_the_laws(path: Path, width: int) -> None:
    edition = load_edition(path).edition
    for height in HEIGHTS:
        assert_keeps_every_law(edition, width, height)


@pytest.mark.skipif(not SEED.exists(), reason="the real page lies beside the project, not in it")
@pytest.mark.parametrize("width", WIDTHS)
def test_a_real_page_keeps_the_laws(width: int) -> None:
    edition = load_edition(SEED).edition
    for height in HEIGHTS:
        assert_keeps_every_law(edition, width, height)


@example(Editor(339).edition(), 40, 31)
@given(editions, st.integers(40, 250), st.integers(15, 80))
@settings(max_examples=500, deadline=None)
def test_any_edition_at_any_size_keeps_the_laws(edition: Edition, width: int, height: int) -> None:
    assert_keeps_every_law(edition, width, height)


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_where_the_terminal_draws_doubtful_characters_wide_the_laws_hold_too(width: int) -> None:
    for path in PATHS:
        for height in (19, 40):
            assert_keeps_every_law(load_edition(path).edition, width, height, ambiguous=2)
