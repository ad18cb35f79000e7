from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.settings import SETTINGS, Origin, Settings, SettingsError, described, load_settings
from reader.settings_file import read_settings_file


def config(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(path, {})
    return [line.removeprefix(f"{path}:") for line in caught.value.render("en").splitlines()]


def test_the_table_and_the_values_are_of_one_make() -> None:
    named = [setting.name for setting in SETTINGS]
    assert named == list(Settings._fields)[: len(named)]
    assert [setting.default for setting in SETTINGS] == [Settings().value(name) for name in named]


def test_every_setting_is_told_in_both_languages() -> None:
    for setting in SETTINGS:
        assert setting.about.zh
        assert setting.about.en


def test_a_default_lies_within_its_own_bounds() -> None:
    for setting in SETTINGS:
        if setting.kind == "number":
            assert isinstance(setting.default, int)
            assert setting.low <= setting.default <= setting.high
        elif setting.kind == "choice":
            assert setting.default in setting.choices


def test_without_file_or_world_every_setting_has_its_default() -> None:
    settings = load_settings(None, {})
    assert settings == Settings()
    assert {origin for _, _, origin in described(settings)} == {Origin.DEFAULT}


def test_an_option_outweighs_the_environment_and_that_the_file(tmp_path: Path) -> None:
    file = config(tmp_path, 'library = "/from/file"\nmeasure = 40\ntheme = "dark"\n')
    world = {"PAPER_READER_LIBRARY": "/from/world"}
    settings = load_settings(file, world, {"measure": 50})
    assert (settings.library, settings.origin("library")) == (Path("/from/world"), Origin.ENVIRONMENT)
    assert (settings.measure, settings.origin("measure")) == (50, Origin.OPTION)
    assert (settings.theme, settings.origin("theme")) == ("dark", Origin.CONFIG)
    assert settings.origin("gutter") is Origin.DEFAULT
    optional = load_settings(file, world, {"library": Path("/from/option")})
    assert optional.library == Path("/from/option")


def test_a_file_may_give_every_setting(tmp_path: Path) -> None:
    file = config(
        tmp_path,
        """\
        library = "papers"   # beside this file
        paper = "河湾"
        language = "zh"
        measure = 44
        columns_from = 0
        theme = "light"
        ambiguous_width = 2
        chinese_speed = 500
        latin_speed = 300
        gutter = false
        hanging = true
        justified = true
        pictures = "off"
        search_index = "sphinx://front/paper?shard=one:9307"

        [keys]
        next-article = "n,l"
        """,
    )
    settings = load_settings(file, {})
    assert settings.library == tmp_path / "papers"
    assert settings.paper == "河湾"
    assert settings.ambiguous_width == 2
    assert settings.columns_from == 0
    assert settings.gutter is False
    assert settings.keys == {"next-article": "n,l"}
    assert {origin for _, _, origin in described(settings)} == {Origin.CONFIG}


def test_a_home_in_a_path_is_the_users(tmp_path: Path) -> None:
    settings = load_settings(config(tmp_path, 'library = "~/papers"'), {})
    assert settings.library == Path("~/papers").expanduser()


def test_an_empty_variable_is_none() -> None:
    assert load_settings(None, {"PAPER_READER_LIBRARY": ""}).library is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("measure = wide", "1:11: this is not TOML"),
        ('theme = "dark"\nmeasure = ', "2:11: this is not TOML"),
        ("[keys", "1:6: this is not TOML"),
        ("measure = 60\nmeasure = 61", "2:"),
        ("masure = 60", "1:1: there is no setting masure; did you mean measure?"),
        ("\n  qqqqq = 1", "2:3: there is no setting qqqqq; there are library, paper, language"),
        ('measure = "60"', "1:1: measure cannot be '60'; write a whole number from 20 to 200"),
        ("measure = 19", "1:1: measure cannot be 19; write a whole number from 20 to 200"),
        ("measure = true", "1:1: measure cannot be true; write a whole number"),
        ("measure = 60.5", "1:1: measure cannot be 60.5; write a whole number"),
        ("# comment\nambiguous_width = 3", "2:1: ambiguous_width cannot be 3; write one of 1, 2"),
        ("ambiguous_width = true", "1:1: ambiguous_width cannot be true; write one of 1, 2"),
        ('theme = "neon"', "1:1: theme cannot be 'neon'; write one of"),
        ("theme = [1]", "1:1: theme cannot be [1]; write one of"),
        ("gutter = 1", "1:1: gutter cannot be 1; write true or false"),
        ("library = 7", "1:1: library cannot be 7; write a path in quotes"),
        ('library = ""', "1:1: library cannot be ''; write a path in quotes"),
        ('library = "a\\u0000b"', "1:1: library cannot be 'a\\x00b'; write a path"),
        ("measure = 1979-05-27", "1:1: measure cannot be datetime.date"),
        ("[measure]\nx = 1", "1:1: measure cannot be {'x': 1}; write a whole number"),
        ("keys = 1", "1:1: keys is not a table; write a table [keys]"),
        ("[keys]\nquit = 1", "2:1: the key of quit is not text"),
        ('[keys]\n"go up" = ""', "2:1: the key of go up is not text"),
        ('"\\u001b[31m" = 1', "1:1: there is no setting ␛[31m"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_write(tmp_path: Path, text: str, line: str) -> None:
    found = problems(config(tmp_path, text))
    assert len(found) == 1
    assert found[0].startswith(line)
    assert "; " in found[0]


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = problems(config(tmp_path, "gutter = 1\nwidth = 3\n\nmeasure = 0\n[keys]\nquit = 4\n"))
    assert [line.split(":")[0] for line in found] == ["1", "2", "4", "6"]


def test_a_mistake_is_told_in_chinese_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(config(tmp_path, "masure = 60"), {})
    assert "没有叫 masure 的设置" in caught.value.render("zh")


def test_a_key_inside_a_table_is_not_taken_for_the_setting_of_its_name(tmp_path: Path) -> None:
    found = problems(config(tmp_path, '[keys]\nmeasure = "m"\nquit = 1\n'))
    assert [line.split(":")[0] for line in found] == ["3"]


@pytest.mark.parametrize("kind", ["missing", "folder", "binary", "huge", "deep"])
def test_a_file_that_cannot_be_read_is_a_problem_with_advice(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "config.toml"
    match kind:
        case "folder":
            path.mkdir()
        case "binary":
            path.write_bytes(b"measure = 60\n\xff\xfe")
        case "huge":
            path.write_bytes(b"#" * 1_000_001)
        case "deep":
            path.write_text("measure = " + "[" * 200_000, encoding="utf-8")
    found = problems(path)
    assert len(found) == 1
    assert found[0].startswith("2:1" if kind == "binary" else "1:")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes("\ufeffmeasure = 44\r\ngutter = false\r\n".encode())
    assert load_settings(path, {}).measure == 44


@given(st.text(max_size=60))
def test_any_text_is_settings_or_problems_never_more(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    with contextlib.suppress(SettingsError):
        assert set(read_settings_file(path)) <= set(Settings._fields)
