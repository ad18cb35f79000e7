"""How files are named to programs that know the folder."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.check_paths import as_uri, from_here


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_below_this_folder_a_path_is_relative(tmp_path: Path) -> None:
    assert from_here(Path("paper/a.yaml")) == "paper/a.yaml"
    assert from_here(Path("./paper/../b.yaml")) == "b.yaml"
    assert from_here(tmp_path / "here" / "a.yaml") == "a.yaml"


def test_elsewhere_it_is_as_it_was_given(tmp_path: Path) -> None:
    assert from_here(Path("../a.yaml")) == "../a.yaml"
    assert from_here(tmp_path / "a.yaml") == str(tmp_path / "a.yaml")


def test_standard_input_keeps_its_name() -> None:
    assert from_here(Path("-")) == "-"
    assert as_uri(Path("-")) == ("-", True)


def test_an_address_is_relative_where_it_can_be(tmp_path: Path) -> None:
    assert as_uri(Path("河湾 晨报/a#1.yaml")) == (
        "%E6%B2%B3%E6%B9%BE%20%E6%99%A8%E6%8A%A5/a%231.yaml",
        True,
    )
    assert as_uri(Path("../a b.yaml")) == (f"file://{tmp_path}/a%20b.yaml", False)
    assert as_uri(tmp_path / "b.yaml") == (f"file://{tmp_path}/b.yaml", False)


def test_a_colon_is_no_scheme() -> None:
    assert as_uri(Path("12:30.yaml")) == ("12%3A30.yaml", True)


def test_a_name_that_is_no_text_keeps_its_bytes() -> None:
    uri, _ = as_uri(Path(os.fsdecode(b"\xff.yaml")))
    assert uri == "%FF.yaml"


@given(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1))
def test_an_address_leads_back_to_the_name(name: str) -> None:
    if name in (".", "..", "-"):
        return
    uri, is_relative = as_uri(Path(name))
    assert is_relative
    assert uri.isascii()
    assert unquote_to_bytes(uri).decode() == name
