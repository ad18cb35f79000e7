"""Every setting once, in one table: its type, its default, what it does, and where its value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from reader.edition.wording import Tongue, Wording

if TYPE_CHECKING:
    from reader.loading.problem import Problem

Value = str | int | bool | Path | None
"""What a setting holds."""


class Setting(NamedTuple):
    """One setting; a number lies between `low` and `high`, a choice is one of `choices`."""

    name: str
    kind: Literal["folder", "text", "choice", "number", "switch", "index"]
    default: Value
    about: Wording
    choices: tuple[str | int, ...] = ()
    low: int = 0
    high: int = 0


SETTINGS = (
    Setting("library", "folder", None, Wording("往期所在的文件夹", "the folder of the back issues")),
    Setting(
        "paper",
        "text",
        None,
        Wording(
            "往期里的哪一种报纸：名称，或名称的开头", "which paper of a library: its name or how it begins"
        ),
    ),
    Setting(
        "language",
        "choice",
        "auto",
        Wording("界面语言；auto 随系统", "language of the interface; auto follows the locale"),
        ("auto", "zh", "en"),
    ),
    Setting(
        "measure", "number", 60, Wording("正文行宽（格）", "line width of the text, in cells"), (), 20, 200
    ),
    Setting(
        "columns_from",
        "number",
        130,
        Wording(
            "正文从这个宽度起分栏（格）；0 为从不分栏",
            "cells of the article's pane from which its text runs in columns; 0 is never",
        ),
        (),
        0,
        1000,
    ),
    Setting(
        "theme",
        "choice",
        "auto",
        Wording("配色；auto 为浅色", "colours; auto is the light theme"),
        ("auto", "light", "dark"),
    ),
    Setting(
        "ambiguous_width",
        "choice",
        1,
        Wording(
            "“ ” … — 等字符占几格，由终端决定", "cells of “ ” … — and the like, as the terminal draws them"
        ),
        (1, 2),
    ),
    Setting(
        "chinese_speed",
        "number",
        400,
        Wording("每分钟读几个汉字", "Chinese characters read a minute"),
        (),
        50,
        5000,
    ),
    Setting(
        "latin_speed", "number", 230, Wording("每分钟读几个西文词", "Latin words read a minute"), (), 20, 3000
    ),
    Setting(
        "gutter",
        "switch",
        True,
        Wording("行末标点可半入栏边", "a mark at a line's end may stand half in the gutter"),
    ),
    Setting("hanging", "switch", False, Wording("行末点号悬挂", "stops hang outside the measure")),
    Setting("justified", "switch", False, Wording("两端对齐", "lines are justified")),
    Setting(
        "pictures",
        "choice",
        "auto",
        Wording(
            "图片怎样显示；auto 看终端，SSH 上不显示",
            "how pictures are shown; auto: by terminal, none over SSH",
        ),
        ("auto", "off", "blocks", "kitty", "sixel"),
    ),
    Setting(
        "search_index",
        "index",
        "embedded",
        Wording(
            "往期的索引在哪里；可写 sphinx://… 服务器",
            "where the index of the back issues is kept; servers: sphinx://…",
        ),
    ),
)
"""All settings but ``[keys]``, in the order in which they are shown."""

KEYS_TABLE = "keys"
"""The table of the config file that rebinds keys by the id of what they do."""

ENVIRONMENT = {"library": "PAPER_READER_LIBRARY"}
"""Settings that may stand in the environment, and under which name."""


class Origin(StrEnum):
    """Where a setting's value comes from; a later one outweighs the earlier."""

    DEFAULT = "default"
    CONFIG = "config"
    ENVIRONMENT = "environment"
    OPTION = "option"

    @property
    def wording(self) -> Wording:
        """The origin in words."""
        return _ORIGIN_WORDS[self]


_ORIGIN_WORDS = {
    Origin.DEFAULT: Wording("默认", "default"),
    Origin.CONFIG: Wording("配置文件", "config file"),
    Origin.ENVIRONMENT: Wording("环境变量", "environment"),
    Origin.OPTION: Wording("命令行", "option"),
}


class Settings(NamedTuple):
    """The value of every setting of `SETTINGS`, the rebound keys, and where each value comes from."""

    library: Path | None = None
    paper: str | None = None
    language: Literal["auto", "zh", "en"] = "auto"
    measure: int = 60
    columns_from: int = 130
    theme: Literal["auto", "light", "dark"] = "auto"
    ambiguous_width: Literal[1, 2] = 1
    chinese_speed: int = 400
    latin_speed: int = 230
    gutter: bool = True
    hanging: bool = False
    justified: bool = False
    pictures: Literal["auto", "off", "blocks", "kitty", "sixel"] = "auto"
    search_index: str = "embedded"
    keys: Mapping[str, str] = MappingProxyType({})
    """Key by the id of what it does, ``{"next-article": "n"}``; several keys are parted by commas."""
    origins: Mapping[str, Origin] = MappingProxyType({})

    def origin(self, name: str) -> Origin:
        """Return where the value of this setting comes from."""
        return self.origins.get(name, Origin.DEFAULT)

    def value(self, name: str) -> Value:
        """Return the value of the setting of this name."""
        return cast(Value, getattr(self, name))


class SettingsError(Exception):
    """A config file that cannot be used, with every problem found in it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{path}: {len(problems)} problems")
        self.path = path
        self.problems = problems

    def render(self, tongue: Tongue) -> str:
        """Return one line a problem, ``path:line:column: what; what to do``."""
        return "\n".join(problem.render(self.path, tongue) for problem in self.problems)


def load_settings(
    file: Path | None,
    environ: Mapping[str, str] = os.environ,
    options: Mapping[str, Value] | None = None,
) -> Settings:
    """Return the settings: the options' first, then the environment's, the file's and the defaults.

    A file of None is none; a folder named in the file is relative to the file.

    Raises:
        SettingsError: the file cannot be read, is no TOML, or holds an unknown or ill-typed setting.
    """
    values: dict[str, object] = {}
    origins: dict[str, Origin] = {}
    if file is not None:
        # Late: without a config file, the usual case, neither TOML nor problems are needed.
        from reader.settings_file import read_settings_file

        values |= read_settings_file(file)
        origins |= dict.fromkeys(values, Origin.CONFIG)
    for name, variable in ENVIRONMENT.items():
        if words := environ.get(variable):
            values[name], origins[name] = Path(words), Origin.ENVIRONMENT
    for name, value in (options or {}).items():
        values[name], origins[name] = value, Origin.OPTION
    assert values.keys() <= set(Settings._fields), "an option names no setting"
    return Settings(**values, origins=origins)  # type: ignore[arg-type]  # checked against SETTINGS


def described(settings: Settings) -> Iterator[tuple[Setting, Value, Origin]]:
    """Yield every setting with its value and where that comes from, in the order of the table."""
    for setting in SETTINGS:
        yield setting, settings.value(setting.name), settings.origin(setting.name)
