"""Takes the pictures of the program: ``make screenshots`` writes them to docs/screenshots/.

Every picture is a row of `SHOTS`. The clock stands still at the hour of the row, so that the same code
always gives the same picture; tests/test_screenshots.py takes them all again and compares.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from reader.edition.wording import Tongue
from reader.tui.calendar_listing import wanted
from reader.tui.desk import Habits
from reader.tui.screens.library_screen import LibraryScreen
from reader.tui.screens.proof_screen import ProofScreen
from tests.tui.sitting import Sitting, opened
from tools.screen_svg import Ground, screen_svg

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screenshots"
MOST_BYTES = 80_000
"""A picture's size at the most."""
PAPER, PAPER_EN = "terminal-daily", "terminal-daily-en"
_CHINA = dt.timezone(dt.timedelta(hours=8))


class Shot(NamedTuple):
    """One picture: what is opened, how large, which keys are pressed, in which colours."""

    name: str
    edition: str
    """Paper and date, as in ``terminal-daily/2024-12-23``."""
    size: tuple[int, int]
    keys: tuple[str, ...]
    title: str
    words: str
    """What is to be seen, for those who do not see it."""
    theme: str = "newsprint"
    dark: bool = False
    tongue: Tongue = "zh"
    hour: int = 10
    has_library: bool = False
    """Is it opened among its back issues?"""
    spoilt: tuple[tuple[str, str], ...] = ()
    """What is written otherwise in a copy of the edition, for proofreading to find something in it."""

    @property
    def path(self) -> Path:
        """The picture's file."""
        return FOLDER / f"{self.name}.svg"


SHOTS = (
    Shot(
        "front",
        f"{PAPER}/2024-12-23",
        (120, 40),
        (),
        "The paper, opened",
        "Masthead with date and issue, under it the band of a yellow warning with its level in words; at the "
        "left the contents by section, at the right the lead story: kicker, headline, deck, byline, summary, "
        "paragraphs with an indent of two characters, subheads.",
    ),
    Shot(
        "page",
        f"{PAPER}/2024-12-23",
        (120, 40),
        ("v",),
        "The front page, made up",
        "The page as it hangs at the newsstand: nameplate, date and issue over a double rule; the lead over "
        "several columns, its headline in spaced letters; a boxed yellow warning, briefs and two more "
        "stories, parted by rules; marks where a text goes on.",
    ),
    Shot(
        "article",
        f"{PAPER}/2024-12-16",
        (100, 32),
        ("2", "space"),
        "An article with a table",
        "A feature about the eighty columns of terminals: subheads with a bar, paragraphs, a table whose "
        "figures stand under each other at the right of their column.",
    ),
    Shot(
        "interview",
        f"{PAPER}/2024-12-16",
        (100, 32),
        ("2", "right"),
        "An interview",
        "An interview in questions and answers, with a pull quote behind a heavy bar and who said it.",
    ),
    Shot(
        "verse",
        f"{PAPER}/2024-12-16",
        (100, 32),
        ("3", "right", "right", "right"),
        "A poem, in the dark theme",
        "A poem in three stanzas, its lines kept and set in from the edge; light letters on a dark ground.",
        dark=True,
    ),
    Shot(
        "search",
        f"{PAPER}/2024-12-23",
        (100, 32),
        ("slash", *"wuye"),
        "Searching while typing",
        "The query wuye, four Latin letters, has found the Chinese word for property management; at the left "
        "the articles that hold it, at the right one of them with every match marked.",
    ),
    Shot(
        "notices",
        f"{PAPER}/2024-12-23",
        (100, 32),
        ("a",),
        "The notices board",
        "Every public notice with its level in words and its state: in force, lifted, expired.",
    ),
    Shot(
        "back-issues",
        f"{PAPER}/2024-12-23",
        (100, 32),
        ("o",),
        "The back issues",
        "A calendar: days with an edition carry a dot, the open one a diamond, the day stood on brackets; "
        "below it the front headline of that day and of the edition before.",
        has_library=True,
    ),
    Shot(
        "english",
        f"{PAPER_EN}/2024-12-21",
        (100, 32),
        (),
        "The English paper",
        "The Terminal Daily, in English: the first article says which three keys are enough.",
        tongue="en",
    ),
    Shot(
        "proof",
        f"{PAPER}/2024-12-23",
        (120, 36),
        ("P", "n"),
        "Proof mode",
        "At the left what was found, by article, half-width commas folded into one row with their number. At "
        "the right the place in the file with line numbers, a mark in the gutter and marks under the words; "
        "below it the rule, what stands there and what would, the clause. In the head the counts and the "
        "weighted error rate against the limit.",
        spoilt=(
            ("住户的感受很直接：", "住户的感受很直接:"),
            ("新装的监控摄像头有55处，给", "新装的监控摄像头有55处,给"),
            ("建起4座；消防", "建起4座;消防"),
            ("推上楼，也不再私拉电线充电，", "推上楼,也不再私拉电线充电,"),
            ("小区能有改观，结果", "小区能有改观，，结果"),
            ("问题记入台账，照着", "问题记入台账,照着"),
            ("一件件有了着落。", "一件件有了着落…"),
        ),
    ),
    Shot(
        "narrow",
        f"{PAPER}/2024-12-23",
        (60, 20),
        (),
        "In a window of 60 by 20",
        "A small window: the contents gave way to the article, the warning is one word in the masthead.",
    ),
)


async def picture(shot: Shot) -> str:
    """Return the picture of a shot, taken from the running program."""
    paper, _, date = shot.edition.partition("/")
    path = ROOT / "editions" / paper / date[:4] / date[5:7] / f"{date}.yaml"
    now = dt.datetime.combine(dt.date.fromisoformat(date), dt.time(shot.hour), _CHINA)
    habits = Habits(theme=shot.theme, dark=shot.dark)
    library = ROOT / "editions" if shot.has_library else None
    async with (
        _spoilt(path, shot) as shown,
        opened(
            shown, shot.size, library=library, habits=habits, tongue=shot.tongue, clock=lambda: now
        ) as sitting,
    ):
        sitting.app.desk.lunar = None  # whether it is known depends on what is installed
        sitting.app.paper.redraw()
        for key in shot.keys:
            await sitting.press(key)
            await sitting.until(lambda: _has_proofread(sitting))
        query = "".join(shot.keys[shot.keys.index("slash") + 1 :]) if "slash" in shot.keys else ""
        await sitting.until(lambda: _has_found(sitting, query) and _knows_fronts(sitting))
        ground = Ground("#d0d0d0", "#101010") if shot.dark else Ground()
        return screen_svg(sitting.strips, shot.size[0], shot.title, shot.words, ground)


@asynccontextmanager
async def _spoilt(path: Path, shot: Shot) -> AsyncIterator[Path]:
    """The edition's file; of one that is spoilt a copy, which is gone afterwards."""
    if not shot.spoilt:
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        text = path.read_text(encoding="utf-8")
        for good, bad in shot.spoilt:
            if good not in text:
                raise ValueError(f"{shot.name}: the edition does not say {good}")
            text = text.replace(good, bad)
        shutil.copytree(path.parent, folder, dirs_exist_ok=True)  # its pictures, too
        copy = Path(folder) / path.name
        copy.write_text(text, encoding="utf-8")
        yield copy


def _has_proofread(sitting: Sitting) -> bool:
    """Has proof mode, where it is open, read the edition?"""
    screen = sitting.app.screen
    return not isinstance(screen, ProofScreen) or screen.sitting is not None


def _has_found(sitting: Sitting, query: str) -> bool:
    """Has the query that was typed been answered?"""
    pursuit = sitting.pursuit
    return not query or (pursuit is not None and pursuit.words == query)


def _knows_fronts(sitting: Sitting) -> bool:
    """Has the calendar, where it is open, read what stands on the fronts it lists?"""
    screen = sitting.app.screen
    if not isinstance(screen, LibraryScreen):
        return True
    return not screen.is_looking and screen.fronts.keys() >= {file.path for file in wanted(screen.issues)}


async def main() -> None:
    """Take every picture anew, and leave none that no shot tells of."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        shot.path.write_text(await picture(shot), encoding="utf-8")
    for left_over in set(FOLDER.glob("*.svg")) - {shot.path for shot in SHOTS}:
        left_over.unlink()


if __name__ == "__main__":
    asyncio.run(main())
