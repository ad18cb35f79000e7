from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, put, said, wind_warning
from tests.terminal import Terminal, clean_environment, reader_command

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
FRAMES = re.compile("[\u2500-\u259f\x1b]")  # box drawing, block elements, ESC


def test_an_edition_is_printed_whole_in_reading_order(home: Path, edition: Path) -> None:
    done = paper_reader("show", edition, home=home)
    text = printed(done)
    marks = [
        "河湾晨报",
        "2025年4月6日 星期日",
        "慢一点",
        "大风蓝色预警",
        "【要闻 第01版】",
        "渡口停摆",
        "【城事 第02版】",
    ]
    assert sorted(marks, key=text.index) == marks
    assert (done.returncode, said(done)) == (0, "")


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_is_wider_than_asked(home: Path, edition: Path, width: int) -> None:
    from reader.typesetting.width import text_width

    lines = printed(paper_reader("show", edition, "--width", str(width), home=home)).splitlines()
    assert max(map(text_width, lines)) <= width


def test_without_a_terminal_lines_have_80_cells_whatever_columns_says(home: Path, edition: Path) -> None:
    plain = printed(paper_reader("show", edition, home=home))
    assert plain == printed(paper_reader("show", edition, home=home, COLUMNS="30"))
    assert plain == printed(paper_reader("show", edition, "--width=80", home=home))


@pytest.mark.parametrize("reference", ["p01-a02", "2025-04-06/p01-a02"])
def test_one_article_is_printed_by_its_reference(home: Path, edition: Path, reference: str) -> None:
    text = printed(paper_reader("show", edition, reference, home=home))
    assert text.startswith("图书馆延长开放\n")
    assert "渡口停摆" not in text


@pytest.mark.parametrize("reference", ["notice:wind-06", "wind-06", "2025-04-06/notice:wind-06"])
def test_one_notice_is_printed_by_its_reference(home: Path, edition: Path, reference: str) -> None:
    text = printed(paper_reader("show", edition, reference, home=home))
    assert "大风蓝色预警" in text
    assert "蓝色预警 Ⅳ级" in text
    assert "渡口停摆" not in text


def test_a_folder_is_its_newest_edition(home: Path, library: Path) -> None:
    assert "新桥定名" in printed(paper_reader("show", library, home=home))


def test_a_dated_reference_finds_its_edition_in_a_folder(home: Path, library: Path) -> None:
    assert "老桥重开" in printed(paper_reader("show", library, "2025-04-05/p01-a01", home=home))


def test_of_two_papers_of_a_day_the_one_that_has_the_piece_is_shown(home: Path, library: Path) -> None:
    put(library, "2025-04-05", "another.yaml", paper="另一张报", notices=wind_warning("2025-04-05"))
    done = paper_reader("show", library, "2025-04-05/notice:wind-05", "--format=json", home=home)
    assert json.loads(printed(done))["id"] == "wind-05"


@pytest.mark.parametrize(
    ("reference", "advice"),
    [
        ("p01-a03", "did you mean p01-a0"),
        ("bridge", "did you mean bridge-more?"),
        ("notice:wind", "did you mean notice:wind-06?"),
        ("zzz", "there are p01-a01, p01-a02, bridge-more, notice:wind-06"),
        ("2025-04-09/p01-a01", "name the library's folder"),
        ("2025-04-05", "or 2025-04-05/ID for that day of a library"),
        ("2025-04-05/", "or 2025-04-05/ID for that day of a library"),
    ],
)
def test_a_reference_to_nothing_says_what_there_is(
    home: Path, edition: Path, reference: str, advice: str
) -> None:
    done = paper_reader("show", edition, reference, home=home)
    assert done.returncode == 2
    assert said(done).startswith(f"{edition}:1:1: ")
    assert advice in said(done)
    assert printed(done) == ""


def test_a_list_of_ids_that_is_cut_short_says_so(home: Path, edition: Path) -> None:
    more = "".join(f"      - {{id: more-{number}, headline: 又一篇}}\n" for number in range(6))
    edition.write_text(edition.read_text(encoding="utf-8").replace("...\n", more), encoding="utf-8")
    done = paper_reader("show", edition, "zzz", home=home)
    assert done.returncode == 2
    assert said(done).endswith("more-4, …\n")


def test_a_day_for_a_reference_to_a_folder_is_told_how_it_is_written(home: Path, library: Path) -> None:
    done = paper_reader("show", library, "2025-04-05", home=home)
    assert done.returncode == 2
    assert "2025-04-05/ID" in said(done)
    assert paper_reader("show", library, "2025-04-05/p01-a01", home=home).returncode == 0
    assert "DATE/ID" in printed(paper_reader("show", "--help", home=home))


def test_json_is_the_edition_with_the_keys_of_the_format(home: Path, edition: Path) -> None:
    fields = json.loads(printed(paper_reader("show", edition, "--format", "json", home=home)))
    assert (fields["format"], fields["paper"], fields["date"]) == (1, "河湾晨报", "2025-04-06")
    assert fields["notices"][0]["effective"] == "2025-04-06T06:00:00+08:00"
    first = fields["sections"][0]["articles"][0]
    assert first["reference"] == "2025-04-06/p01-a01"
    assert first["body"].startswith(
        "老桥昨天重新通车。桥面换了新板，栏杆刷了三遍漆，\n两头的路灯也亮了。\n\n### 车流"
    )
    assert first["jump_to"] == {"page": "02", "article": "bridge-more"}
    assert "prominence" not in first


def test_json_of_one_article_is_that_article(home: Path, edition: Path) -> None:
    fields = json.loads(printed(paper_reader("show", edition, "bridge-more", "--format=json", home=home)))
    assert fields["reference"] == "2025-04-06/bridge-more"


def test_markdown_is_one_document(home: Path, edition: Path) -> None:
    text = printed(paper_reader("show", edition, "--format=markdown", home=home))
    assert text.startswith("# 河湾晨报\n\n")
    assert "\n\n### 渡口停摆\n\n" in text
    assert "\n| 月份 | 水位 |\n| --- | --- |\n| 一月 | 2.31米 |\n" in text
    single = printed(paper_reader("show", edition, "p01-a02", "--format=markdown", home=home))
    assert single.startswith("# 图书馆延长开放\n\n")


def test_an_edition_of_tomorrow_shows_its_notices(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "2199-01-01", notices=wind_warning("2199-01-01"))
    text = printed(paper_reader("show", path, home=home))
    assert "收好阳台上的东西" in text


def test_a_warning_about_the_file_is_told_beside_the_text(home: Path, edition: Path) -> None:
    edition.write_text(edition.read_text(encoding="utf-8").removesuffix("...\n"), encoding="utf-8")
    done = paper_reader("show", edition, home=home)
    assert done.returncode == 0
    assert re.match(rf"{re.escape(str(edition))}:\d+:\d+: .+; .+\n\Z", said(done))


def test_every_problem_of_a_bad_edition_is_one_line_in_the_readers_tongue(home: Path, edition: Path) -> None:
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("headline: 渡口停摆", 'headline: ""').replace("deck:", "dekc:"), "utf-8")
    english, chinese = (paper_reader("show", edition, "--lang", tongue, home=home) for tongue in ("en", "zh"))
    for done in (english, chinese):
        assert (done.returncode, printed(done)) == (2, "")
        lines = said(done).splitlines()
        assert len(lines) >= 2
        assert all(re.match(rf"{re.escape(str(edition))}:\d+:\d+: .+; .+", line) for line in lines)
    assert "did you mean deck?" in said(english)
    assert "是不是想写 deck" in said(chinese)


def test_a_file_in_gb18030_opens_when_its_encoding_is_named(home: Path, edition: Path) -> None:
    edition.write_bytes(edition.read_text(encoding="utf-8").encode("gb18030"))
    refused = paper_reader("show", edition, home=home)
    assert refused.returncode == 2
    assert "--encoding" in said(refused)
    assert "渡口停摆" in printed(paper_reader("show", edition, "--encoding", "gb18030", home=home))


def test_a_file_over_the_limit_opens_when_the_limit_is_raised(home: Path, edition: Path) -> None:
    refused = paper_reader("show", edition, "--max-size", "1K", home=home)
    assert refused.returncode == 2
    assert paper_reader("show", edition, "--max-size=1M", home=home).returncode == 0


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "POSIX"}, {"LC_ALL": "C"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}, {"LC_ALL": "zh_CN.UTF-8"}],
    ids=str,
)
def test_the_text_is_clean_and_the_same_in_every_world(
    home: Path, edition: Path, environment: dict[str, str]
) -> None:
    done = paper_reader("show", edition, home=home, world=environment)
    assert FRAMES.search(printed(done)) is None
    assert printed(done) == printed(paper_reader("show", edition, home=home))
    assert said(done) == ""


def test_an_encoding_that_cannot_carry_the_text_is_said_and_the_rest_is_printed(
    home: Path, edition: Path
) -> None:
    done = paper_reader("show", edition, home=home, PYTHONIOENCODING="latin-1", LC_ALL="zh_CN.ISO-8859-1")
    assert done.returncode == 0
    assert b"2025?4?6?" in done.stdout
    assert "iso8859-1" in said(done) or "latin-1" in said(done)
    assert said(done).count("\n") == 1


def test_json_is_whole_in_any_encoding(home: Path, edition: Path) -> None:
    done = paper_reader("show", edition, "--format=json", home=home, PYTHONIOENCODING="ascii")
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["paper"] == "河湾晨报"
    assert said(done) == ""


@pytest.mark.parametrize("how", ["text", "markdown", "json"])
def test_what_steers_terminals_is_made_visible(home: Path, edition: Path, how: str) -> None:
    text = edition.read_text(encoding="utf-8")
    planted = '"渡口\\e]52;c;aGk=\\a停\\u202e摆\\u009b31m"'
    edition.write_text(text.replace("渡口停摆", planted), encoding="utf-8")
    done = paper_reader("show", edition, f"--format={how}", home=home)
    assert done.returncode == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", printed(done))
    assert "渡口" in printed(done)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the seed edition lies outside the project")
@pytest.mark.parametrize(
    "arguments", [["--width", str(width)] for width in (20, 40, 60, 80, 120)] + [["--format=json"]]
)
def test_the_seed_page_is_printed_to_the_last_character(home: Path, arguments: list[str]) -> None:
    page = (SHARED / "seed-page.txt").read_text(encoding="utf-8")
    paragraphs = [re.sub(r"[\s#]", "", line) for line in page.splitlines()]
    text = printed(paper_reader("show", SHARED / "seed-edition.yaml", *arguments, home=home))
    if "json" in arguments[0]:
        text = "".join(_texts(json.loads(text)))
    text = re.sub(r"\s", "", text)
    assert sum(map(len, paragraphs)) == 4961
    assert [paragraph for paragraph in paragraphs if paragraph not in text] == []
    assert FRAMES.search(text) is None


def _texts(value: object) -> list[str]:
    """Every text of a JSON value, in order."""
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return [text for part in parts for text in _texts(part)]
    return [str(value)]


def test_a_page_is_printed_made_up_with_head_rules_and_every_story(home: Path, edition: Path) -> None:
    done = paper_reader("show", edition, "--page", "1", home=home)
    text = printed(done)
    rows = text.splitlines()
    assert (done.returncode, said(done)) == (0, "")
    assert "河  湾  晨  报" in rows[0]
    assert set(rows[2].strip()) == {"═"}
    for title in ("渡口停摆", "图书馆延长开放", "大风蓝色预警"):
        assert title in text.replace(" ", "")
    assert "桥的另一半" not in text


@pytest.mark.parametrize(("width", "height"), [(40, 15), (60, 20), (120, 40), (200, 60), (20, 10)])
def test_a_page_is_made_up_for_the_size_that_is_asked(
    home: Path, edition: Path, width: int, height: int
) -> None:
    from reader.typesetting.width import text_width

    size = ("--width", str(width), "--height", str(height))
    rows = printed(paper_reader("show", edition, "--page", "1", *size, home=home)).splitlines()
    assert max(map(text_width, rows)) <= width
    assert len(rows) <= max(height, 30)


def test_without_a_terminal_a_page_has_120_cells_and_40_rows(home: Path, edition: Path) -> None:
    plain = printed(paper_reader("show", edition, "--page=1", home=home, COLUMNS="50", LINES="12"))
    assert plain == printed(
        paper_reader("show", edition, "--page=1", "--width=120", "--height=40", home=home)
    )


@pytest.mark.parametrize("page", ["2", "02"])
def test_a_page_is_asked_for_by_number_or_label(home: Path, edition: Path, page: str) -> None:
    text = printed(paper_reader("show", edition, "--page", page, home=home))
    assert text.startswith(" 第2版 城事") or text.lstrip().startswith("第2版 城事")
    assert "桥的另一半" in text.replace(" ", "")


def test_a_page_of_a_label_that_is_no_number(home: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "2025-04-06")
    path.write_text(path.read_text("utf-8").replace('page: "02"', "page: A2"), encoding="utf-8")
    assert "第A2版" in printed(paper_reader("show", path, "--page", "A2", home=home))
    assert "第A2版" in printed(paper_reader("show", path, "--page", "2", home=home))


@pytest.mark.parametrize("page", ["3", "0", "B7", "first"])
def test_a_page_that_is_not_there_is_told_with_those_that_are(home: Path, edition: Path, page: str) -> None:
    done = paper_reader("--lang=en", "show", edition, "--page", page, home=home)
    assert done.returncode == 2
    assert printed(done) == ""
    assert f"{edition}:1:1: there is no page {page}" in said(done)
    assert "there are 01, 02" in said(done)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("p01-a01", "--page=1"), "--page prints a page, not an article"),
        (("--page=1", "--format=json"), "a page is printed as text only"),
        (("--page=1", "--format=markdown"), "a page is printed as text only"),
        (("--height=20",), "--height is for a page"),
        (("--page=1", "--height=9"), "--height"),
        (("--page=1", "--height=many"), "--height"),
    ],
)
def test_what_does_not_go_together_with_a_page_is_told(
    home: Path, edition: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = paper_reader("--lang=en", "show", edition, *arguments, home=home)
    assert done.returncode == 2
    assert printed(done) == ""
    assert words in said(done)


@pytest.mark.parametrize(
    ("encoding", "environment"),
    [
        ("gb18030", {"PYTHONIOENCODING": "gb18030"}),
        ("ascii", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ],
)
def test_where_box_drawing_may_not_be_carried_a_page_has_ascii_rules(
    home: Path, edition: Path, encoding: str, environment: dict[str, str]
) -> None:
    done = paper_reader("show", edition, "--page=1", home=home, world=environment)
    text = done.stdout.decode(encoding)
    assert FRAMES.search(text) is None
    assert "=" * 40 in text
    assert "-" * 20 in text
    assert " | " in text


def test_a_posix_world_that_writes_utf_8_shows_the_page_as_any_other(home: Path, edition: Path) -> None:
    done = paper_reader("show", edition, "--page=1", home=home, LC_ALL="POSIX")
    assert printed(done) == printed(paper_reader("show", edition, "--page=1", home=home))


def test_a_page_is_the_same_every_time(home: Path, edition: Path) -> None:
    first, second = (printed(paper_reader("show", edition, "--page=1", home=home)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("tongue", "words"), [("zh", "印出第 N 版的版面"), ("en", "print page N made up")])
def test_the_help_names_the_page_and_its_height(home: Path, tongue: str, words: str) -> None:
    text = printed(paper_reader(f"--lang={tongue}", "show", "--help", home=home))
    assert words in text
    assert "--page N" in text
    assert "--height N" in text


def test_on_a_terminal_a_page_fills_it_but_for_the_prompt(home: Path, edition: Path) -> None:
    command = reader_command("show", edition, "--page", "1")
    with Terminal(command, environment=clean_environment(home), size=(90, 30)) as terminal:
        terminal.wait_for("图书馆延长开放")
        terminal.settle()
        rows = [row.rstrip() for row in terminal.lines]
    assert "河  湾  晨  报" in rows[0]
    assert rows[29] == ""


def test_of_two_papers_of_a_day_the_one_shown_is_named_and_the_other_can_be_chosen(
    home: Path, library: Path
) -> None:
    put(library, "2025-04-06", "other.yaml", paper="另一张报", headline="另一座桥")
    reference = "2025-04-06/p01-a01"
    done = paper_reader("show", library, reference, "--lang", "en", home=home)
    assert "more than one paper has this piece: 另一张报, 河湾晨报; this is 河湾晨报" in said(done)
    assert "渡口停摆" in printed(done)
    done = paper_reader("show", library, reference, "--paper", "另一张报", home=home)
    assert "另一座桥" in printed(done)
    assert said(done) == ""


def test_a_day_without_a_paper_does_not_blame_a_file_of_another_day(home: Path, library: Path) -> None:
    (library / "2020-12-21.yaml").write_text("", encoding="utf-8")
    done = paper_reader("show", library, "2025-12-02/p01-a01", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "2020-12-21" not in said(done)
    assert "no edition of 2025-12-02" in said(done)
    done = paper_reader("show", library, "2020-12-21/p01-a01", "--lang", "en", home=home)
    assert "2020-12-21.yaml:1:1: the file is empty" in said(done)
