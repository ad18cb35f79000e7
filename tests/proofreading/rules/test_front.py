"""S-META: the front of an edition."""

from __future__ import annotations

import pytest

from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.known_faults import found_by
from tests.proofreading.manuscripts import Found, findings

_SECTIONS = "sections:\n  - name: 要闻\n    page: '01'\n    articles:\n      - headline: 今天出报\n"
_FULL = "issue: 第8期\nmasthead: {editor: 林一舟}\n" + _SECTIONS


def _told(found: list[Found]) -> list[tuple[str, Severity]]:
    return [(one.finding.message.zh, one.finding.severity) for one in found]


def test_a_front_that_says_it_all_is_left_alone() -> None:
    assert findings("S-META", _FULL) == []


def test_what_is_missing_is_mentioned_once_at_the_name_of_the_paper() -> None:
    found = findings("S-META", "sections:\n  - name: 要闻\n    articles:\n      - headline: 今天出报\n")
    assert _told(found) == [("报头没有期号、责任编辑、版次", Severity.INFO)]
    assert found[0].finding.spot.field == "paper"
    assert found[0].words == "河湾晨报"


def test_what_the_house_insists_on_is_an_error() -> None:
    found = findings("S-META", _FULL, required_front_matter=["lunar", "issue"])
    assert _told(found) == [("报头没有农历日期", Severity.ERROR)]
    assert found[0].finding.message.en == "the front has no lunar date"


def test_what_was_guessed_is_to_be_confirmed() -> None:
    (found,) = findings("S-META", "inferred: [date]\n" + _FULL)
    assert (found.words, found.finding.severity) == ("date", Severity.INFO)


def test_a_section_without_a_page_among_others_with_one_is_a_warning() -> None:
    text = _FULL + "  - name: 副刊\n    articles:\n      - headline: 雪\n"
    assert _told(findings("S-META", text)) == [("本版没有版次，别的版有", Severity.WARNING)]


def test_a_section_without_articles_is_a_warning() -> None:
    text = _FULL + "  - name: 副刊\n    page: '02'\n    articles: []\n"
    assert _told(findings("S-META", text)) == [("本版没有稿件", Severity.WARNING)]


@pytest.mark.parametrize(("pages", "is_found"), [("今日8版", True), ("今日十二版", False), ("共12版", False)])
def test_a_page_beyond_the_number_of_pages_is_a_warning(pages: str, is_found: bool) -> None:
    text = _FULL.replace("{editor", f"{{pages: {pages}, editor").replace("'01'", "'09'")
    assert _told(findings("S-META", text)) == [("报头说8版，这里是第9版", Severity.WARNING)] * is_found


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_section_robbed_of_its_page_is_found_in_a_clean_edition(language: str) -> None:
    clean = clean_edition(3, language=language)
    assert found_by("S-META", clean) == []
    (finding,) = found_by("S-META", clean.replace("\n    page: 02\n", "\n"))
    assert finding.spot.field == "sections[1].name"
