from __future__ import annotations

import pytest

from reader.importing.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("老桥昨天重新通车，桥面换了新板。", "zh-CN"),
        ("老橋昨天重新通車，說是為了過年。", "zh-TW"),
        ("橋が新しくなりました。きのう開通。", "ja"),
        ("다리가 다시 열렸다.", "ko"),
        ("The old bridge is open again.", "en"),
        ("Le pont est rouvert.", "en"),
        ("", "en"),
        ("12345 !?", "en"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_some_latin_words_do_not_make_a_chinese_text_english() -> None:
    assert language_of("本报讯 GDP 增长，AI 企业 OpenRiver 落户河湾，带动就业两千人。") == "zh-CN"


def test_a_chinese_name_does_not_make_an_english_text_chinese() -> None:
    assert language_of("The paper is called 终端日报, and it is read in terminals everywhere.") == "en"
