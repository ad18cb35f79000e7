"""What a reader's screens share: the sitting, the notices, and how the paper is set and inked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.edition.article import Article
from reader.edition.notice import Notice
from reader.edition.notice_board import NoticeBoard, Standing, judged_at
from reader.edition.wording import Tongue, Wording
from reader.reading.banner import Banner, banner
from reader.reading.contents import Item
from reader.reading.reading_time import CHARACTERS_A_MINUTE, WORDS_A_MINUTE, reading_time
from reader.reading.session import Session
from reader.tui.front import Front
from reader.tui.inks import Inks
from reader.tui.key import Need
from reader.tui.listings import ContentsList
from reader.tui.palettes import FEWEST, TERMINAL, TRUE_COLOUR, Palette, in_colours, palette_named
from reader.tui.picture_plan import Means, Plan
from reader.tui.pictures import Pictures
from reader.typesetting.article_copy import article_copy
from reader.typesetting.galley import Setting
from reader.typesetting.piece import Copy

if TYPE_CHECKING:
    from reader.archive.edition_search import EditionSearch

USUAL_MEASURE = 60
USUAL_COLUMNS_FROM = 130
NARROWEST_MEASURE, WIDEST_MEASURE = 20, 200
MEASURE_STEP = 4


class Habits(NamedTuple):
    """What the settings say about the looks and the paces; a reader's own choices come before them."""

    measure: int = USUAL_MEASURE
    columns_from: int = USUAL_COLUMNS_FROM
    theme: str | None = None
    dark: bool = False
    ambiguous: int = 1
    gutter: bool = True
    hanging: bool = False
    justified: bool = False
    characters_a_minute: int = CHARACTERS_A_MINUTE
    words_a_minute: int = WORDS_A_MINUTE
    rebound: Mapping[str, str] = MappingProxyType({})
    """Keys of a reader's own, by the command's id."""
    is_colourless: bool = False
    """Is colour unwanted (NO_COLOR)?"""
    colours: int = TRUE_COLOUR
    """How many colours the terminal shows."""
    pictures: Plan = Plan(Means.OFF, Means.BLOCKS)
    """Are pictures shown, and by which means?"""

    @property
    def are_terminals_own(self) -> bool:
        """Are the terminal's own colours the only ones to print in?"""
        return self.is_colourless or self.colours < FEWEST


class Desk:
    """One reader's desk; it knows no widget, so every screen reads the same values from it."""

    def __init__(
        self,
        session: Session,
        *,
        tongue: Tongue,
        clock: Callable[[], dt.datetime],
        habits: Habits,
        lacks: frozenset[Need] = frozenset(),
    ) -> None:
        """`lacks` is what the reader is not given."""
        self.session = session
        self.tongue: Tongue = tongue
        self.clock = clock
        self.lacks = lacks
        # Commands are written with hyphens; settings often come with underscores.
        rebound = {id.replace("_", "-"): keys for id, keys in habits.rebound.items()}
        self.habits = habits._replace(rebound=rebound)
        self._paced: tuple[Item, float] | None = None
        self.lunar: str | None = None
        self.is_opening = True
        """Is the first frame still to come?"""
        self.has_time = False
        """May it take its time, because something to read is there already or nobody waits for it?"""
        self.problems: tuple[str, ...] = ()
        """What is wrong with the edition's file as it now is, a line each; the paper shown may be its last
        good version."""
        self.turn = 0
        """Which of the warnings the banner shows."""
        self._copies: dict[str, Copy] = {}
        self._searcher: EditionSearch | None = None
        self.board = NoticeBoard([session.edition])
        self.newest = session.edition.date
        self.inks = Inks(in_colours(self._first_palette(), self.habits.colours))
        self.contents = ContentsList(session, self._is_raised)
        self.pictures = Pictures()
        """The open edition's; another edition or another means brings others."""

    # -- looks ----------------------------------------------------------------------------------

    def _first_palette(self) -> Palette:
        if self.habits.are_terminals_own:
            return palette_named(TERMINAL)
        preferences = self.session.preferences
        dark = self.habits.dark if preferences.dark is None else preferences.dark
        return palette_named(preferences.theme or self.habits.theme, dark=dark)

    def take_palette(self, palette: Palette) -> None:
        """Print in another palette from now on, and remember it."""
        self.inks = Inks(in_colours(palette, self.habits.colours))
        self.session.prefer(theme=palette.family, dark=palette.dark)

    @property
    def measure(self) -> int:
        """The measure wanted, in cells."""
        return self.session.preferences.measure or self.habits.measure

    def take_measure(self, measure: int) -> int:
        """Set at another measure from now on, within the limits; returns what it now is."""
        within = max(NARROWEST_MEASURE, min(WIDEST_MEASURE, measure))
        self.session.prefer(measure=within)
        return within

    @property
    def is_justified(self) -> bool:
        """Are lines wanted justified?"""
        preferred = self.session.preferences.justified
        return self.habits.justified if preferred is None else preferred

    def change_justified(self) -> bool:
        """Justify from now on, or no longer, and remember it; returns what it now is."""
        wanted = not self.is_justified
        self.session.prefer(justified=wanted)
        return wanted

    @property
    def setting(self) -> Setting:
        """How copy is set; a pane narrower than the measure sets narrower."""
        habits = self.habits
        return Setting(
            measure=self.measure,
            ambiguous=habits.ambiguous,
            gutter=habits.gutter,
            hanging=habits.hanging,
            justified=self.is_justified,
            is_cjk=self.session.edition.is_cjk,
            pictures=self.pictures,
        )

    def columns_from(self, item: Item) -> int:
        """Return the cells of pane from which a piece runs in columns; 0: never, as no notice does."""
        return self.habits.columns_from if item.article is not None else 0

    def front(self, width: int) -> Front:
        """Return the maker of masthead, banner and foot for a screen of this width."""
        return Front(width, self.tongue, self.inks, self.habits.ambiguous)

    def say(self, words: Wording, **values: object) -> str:
        """Return a sentence in the reader's tongue."""
        return words.filled(**values).say(self.tongue) if values else words.say(self.tongue)

    # -- the paper ------------------------------------------------------------------------------

    def copy_of(self, item: Item) -> Copy:
        """Return the copy of an article or a notice; the same object every time until the edition changes."""
        key = str(item.reference)
        if key not in self._copies:
            piece = item.article or item.notice
            assert piece is not None
            self._copies[key] = self.fresh_copy(piece)
        return self._copies[key]

    def fresh_copy(self, piece: Article | Notice) -> Copy:
        """Return a new copy of an article or a notice, for whoever reads it in a thread of their own."""
        if isinstance(piece, Article):
            return article_copy(self.session.edition, piece)
        from reader.typesetting.notice_copy import notice_copy  # late: a paper opens on an article

        return notice_copy(self.standing(piece), self.session.edition, self.tongue)

    @property
    def searcher(self) -> EditionSearch:
        """What searches the open edition; it keeps what it has read of it."""
        if self._searcher is None:
            from reader.archive.edition_search import EditionSearch

            self._searcher = EditionSearch(self.session.edition, self.fresh_copy)
        return self._searcher

    def change_edition(self) -> None:
        """Take the session's edition for the one on the desk: copies and notices are made anew."""
        self._copies, self._searcher = {}, None
        self.lunar = None
        self.turn = 0
        self.board = NoticeBoard([self.session.edition])
        self.newest = self.session.edition.date
        self.contents = ContentsList(self.session, self._is_raised)

    def judge_anew(self) -> None:
        """Make the copies and the signs of notices anew: their state may have changed."""
        self.contents.judge_anew()
        self._copies = {key: copy for key, copy in self._copies.items() if "/notice:" not in key}

    def minutes_left(self, item: Item, share: float) -> float | None:
        """Return about how many minutes the rest of a piece takes to read; None where it cannot wait."""
        if self.is_opening and not self.has_time:
            return None  # what it takes to count words would keep the headline waiting
        if self._paced is None or self._paced[0] is not item:
            self._paced = item, self._minutes(item)  # counted once, not at every line the reader moves
        return self._paced[1] * (1 - share)

    def _minutes(self, item: Item) -> float:
        text = item.article.body if item.article else (item.notice.text if item.notice else "")
        return reading_time(
            text,
            characters_a_minute=self.habits.characters_a_minute,
            words_a_minute=self.habits.words_a_minute,
        )

    # -- notices --------------------------------------------------------------------------------

    def hang(self, board: NoticeBoard, newest: dt.date) -> None:
        """Take over the notices of all editions of the paper and the date of the newest of them."""
        self.board, self.newest = board, max(newest, self.session.edition.date)

    def banner(self) -> Banner | None:
        """Return the banner as it stands now."""
        return banner(self.session.edition, self.board, self.newest, self.clock(), self.tongue, self.turn)

    def judged_at(self) -> tuple[dt.datetime, bool]:
        """Return the instant notices are judged at, and whether that is now."""
        return judged_at(self.session.edition, self.newest, self.clock())

    def standing(self, notice: Notice) -> Standing:
        """Return a notice of the open edition as it stands."""
        at, _ = self.judged_at()
        # An edition dated tomorrow is not known yet by the rule for states; its reader sees it all the same.
        edition = self.session.edition
        standings = (*self.board.standings(at), *NoticeBoard([edition]).standings(edition.last_instant()))
        return next(standing for standing in standings if standing.notice.id == notice.id)

    def _is_raised(self, notice: Notice) -> bool:
        return self.standing(notice).raises_banner

    def next_change(self) -> dt.datetime | None:
        """Return when the banner may next change by itself; None when it judges a day gone by."""
        at, is_live = self.judged_at()
        return self.board.next_change(at) if is_live else None
