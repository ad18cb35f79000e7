"""A file as it is changed in an editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from reader.lsp.draft import Draft
from reader.lsp.positions import UTF8, UTF16, UTF32
from tests.lsp.editor import position_of, with_edits

TEXTS = st.text(st.sampled_from("雪,a😀𠮷\u2028 \n"), max_size=20)


def between(text: str, start: int, end: int, encoding: str = UTF16) -> types.Range:
    return types.Range(position_of(text, start, encoding), position_of(text, end, encoding))


def part(text: str, start: int, end: int, new: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(between(text, start, end), new)


def test_changes_are_made_one_after_the_other() -> None:
    before = "老桥😀重开,车流如织"
    between_both = "老桥😀已经重开,车流如织"
    changes = [part(before, 3, 3, "已经"), part(between_both, 7, 8, "，")]
    after = Draft("file:///a.yaml", 1, before).changed(2, changes, UTF16)
    assert (after.text, after.version) == ("老桥😀已经重开，车流如织", 2)


def test_a_change_without_a_range_is_the_whole_text() -> None:
    whole = types.TextDocumentContentChangeWholeDocument("新的一篇")
    assert Draft("file:///a.yaml", 1, "老桥").changed(2, [whole], UTF16).text == "新的一篇"


def test_a_range_that_ends_before_it_begins_takes_nothing_away() -> None:
    change = types.TextDocumentContentChangePartial(
        types.Range(types.Position(0, 2), types.Position(0, 1)), "，"
    )
    assert Draft("file:///a.yaml", 1, "老桥重开").changed(2, [change], UTF16).text == "老桥，重开"


def test_a_range_outside_the_text_is_at_its_end() -> None:
    change = types.TextDocumentContentChangePartial(
        types.Range(types.Position(40, 7), types.Position(41, 0)), "完"
    )
    assert Draft("file:///a.yaml", 1, "老桥\n重开").changed(2, [change], UTF16).text == "老桥\n重开完"


def test_a_character_that_comes_by_halves_is_one() -> None:
    behind = types.Range(types.Position(0, 3), types.Position(0, 3))
    changes = [part("老桥", 2, 2, "\ud83d"), types.TextDocumentContentChangePartial(behind, "\ude00")]
    assert Draft("file:///a.yaml", 1, "老桥").changed(2, changes, UTF16).text == "老桥😀"


def test_half_a_character_stays_what_it_is() -> None:
    after = Draft("file:///a.yaml", 1, "\ufeff老桥").changed(2, [part("\ufeff老桥", 3, 3, "\ud83d")], UTF16)
    assert after.text == "\ufeff老桥\ud83d"


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
@given(text=TEXTS, new=TEXTS, data=st.data())
def test_what_is_typed_is_what_the_editor_has(
    encoding: str, text: str, new: str, data: st.DataObject
) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    reach = between(text, start, end, encoding)
    change = types.TextDocumentContentChangePartial(reach, new)
    after = Draft("file:///a.yaml", 1, text).changed(2, [change], encoding)
    assert after.text == text[:start] + new + text[end:]
    assert after.text == with_edits(text, [types.TextEdit(reach, new)], encoding)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///papers/2024-12-23.yaml", Path("/papers/2024-12-23.yaml")),
        ("file:///papers/%E6%B2%B3%E6%B9%BE%20a.yaml", Path("/papers/河湾 a.yaml")),
        ("untitled:Untitled-1", None),
        ("vscode-vfs://github/papers/a.yaml", None),
    ],
)
def test_only_a_file_has_a_path(uri: str, path: Path | None) -> None:
    assert Draft(uri, 1, "").path == path
