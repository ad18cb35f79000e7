from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader import paths

ROOT = Path(__file__).parents[1]


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


def test_files_lie_where_the_xdg_rules_say(homes: Path) -> None:
    assert paths.config_file({}) == homes / "config" / "paper-reader" / "config.toml"
    assert paths.state_file() == homes / "state" / "paper-reader" / "state.json"
    assert paths.cache_dir() == homes / "cache" / "paper-reader"


def test_asking_for_a_path_makes_nothing(homes: Path) -> None:
    paths.config_file({})
    paths.state_file()
    paths.cache_dir()
    assert list(homes.iterdir()) == []


def test_a_config_file_may_be_named_in_the_environment() -> None:
    assert paths.config_file({"PAPER_READER_CONFIG": "my.toml"}) == Path("my.toml")


def test_a_checkout_ships_the_editions_beside_the_package() -> None:
    shipped = paths.shipped_editions()
    assert shipped == ROOT / "editions"
    assert any(shipped.rglob("*.yaml"))


def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = folder / "reader"
    package.mkdir()
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    return package


def test_an_installed_package_ships_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = installed(tmp_path, monkeypatch)
    (package / "editions").mkdir()
    assert paths.shipped_editions() == package / "editions"


def test_a_stranger_called_editions_beside_an_installed_package_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(tmp_path, monkeypatch)
    (tmp_path / "editions").mkdir()
    assert paths.shipped_editions() is None


def test_the_wheel_carries_the_editions_where_they_are_looked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"editions": "reader/editions"}
    assert wheel["packages"] == ["reader"]
