"""What holds for every index of back issues, whatever engine keeps it: a class of tests to be inherited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.archive.archive_search import Order
from reader.archive.back_issues import BackIssues
from reader.archive.issue_index import IssueIndex
from reader.archive.query import parse_query
from reader.loading.load import load_edition
from tests.archive.made_up import Maker, by_brute_force, everything, found, holding, queries, texts_of

MakeIndex = Callable[[Path], IssueIndex]
"""Makes the index of the library at a path; for the same library it is the same index."""


class IndexLaws:
    """Inherited by a test class for each engine, which gives the fixture `make_index`."""

    @pytest.fixture
    def issues(self, tmp_path: Path, make_index: MakeIndex) -> Iterator[BackIssues]:
        root = tmp_path / "library"
        root.mkdir()
        issues = BackIssues(root, make_index(root), load_edition)
        yield issues
        issues.close()

    def test_finds_what_brute_force_finds_for_any_query(self, issues: BackIssues) -> None:
        paths = Maker(1).library(issues.root, 40)
        editions = everything(issues.root, paths)
        stock = issues.take_stock()
        assert (stock.written, stock.pending, stock.why) == (40, (), None)
        for words in queries(2, 300, texts_of(editions)):
            hits = found(issues, words)
            assert len(hits) == len(set(hits)), words
            assert set(hits) == by_brute_force(parse_query(words), editions), words

    def test_finds_any_stretch_of_one_word_by_the_plainest_oracle(self, issues: BackIssues) -> None:
        paths = Maker(3).library(issues.root, 20)
        _without_growing_characters(paths)
        editions = everything(issues.root, paths)
        issues.take_stock()
        maker, texts = Maker(4), texts_of(editions)
        asked = 0
        for _ in range(300):
            words = maker.stretch(maker.random.choice(texts))
            if not words or set(words) & set(' \u3000\t\n"“”＂'):
                continue
            # In quotation marks: no letters are heard as pinyin, no mark is read as part of the language.
            assert set(found(issues, f'"{words}"')) == holding(words, editions), words
            asked += 1
        assert asked > 150

    def test_counts_what_it_finds(self, issues: BackIssues) -> None:
        paths = Maker(5).library(issues.root, 20)
        _without_growing_characters(paths)
        issues.take_stock()
        for words in queries(6, 120, texts_of(everything(issues.root, paths))):
            tally = issues.count(parse_query(words))
            assert (tally.pieces, tally.is_exact) == (len(found(issues, words)), True), words

    def test_hits_come_newest_first_and_of_one_day_as_in_the_paper(self, issues: BackIssues) -> None:
        Maker(7).library(issues.root, 12)
        issues.take_stock()
        hits = list(issues.find(parse_query("雪")))
        assert len(hits) > 50
        assert [hit.row for hit in hits] == sorted((hit.row for hit in hits), reverse=True)
        days = [hit.hit.date for hit in hits]
        assert days == sorted(days, reverse=True)
        newest = [
            hit.reference.piece for hit in hits if hit.hit.date == days[0] and hit.hit.section == "要闻"
        ]
        assert newest == sorted(newest)

    def test_by_rank_the_titles_come_first_and_nothing_is_lost(self, issues: BackIssues) -> None:
        Maker(8).library(issues.root, 20)
        issues.take_stock()
        for words in ("管家", "雪 人", "ai", "wuye", "5", "日期:2024-01"):
            ranked = list(issues.find(parse_query(words), Order.RANK))
            places = [
                (hit.hit.rank.is_heard, hit.hit.rank.place) for hit in ranked if not hit.hit.rank.is_heard
            ]
            assert places == sorted(places), words
            assert {(hit.path, hit.reference) for hit in ranked} == {
                (hit.path, hit.reference) for hit in issues.find(parse_query(words))
            }

    def test_letters_are_heard_as_pinyin_in_titles_and_written_ones_come_first(
        self, issues: BackIssues
    ) -> None:
        (issues.root / "2024-05-01.yaml").write_text(_page("2024-05-01", "长治日报迎客", "正文。"), "utf-8")
        (issues.root / "2024-05-02.yaml").write_text(_page("2024-05-02", "无题", "长治的天。"), "utf-8")
        (issues.root / "2024-04-01.yaml").write_text(_page("2024-04-01", "无题", "写作 changzhi。"), "utf-8")
        issues.take_stock()
        names = ["2024-04-01.yaml", "2024-05-01.yaml"]
        assert [hit.path.name for hit in issues.find(parse_query("changzhi"))] == names
        for letters in ("czrb", "czr", "changzhirib", "chang", "cha", "zhangzhi", "yk", "cz"):
            assert "2024-05-01.yaml" in {hit.path.name for hit in issues.find(parse_query(letters))}, letters
        assert [hit.path.name for hit in issues.find(parse_query('"czrb"'))] == []
        assert [hit.path.name for hit in issues.find(parse_query("czrb 正文"))] == ["2024-05-01.yaml"]
        assert [hit.path.name for hit in issues.find(parse_query("czrb 天"))] == []

    def test_latin_words_are_found_whole_by_their_beginning_and_from_within(self, issues: BackIssues) -> None:
        body = "The macroeconomy of GDP增长 and a Café in naïve，X光 term."
        (issues.root / "2024-05-01.yaml").write_text(_page("2024-05-01", "无题", body), "utf-8")
        issues.take_stock()
        there = (
            *(
                "macro",
                "economy",
                "CONOM",
                "gdp",
                "dp增",
                "GDP增长",
                "p增长",
                "café",
                "x光",
                "y",
                "the macro",
            ),
            *('"The macroeconomy"', '"of GDP"', '"f GDP增"', "term.", '"naïve，x"', "erm"),
        )
        for words in there:
            assert len(found(issues, words)) == 1, words
        for words in ("gdp长", "economya", '"The economy"', '"macro economy"', "terms", '"GDP 增长"'):
            assert found(issues, words) == [], words

    def test_a_word_longer_than_any_is_found_by_any_stretch_of_it(self, issues: BackIssues) -> None:
        word = "".join(chr(ord("a") + (7 * n * n + n) % 26) for n in range(150))
        (issues.root / "2024-05-01.yaml").write_text(_page("2024-05-01", "无题", f"看{word}字"), "utf-8")
        issues.take_stock()
        for start, end in ((0, 150), (0, 30), (10, 60), (90, 150), (120, 150), (33, 52), (149, 150), (0, 41)):
            assert len(found(issues, f'"{word[start:end]}"')) == 1, (start, end)
        assert len(found(issues, f"看{word[:45]}")) == 1
        assert len(found(issues, f"{word[100:]}字")) == 1
        assert found(issues, f'"{word[20:60]}q"') == []

    def test_a_query_as_long_as_one_may_be_is_answered(self, issues: BackIssues) -> None:
        maker = Maker(14)
        letters = "abcdefghijklmnopqrstuvwxyz"
        many = " ".join(f"{one}{two}{one}{three}" for one in letters for two in letters for three in "xyz")
        words = "".join(maker.text(9).lower() for _ in range(50))
        body = re.sub(r"[“”\\s:/-]+", "", f"雪{words}") + " " + many
        (issues.root / "2024-05-01.yaml").write_text(_page("2024-05-01", "无题", body), "utf-8")
        issues.take_stock()
        for query in (
            f'"{body[:490].strip()}"',
            " ".join(letters * 9)[:490],
            " ".join(f"{one}{two}" for one in letters for two in letters)[:490],
            " ".join(body[:240]),
        ):
            assert len(list(issues.find(parse_query(query)))) == 1, query
            issues.count(parse_query(query))

    def test_follows_the_files_as_they_come_change_and_go(self, issues: BackIssues) -> None:
        maker = Maker(9)
        paths = maker.library(issues.root, 15)
        issues.take_stock()
        for turn in range(8):
            victim = paths[maker.random.randrange(len(paths))]
            if turn % 3 == 0:
                paths.remove(victim)
                victim.unlink()
            elif turn % 3 == 1:
                day = dt.date.fromisoformat(victim.stem)
                victim.write_text(maker.edition(day, maker.random.choice((2, 8, 14))), encoding="utf-8")
            else:
                day = dt.date(2025, 1, 1) + dt.timedelta(days=turn)
                path = issues.root / f"{day.isoformat()}.yaml"
                path.write_text(maker.edition(day, 4), encoding="utf-8")
                paths.append(path)
            stock = issues.take_stock()
            assert stock.why is None
            assert stock.pending == ()
            editions = everything(issues.root, paths)
            for words in queries(100 + turn, 25, texts_of(editions)):
                assert set(found(issues, words)) == by_brute_force(parse_query(words), editions), words
            assert set(issues.records()) == {path.relative_to(issues.root).as_posix() for path in paths}

    def test_says_why_a_file_is_no_edition_and_goes_on_with_the_rest(self, issues: BackIssues) -> None:
        Maker(10).library(issues.root, 3)
        (issues.root / "2024-09-09.yaml").write_text(
            "format: 1\npaper: x\ndate: 2024-09-09\nsections: 3\n", "utf-8"
        )
        (issues.root / "other.yaml").write_text("just: data\n", "utf-8")
        stock = issues.take_stock()
        records = issues.records()
        assert (stock.files, stock.written) == (5, 5)
        assert [p.line for p in records["2024-09-09.yaml"].problems if p.severity == "error"] == [4]
        assert not records["other.yaml"].is_edition
        assert records["other.yaml"].problems == ()
        assert sum(record.is_edition for record in records.values()) == 3
        assert issues.take_stock().written == 0

    def test_what_it_knows_of_an_edition_is_what_a_list_shows(self, issues: BackIssues) -> None:
        (path,) = Maker(11).library(issues.root, 1)
        issues.take_stock()
        record = issues.records()[path.relative_to(issues.root).as_posix()]
        edition = load_edition(path).edition
        assert record.paper == edition.paper
        assert record.date == edition.date
        assert record.articles == len(list(edition.articles()))
        assert record.headline == next(edition.articles()).title
        assert record.notices == len(edition.notices)
        assert record.pieces == ()

    def test_one_paper_is_told_from_another_of_the_same_day(self, issues: BackIssues) -> None:
        for paper in ("终端日报", "终端晚报"):
            text = _page("2024-05-01", "同日的雪", "正文。").replace("终端日报", paper)
            (issues.root / f"{paper}.yaml").write_text(text, "utf-8")
        issues.take_stock()
        assert len(list(issues.find(parse_query("雪")))) == 2
        assert [hit.paper for hit in issues.find(parse_query("雪"), paper="终端晚报")] == ["终端晚报"]
        assert issues.count(parse_query("雪"), paper="终端晚报").pieces == 1
        assert list(issues.find(parse_query("雪"), paper="别的报")) == []

    def test_a_search_that_is_given_up_ends(self, issues: BackIssues) -> None:
        Maker(12).library(issues.root, 10)
        issues.take_stock()
        hits = issues.find(parse_query("雪"), cancelled=lambda: True)
        assert list(hits) == []

    def test_an_empty_query_finds_nothing_and_an_empty_library_too(self, issues: BackIssues) -> None:
        issues.take_stock()
        assert found(issues, "雪") == []
        assert found(issues, "") == []
        assert issues.count(parse_query("")).pieces == 0


def _page(day: str, headline: str, body: str) -> str:
    return (
        f"format: 1\npaper: 终端日报\ndate: {day}\nsections:\n  - name: 要闻\n    page: '01'\n    articles:\n"
        f"      - headline: '{headline}'\n        body: |\n          {body}\n...\n"
    )


def _without_growing_characters(paths: list[Path]) -> None:
    """Replace the characters that fold to several: within one of them no match counts (decision 14)."""
    for path in paths:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.translate({ord("Ⅲ"): "三", ord("ß"): "s", ord("ﬁ"): "fi"}), encoding="utf-8")
