from __future__ import annotations

import contextlib
import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.importing.crawl.importer import CRAWL
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of

ONE, TWO = "清晨六点，渡口开了。", "“船来了。”船工老陈说。"


def save(root: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def a_text(headline: str, kicker: str = "", deck: str = "") -> str:
    """A file as the most common saver writes it."""
    return f"{kicker}\n{headline}\n{deck}\n　　{ONE}\n　　{headline}的正文。\n"


def headlines(edition: Edition) -> list[str | None]:
    return [article.headline for article in edition.articles()]


def grades(told: list[Observation], grade: Grade) -> list[str]:
    return [f"{Path(each.source).name}: {each.what.en}" for each in told if each.grade is grade]


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """Three days of a paper, each in a folder of its own."""
    root = tmp_path / "河湾日报_2025"
    for day in ("20250301", "20250302", "20250401"):
        for page in (1, 2):
            for number in (1, 2):
                save(root, f"{day}/{day}-{page:02d}-{number:02d}.txt", a_text(f"{day}的{page}版{number}篇"))
    return root


def test_a_folder_of_days_becomes_an_edition_a_day(year: Path) -> None:
    editions, told = imports_of(CRAWL, year)
    assert [edition.date for edition in editions] == [
        dt.date(2025, 3, 1),
        dt.date(2025, 3, 2),
        dt.date(2025, 4, 1),
    ]
    assert {edition.paper for edition in editions} == {"河湾日报"}
    assert headlines(editions[0]) == [f"20250301的{page}版{number}篇" for page in (1, 2) for number in (1, 2)]
    assert [section.name for section in editions[0].sections] == ["第1版", "第2版"]
    assert [article.id for article in editions[0].articles()] == ["p01-a01", "p01-a02", "p02-a01", "p02-a02"]
    assert errors(told) == []
    assert grades(told, Grade.UNDECIDED) == []


def test_progress_is_told_by_the_file(year: Path) -> None:
    steps: list[tuple[int, int]] = []
    wishes = WISHES._replace(step=lambda done, of: steps.append((done, of)))
    imports_of(CRAWL, year, wishes)
    assert steps == [(done, 12) for done in range(1, 13)]


def test_a_day_is_given_out_before_the_next_is_read(year: Path) -> None:
    steps: list[int] = []
    wishes = WISHES._replace(step=lambda done, _: steps.append(done))
    results = CRAWL.read(Source(path=year), wishes)
    next(results)
    assert steps == [1, 2, 3, 4]


def test_all_in_one_folder_and_one_days_folder_are_read_too(year: Path, tmp_path: Path) -> None:
    for path in year.rglob("*.txt"):
        save(tmp_path / "flat", path.name, path.read_text(encoding="utf-8"))
    assert [len(headlines(edition)) for edition in imports_of(CRAWL, tmp_path / "flat")[0]] == [4, 4, 4]
    (edition,), _ = imports_of(CRAWL, year / "20250302")
    assert (edition.paper, edition.date.day) == ("河湾日报", 2)


def test_years_months_and_days_may_be_folders(tmp_path: Path) -> None:
    save(tmp_path, "2025/03/01/01-02.txt", a_text("乙"))
    save(tmp_path, "2025/03/01/01-01.txt", a_text("甲"))
    save(tmp_path, "2025/03/02/第1版/1.txt", a_text("丙"))
    assert [headlines(edition) for edition in imports_of(CRAWL, tmp_path)[0]] == [["甲", "乙"], ["丙"]]


def test_a_single_file_is_an_edition_of_one_article(year: Path) -> None:
    (edition,), _ = imports_of(CRAWL, year / "20250301" / "20250301-02-01.txt")
    assert (edition.date, edition.sections[0].page, headlines(edition)) == (
        dt.date(2025, 3, 1),
        "02",
        ["20250301的2版1篇"],
    )


def test_the_habit_of_a_days_files_decides_what_one_alone_cannot(tmp_path: Path) -> None:
    save(tmp_path, "20250301-01-01.txt", f"渡口修好了没有\n渡口修好了吧\n\n{ONE}\n{TWO}\n")
    (alone,), told = imports_of(CRAWL, tmp_path)
    assert headlines(alone) == ["渡口修好了没有"]
    assert len(grades(told, Grade.UNDECIDED)) == 1
    save(tmp_path, "20250301-01-02.txt", f"\n桥也修好\n\n\n{ONE}\n")
    (edition,), told = imports_of(CRAWL, tmp_path)
    assert headlines(edition) == ["渡口修好了吧", "桥也修好"]
    assert grades(told, Grade.UNDECIDED) == []


def test_a_batch_goes_on_after_bad_files_and_names_each(year: Path) -> None:
    save(year, "20250301/20250301-03-01.txt", "")
    save(year, "20250302/20250302-03-01.txt", " \n　\n")
    save(year, "20250302/20250230-01-01.txt", a_text("甲"))
    (year / "20250401" / "20250401-03-01.txt").write_bytes(b"\xff\xff\xff\xff")
    save(year, "20250401.json", "[")
    editions, told = imports_of(CRAWL, year)
    assert [len(headlines(edition)) for edition in editions] == [4, 4, 4]
    assert grades(told, Grade.ERROR) == [
        "20250230-01-01.txt: there is no such day as its name says",
        "20250301-03-01.txt: the file is empty",
        "20250302-03-01.txt: the file is empty",
        "20250401-03-01.txt: byte 1 is not UTF-8 / GB18030",
        "20250401.json: this is not well-formed JSON: Expecting value",
    ]


def test_missing_numbers_doubles_and_strangers_are_told(year: Path) -> None:
    (year / "20250301" / "20250301-01-01.txt").unlink()
    text = (year / "20250302" / "20250302-01-01.txt").read_text(encoding="utf-8")
    save(year, "20250302/20250302-02-03.txt", text)
    save(year, "readme.txt", "渡口")
    editions, told = imports_of(CRAWL, year)
    assert [len(headlines(edition)) for edition in editions] == [3, 5, 4]
    undecided = grades(told, Grade.UNDECIDED)
    assert undecided[0] == "20250301-01-02.txt: page 01 lacks number 1"
    assert undecided[1].startswith("20250302-02-03.txt: the same as ")
    assert undecided[2] == "河湾日报_2025: files that were not read: 1: readme.txt"


def test_files_that_are_left_are_named_and_handed_on_but_for_pictures_of_an_article(tmp_path: Path) -> None:
    entry = {"title": "渡口", "content": ONE, "images": [{"src": "渡口.jpg", "caption": "渡口"}]}
    save(tmp_path, "20250301.json", json.dumps([entry]))
    for name in ("渡口.jpg", "别的.jpg", "sub/item.nitf"):
        save(tmp_path, name, "x")
    (left,) = [each for each in imports_of(CRAWL, tmp_path)[1] if each.untaken]
    assert left.untaken == (tmp_path / "别的.jpg", tmp_path / "sub" / "item.nitf")
    assert left.what.en == "files that were not read: 2: 别的.jpg, sub/item.nitf"


def test_files_in_gb_18030_are_read_and_told_once_a_day(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        save(tmp_path, f"20250301-01-{number:02d}.txt", a_text(f"渡口{number}").replace("\n", "\r\n"), "gbk")
    (edition,), told = imports_of(CRAWL, tmp_path)
    assert headlines(edition) == ["渡口1", "渡口2", "渡口3"]
    assert [words for words in grades(told, Grade.GUESSED) if "GB 18030" in words] == [
        "20250301-01-01.txt: read as GB 18030, not being UTF-8: 3 files"
    ]


def test_an_encoding_asked_for_is_used(tmp_path: Path) -> None:
    path = save(tmp_path, "20250301-01-01.txt", "渡口\n　　船來了。\n", "big5")
    (result,) = CRAWL.read(Source(path=path, encoding="big5"), WISHES)
    assert not isinstance(result, Observation)
    assert headlines(result.edition) == ["渡口"]


def test_a_file_that_stops_inside_a_character_is_read_and_told(tmp_path: Path) -> None:
    path = save(tmp_path, "20250301-01-01.txt", a_text("渡口"))
    path.write_bytes(path.read_bytes().rstrip()[:-1])
    (edition,), told = imports_of(CRAWL, tmp_path)
    assert headlines(edition) == ["渡口"]
    assert grades(told, Grade.UNDECIDED) == [
        "20250301-01-01.txt: the file stops inside a character, which is left out"
    ]


def test_json_of_a_day_and_of_a_month_are_read_from_a_folder(tmp_path: Path) -> None:
    articles = [{"title": f"渡口{number}", "page": 1, "content": [ONE, TWO]} for number in (1, 2)]
    save(tmp_path, "2025-03-01.json", json.dumps({"paper": "河湾日报", "articles": articles}))
    month = [
        {
            "title": f"\n渡口{day}\n",
            "url": f"http://localhost/rb/html/2025-04/{day}/nw.D1_202504{day}_1-01.htm",
            "content": ONE,
        }
        for day in ("02", "01", "02")
    ]
    save(tmp_path, "2025-04.json", json.dumps(month))
    editions, told = imports_of(CRAWL, tmp_path)
    assert [(edition.date.isoformat(), headlines(edition)) for edition in editions] == [
        ("2025-03-01", ["渡口1", "渡口2"]),
        ("2025-04-01", ["渡口01"]),
        ("2025-04-02", ["渡口02", "渡口02"]),
    ]
    assert errors(told) == []


def test_an_index_beside_the_texts_is_told_and_left_out(year: Path) -> None:
    index = {"date": "20250301", "articles": [{"title": "20250301的1版1篇", "url": "x"}]}
    save(year, "20250301/summary.json", json.dumps(index))
    editions, told = imports_of(CRAWL, year)
    assert len(headlines(editions[0])) == 4
    assert grades(told, Grade.UNDECIDED) == [
        "summary.json: it has headlines only: taken for an index, and left out"
    ]


def test_papers_side_by_side_become_editions_of_their_own(tmp_path: Path) -> None:
    save(tmp_path, "河湾日报/20250301/20250301-01-01.txt", a_text("甲"))
    save(tmp_path, "青石晚报/20250301/20250301-01-01.txt", a_text("乙"))
    lines = [
        {"paper": paper, "date": "2025-03-02", "title": paper, "content": ONE} for paper in ("甲报", "乙报")
    ]
    save(tmp_path, "20250302.json", json.dumps(lines))
    editions, _ = imports_of(CRAWL, tmp_path)
    assert [(edition.paper, headlines(edition)) for edition in editions] == [
        ("河湾日报", ["甲"]),
        ("青石晚报", ["乙"]),
        ("甲报", ["甲报"]),
        ("乙报", ["乙报"]),
    ]


def test_json_lines_come_from_standard_input() -> None:
    lines = "\n".join(
        json.dumps({"date": day, "title": f"渡口{day}", "content": ONE})
        for day in ("2025-03-02", "2025-03-01")
    )
    editions, _ = imports(CRAWL, lines.encode())
    assert [headlines(edition) for edition in editions] == [["渡口2025-03-01"], ["渡口2025-03-02"]]


def test_text_from_standard_input_has_the_day_of_the_clock() -> None:
    (edition,), _ = imports(CRAWL, a_text("渡口").encode())
    assert (headlines(edition), edition.date, "date" in edition.inferred) == (
        ["渡口"],
        dt.date(2025, 3, 1),
        True,
    )


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("20250301-01-01.txt", b"", "the file is empty"),
        ("20250230-01-01.txt", b"x", "no such day"),
        ("20250301.json", b"{}", "no article"),
        ("20250301.json", b'[{"title": "", "content": ""}]', "no article"),
        ("20250301.json", b"[", "not well-formed JSON"),
        ("20250301-01-01.txt", b"\xff\xff", "is not UTF-8"),
    ],
)
def test_a_single_file_of_which_nothing_can_be_read_is_refused(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CannotImport, match=reason) as caught:
        list(CRAWL.read(Source(path=tmp_path / name), WISHES))
    assert caught.value.observation.source.endswith(name)


def test_a_folder_without_daily_files_is_refused(tmp_path: Path) -> None:
    save(tmp_path, "readme.txt", "渡口")
    with pytest.raises(CannotImport, match="no daily files"):
        list(CRAWL.read(Source(path=tmp_path), WISHES))
    save(tmp_path, "20250230-01-01.txt", "渡口")
    with pytest.raises(CannotImport, match="no such day"):
        list(CRAWL.read(Source(path=tmp_path), WISHES))


def test_controls_are_made_visible() -> None:
    (edition,), _ = imports(CRAWL, "渡\x1b[31m口\n　　船\u202e来了。\n".encode())
    (article,) = edition.articles()
    assert (article.headline, article.body) == ("渡␛[31m口", "船⟦U+202E⟧来了。")


_characters = st.text("渡口桥。，—　 \t\n-#>|1.!~（）：\\标题", max_size=80)


@given(_characters)
def test_no_character_of_a_text_is_lost_on_its_way_into_the_edition(text: str) -> None:
    with contextlib.suppress(CannotImport):
        (edition,), _ = imports(CRAWL, text.encode())
        (article,) = edition.articles()
        fields = (
            article.kicker,
            article.headline,
            article.deck,
            article.byline,
            article.signoff,
            article.body,
        )
        said = "".join("".join(filter(None, fields)).split())
        missing = [
            character
            for character in set(text)
            if not character.isspace() and said.count(character) < text.count(character)
        ]
        assert missing == []


@given(
    st.binary(max_size=120)
    | st.text(max_size=60).map(str.encode)
    | st.text('{}[]":,title content', max_size=60).map(str.encode)
)
def test_whatever_the_bytes_are_only_the_declared_error_comes(data: bytes) -> None:
    with contextlib.suppress(CannotImport):
        imports(CRAWL, data)
