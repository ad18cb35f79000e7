"""From an edition to a page: its stories weighed, gathered into blocks, and made up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.edition.article import Article, Kind
from reader.edition.edition import Edition
from reader.edition.notice_board import Standing
from reader.edition.pages import PrintedPage
from reader.edition.reference import Reference
from reader.edition.wording import Tongue, Wording
from reader.typesetting.article_copy import article_copy, paper_tongue
from reader.typesetting.line import Setting
from reader.typesetting.notice_brief import notice_brief
from reader.typesetting.page import MARGIN, Page, divide, grid_for, printed
from reader.typesetting.page_block import Block, Grid, StoryBlock
from reader.typesetting.page_box import BoxBlock
from reader.typesetting.page_head import page_head
from reader.typesetting.story import Story
from reader.typesetting.weighing import weigh
from reader.typesetting.weight import Weight

_MORE = Wording("▸ 下转", "▸ more")
_MORE_ON = Wording("▸ 下转第{page}版", "▸ more on page {page}")
_BRIEFS = Wording("短讯", "In brief")
_ALSO = Wording("本版还有", "Also on this page")
_NOTICES = Wording("预警与公告", "Notices")
_PLAIN_KINDS = frozenset({Kind.NEWS, Kind.FEATURE, Kind.BRIEF, Kind.PHOTO})
"""Kinds a page shows by their looks and need not name."""
_BRIEF_KINDS = frozenset({Kind.NEWS, Kind.BRIEF, Kind.PHOTO})
_MOST_ALONE = 8
"""Stories with a place of their own on a page at the most; more are gathered in a box."""
_ROOM_ALONE = 10
"""Rows of a column there must be for each of them."""
_FULL = 1.3
"""How much more room than its lines a page takes: white, and lines that do not come out even."""


class _Ranked(NamedTuple):
    """A story of the page, and what kind of article it is; None for a notice."""

    story: Story
    kind: Kind | None
    is_raised: bool = False


def make_up(
    edition: Edition,
    page: PrintedPage,
    standings: Sequence[Standing],
    width: int,
    height: int,
    setting: Setting,
    *,
    tongue: Tongue | None = None,
    lunar: str | None = None,
) -> Page:
    """Return a page of the edition made up for a window of so many cells and rows.

    `standings` are the notices as they are judged; `setting` says how wide the terminal draws characters and
    whether lines are justified; `tongue` is that of the notices' facts, the paper's own if None. Every story
    of the page is on it. A page with too little copy for the window is narrower; where not even the headlines
    have room, it is taller.
    """
    setting = setting._replace(is_cjk=edition.is_cjk, gutter=setting.gutter and width > 44, screen=height)
    stories = _stories(edition, page, standings, setting, tongue or paper_tongue(edition))
    whole_grid = grid = grid_for(width, is_cjk=edition.is_cjk)
    head_rows = page_head(edition, page, grid.page_width, height, setting, lunar)[1]
    rows = max(4, height - head_rows)
    lines = sum(block.rows_whole(1) + 1 for block in _blocks(stories, edition, grid, setting, _MOST_ALONE))
    grid = whole_grid.narrowed(-(-round(lines * _FULL) // rows))
    most = max(1, min(_MOST_ALONE, grid.columns * rows // _ROOM_ALONE))
    while True:
        blocks = _blocks(stories, edition, grid, setting, most)
        divided = divide(blocks, grid, rows)
        if divided.rows > rows and most > 1:
            most -= 1 if most < 4 else 2
        elif not divided.is_whole and grid != whole_grid:
            grid = whole_grid.narrowed(grid.columns + 1)  # a page is not so narrow that a story is cut
        else:
            break
    head, head_rows = page_head(edition, page, grid.page_width, height, setting, lunar)
    return printed(blocks, divided.cells, grid, divided.rows, setting, head=head, head_rows=head_rows)


def _stories(
    edition: Edition, page: PrintedPage, standings: Sequence[Standing], setting: Setting, tongue: Tongue
) -> list[_Ranked]:
    """Everything that hangs on the page: the articles in their order, then the notices."""
    found = []
    for article, weight in zip(page.articles, weigh(page.articles, is_cjk=edition.is_cjk), strict=True):
        found.append(_Ranked(_article_story(edition, article, weight, setting), article.kind))
    for standing in standings:
        if page.holds(standing.notice.id, is_notice=True):
            weight = Weight.MAJOR if standing.raises_banner else Weight.MINOR
            reference = Reference.to_notice(edition.date, standing.notice.id)
            copy = notice_brief(standing, edition, tongue)
            story = Story(str(reference), weight, copy, setting, more=_MORE.say(paper_tongue(edition)))
            found.append(_Ranked(story, None, standing.raises_banner))
    return found


def _article_story(edition: Edition, article: Article, weight: Weight, setting: Setting) -> Story:
    return Story(
        str(edition.reference(article)),
        weight,
        article_copy(edition, article),
        setting,
        more=_more(article, paper_tongue(edition)),
        is_labelled=article.kind not in _PLAIN_KINDS,
    )


def _more(article: Article, tongue: Tongue) -> str:
    jump = article.jump_to
    is_here = jump is not None and "/" not in (jump.article or "")
    if jump is not None and jump.page and is_here:
        return _MORE_ON.filled(page=jump.page.lstrip("0") or jump.page).say(tongue)
    return _MORE.say(tongue)


def _blocks(
    stories: Sequence[_Ranked], edition: Edition, grid: Grid, setting: Setting, most: int
) -> list[Block]:
    """The blocks by rank: at most so many stories by themselves, the briefs and the notices in boxes.

    A warning in force comes right after the lead; other notices come last.
    """
    tongue = paper_tongue(edition)
    articles = [ranked for ranked in stories if ranked.kind is not None]
    by_weight = sorted(articles, key=lambda ranked: -ranked.story.weight)
    alone = [ranked for ranked in by_weight[:most] if ranked.story.weight > Weight.MINOR]
    briefs = [ranked for ranked in articles if ranked not in alone]
    blocks: list[Block] = [StoryBlock(ranked.story, grid, setting) for ranked in alone]
    if briefs:
        weight = Weight.MINOR if alone else max(ranked.story.weight for ranked in briefs)
        box = [ranked.story for ranked in briefs]
        blocks.append(BoxBlock(box, _box_title(briefs, tongue), weight, grid, setting))
    notices = [ranked for ranked in stories if ranked.kind is None]
    raised = [ranked.story for ranked in notices if ranked.is_raised]
    others = [ranked.story for ranked in notices if not ranked.is_raised]
    if raised:
        box_of_warnings = BoxBlock(raised, _NOTICES.say(tongue), Weight.MAJOR, grid, setting)
        blocks.insert(min(1, len(blocks)), box_of_warnings)
    if others:
        blocks.append(BoxBlock(others, _NOTICES.say(tongue), Weight.MINOR, grid, setting))
    return blocks


def _box_title(briefs: Sequence[_Ranked], tongue: Tongue) -> str:
    are_briefs = all(ranked.kind in _BRIEF_KINDS and ranked.story.weight is Weight.MINOR for ranked in briefs)
    return (_BRIEFS if are_briefs and len(briefs) <= _MOST_ALONE else _ALSO).say(tongue)


__all__ = ["MARGIN", "make_up"]
