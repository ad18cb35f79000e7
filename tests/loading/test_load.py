from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from reader.edition.article import Cut, Jump, Kind, Prominence
from reader.edition.notice import Level, Status
from reader.loading.load import Loaded, load_edition, read_edition
from reader.loading.problem import EditionError, Problem, Severity
from tests.loading.bad_files import HEAD, NOTICE, TAIL

SHARED = Path(__file__).parents[2].parent / "shared"
SHIPPED = Path(__file__).parents[2] / "editions"
HERE = Path("good.yaml")

WHOLE = """\
format: 1
paper: 青石晚报
date: 2025-03-04
edition: 晚报版
issue: 0712
language: zh-CN
timezone: Asia/Shanghai
masthead: {motto: 求实, publisher: 青石报社, editor: 石一, lunar: 二月初五, pages: 今日四版}
inferred: [issue, kai, kai.kicker]
notices:
  - id: wind-2
    event: 大风
    headline: 大风蓝色预警
    column: 信息台
    level: blue
    status: exercise
    issuer: 市气象台
    area: 全市
    issued: 2025-03-04T07:30Z
    effective: 2025-03-04T08:00
    onset: 2025-03-04T10:00+09:00
    expires: 2025-03-04T24:00
    supersedes: [wind-1]
    cancels: [wind-0]
    text: |
      风很大。

      少出门。
    instruction: |
      关好窗。
sections:
  - name: No
    page: 01
    articles:
      - id: kai
        kind: feature
        page: A2
        column: 河边
        kicker: 引
        headline: 春水初生
        deck: ——青石河的早晨
        byline: □ 本报记者 石一
        authors: [石一, 石二]
        dateline: 本报青石3月4日电
        source: 青石社
        summary: |
          河水
          涨了。
        body: |
          第一段。

          ![a]
        photos: [{id: a, file: photos/a.jpg, caption: 河, credit: 石二, alt: 一条河}]
        signoff: (石一)
        jump_from: unknown
        jump_to: {page: 3, article: p02-a01}
        cut: both
        prominence: lead
        correction: 昨日人名有误。
        corrects: 2025-03-03/p01-a01
  - name: 副刊
    articles:
      - slug: 无题
...
"""


def read(text: str) -> Loaded:
    return read_edition(text.encode(), HERE)


def warnings(text: str) -> list[str]:
    return [warning.render(HERE, "en") for warning in read(text).warnings]


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(EditionError) as caught:
        read(text)
    return caught.value.problems


def test_every_field_of_the_format_arrives_where_it_belongs() -> None:
    loaded = read(WHOLE)
    assert loaded.warnings == ()
    edition = loaded.edition
    assert (edition.paper, edition.date) == ("青石晚报", dt.date(2025, 3, 4))
    assert (edition.edition, edition.issue) == ("晚报版", "0712")
    assert edition.masthead.lunar == "二月初五"
    assert edition.inferred == ("issue", "kai", "kai.kicker")
    notice = edition.notices[0]
    assert (notice.level, notice.status) == (Level.BLUE, Status.EXERCISE)
    assert notice.effective.isoformat() == "2025-03-04T08:00:00+08:00"
    assert notice.expires is not None
    assert notice.expires.isoformat() == "2025-03-05T00:00:00+08:00"
    assert notice.onset is not None
    assert notice.onset.isoformat() == "2025-03-04T10:00:00+09:00"
    assert (notice.supersedes, notice.cancels) == (("wind-1",), ("wind-0",))
    assert notice.text == "风很大。\n\n少出门。"
    article = edition.sections[0].articles[0]
    assert (article.kind, article.cut, article.prominence) == (Kind.FEATURE, Cut.BOTH, Prominence.LEAD)
    assert (article.jump_from, article.jump_to) == (Jump(), Jump(page="3", article="p02-a01"))
    assert article.authors == ("石一", "石二")
    assert article.summary == "河水涨了。"
    assert article.photos[0].file == "photos/a.jpg"
    assert article.has_own_id
    assert edition.sections[1].articles[0].id == "p02-a01"


def test_every_scalar_is_text_until_the_format_says_otherwise() -> None:
    edition = read(WHOLE).edition
    assert (edition.issue, edition.sections[0].name, edition.sections[0].page) == ("0712", "No", "01")
    words = ["~", "null", "yes", "0x1F", "1e3", "2025-03-04", ".inf", "=", "1_000", "12:30:45"]
    for word in words:
        assert read(f"{HEAD}issue: {word}\n{TAIL}").edition.issue == word


def test_an_edition_without_options_gets_the_defaults() -> None:
    edition = read(HEAD + TAIL).edition
    assert (edition.language, edition.timezone, edition.notices) == ("zh-CN", "Asia/Shanghai", ())
    article = edition.sections[0].articles[0]
    assert (article.kind, article.body, article.prominence, article.id) == (Kind.NEWS, "", None, "p01-a01")


def test_a_bom_and_windows_or_old_mac_line_ends_change_nothing() -> None:
    whole = read(WHOLE).edition
    for end in ("\n", "\r\n", "\r"):
        data = b"\xef\xbb\xbf" + WHOLE.replace("\n", end).encode()
        loaded = read_edition(data, HERE)
        assert loaded.edition == whole
        assert loaded.source_map.position("sections[0].articles[0].headline") == (40, 19)


def test_an_edition_in_gb18030_is_read_when_it_is_named() -> None:
    assert read_edition(WHOLE.encode("gb18030"), HERE, encoding="gb18030").edition == read(WHOLE).edition


def test_an_encoding_that_does_not_exist_is_told() -> None:
    for name in ("klingon", "rot13", "", "utf-8\0"):
        with pytest.raises(EditionError, match="there is no encoding"):
            read_edition(WHOLE.encode(), HERE, encoding=name)


def test_a_file_without_its_last_line_may_be_cut() -> None:
    text = (HEAD + TAIL).removesuffix("...\n")
    (warning,) = warnings(text)
    assert warning.startswith("good.yaml:7:1: there is no last line “...”: the file may be cut; ")
    assert warnings(HEAD + TAIL.removesuffix("\n")) == []
    assert warnings("---\n" + HEAD + TAIL + "# 完\n") == []


def test_all_problems_are_collected_in_file_order() -> None:
    text = (
        "format: 9\npaper: &p 报\nisue: 1\nissue: 1\nissue: 2\ndate: 2025-13-01\nsections:\n"
        "  - articles:\n      - kind: nws\n        body: >\n          甲\n...\n"
    )
    found = [(problem.line, problem.column) for problem in problems(text)]
    assert found == [(1, 9), (2, 8), (3, 1), (5, 1), (6, 7), (8, 5), (9, 9), (9, 15), (10, 15)]


def test_what_was_read_before_the_yaml_broke_is_checked_and_nothing_is_called_missing() -> None:
    found = problems("format: 9\nisue: 1\nsections:\n  - name: 要闻\n    articles:\n      - kind: a: b\n")
    messages = [problem.render(HERE, "en") for problem in found]
    assert [message.split(": ")[0] for message in messages] == [
        "good.yaml:1:9",
        "good.yaml:2:1",
        "good.yaml:6:16",
    ]
    assert not any("needs" in message for message in messages)


def test_warnings_stand_beside_errors() -> None:
    found = problems("format: 1\npaper: 报\ndate: 2025-03-04\nsections:\n")
    assert {problem.severity for problem in found} == {Severity.ERROR, Severity.WARNING}


def test_a_great_many_problems_end_the_search() -> None:
    found = problems(HEAD + "".join(f"key{number}: 1\n" for number in range(2000)) + TAIL)
    assert len(found) == 501
    assert "too many problems" in found[-1].what.en


def test_a_file_of_more_values_than_any_paper_has_is_refused() -> None:
    with pytest.raises(EditionError, match=r"more than 1000 values.*--max-size"):
        read_edition((HEAD + "inferred: [" + "a," * 2000 + "]\n" + TAIL).encode(), HERE, limit=10_000)


def test_a_comment_after_a_space_cuts_nothing() -> None:
    assert warnings(HEAD + "issue: 12 # 第一期\npage: 1\n".replace("page: 1\n", "") + TAIL) == []
    edition = read(HEAD + "issue: 12#3\n" + TAIL).edition
    assert edition.issue == "12#3"
    assert read(HEAD + "issue: '第 #1 名' # 注\n" + TAIL).edition.issue == "第 #1 名"


def test_a_quoted_text_over_several_lines_is_a_warning() -> None:
    text = HEAD + "issue: '一\n  二'\n" + TAIL
    assert read(text).edition.issue == "一 二"
    assert "quotation marks" in warnings(text)[0]


def test_an_empty_optional_text_is_a_warning_and_left_out() -> None:
    text = HEAD + "issue:\nedition: ' '\n" + TAIL
    assert (read(text).edition.issue, read(text).edition.edition) == (None, None)
    assert len(warnings(text)) == 2


def test_a_jump_a_correction_or_an_inferred_name_that_leads_nowhere_is_a_warning() -> None:
    fields = (
        "        jump_to: {page: 2, article: p01-a2}\n"
        "        jump_from: {page: 2, article: 2025-03-04/nothing}\n"
        "        corrects: 2025-03-04/nothing\n"
    )
    text = HEAD + "inferred: [issu]\n" + TAIL.replace("...", fields + "...")
    found = warnings(text)
    places = [line.removeprefix("good.yaml:").split(": ")[0] for line in found]
    assert places == ["4:12", "9:37", "10:39", "11:19"]
    assert "did you mean issue?" in found[0]
    elsewhere = fields.replace("p01-a2", "2025-03-03/x").replace("2025-03-04", "2025-03-02")
    assert warnings(HEAD + TAIL.replace("...", elsewhere + "...")) == []


def test_a_time_that_clocks_jumped_over_is_a_warning() -> None:
    notice = NOTICE.replace("03-04T08:00", "03-30T02:30").replace("03-04T20:00", "03-31T20:00")
    assert "no clock in Europe/Berlin" in warnings(HEAD + "timezone: Europe/Berlin\n" + notice + TAIL)[0]
    with_offset = notice.replace("02:30", "02:30+01:00")
    assert warnings(HEAD + "timezone: Europe/Berlin\n" + with_offset + TAIL) == []


def test_notices_may_end_notices_of_other_editions_and_each_other_in_a_row() -> None:
    second = NOTICE.removeprefix("notices:\n").replace("wind-1", "wind-2\n    supersedes: [wind-1, wind-0]")
    third = second.replace("wind-2", "wind-3\n    cancels: [wind-2]")
    assert len(read(HEAD + NOTICE + second + third + TAIL).edition.notices) == 3


def test_a_photo_that_is_not_there_is_told_on_its_line_of_the_body() -> None:
    body = "        body: |\n          甲\n          ![x]\n\n          ![a]\n        photos: [{id: a}]\n"
    (problem,) = problems(HEAD + TAIL.replace("...", body + "..."))
    assert (problem.line, problem.column) == (10, 11)


def test_the_shared_edition_has_no_error_and_no_warning() -> None:
    path = SHARED / "data" / "seed-edition.yaml"
    if not path.exists():
        pytest.skip("the shared edition is not beside this checkout")
    loaded = load_edition(path)
    assert loaded.warnings == ()
    assert (len(list(loaded.edition.articles())), len(loaded.edition.notices)) == (8, 1)


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_edition_has_no_error_and_no_warning(path: Path) -> None:
    assert load_edition(path).warnings == ()


def test_the_yaml_module_is_not_imported_until_an_edition_is_read() -> None:
    code = "import sys; import reader.loading.load, reader.loading.plate; assert 'yaml' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
