"""What an opening gives its reader, and so what they lack."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.loading.load import load_edition
from reader.reading.store import MemoryStore
from reader.tui import picture_prints
from reader.tui.desk import Habits
from reader.tui.edition_app import laid_out
from reader.tui.key import Need
from reader.tui.opening import Opening
from reader.tui.picture_plan import Means, Plan
from tests.tui.papers import put

GUEST: dict[str, Any] = {"can_edit": False, "can_proof": False, "can_copy": False, "keeps_places": False}


def an_opening(folder: Path, **given: Any) -> Opening:
    path = put(folder)
    return Opening(path=path, loaded=load_edition(path), store=MemoryStore(), **given)


def test_who_reads_at_their_own_machine_lacks_nothing(tmp_path: Path) -> None:
    assert an_opening(tmp_path).lacks == frozenset()
    poor = Habits(pictures=Plan(Means.OFF, Means.OFF))
    assert an_opening(tmp_path, habits=poor).lacks == frozenset()


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({"can_copy": False}, {Need.CLIPBOARD}),
        ({"can_proof": False}, {Need.PROOF}),
        ({"keeps_places": False}, {Need.PLACES}),
    ],
)
def test_what_is_not_given_is_lacked(tmp_path: Path, given: dict[str, bool], lacks: set[Need]) -> None:
    assert an_opening(tmp_path, **given).lacks == lacks


def test_who_may_open_no_editor_has_no_business_with_files(tmp_path: Path) -> None:
    assert {Need.EDITOR, Need.FILES} <= an_opening(tmp_path, can_edit=False).lacks


@pytest.mark.parametrize("is_installed", [True, False])
def test_a_guest_has_pictures_where_they_can_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_installed: bool
) -> None:
    monkeypatch.setattr(picture_prints, "is_installed", lambda: is_installed)
    rich, poor = (Habits(pictures=Plan(Means.OFF, asked)) for asked in (Means.BLOCKS, Means.OFF))
    assert (Need.PICTURES not in an_opening(tmp_path, habits=rich, **GUEST).lacks) is is_installed
    assert Need.PICTURES in an_opening(tmp_path, habits=poor, **GUEST).lacks


def test_the_desk_knows_what_is_lacked(tmp_path: Path) -> None:
    poor = Habits(pictures=Plan(Means.OFF, Means.OFF))
    assert laid_out(an_opening(tmp_path, habits=poor, **GUEST)).lacks == frozenset(Need)
