"""S-JUMP: both halves of an article."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by
from tests.proofreading.manuscripts import Found, findings

_FIRST = "- headline: 一条河的十年\nid: first\npage: '01'\nbody: 河水清了。\n"
_REST = "- slug: 一条河的十年（下）\nid: rest\npage: '02'\nbody: 人也回来了。\n"
_TO = 'jump_to: {page: "02", article: rest}\n'
_FROM = 'jump_from: {page: "01", article: first}\n'
_TO_LINE, _FROM_LINE = "body: 河水清了。（下转第2版）\n", "body: （上接第1版）人也回来了。\n"


def _jumps(first: str, rest: str = "") -> str:
    return _FIRST + first + (_REST + rest if rest != "gone" else "")


def _told(text: str) -> list[tuple[str, str]]:
    return [(one.finding.message.zh, one.words) for one in findings("S-JUMP", text)]


def _lines(first: str, rest: str) -> str:
    return _jumps("").replace("body: 河水清了。\n", first).replace("body: 人也回来了。\n", rest)


def test_halves_that_name_each_other_are_right() -> None:
    assert _told(_jumps(_TO, _FROM)) == []
    assert _told(_lines(_TO_LINE, _FROM_LINE)) == []
    assert _told(_jumps('jump_to: {page: "2"}\n', "jump_from: {page: 第一版}\n")) == []


def test_a_field_and_a_line_are_partners_too() -> None:
    assert _told(_lines(_TO_LINE, "body: 人也回来了。\n" + _FROM)) == []


@pytest.mark.parametrize(
    ("first", "rest", "told"),
    [
        (_TO, "gone", ("“下转”：本期没有文章“rest”", "rest")),
        (_TO, "", ("“下转”：另一半没有写“上接”", "rest")),
        ("", _FROM, ("“上接”：另一半没有写“下转”", "first")),
        (_TO.replace("02", "03"), _FROM, ("“下转”写第3版，另一半在第2版", "03")),
        (_TO, _FROM.replace("01", "04"), ("“上接”写第4版，另一半在第1版", "04")),
        (_TO.replace("rest", "first"), "", ("“下转”写的是本文自己", "first")),
        ('jump_to: {page: "07"}\n', "", ("“下转”：本期没有第7版", "07")),
        ('jump_to: {page: "02"}\n', "", ("“下转”：第2版没有写“上接”的另一半", "02")),
    ],
)
def test_halves_that_do_not_fit_are_errors(first: str, rest: str, told: tuple[str, str]) -> None:
    assert _told(_jumps(first, rest)) == [told]


def test_a_half_that_names_another_article_is_an_error_of_both() -> None:
    third = "- headline: 桥\nid: third\npage: '01'\nbody: 桥通了。\n"
    text = _jumps(_TO, _FROM.replace("first", "third")) + third
    assert [message for message, _ in _told(text)] == [
        "“下转”：另一半的“上接”写的是别的文章",
        "“上接”：另一半没有写“下转”",
    ]


def test_a_half_that_says_another_page_is_an_error() -> None:
    text = _lines(_TO_LINE, _FROM_LINE.replace("1", "3"))
    assert _told(text) == [
        ("“下转”：另一半的“上接”写第3版，本文在第1版", "下转第2版"),
        ("“上接”：本期没有第3版", "上接第3版"),
    ]


def test_a_line_that_contradicts_its_field_is_an_error() -> None:
    text = _lines(_TO_LINE.replace("2", "4") + _TO, "body: 人也回来了。\n" + _FROM)
    assert _told(text) == [("正文写第4版，字段写第02版", "下转第4版")]


def test_a_half_in_another_issue_cannot_be_looked_at() -> None:
    assert _told(_jumps('jump_to: {page: "02", article: 2024-12-24/rest}\n')) == []
    assert _told(_jumps(_TO.replace("rest", "2024-12-23/rest"), _FROM)) == []


@pytest.mark.parametrize(("key", "word"), [("jump_to", "下转"), ("jump_from", "上接")])
def test_a_jump_to_nobody_knows_where_is_a_warning(key: str, word: str) -> None:
    (found,) = findings("S-JUMP", _jumps(f"{key}: unknown\n"))
    assert (found.finding.message.zh, found.finding.severity) == (f"“{word}”没有写明去处", Severity.WARNING)
    assert found.words == "unknown"


def _line_words(body: str) -> list[Found]:
    return findings("S-JUMP", f"page: '1'\nbody: |\n  {body}\n")


@pytest.mark.parametrize(
    "line",
    [
        "（下转第三版）",
        "（下转A3版）",
        "下转第3版",
        "（下转3版《河的十年》）",
        "(Continued on page 3)",
        "Continued on Page A3",
        "(Cont'd on p. 3)",
    ],
)
def test_jump_lines_are_read_in_the_ways_papers_write_them(line: str) -> None:
    assert len(_line_words(f"河水清了。{line}" if line[0] == "（" else f"河水清了。\n\n  {line}")) == 1


@pytest.mark.parametrize(
    "text",
    ["读者可以下转第三版阅读全文。", "他转2版给我看。", "The meeting is continued on page numbers we lack."],
)
def test_sentences_about_pages_are_not_jump_lines(text: str) -> None:
    assert _line_words(text) == []


def test_where_no_page_has_a_number_a_lost_half_is_a_warning() -> None:
    (found,) = findings("S-JUMP", "河水清了。（下转第3版）")
    assert found.finding.severity is Severity.WARNING


def _with_jump(language: str) -> str:
    return next(
        text for text in (clean_edition(n, language=language) for n in range(20)) if "jump_to" in text
    )


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize(
    ("whole", "spoiled", "number"),
    [
        ("article: river-2", "article: river-3", 2),
        ("jump_from:", "jump_to:", 2),
        ("page: 01\n          article", "page: 77\n          article", 1),
    ],
)
def test_a_jump_spoiled_in_a_clean_edition_is_found(
    language: str, whole: str, spoiled: str, number: int
) -> None:
    clean = _with_jump(language)
    assert found_by("S-JUMP", clean) == []
    assert whole in clean
    found = found_by("S-JUMP", clean.replace(whole, spoiled, 1))
    assert len(found) == number
    assert all(".jump_" in one.spot.field for one in found)
