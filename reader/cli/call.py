"""One run of the program: what was asked for, the settings in force, and where the answer goes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from reader.cli.options import OPTIONS, Request
from reader.cli.output import Output
from reader.edition.wording import Tongue
from reader.loading.load import MAX_BYTES
from reader.paths import config_file
from reader.settings import Settings, Value, load_settings

if TYPE_CHECKING:
    from reader.placard.hang import Hung


class Call(NamedTuple):
    """What a command is handed."""

    request: Request
    settings: Settings
    output: Output
    environ: Mapping[str, str]
    arguments: Sequence[str] = ()
    """As they were typed."""
    placard: Hung | None = None
    """What hangs in the terminal already, if anything does."""

    @property
    def tongue(self) -> Tongue:
        """The language the program speaks in this run."""
        return self.output.tongue

    @property
    def encoding(self) -> str:
        """The encoding of edition files, a codec's name."""
        return cast(str, self.request.options.get("encoding", "utf-8"))

    @property
    def limit(self) -> int:
        """The largest edition file that is read, in bytes."""
        return cast(int, self.request.options.get("max-size", MAX_BYTES))

    @property
    def width(self) -> int:
        """The cells of a printed line."""
        options = self.request.options
        return cast(int, options.get("width") or options.get("measure") or self.output.width())

    def word(self, index: int) -> str | None:
        """Return the argument at this place, or None when there are fewer."""
        return self.request.words[index] if index < len(self.request.words) else None

    def number(self, option: str, usual: int) -> int:
        """Return the number given with this option, or the usual one."""
        return cast(int, self.request.options.get(option, usual))

    def has(self, option: str) -> bool:
        """Was this option given?"""
        return option in self.request.options


def called(
    request: Request,
    output: Output,
    environ: Mapping[str, str] = os.environ,
    arguments: Sequence[str] = (),
    placard: Hung | None = None,
) -> Call:
    """Return the call of a request, its settings read; `output` then speaks the language they choose.

    Raises:
        SettingsError: the config file cannot be used.
    """
    settings = load_settings(_file_of(request, environ), environ, _setting_options(request))
    if settings.language != "auto":
        output.tongue = settings.language
    return Call(
        request=request,
        settings=settings,
        output=output,
        environ=environ,
        arguments=arguments,
        placard=placard,
    )


def tongue_of_locale(environ: Mapping[str, str]) -> Tongue:
    """Return the language the locale asks for (POSIX 8.2: LC_ALL, then LC_MESSAGES, then LANG)."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def config_path(request: Request, environ: Mapping[str, str]) -> tuple[Path, bool]:
    """Return the config file and whether someone named it, so that it has to be there."""
    named = request.options.get("config")
    if isinstance(named, str):
        return Path(named), True
    return config_file(environ), bool(environ.get("PAPER_READER_CONFIG"))


def _file_of(request: Request, environ: Mapping[str, str]) -> Path | None:
    path, is_named = config_path(request, environ)
    return path if is_named or os.path.lexists(path) else None


def _setting_options(request: Request) -> dict[str, Value]:
    """Return the settings the options outweigh, in the settings' own types."""
    values: dict[str, Value] = {}
    for option in OPTIONS:
        given = request.options.get(option.name.lstrip("-"))
        if not option.setting or given is None:
            continue
        if option.setting == "library":
            values[option.setting] = Path(str(given))
        else:
            values[option.setting] = int(given) if option.setting == "ambiguous_width" else given
    return values
