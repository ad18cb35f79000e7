"""The page view as these tests look at it, and a paper of three pages."""

from __future__ import annotations

from typing import Any

from reader.tui.screens.page_screen import PageScreen
from reader.tui.widgets.page_pane import PagePane
from tests.tui.papers import a_paper, an_article
from tests.tui.sitting import Sitting


def page_screen(sitting: Sitting) -> PageScreen:
    screen = sitting.app.screen
    assert isinstance(screen, PageScreen), screen
    return screen


def pane(sitting: Sitting) -> PagePane:
    return page_screen(sitting).pane


def here(sitting: Sitting) -> str:
    """The piece of the story stood on."""
    return page_screen(sitting).reference_here.piece


def title_here(sitting: Sitting) -> str:
    item = sitting.app.desk.session.item_of(here(sitting))
    assert item is not None
    return item.title


def pieces(sitting: Sitting) -> list[str]:
    page = pane(sitting).page
    assert page is not None
    return [story.key.split("/")[1] for story in page.stories]


def three_pages() -> dict[str, Any]:
    titles = ("春水", "夏灯", "秋桥", "冬船")
    return a_paper(*([an_article(f"{title}{at}") for at in range(5)] for title in titles[:3]))


def one_tall_page() -> dict[str, Any]:
    """More stories in one section than a small window has room for."""
    return a_paper([an_article(f"夏灯{at}") for at in range(60)])


def is_in_front(sitting: Sitting) -> bool:
    return isinstance(sitting.app.screen, PageScreen)
