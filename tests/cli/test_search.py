from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.cli.search import marked
from tests.cli.paper import paper_reader, printed, put, said


def references(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if not line.startswith(" ")]


def test_hits_are_of_all_editions_newest_first(home: Path, library: Path) -> None:
    done = paper_reader("search", "桥", "--library", library, home=home)
    found = references(printed(done))
    assert found == sorted(found, key=lambda reference: reference[:10], reverse=True)
    assert {reference[:10] for reference in found} == {"2025-04-05", "2025-04-06", "2025-04-07"}
    assert (done.returncode, said(done)) == (0, "")


def test_a_hit_has_its_paper_its_headline_and_the_text_around_the_match(home: Path, library: Path) -> None:
    first, below, *_ = printed(
        paper_reader("search", "渡口停摆", "--library", library, home=home)
    ).splitlines()
    assert first.startswith("2025-04-06/")
    assert "河湾晨报" in first
    assert "渡口停摆" in first
    assert below.startswith("    ")
    assert "[渡口停摆]" in below


def test_json_has_every_key_and_matches_lie_on_the_words(home: Path, library: Path) -> None:
    hits = json.loads(printed(paper_reader("search", "桥", "--library", library, "--json", home=home)))
    keys = [
        "reference",
        "path",
        "paper",
        "edition",
        "date",
        "section",
        "page",
        "headline",
        "snippet",
        "matches",
    ]
    assert all(list(hit) == keys for hit in hits)
    assert all(hit["matches"] for hit in hits)
    assert {hit["snippet"][start:end] for hit in hits for start, end in hit["matches"]} == {"桥"}
    assert all(Path(hit["path"]).is_file() for hit in hits)


def test_nothing_found_is_status_1_and_json_is_an_empty_list(home: Path, library: Path) -> None:
    done = paper_reader("search", "魑魅", "--library", library, "--lang", "en", home=home)
    assert (done.returncode, printed(done)) == (1, "")
    assert "nothing found for “魑魅”" in said(done)
    done = paper_reader("search", "魑魅", "--library", library, "--json", home=home)
    assert (done.returncode, json.loads(printed(done)), said(done)) == (1, [], "")


def test_no_more_hits_than_are_asked_for(home: Path, library: Path) -> None:
    everything = references(printed(paper_reader("search", "桥", "--library", library, home=home)))
    assert len(everything) > 2
    two = references(printed(paper_reader("search", "桥", "--library", library, "--limit", "2", home=home)))
    assert two == everything[:2]
    done = paper_reader("search", "桥", "--library", library, "--limit", "2", "--lang", "en", home=home)
    assert said(done) == "paper-reader: only the first 2 hits; --limit gives more\n"


def test_by_rank_titles_come_first(home: Path, library: Path) -> None:
    put(library, "2020-01-01", headline="只有标题里有灯塔")
    newer = put(library, "2025-05-01")
    newer.write_text(newer.read_text("utf-8").replace("body: |\n", "body: |\n          灯塔。\n", 1), "utf-8")
    by_date = references(printed(paper_reader("search", "灯塔", "--library", library, home=home)))
    by_rank = references(
        printed(paper_reader("search", "灯塔", "--library", library, "--order", "rank", home=home))
    )
    assert [reference[:4] for reference in by_date] == ["2025", "2020"]
    assert [reference[:4] for reference in by_rank] == ["2020", "2025"]


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("/a(/", "character 4: the regular expression cannot be read"),
        ("桥 日期:2024-13", "character 6: “2024-13” is no date"),
        ("   ", "the query is empty"),
        ("长" * 600, "the query is too long"),
    ],
)
def test_a_query_that_cannot_be_read_is_said_where(home: Path, library: Path, query: str, what: str) -> None:
    done = paper_reader("search", query, "--library", library, "--lang", "en", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert what in said(done)
    assert said(done).count("\n") == 1


def test_a_new_and_a_changed_edition_are_found_at_once(home: Path, library: Path) -> None:
    assert paper_reader("search", "灯塔", "--library", library, home=home).returncode == 1
    put(library, "2025-04-08", headline="灯塔亮了")
    assert references(printed(paper_reader("search", "灯塔", "--library", library, home=home)))
    path = library / "2025-04-08.yaml"
    path.write_text(path.read_text("utf-8").replace("灯塔亮了", "灯台亮了"), "utf-8")
    assert paper_reader("search", "灯塔", "--library", library, home=home).returncode == 1
    assert paper_reader("search", "灯台", "--library", library, home=home).returncode == 0
    path.unlink()
    assert paper_reader("search", "灯台", "--library", library, home=home).returncode == 1


def test_a_broken_edition_does_not_keep_the_others_from_being_found(home: Path, library: Path) -> None:
    (library / "2025-04-06.yaml").write_text("format: 1\npaper: [\n", encoding="utf-8")
    done = paper_reader("search", "桥", "--library", library, home=home)
    assert done.returncode == 0
    assert {reference[:10] for reference in references(printed(done))} == {"2025-04-05", "2025-04-07"}


def test_where_there_can_be_no_cache_it_is_said_and_the_files_are_searched(home: Path, library: Path) -> None:
    expected = printed(paper_reader("search", "桥", "--library", library, home=home))
    (home / "no-folder").write_text("", encoding="utf-8")
    done = paper_reader(
        "search",
        "桥",
        "--library",
        library,
        "--lang",
        "en",
        home=home,
        XDG_CACHE_HOME=str(home / "no-folder"),
    )
    assert printed(done) == expected
    assert done.returncode == 0
    assert "the index cannot be used" in said(done)
    assert "files not in the index: 3" in said(done)


def test_a_damaged_index_is_made_anew_without_a_word(home: Path, library: Path) -> None:
    expected = printed(paper_reader("search", "桥", "--library", library, home=home))
    (index,) = home.rglob("*.sqlite")
    for damage in (b"", b"not an index " * 4000):
        index.write_bytes(damage)
        done = paper_reader("search", "桥", "--library", library, home=home)
        assert (printed(done), said(done), done.returncode) == (expected, "", 0)
        (index,) = home.rglob("*.sqlite")


def test_matches_are_put_in_brackets_and_overlapping_ones_once() -> None:
    assert marked("看大雪天", ((1, 3),)) == "看[大雪]天"
    assert marked("看大雪天", ((1, 3), (2, 4))) == "看[大雪]天"
    assert marked("雪", ()) == "雪"


def test_one_paper_of_several_may_be_searched(home: Path, library: Path) -> None:
    put(library, "2025-05-02", "other.yaml", paper="另一张报", headline="另一座桥")
    done = paper_reader("search", "桥", "--library", library, "--paper", "另一张报", home=home)
    assert {reference[:10] for reference in references(printed(done))} == {"2025-05-02"}
    done = paper_reader("search", "桥", "--library", library, "--paper", "没有", home=home)
    assert done.returncode == 2
    assert "另一张报" in said(done)


def test_several_words_are_one_query(home: Path, library: Path) -> None:
    one = paper_reader("search", "桥 通车", "--library", library, home=home)
    assert printed(paper_reader("search", "桥", "通车", "--library", library, home=home)) == printed(one)
    assert one.returncode == 0
