from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Cut, Jump, Kind, Photo, Prominence
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice, Status
from reader.exporting.edition_yaml import edition_yaml
from reader.loading.load import load_edition, read_edition
from tests.shipped import PATHS

ZONE = dt.timezone(dt.timedelta(hours=8))
FULL = Edition(
    paper="河湾日报",
    date=dt.date(2025, 3, 1),
    edition="晚报版",
    issue="0041",
    masthead=Masthead(motto="慢一点: 看清楚", lunar="乙巳年二月初二", pages="8"),
    inferred=("sections", "p01-a01"),
    notices=(
        Notice(
            id="wind-1",
            event="大风",
            level=Level.BLUE,
            status=Status.EXERCISE,
            effective=dt.datetime(2025, 3, 1, 8, tzinfo=ZONE),
            supersedes=("wind-0",),
            text="今夜有大风。\n\n明早减弱。",
            instruction="关好门窗。",
        ),
    ),
    sections=(
        Section(
            name="要闻",
            page="01",
            articles=(
                Article(
                    id="bridge",
                    has_own_id=True,
                    kind=Kind.FEATURE,
                    kicker="“老桥” # 新路",
                    headline="- 修桥",
                    deck="——半年之约",
                    byline="□ 本报记者 林一舟",
                    authors=("林一舟", "陈,渡"),
                    body="  开头有空格。\n\n### 小标题\n\n\\- 减号\n| 甲 |",
                    photos=(Photo(id="f1", file="a/b.jpg", caption="图: 老桥", credit="林一舟 摄"),),
                    jump_from=Jump(),
                    jump_to=Jump(page="2", article="bridge-2"),
                    cut=Cut.END,
                    prominence=Prominence.LEAD,
                ),
                Article(id="p01-a02", slug="no", body="12"),
            ),
        ),
    ),
)


def back(edition: Edition) -> Edition:
    return read_edition(edition_yaml(edition).encode(), Path("written.yaml")).edition


def test_an_edition_with_every_kind_of_value_is_read_back_as_itself() -> None:
    assert back(FULL) == FULL


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_shipped_edition_is_read_back_as_itself_and_written_the_same_again(path: Path) -> None:
    edition = load_edition(path).edition
    assert back(edition) == edition
    assert edition_yaml(back(edition)) == edition_yaml(edition)


TEXTS = st.text(
    st.sampled_from("春江 :#-?&*!|>'\"%@`,[]{}~\\.0 1eE+x_—“”《》😀𠮷ab\n") | st.characters(codec="utf-8"),
    min_size=1,
    max_size=24,
)


def printable_line(text: str) -> str:
    from reader.edition.printable import printable_line

    return printable_line(" ".join(text.split()))


def printable_prose(text: str) -> str:
    from reader.edition.printable import printable

    return printable("\n".join(text.splitlines())).rstrip("\n")


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_any_text_anywhere_is_read_back_as_itself(line: str, prose: str, names: list[str]) -> None:
    line, prose = printable_line(line).strip() or "无题", printable_prose(prose)
    prose = prose if prose.strip() else "正文"
    authors = tuple(name for name in (printable_line(one).strip() for one in names) if name)
    article = Article(
        id="p01-a01", headline=line, kicker=line, authors=authors, body=prose, photos=(Photo(caption=line),)
    )
    section = Section(name=line, page=line, articles=(article,))
    edition = Edition(paper=line, date=dt.date(2025, 3, 1), sections=(section,))
    read = back(edition)
    placed = read.sections[0].articles[0]
    assert (
        replace(read, sections=(replace(read.sections[0], articles=(replace(placed, id="p01-a01"),)),))
        == edition
    )


@given(TEXTS)
def test_readers_that_guess_types_find_texts_all_the_same(line: str) -> None:
    line = printable_line(line).strip() or "无题"
    edition = Edition(paper=line, date=dt.date(2025, 3, 1), issue=line)
    values = yaml.safe_load(edition_yaml(edition))
    assert (values["paper"], values["issue"]) == (line, line)


def test_what_is_usual_is_not_written() -> None:
    article = Article(id="p01-a01", headline="一", body="二")
    edition = Edition(
        paper="报", date=dt.date(2025, 3, 1), sections=(Section(name="要闻", articles=(article,)),)
    )
    assert edition_yaml(edition) == (
        "format: 1\npaper: 报\ndate: 2025-03-01\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n\n"
        "sections:\n  - name: 要闻\n    articles:\n"
        "      - headline: 一\n        body: |\n          二\n...\n"
    )


def test_the_file_ends_as_a_whole_one_does() -> None:
    written = edition_yaml(Edition(paper="报", date=dt.date(2025, 3, 1)))
    assert written.endswith("sections: []\n...\n")
    assert read_edition(written.encode(), Path("x")).warnings == ()
