"""Libraries for the tests of the screen: a Chinese paper of several days, and an English one beside it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from reader.archive.back_issues import BackIssues
from reader.archive.file_index import FileIndex
from reader.loading.load import load_edition
from tests.tui.papers import DAY, LAMP, POND, a_notice, a_paper, an_article, put

ENGLISH = "Bend Courier"
WILLOW = "柳絮飞过旧码头，卖茶的摊子又支起来了。"
"""Stands once in each edition but the open one's."""


def a_library(folder: Path) -> Path:
    """Write the editions of four days, the open one of `DAY` among them, and return the library's folder."""
    root = folder / "library"
    for day in ("2026-03-11", "2026-03-12", "2026-03-13"):
        articles = [
            an_article(f"{day}头条", body=POND),
            an_article(f"{day}柳絮", body=f"{LAMP}\n\n{WILLOW}\n\n{POND}"),
        ]
        put(root, a_paper(articles, date=day, notices=[a_notice(f"wind-{day}", text="柳絮易燃，禁止用火。")]))
    put(root)
    english = [
        an_article("Willow fluff over the old quay", body="The tea stall is back, and 柳絮 drift over it.")
    ]
    put(root, a_paper(english, paper=ENGLISH, language="en", date="2026-03-13"), name="en/2026-03-13.yaml")
    return root


def the_open(root: Path) -> Path:
    """Return the edition the tests open."""
    return root / f"{DAY}.yaml"


def indexed(root: Path, folder: Path) -> Path:
    """Make the library's index below a folder of the cache, and return the folder of indexes."""
    issues = BackIssues(root, FileIndex(folder / "index", root), load_edition)
    stock = issues.take_stock()
    issues.close()
    assert stock.pending == ()
    return folder / "index"


def children() -> set[int]:
    """Return the processes that are children of this one, those that have ended and not been fetched too."""
    done = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
    )
    lines = (line.split(None, 1) for line in done.stdout.splitlines())
    return {int(line[0]) for line in lines if len(line) > 1 and not line[1].startswith("ps ")}
