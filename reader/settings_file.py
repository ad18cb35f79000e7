"""The config file: TOML in, values out, every mistake with its line and what to write instead."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.problem import Problem, Severity
from reader.settings import KEYS_TABLE, SETTINGS, Setting, SettingsError

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TABLE = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[=.]""")
_LARGEST = 1_000_000  # bytes; a config file is a page, and TOML is parsed slowly


def read_settings_file(path: Path) -> dict[str, object]:
    """Return the settings a config file gives, checked and by name; ``keys`` maps ids to keys.

    Raises:
        SettingsError: with every problem of the file.
    """
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(path, (_not_toml(str(error), text),)) from error
    except RecursionError as error:
        raise SettingsError(path, (_not_toml("nested too deeply", text),)) from error
    values: dict[str, object] = {}
    problems: list[Problem] = []
    known = {setting.name: setting for setting in SETTINGS}
    for name, value in table.items():
        place = _place(text, "", name)
        if name == KEYS_TABLE:
            values[name] = _keys(value, text, problems)
        elif name not in known:
            problems.append(_unknown(place, name, [*known, KEYS_TABLE]))
        else:
            try:
                values[name] = _checked(known[name], value, path.parent)
            except ValueError:
                problems.append(_ill_typed(place, known[name], value))
    if problems:
        raise SettingsError(path, tuple(sorted(problems, key=lambda one: (one.line, one.column))))
    return values


def expected(setting: Setting) -> Wording:
    """Return what a value of this setting looks like, in words."""
    match setting.kind:
        case "choice":
            words = ", ".join(
                f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in setting.choices
            )
            return Wording(f"写 {words} 之一", f"write one of {words}")
        case "number":
            return Wording(
                f"写 {setting.low} 到 {setting.high} 之间的整数",
                f"write a whole number from {setting.low} to {setting.high}",
            )
        case "index":
            shape = "sphinx://front:9306/paper?shard=one:9306&shard=two:9306"
            return Wording(f'写 "embedded" 或 "{shape}"', f'write "embedded" or "{shape}"')
        case "switch":
            return Wording("写 true 或 false", "write true or false")
        case "text":
            return Wording('写带引号的名称，如 "终端日报"', 'write a name in quotes, as in "Terminal Daily"')
        case _:
            return Wording('写带引号的路径，如 "~/papers"', 'write a path in quotes, as in "~/papers"')


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise OSError("not a file" if path.exists() else "no such file")
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise OSError("larger than 1 MB")
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = Wording("配置文件不是 UTF-8", "the config file is not UTF-8")
        advice = Wording("另存为 UTF-8", "save it as UTF-8")
        raise SettingsError(path, (_problem((line, 1), what, advice),)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        what = Wording(f"读不了配置文件（{reason}）", f"the config file cannot be read ({reason})")
        advice = Wording("用 --config 指定一个 TOML 文件", "name a TOML file with --config")
        raise SettingsError(path, (_problem((1, 1), what, advice),)) from error


def _checked(setting: Setting, value: object, folder: Path) -> object:
    """Return the value in the setting's own type; ValueError when it has another."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    match setting.kind:
        case "switch" if isinstance(value, bool):
            return value
        case "number" if is_number and setting.low <= value <= setting.high:  # type: ignore[operator]
            return value
        case "choice" if not isinstance(value, bool) and value in setting.choices:
            return value
        case "index" if isinstance(value, str):
            return value if value == setting.default else checked_address(value)
        case "text" if isinstance(value, str) and value.strip():
            return value
        case "folder" if isinstance(value, str) and value and "\0" not in value:
            return folder / Path(value).expanduser()
        case _:
            raise ValueError(setting.name)


def checked_address(written: str) -> str:
    """Return the address of an index on servers as it is written; ValueError when it is none."""
    from reader.archive.sphinx_address import parse_address  # late: few have an index on servers

    parse_address(written)
    return written


def _keys(value: object, text: str, problems: list[Problem]) -> dict[str, str]:
    advice = Wording('写 [keys] 表，如 next-article = "n"', 'write a table [keys], as in next-article = "n"')
    if not isinstance(value, dict):
        what = Wording("keys 不是表", "keys is not a table")
        problems.append(_problem(_place(text, "", KEYS_TABLE), what, advice))
        return {}
    keys: dict[str, str] = {}
    for name, key in value.items():
        if isinstance(key, str) and key.strip():
            keys[name] = key
            continue
        shown = printable_line(name)
        what = Wording(f"{shown} 的按键不是文字", f"the key of {shown} is not text")
        problems.append(_problem(_place(text, KEYS_TABLE, name), what, advice))
    return keys


def _not_toml(message: str, text: str) -> Problem:
    place = _PLACE.search(message)
    end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
    at = (int(place[1]), int(place[2])) if place else end
    reason = printable_line(_PLACE.sub("", message).replace("(at end of document)", "").strip())
    what = Wording(f"不是合法的 TOML（{reason}）", f"this is not TOML ({reason})")
    return _problem(
        at, what, Wording("写成 名称 = 值，如 measure = 60", "write name = value, as in measure = 60")
    )


def _unknown(place: tuple[int, int], name: str, known: list[str]) -> Problem:
    shown = printable_line(name)
    what = Wording(f"没有叫 {shown} 的设置", f"there is no setting {shown}")
    listed = ", ".join(known)
    advice = did_you_mean(nearest(name, known), Wording(f"可用的有 {listed}", f"there are {listed}"))
    return _problem(place, what, advice)


def _ill_typed(place: tuple[int, int], setting: Setting, value: object) -> Problem:
    shown = printable_line(repr(value) if not isinstance(value, bool) else str(value).lower())[:60]
    name = setting.name
    what = Wording(f"{name} 不能是 {shown}", f"{name} cannot be {shown}")
    return _problem(place, what, expected(setting))


def _problem(place: tuple[int, int], what: Wording, advice: Wording) -> Problem:
    return Problem(place[0], place[1], what, advice, Severity.ERROR)


def _place(text: str, table: str, name: str) -> tuple[int, int]:
    """Return line and column of a key; TOML's parser keeps no positions, so the lines are read again."""
    inside = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _TABLE.fullmatch(line.split("#")[0].rstrip()):
            inside = header[1].strip("\"' ").split(".")[0]
            if not table and inside == name:
                return number, line.index("[") + 1
        elif inside == table and (key := _KEY.match(line)) and name in key.groups():
            return number, len(line) - len(line.lstrip()) + 1
    return 1, 1
