"""What a missing extra asks for is what the project declares, and can be typed as it stands."""

from __future__ import annotations

import shlex
import sys
import tomllib
from pathlib import Path

import pytest

from reader.extras import how_to_install, pip

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def typed(sentence: str) -> list[str]:
    """Return the words of the command at the end of a sentence."""
    return shlex.split(sentence.replace("：", ": ").split(": ", 1)[1])


@pytest.mark.parametrize("extra", ["ssh", "web", "lsp"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_it_names_what_the_project_declares(extra: str, tongue: str) -> None:
    sentence = how_to_install(extra).say("zh" if tongue == "zh" else "en")
    words = typed(sentence)
    start = words.index("install") + 1
    assert words[start:] == PROJECT["optional-dependencies"][extra]
    assert extra in sentence.split(words[0])[0]


def test_the_program_itself_is_not_asked_of_an_index() -> None:
    assert PROJECT["name"] not in "".join(how_to_install("ssh"))


def test_the_installer_is_the_one_beside_the_interpreter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "pip").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    monkeypatch.chdir(tmp_path)
    assert pip() == ("bin/pip",)
    monkeypatch.chdir("/")
    assert pip()[0].endswith("/bin/pip")


def test_where_there_is_no_installer_the_interpreter_is_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert pip() == (str(tmp_path / "python"), "-m", "pip")
    monkeypatch.setattr(sys, "executable", "")
    assert pip() == ("pip",)
