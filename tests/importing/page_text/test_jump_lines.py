"""Texts that break off for another page, or come from another."""

from __future__ import annotations

import pytest

from reader.importing.page_text.jump_lines import goes_elsewhere, is_from_elsewhere
from reader.importing.page_text.shapes import ends_in_credit, is_complete


@pytest.mark.parametrize(
    "text", ["（上接第1版）", "上接第一版", "（上接第1版）旧渡口停用。", "Continued from A1"]
)
def test_a_text_that_begins_with_a_jump_line_comes_from_elsewhere(text: str) -> None:
    assert is_from_elsewhere(text)
    assert not goes_elsewhere(text)


@pytest.mark.parametrize("text", ["（下转第2版）", "下转第三版", "过河的人比往（下转第2版）"])
def test_a_text_that_ends_with_a_jump_line_goes_elsewhere(text: str) -> None:
    assert goes_elsewhere(text)
    assert not is_from_elsewhere(text)


@pytest.mark.parametrize("text", ["旧渡口停用。", "见第2版", "过河（下转第2版）的人"])
def test_other_texts_do_neither(text: str) -> None:
    assert not goes_elsewhere(text)
    assert not is_from_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    ["船来了。 本报记者 林一舟 摄", "船来了。林一舟 摄", "船来了。（何川 摄）", "船来了。河湾文旅局供图"],
)
def test_a_caption_ends_with_whose_the_photo_is(text: str) -> None:
    assert ends_in_credit(text)
    assert is_complete(text)


@pytest.mark.parametrize("text", ["这张照片是他所摄", "市民前来拍摄", "船来了"])
def test_a_text_that_only_speaks_of_photographs_does_not(text: str) -> None:
    assert not ends_in_credit(text)
