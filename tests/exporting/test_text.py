from __future__ import annotations

import datetime as dt
import re
import unicodedata
from pathlib import Path

import pytest

from reader.edition.article import Article
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice_board import NoticeBoard
from reader.exporting.edition_json import edition_fields
from reader.exporting.imprint import imprint, section_label
from reader.exporting.text import article_text, edition_text, plain_setting
from reader.loading.load import load_edition
from reader.typesetting.width import text_width

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SHIPPED = sorted((Path(__file__).parents[2] / "editions").rglob("*.yaml"))
FRAMES = re.compile("[\u2500-\u259f\x1b]")  # box drawing, block elements, ESC
DAY = dt.date(2025, 4, 5)

needs_seed = pytest.mark.skipif(not SHARED.is_dir(), reason="the seed edition lies outside the project")


def an_edition(**more: object) -> Edition:
    articles = (
        Article(id="p01-a01", headline="老桥重开", body="一段。"),
        Article(id="p01-a02", headline="开放"),
    )
    sections = (Section(name="要闻", page="01", articles=articles), Section(name="城事"))
    return Edition(paper="河湾晨报", date=DAY, sections=sections, **more)  # type: ignore[arg-type]


def lines_of(edition: Edition, width: int = 60) -> list[str]:
    standings = NoticeBoard([edition]).standings(edition.last_instant())
    return list(edition_text(edition, standings, edition.date, plain_setting(edition, width)))


def without_blanks(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_head_tells_day_number_and_makers() -> None:
    masthead = Masthead(motto="慢一点", publisher="河湾报社", editor="林一舟", lunar="三月初八", pages="2")
    edition = an_edition(issue="0041", edition="晚报版", masthead=masthead)
    assert imprint(edition) == [
        "2025年4月5日 星期六  三月初八  第0041期  晚报版  今日2版",
        "慢一点",
        "主办：河湾报社  编辑：林一舟",
    ]


def test_an_english_paper_has_an_english_head() -> None:
    masthead = Masthead(publisher="The Ferry Press", pages="4")
    edition = an_edition(issue="12", language="en", masthead=masthead)
    assert imprint(edition) == ["5 Apr 2025 Saturday · No. 12 · 4 pages today", "Publisher: The Ferry Press"]
    assert section_label(edition.sections[0], "en") == "要闻, page 01"


def test_what_the_paper_prints_as_a_phrase_is_not_put_into_another() -> None:
    edition = an_edition(issue="总第9号", masthead=Masthead(pages="今日八版"))
    assert imprint(edition) == ["2025年4月5日 星期六  总第9号  今日八版"]


def test_sections_and_articles_stand_in_reading_order() -> None:
    text = "\n".join(lines_of(an_edition()))
    marks = ["河湾晨报", "【要闻 第01版】", "老桥重开", "一段。", "开放", "【城事】"]
    assert sorted(marks, key=text.index) == marks


def test_two_blank_lines_part_articles_and_no_line_ends_in_blanks() -> None:
    lines = lines_of(an_edition())
    at = lines.index("开放")
    assert lines[at - 2 : at] == ["", ""]
    assert [line for line in lines if line != line.rstrip()] == []


def test_one_article_is_printed_alone() -> None:
    edition = an_edition()
    lines = list(article_text(edition, edition.sections[0].articles[0], plain_setting(edition, 40)))
    assert "开放" not in "".join(lines)
    assert "老桥重开" in "".join(lines)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_edition_is_clean_text_within_the_width(path: Path, width: int) -> None:
    lines = lines_of(load_edition(path).edition, width)
    assert [line for line in lines if text_width(line) > width] == []
    assert [line for line in lines if FRAMES.search(line)] == []
    assert [line for line in lines if any(unicodedata.category(mark) == "Cc" for mark in line)] == []


def seed_paragraphs() -> list[str]:
    page = (SHARED / "seed-page.txt").read_text(encoding="utf-8")
    plain = "\n".join(line.lstrip("#") for line in page.splitlines())
    return [without_blanks(line) for line in plain.splitlines() if line.strip()]


@needs_seed
@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_character_of_the_seed_page_is_lost_at_any_width(width: int) -> None:
    edition = load_edition(SHARED / "seed-edition.yaml").edition
    printed = without_blanks("".join(lines_of(edition, width)))
    paragraphs = seed_paragraphs()
    assert sum(map(len, paragraphs)) == 4961
    assert [paragraph for paragraph in paragraphs if paragraph not in printed] == []


@needs_seed
def test_no_character_of_the_seed_page_is_lost_in_json() -> None:
    edition = load_edition(SHARED / "seed-edition.yaml").edition

    def texts(value: object) -> str:
        if isinstance(value, dict):
            return "".join(map(texts, value.values()))
        return "".join(map(texts, value)) if isinstance(value, list) else str(value)

    printed = without_blanks(texts(edition_fields(edition)))
    assert [paragraph for paragraph in seed_paragraphs() if paragraph not in printed] == []
