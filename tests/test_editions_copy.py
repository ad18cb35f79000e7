"""The copy of the editions we ship: our own words, true to their facts, set as a daily sets them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.edition.article import Article, Kind
from reader.edition.body import ListItem, Paragraph, Quote, blocks
from tests.shipped import ENGLISH, PATHS, SHARED, edition, issue, name_of, written

SEED_PAGE = SHARED / "data" / "seed-page.txt"
SEED_EDITION = SHARED / "data" / "seed-edition.yaml"
needs_the_seed = pytest.mark.skipif(
    not (SEED_PAGE.exists() and SEED_EDITION.exists()),
    reason="the newspaper page the facts come from lies outside the project, in ../shared",
)
HAN = r"\u3400-\u9fff"
SHINGLE = 12
"""How many Han characters in a row, marks and figures left out, make a copied phrase."""

IN_CHINESE = [path for path in PATHS if path.parents[2].name == "terminal-daily"]
IN_ENGLISH = [path for path in PATHS if path.parents[2].name == "terminal-daily-en"]


def fields(words: Any) -> Iterator[str]:
    """Every scalar of a file, one by one."""
    if isinstance(words, str):
        yield words
    for part in words.values() if isinstance(words, dict) else words if isinstance(words, list) else ():
        yield from fields(part)


def shingles(text: str) -> set[str]:
    han = re.sub(rf"[^{HAN}]", "", text)
    return {han[at : at + SHINGLE] for at in range(len(han) - SHINGLE + 1)}


def figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def retold() -> list[Article]:
    return [article for article in issue("2024-12-23").articles() if "长治日报" in (article.source or "")]


def running_text(path: Path, *, titles: bool = True) -> Iterator[str]:
    """What readers read as text: titles, paragraphs, items, quotes, captions and notices, not samples."""
    for notice in edition(path).notices:
        yield from (notice.text, notice.instruction)
    for article in edition(path).articles():
        yield from (words for words in (article.summary, article.correction) if words)
        yield from (photo.caption for photo in article.photos if photo.caption)
        if titles:
            yield from (words for words in (article.kicker, article.headline, article.deck) if words)
        for block in blocks(article.body):
            if isinstance(block, Paragraph | ListItem | Quote):
                yield block.text


@needs_the_seed
@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_no_phrase_is_copied_from_the_page_whose_facts_are_retold(path: Path) -> None:
    theirs = shingles(SEED_PAGE.read_text("utf-8"))
    for words in fields(written(SEED_EDITION)):
        theirs |= shingles(words)
    assert [phrase for words in fields(written(path)) for phrase in shingles(words) & theirs] == []


@needs_the_seed
def test_every_figure_of_a_retold_piece_is_the_page_s() -> None:
    theirs = figures(SEED_PAGE.read_text("utf-8")) | figures(SEED_EDITION.read_text("utf-8"))
    ordinals = {"24"}  # the page writes the twenty-fourth festival in Han
    for article in retold():
        lists = {block.ordinal for block in blocks(article.body) if isinstance(block, ListItem)}
        ours = figures(f"{article.headline}{article.deck}{article.body}{article.photos}")
        assert ours - lists - ordinals - theirs == set(), article.id
    air = issue("2024-12-23").notices[0]
    assert figures(air.text + air.instruction) - theirs == set()


@needs_the_seed
def test_every_piece_of_the_page_is_retold_and_no_one_on_it_is_named() -> None:
    seed = written(SEED_EDITION)
    assert len(retold()) >= sum(len(section["articles"]) for section in seed["sections"])
    names = set()
    for section in seed["sections"]:
        for article in section["articles"]:
            signed = f"{article.get('signoff', '')} {article.get('byline', '').removeprefix('□ 本报记者')}"
            names |= set(re.findall(rf"[{HAN}]{{2,4}}", signed)) | set(article.get("authors", ()))
            names |= set(
                re.findall(
                    rf"(?:市长|局长|副主任|负责人)([{HAN}]{{3}})(?:表示|在|说)", article.get("body", "")
                )
            )
    assert len(names) >= 8
    text = "".join(fields(written(next(path for path in PATHS if path.stem == "2024-12-23"))))
    assert sorted(name for name in names if name in text) == []


def test_a_retold_piece_names_the_daily_and_its_day_and_is_signed_by_us() -> None:
    assert len(retold()) == 9
    for article in retold():
        assert article.source is not None
        assert article.source.startswith("据《长治日报》2024年12月23日")
        if article.kind is not Kind.PHOTO:
            assert "终端日报" in (article.byline or article.signoff or "")


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_every_article_names_its_source(path: Path) -> None:
    assert [article.id for article in edition(path).articles() if not article.source] == []


def test_a_retold_piece_puts_no_words_into_anyone_s_mouth() -> None:
    for article in retold():
        assert not re.search(r"[说道：]：?“[^”]{12,}”", article.body), article.id
        assert not any(isinstance(block, Quote) for block in blocks(article.body))


@pytest.mark.parametrize(
    ("article_id", "at_least"),
    [("housing", 600), ("reception", 300), ("farm-machines", 300), ("grassroots", 500), ("school-run", 120)],
)
def test_a_piece_is_as_long_as_its_kind_wants(article_id: str, at_least: int) -> None:
    article = issue("2024-12-23").article(article_id)
    assert article is not None
    assert len(re.sub(r"\s", "", article.body)) >= at_least


@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_the_lunar_date_is_right(path: Path) -> None:
    solar = pytest.importorskip("lunar_python").Solar
    one = edition(path)
    lunar = solar.fromYmd(one.date.year, one.date.month, one.date.day).getLunar()
    month = {"冬": "十一", "腊": "十二"}.get(lunar.getMonthInChinese(), lunar.getMonthInChinese())
    assert one.masthead.lunar == f"{lunar.getYearInGanZhi()}年{month}月{lunar.getDayInChinese()}"


def test_the_solar_terms_and_the_nines_told_are_right() -> None:
    solar = pytest.importorskip("lunar_python").Solar
    terms = solar.fromYmd(2025, 1, 1).getLunar().getJieQiTable()
    assert terms["冬至"].toYmdHms().startswith("2024-12-21 17:20")
    assert terms["DA_XUE"].toYmdHms().startswith("2024-12-06 23:17")
    assert terms["小寒"].toYmd() == "2025-01-05"
    for day, nine, ordinal in (
        ("2024-12-23", "一九", 3),
        ("2024-12-30", "二九", 1),
        ("2025-01-08", "三九", 1),
        ("2025-03-11", "九九", 9),
    ):
        date = dt.date.fromisoformat(day)
        found = solar.fromYmd(date.year, date.month, date.day).getLunar().getShuJiu()
        assert (found.getName(), found.getIndex()) == (nine, ordinal)


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_the_issue_number_is_the_day_of_the_year(path: Path) -> None:
    one = edition(path)
    assert int(re.sub(r"\D", "", one.issue or "")) == one.date.timetuple().tm_yday


def test_the_fog_lifts_on_the_sunday_it_is_said_to() -> None:
    fog = issue("2024-12-21", ENGLISH).notices[0]
    assert "Sunday morning" in fog.text
    assert fog.expires is not None
    assert fog.expires.strftime("%A %H") == "Sunday 09"


@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_chinese_text_has_chinese_marks(path: Path) -> None:
    for words in running_text(path):
        assert not re.search(rf"[{HAN}”》）][,;!?()]|[,;!?()][{HAN}“《（]", words), words
        assert not re.search(rf"[{HAN}]:|:[{HAN}]|[{HAN}]\.(?!\w)", words), words
        assert not re.search(r"[\"'０-９Ａ-Ｚａ-ｚ]", words), words
        assert not re.search(
            r"(?<![—\d])—(?!—)|(?<!…)…(?!…)|。。|，，|\.\.\.", words.replace("“> — 某人”", "")
        ), words


@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_chinese_text_has_no_space_between_chinese_characters(path: Path) -> None:
    for words in running_text(path, titles=False):
        assert not re.search(rf"[{HAN}，。；：、！？”》）] +[{HAN}“《（]|[，。；：、！？] ", words), words


@pytest.mark.parametrize("path", PATHS, ids=name_of)
def test_marks_that_come_in_pairs_are_paired(path: Path) -> None:
    for words in running_text(path):
        for opening, closing in ("“”", "‘’", "《》", "（）", "［］"):
            if closing != "’":  # an apostrophe in English
                assert words.count(opening) == words.count(closing), words


@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_every_chinese_paragraph_ends_with_a_mark(path: Path) -> None:
    for article in edition(path).articles():
        found = [block for block in blocks(article.body) if isinstance(block, Paragraph | ListItem | Quote)]
        whole = found[:-1] if article.cut and article.cut.at_end else found
        for block in whole:
            is_specimen = article.id == "body-marks" and not re.match(rf"[{HAN}]", block.text)
            assert is_specimen or block.text[-1] in "。！？：；）”", block.text


@pytest.mark.parametrize("path", IN_CHINESE, ids=name_of)
def test_chinese_dates_and_counts_are_in_figures(path: Path) -> None:
    numeral = "[一二三四五六七八九十]"
    for words in running_text(path):
        assert not re.search(
            rf"{numeral}月{numeral}+[日号]|{numeral}+月\d|\d月{numeral}|二[○〇零]{numeral}", words
        )
        assert not re.search(r"(?:近|约|超过)\d+多|(?<!\d)\d{2}年\d", words)
        assert not re.search(r"\d%?[~-]\d", words.replace("15834—2011", "")), words


@pytest.mark.parametrize("path", IN_ENGLISH, ids=name_of)
def test_english_text_has_curly_quotes_and_real_dashes(path: Path) -> None:
    for words in running_text(path):
        if words == "---":  # the mark of a rule, shown as such
            continue
        assert not re.search(r"[\"'`]|--|\.\.\.|  | - |\d-\d", words), words
        assert not re.search(rf"[{HAN}，。；：！？（）]", words), words
        assert words.count("“") == words.count("”"), words
