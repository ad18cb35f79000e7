"""S-NOHEAD: texts without a headline."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by
from tests.proofreading.manuscripts import a_proof, findings, words

_TEXT = "slug: 新桥两岸\nbody: |\n  桥通了，路也近了，两岸的人来往多了。\n"


def test_the_beginning_of_the_text_is_what_is_shown() -> None:
    assert words("S-NOHEAD", _TEXT) == ["桥通了，路也近了，两岸的"]


@pytest.mark.parametrize("kind", ["photo", "brief", "ad", "correction"])
def test_some_kinds_need_no_headline(kind: str) -> None:
    assert words("S-NOHEAD", f"kind: {kind}\n{_TEXT}") == []


@pytest.mark.parametrize("kind", ["news", "feature", "opinion", "letter", "interview"])
def test_others_do(kind: str) -> None:
    assert len(words("S-NOHEAD", f"kind: {kind}\n{_TEXT}")) == 1


@pytest.mark.parametrize(("jump", "number"), [('{page: "01"}', 0), ("unknown", 1)])
def test_a_second_half_needs_one_unless_it_says_where_the_first_is(jump: str, number: int) -> None:
    assert len(words("S-NOHEAD", f"jump_from: {jump}\n{_TEXT}")) == number


def test_the_name_of_a_column_may_stand_for_a_headline() -> None:
    assert words("S-NOHEAD", f"column: 编者按\n{_TEXT}") == []
    assert len(words("S-NOHEAD", f"column: 拾零\njump_from: unknown\n{_TEXT}")) == 1


def test_without_text_there_is_nothing_to_head() -> None:
    assert words("S-NOHEAD", "slug: 新桥两岸\nphotos:\n  - caption: 新桥。林一舟 摄\n") == []


def test_text_behind_a_signed_paragraph_and_a_run_of_blank_lines_is_another_piece() -> None:
    text = "新桥上午通车。（林一舟）\n\n\n\n12月22日，少年合唱团在文庙演出。\n\n他们唱了七首歌。"
    (found,) = findings("S-NOHEAD", text)
    assert found.words.startswith("12月22日")
    assert found.finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "新桥上午通车。（林一舟）\n\n12月22日，少年合唱团演出。",
        "新桥上午通车。\n\n\n\n\n12月22日，少年合唱团演出。",
        "新桥上午通车。（林一舟）\n\n\n\n\n### 又一桥\n\n12月22日，第二座桥通车。",
    ],
)
def test_one_sign_alone_is_not_enough(text: str) -> None:
    assert words("S-NOHEAD", text) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("seed", range(5))
def test_a_headline_turned_into_a_working_title_is_missed(seed: int, language: str) -> None:
    clean = clean_edition(seed, language=language)
    assert found_by("S-NOHEAD", clean) == []
    article = next(one for one in a_proof(clean).articles if one.article.kind.value == "news")
    at = clean.index("headline: |\n" + " " * 10 + str(article.article.headline))
    (finding,) = found_by("S-NOHEAD", clean[:at] + "slug" + clean[at + len("headline") :])
    assert finding.spot.field == f"{article.path}.body"
