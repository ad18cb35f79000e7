"""S-CAPTION: captions, pictures and who took them."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by, put
from tests.proofreading.manuscripts import a_proof, findings, words


def _photo(caption: str, more: str = "file: a.jpg", above: str = "") -> str:
    return f"{above}photos:\n  - caption: {caption!r}\n    {more}\n"


@pytest.mark.parametrize(
    "caption",
    [
        "市民走过新桥。林一舟 摄",
        "市民走过新桥。（林一舟摄）",
        "市民走过新桥。本报记者 林一舟 何晓岚 摄影报道",
        "市民走过新桥。图片由水务局供图",
        "市民走过新桥。图/林一舟",
        "市民走过新桥（资料图片）。",
        "市民走过新桥。林一舟 绘",
        "市民走过新桥。河湾通讯社发",
        "The bridge was opened. (Photo: Alice Harrow)",
        "The bridge was opened. Photograph by Alice Harrow",
        "The bridge was opened. Alice Harrow/Marlbury Press",
    ],
)
def test_a_credit_at_the_end_of_the_caption_will_do(caption: str) -> None:
    assert words("S-CAPTION", _photo(caption)) == []


@pytest.mark.parametrize(
    "caption", ["市民走过新桥。", "市民在新桥上看图。", "The bridge was opened.", "孩子们画出一幅蓝图"]
)
def test_without_one_it_is_a_warning(caption: str) -> None:
    (found,) = findings("S-CAPTION", _photo(caption))
    assert (found.words, found.finding.severity) == (caption, Severity.WARNING)


@pytest.mark.parametrize(
    "above",
    ["byline: 林一舟 文/图\n", "signoff: （林一舟 摄影报道）\n", "source: 河湾图片社\n", "kind: ad\n"],
)
def test_the_article_may_say_it_instead(above: str) -> None:
    assert words("S-CAPTION", _photo("市民走过新桥。", above=above)) == []


def test_the_photo_may_say_it_instead() -> None:
    assert words("S-CAPTION", _photo("市民走过新桥。", "credit: 林一舟\n    file: a.jpg")) == []


def test_a_missing_file_is_only_mentioned() -> None:
    (found,) = findings("S-CAPTION", _photo("市民走过新桥。", "credit: 林一舟"))
    assert found.finding.severity is Severity.INFO


def test_a_caption_that_has_neither_is_told_once() -> None:
    (found,) = findings("S-CAPTION", _photo("市民走过新桥。", "alt: 一座桥"))
    assert found.finding.message.zh == "图片说明既无图片，也无摄影署名"


def test_a_photo_without_words_has_nothing_to_credit() -> None:
    assert words("S-CAPTION", "photos:\n  - file: a.jpg\n") == []


@pytest.mark.parametrize("text", ["图为新桥。", "左图为新桥。", "题图：新桥。"])
def test_a_caption_in_the_text_of_an_article_without_photos_is_mentioned(text: str) -> None:
    (found,) = findings("S-CAPTION", f"新桥上午通车。\n\n{text}")
    assert found.finding.severity is Severity.INFO
    body = f"body: |\n  新桥上午通车。\n\n  {text}\n"
    assert words("S-CAPTION", _photo("市民走过新桥。", "credit: 林一舟\n    file: a.jpg") + body) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_credit_taken_from_a_clean_caption_is_missed_there(language: str) -> None:
    done = 0
    for seed in range(20):
        clean = clean_edition(seed, language=language)
        assert found_by("S-CAPTION", clean) == []
        for field, text in a_proof(clean).texts.items():
            credit = max(text.find("本报记者"), text.find(" (Photo:"))
            if field.endswith(".caption") and credit > 0:
                spoiled = put(clean, field, credit, len(text.rstrip()), "")
                (finding,) = found_by("S-CAPTION", spoiled)
                assert finding.spot == (field, 0, credit)
                done += 1
    assert done > 5
