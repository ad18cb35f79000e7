"""Our own Markdown read back: what it says comes back in the fields it came from."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.edition.article import Article, Cut, Jump, Kind, Photo
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard
from reader.exporting.markdown import edition_markdown
from reader.importing.observation import Grade
from reader.loading.load import read_edition
from tests.importing.page_text.markdown import read_markdown
from tests.importing.page_text.pages import told_of

_EDITIONS = sorted((Path(__file__).parents[3] / "editions").rglob("*.yaml"))
_ZONE = dt.timezone(dt.timedelta(hours=8))


def _printed(edition: Edition) -> str:
    return "\n\n".join(edition_markdown(edition, (), None)) + "\n"


def _an_edition(*articles: Article, masthead: Masthead | None = None) -> Edition:
    return Edition(
        paper="河湾日报",
        date=dt.date(2025, 2, 3),
        issue="12",
        masthead=masthead or Masthead(),
        sections=(Section(name="要闻", page="01", articles=articles),),
    )


_ARTICLES = {
    "plain": Article(id="p01-a01", headline="渡口", body="开了。"),
    "head": Article(
        id="p01-a01", kicker="走基层", headline="渡口", deck="——引水记", byline="□ 本报记者 林一舟",
        source="河湾通讯社", body="开了。\n\n### 人多\n\n船也多。",
    ),
    "opinion": Article(id="p01-a01", kind=Kind.OPINION, column="报言", headline="少折腾", body="要想周全。"),
    "headless": Article(
        id="p01-a01", slug="渡口", jump_from=Jump(), cut=Cut.BOTH, body="说到底,要让好办法留下来。"
    ),
    "jump": Article(
        id="p01-a01", headline="渡口", body="开了。", jump_to=Jump(page="02"), signoff="（林一舟）"
    ),
    "photo": Article(
        id="p01-a01", headline="渡口", body="开了。\n\n![f1]\n\n还在。",
        photos=(Photo(id="f1", caption="晨渡。", credit="林一舟 摄"),),
    ),
    "column": Article(
        id="p01-a01", column="河上来信·年终", headline="渡口", body="开了。", signoff="夜班编辑部",
    ),
    "column and kicker": Article(
        id="p01-a01", kind=Kind.FEATURE, column="船工说", kicker="走基层", headline="渡口", body="开了。",
    ),
    "label of a column over news": Article(id="p01-a01", column="社论", headline="渡口", body="开了。"),
    "summary": Article(
        id="p01-a01", headline="渡口", byline="□ 本报记者 林一舟", source="河湾通讯社",
        summary="渡船恢复了。", body="开了。",
    ),
    "authors": Article(
        id="p01-a01", headline="渡口", authors=("林一舟", "何川"), summary="渡船恢复了", body="开了。",
    ),
    "authors without a name's shape": Article(
        id="p01-a01", headline="渡口", authors=("夜班编辑部",), source="河湾通讯社", body="开了。",
    ),
    "unplaced photo": Article(
        id="p01-a01", headline="渡口", body="开了。", photos=(Photo(caption="晨渡。", credit="林一舟 摄"),),
        signoff="（完）",
    ),
    "jumps to other days": Article(
        id="p01-a01", headline="渡口", body="开了。", signoff="夜班编辑部",
        jump_from=Jump(page="04", article="2025-02-01/渡口-1"),
        jump_to=Jump(page="2", article="2025-02-05/ferry-3"),
    ),
    "correction of another day": Article(
        id="p01-a01", kind=Kind.CORRECTION, headline="更正", body="写错了。", correction="应为十二公里。",
        corrects="2025-02-01/渡口-1",
    ),
    "photo alone": Article(id="p01-a01", kind=Kind.PHOTO, headline="渡口", photos=(Photo(caption="晨渡。"),)),
    "correction": Article(
        id="p01-a01", kind=Kind.CORRECTION, headline="更正", body="写错了。", correction="应为十二公里。"
    ),
    "blocks": Article(
        id="p01-a01", headline="渡口",
        body="1. 买票\n2. 上船\n\n船多。\n\n- 一\n- 二\n\n> 船稳。\n> — 老船工\n\n~ 春风\n~ 秋雨\n\n"
        "| 班次 | 时间 |\n| 1 | 7:00 |\n\n---\n\n\\- 不是列表 *不是* 重点",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _ARTICLES)
def test_an_article_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    edition = _an_edition(_ARTICLES[name])
    back, _ = read_markdown(tmp_path, _printed(edition))
    assert back.sections == edition.sections
    assert (back.paper, back.date, back.issue) == (edition.paper, edition.date, edition.issue)


def test_articles_below_each_other_keep_their_own_heads(tmp_path: Path) -> None:
    articles = tuple(
        replace(article, id=f"p01-a{number:02d}") for number, article in enumerate(_ARTICLES.values(), 1)
    )
    edition = _an_edition(*articles)
    back, _ = read_markdown(tmp_path, _printed(edition))
    assert back.sections == edition.sections


def test_the_imprint_comes_back(tmp_path: Path) -> None:
    masthead = Masthead(
        motto="一行一行", publisher="河湾日报社", editor="夜班", lunar="乙巳年正月初六", pages="4"
    )
    edition = replace(_an_edition(_ARTICLES["plain"], masthead=masthead), edition="晚报版")
    back, _ = read_markdown(tmp_path, _printed(edition))
    assert back.masthead == masthead
    assert back.edition == "晚报版"


def test_a_notice_comes_back_but_for_its_id_and_state(tmp_path: Path) -> None:
    notice = Notice(
        id="wind-20250203", event="大风", headline="河湾市大风黄色预警", column="公告", level=Level.YELLOW,
        status=Status.EXERCISE, issuer="河湾市气象台", area="河湾市",
        issued=dt.datetime(2025, 2, 2, 16, tzinfo=_ZONE), effective=dt.datetime(2025, 2, 3, tzinfo=_ZONE),
        onset=dt.datetime(2025, 2, 3, 8, 30, tzinfo=_ZONE), expires=dt.datetime(2025, 2, 5, tzinfo=_ZONE),
        text="风大。", instruction="请关好门窗。",
    )  # fmt: skip
    edition = replace(_an_edition(_ARTICLES["plain"]), notices=(notice,))
    board = NoticeBoard((edition,))
    standings = board.standings(edition.begins())
    text = "\n\n".join(edition_markdown(edition, standings, None))
    back, _ = read_markdown(tmp_path, text)
    assert back.notices == (notice,)


def test_a_label_that_is_not_set_off_is_the_column_below_and_told(tmp_path: Path) -> None:
    text = _printed(
        _an_edition(
            Article(id="p01-a01", headline="渡口", body="开了。"),
            Article(id="p01-a02", column="船边旧事", headline="灯火", body="亮了。"),
        )
    ).replace("***", "")
    back, told = read_markdown(tmp_path, text)
    first, second = back.articles()
    assert (first.body, second.column) == ("开了。", "船边旧事")
    assert any("船边旧事" in what for what in told_of(told, Grade.GUESSED))


@pytest.mark.parametrize("line", ["何川", "船稳水平。", "乘客们说，船稳"])
def test_a_last_line_that_is_no_label_stays_with_its_text(line: str, tmp_path: Path) -> None:
    articles = (
        Article(id="a", headline="渡口", body="开了。"),
        Article(id="b", headline="灯火", body="亮了。"),
    )
    text = _printed(_an_edition(*articles)).replace("开了。", f"开了。\n\n{line}")
    back, _ = read_markdown(tmp_path, text)
    first, second = back.articles()
    assert line in (first.body.splitlines()[-1], first.signoff)
    assert second.column is None


def test_the_name_of_a_picture_is_not_said_of_it(tmp_path: Path) -> None:
    (tmp_path / "dawn.png").write_bytes(b"picture")
    photo = Photo(id="f1", file="dawn.png", caption="晨渡。")
    article = Article(id="p01-a01", headline="渡口", body="开了。\n\n![f1]\n\n还在。", photos=(photo,))
    back, _ = read_markdown(tmp_path, _printed(_an_edition(article)))
    (found,) = next(back.articles()).photos
    assert (found.file, found.alt, found.caption) == ("dawn.png", None, "晨渡。")


def test_an_address_of_the_same_day_stays_a_line_of_the_text(tmp_path: Path) -> None:
    article = Article(id="p01-a01", headline="渡口", body="开了。", corrects="2025-02-03/ferry")
    back, _ = read_markdown(tmp_path, _printed(_an_edition(article)))
    (found,) = back.articles()
    assert (found.corrects, found.body) == (None, "开了。\n\n更正对象：2025-02-03/ferry")


@pytest.mark.parametrize("path", _EDITIONS, ids=lambda path: path.stem)
def test_a_shipped_edition_printed_read_and_printed_again_is_the_same(path: Path, tmp_path: Path) -> None:
    edition = read_edition(path.read_bytes(), path).edition
    assert edition is not None
    for article in edition.articles():
        for photo in article.photos:
            if photo.file:
                (tmp_path / photo.file).parent.mkdir(exist_ok=True)
                (tmp_path / photo.file).write_bytes(b"picture")
    printed = _printed(edition)
    back, _ = read_markdown(tmp_path, printed)
    assert re.sub(r"(?m)^(!\[.*\]\(<)", r"\1images/", _printed(back)) == printed
