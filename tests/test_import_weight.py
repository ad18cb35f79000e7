"""What starting the reader imports: Textual, our own files, and nothing heavy besides."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive.pictures import put_picture
from tests.tui.papers import a_paper, an_article, put

ROOT = Path(__file__).parents[1]

HEAVY = (
    "markdown_it",
    "pygments",
    "pypinyin",
    "jieba",
    "asyncssh",
    "yaml",
    "regex",
    "lunar_python",
    "sqlite3",
    "pymysql",
    "pygls",
    "lsprotocol",
    "jsonschema",
    "PIL",
    "textual_image",
    "reader.archive.picture",
    "reader.archive.picture_file",
    "reader.tui.picture_prints",
    "reader.proofreading",
    "reader.copydesk",
    "reader.tui.proof_text",
    "reader.tui.searching",
    "reader.tui.noting",
    "reader.tui.marks_sayings",
    "reader.tui.lending",
    "reader.reading.pursuit",
    "reader.archive",
)
"""Each costs milliseconds that the first paint does not need to pay."""


def modules_after(statement: str) -> set[str]:
    """Return the top-level modules in memory after a fresh interpreter has run this."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout))


@pytest.fixture(scope="module")
def app() -> set[str]:
    return modules_after("import reader.tui.app")


@pytest.mark.parametrize("module", HEAVY)
def test_the_app_starts_without(module: str, app: set[str]) -> None:
    assert module not in app


@pytest.mark.parametrize("widget", ["_markdown", "_text_area", "_data_table", "_rich_log", "_log", "_footer"])
def test_the_app_starts_without_the_widgets_it_does_not_show(widget: str, app: set[str]) -> None:
    assert f"textual.widgets.{widget}" not in app


@pytest.mark.parametrize(
    "trade", ["edition", "loading", "typesetting", "archive", "exporting", "reading", "settings", "paths"]
)
def test_nothing_below_the_front_ends_imports_a_screen(trade: str) -> None:
    import reader

    folder = Path(reader.__file__).parent / trade
    names = [f"reader.{trade}.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"]
    loaded = modules_after("\n".join(f"import {name}" for name in names or [f"reader.{trade}"]))
    assert {"textual", "rich"} & loaded == set()


def test_the_language_server_needs_no_screen() -> None:
    assert {"textual", "rich"} & modules_after("import reader.lsp.serving, reader.cli.lsp") == set()


def test_an_edition_opened_before_is_read_without_yaml(tmp_path: Path) -> None:
    edition = next((ROOT / "editions").rglob("*.yaml"))
    code = (
        "from pathlib import Path\n"
        "from reader.loading.load import load_edition\n"
        "from reader.loading.plate import load_plate, save_plate\n"
        f"path, cache = Path({str(edition)!r}), Path({str(tmp_path)!r})\n"
    )
    modules_after(code + "save_plate(cache, path, load_edition(path))")
    again = modules_after(
        code + "from reader.loading.load import stamp_of\n"
        "stamp = stamp_of(path)\nassert stamp is not None\n"
        "assert load_plate(cache, path, stamp) is not None"
    )
    assert "yaml" not in again


READING = """
import asyncio, json, sys
from pathlib import Path
import reader.tui.app
from reader.loading.load import load_edition
from reader.tui.app import PaperReader
from reader.tui.desk import Habits
from reader.reading.store import MemoryStore
from reader.tui.opening import Opening
from reader.tui.picture_plan import Means, Plan

path = Path(sys.argv[1])
seen = []
shown = lambda: seen.append(sorted(sys.modules))

class Watched(PaperReader):
    CSS_PATH = str(Path(reader.tui.app.__file__).with_name("app.tcss"))

    def _settle_in(self):
        shown()  # the first page stands
        super()._settle_in()

async def read():
    habits = Habits(pictures=Plan(Means.BLOCKS, Means.BLOCKS))
    app = Watched(Opening(path=path, loaded=load_edition(path), store=MemoryStore(), habits=habits))
    async with app.run_test(size=(100, 40)) as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if {until}:
                break
    shown()

asyncio.run(read())
print(json.dumps(seen))
"""


def modules_while_reading(path: Path, until: str) -> list[set[str]]:
    """Return the modules in memory when the first page stands, and when the reader leaves."""
    done = subprocess.run(
        [sys.executable, "-c", READING.format(until=until), str(path)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return [set(modules) for modules in json.loads(done.stdout)]


def test_an_edition_whose_photos_have_no_files_never_imports_what_shows_pictures(tmp_path: Path) -> None:
    path = put(tmp_path, a_paper([an_article(photos=[{"alt": "没有文件", "caption": "图说。"}])]))
    first, last = modules_while_reading(path, "len(seen) > 0 and _ > 10")
    assert {"PIL", "textual_image"} & (first | last) == set()


def test_a_picture_on_the_first_page_is_made_after_the_page_stands(tmp_path: Path) -> None:
    put_picture(tmp_path / "card.png")
    path = put(tmp_path, a_paper([an_article(photos=[{"file": "card.png"}])]))
    first, last = modules_while_reading(path, "'PIL' in sys.modules and _ > 10")
    assert {"PIL", "textual_image"} & first == set()
    assert "PIL" in last


def test_a_search_is_imported_after_the_page_stands_and_before_it_is_wanted(tmp_path: Path) -> None:
    search = "reader.tui.searching.search"
    first, last = modules_while_reading(put(tmp_path), f"{search!r} in sys.modules")
    assert {"reader.tui.searching", "reader.reading.pursuit"} & first == set()
    assert search in last


def test_printing_an_edition_needs_no_screen() -> None:
    edition = next((ROOT / "editions").rglob("*.yaml"))
    loaded = modules_after(
        "import contextlib, io\nfrom reader.cli.main import run\n"
        f"with contextlib.redirect_stdout(io.StringIO()): assert run(['show', {str(edition)!r}]) == 0"
    )
    assert {"textual", "rich", "asyncio"} & loaded == set()
