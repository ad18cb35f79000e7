"""`paper-reader config`: where the settings and the reader's files are, and what every setting is."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reader.cli.call import Call, config_path
from reader.cli.check_rules import stylebook_here
from reader.cli.choosing import library_root
from reader.cli.exit_status import DONE
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.paths import cache_dir, state_file
from reader.settings import KEYS_TABLE, Value, described

_FILE = Wording("配置文件", "config file")
_STATE = Wording("阅读状态", "state")
_CACHE = Wording("缓存", "cache")
_LIBRARY = Wording("往期", "library")
_ABSENT = Wording("（没有）", "(not there)")
_STYLEBOOK = Wording("体例", "stylebook")
_NONE = Wording("无", "none")


def config(call: Call) -> int:
    """Print the files and folders in use and why this library, then every setting, its value and its origin.

    The settings are printed as the config file would write them.
    """
    call.output.lines(_paths(call))
    call.output.lines([""])
    call.output.lines(_aligned([*_settings(call), *_keys(call)], " # "))
    return DONE


def _paths(call: Call) -> Iterator[str]:
    tongue = call.tongue
    path, _ = config_path(call.request, call.environ)
    absent = "" if os.path.lexists(path) else f" {_ABSENT.say(tongue)}"
    root = library_root(call)
    library = f"{root.path} ({root.why.say(tongue)})" if root else _NONE.say(tongue)
    stylebook = stylebook_here(call)
    rows = [
        (_FILE.say(tongue), f"{path}{absent}"),
        (_STATE.say(tongue), str(state_file())),
        (_CACHE.say(tongue), str(cache_dir())),
        (_LIBRARY.say(tongue), library),
        (_STYLEBOOK.say(tongue), str(stylebook) if stylebook else _NONE.say(tongue)),
    ]
    return _aligned(rows, "  ")


def _settings(call: Call) -> Iterator[tuple[str, str]]:
    for setting, value, origin in described(call.settings):
        # A setting without a value is shown as a comment, which is what it is in the file.
        words = f"# {setting.name} =" if value is None else f"{setting.name} = {_toml(value)}"
        yield words, f"{origin.wording.say(call.tongue)}; {setting.about.say(call.tongue)}"


def _keys(call: Call) -> Iterator[tuple[str, str]]:
    if call.settings.keys:
        yield f"[{KEYS_TABLE}]", call.settings.origin(KEYS_TABLE).wording.say(call.tongue)
    for name, keys in call.settings.keys.items():
        yield f"{_toml(name)} = {_toml(keys)}", ""


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    import json  # its strings are also TOML's basic strings (TOML 1.0, "String")

    return json.dumps(str(value), ensure_ascii=False)


def _aligned(rows: list[tuple[str, str]], gap: str) -> Iterator[str]:
    from reader.typesetting.width import text_width

    column = max(text_width(left) for left, _ in rows)
    for left, right in rows:
        words = f"{left}{' ' * (column - text_width(left))}{gap}{right}" if right else left
        yield printable_line(words)
