"""What starting the reader imports: Textual, our own files, and nothing heavy besides."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
    "jsonschema",
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


def test_printing_an_edition_needs_no_screen() -> None:
    edition = next((ROOT / "editions").rglob("*.yaml"))
    loaded = modules_after(
        "import contextlib, io\nfrom reader.cli.main import run\n"
        f"with contextlib.redirect_stdout(io.StringIO()): assert run(['show', {str(edition)!r}]) == 0"
    )
    assert {"textual", "rich", "asyncio"} & loaded == set()
