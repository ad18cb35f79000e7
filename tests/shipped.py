"""The editions we ship, as the tests about them read them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.loading.load import load_edition

SHIPPED = Path(__file__).parents[1] / "editions"
PATHS = tuple(sorted(SHIPPED.rglob("*.yaml")))
CHINESE, ENGLISH = "终端日报", "The Terminal Daily"
SHARED = Path(__file__).parents[2] / "shared"
"""Material outside the project; whoever needs it skips with a reason when it is missing."""


def name_of(path: Path) -> str:
    """What a test about this file is called."""
    return f"{path.parents[2].name}/{path.stem}"


@cache
def edition(path: Path) -> Edition:
    return load_edition(path).edition


def written(path: Path) -> dict[str, Any]:
    """The file's words as they were written, every scalar a string."""
    words: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return words


def paper(name: str) -> list[Edition]:
    return sorted((one for one in map(edition, PATHS) if one.paper == name), key=lambda one: one.date)


def issue(day: str, name: str = CHINESE) -> Edition:
    return next(one for one in paper(name) if one.date.isoformat() == day)


def articles() -> Iterator[tuple[Edition, Article]]:
    for path in PATHS:
        yield from ((edition(path), article) for article in edition(path).articles())
