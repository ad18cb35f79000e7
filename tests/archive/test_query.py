from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive.clause import Dated, InSection, OfKind, Part, Pattern, Words
from reader.archive.query import LONGEST_QUERY, Query, QueryError, parse_query
from reader.edition.article import Kind


def read(typed: str) -> tuple[QueryError | None, Query]:
    try:
        return None, parse_query(typed)
    except QueryError as fault:
        return fault, Query()


def words(text: str, position: int = 0, **fields: object) -> Words:
    return Words(text=text, position=position, **fields)  # type: ignore[arg-type]


def phrase(text: str, position: int = 0, **fields: object) -> Words:
    return words(text, position, is_phrase=True, **fields)


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("长治 预警", (words("长治"), words("预警", 3))),
        ("　长治\t预警 ", (words("长治", 1), words("预警", 4))),
        ('"重污染 天气"', (phrase("重污染 天气"),)),
        ("“重污染 天气”", (phrase("重污染 天气"),)),
        ("”重污染 天气“", (phrase("重污染 天气"),)),
        ("＂雪 夜＂", (phrase("雪 夜"),)),
        ("“雪”夜", (phrase("雪"), words("夜", 3))),
        ("“雪 ", (phrase("雪"),)),
        ("“", ()),
        ('""', ()),
        ("“ ”雪", (words("雪", 3),)),
        ("说“好”", (words("说“好”"),)),
        ("雪 -雨", (words("雪"), words("雨", 2, is_excluded=True))),
        ("-“大 雨”", (phrase("大 雨", is_excluded=True),)),
        ("-标题:雨", (words("雨", is_excluded=True, part=Part.TITLE),)),
        ("-", (words("-"),)),
        ("雪 - 雨", (words("雪"), words("-", 2), words("雨", 4))),
        ("--雪", (words("--雪"),)),
        ("东-西", (words("东-西"),)),
        ("－雪", (words("－雪"),)),
        ("标题:雪", (words("雪", part=Part.TITLE),)),
        ("标题：雪", (words("雪", part=Part.TITLE),)),
        ("headline:雪", (words("雪", part=Part.TITLE),)),
        ("HeadLine:雪", (words("雪", part=Part.TITLE),)),
        ("ＨＥＡＤＬＩＮＥ：雪", (words("雪", part=Part.TITLE),)),
        ("标题: 雪", (words("雪", part=Part.TITLE),)),
        ("标题:“雪 夜”", (phrase("雪 夜", part=Part.TITLE),)),
        ("标题:/雪+/", (Pattern(position=0, source="雪+", part=Part.TITLE),)),
        ("作者:李", (words("李", part=Part.BYLINE),)),
        ("byline:Li", (words("Li", part=Part.BYLINE),)),
        ("版:要闻", (InSection(position=2, text="要闻"),)),
        ("section:“第 1 版”", (InSection(position=8, text="第 1 版"),)),
        ("类型:言论", (OfKind(position=3, kinds=frozenset({Kind.OPINION})),)),
        ("kind:opinion", (OfKind(position=5, kinds=frozenset({Kind.OPINION})),)),
        ("-kind:ad", (OfKind(position=6, is_excluded=True, kinds=frozenset({Kind.AD})),)),
        (
            "日期:２０２４-12",
            (Dated(position=3, first=dt.date(2024, 12, 1), last=dt.date(2024, 12, 31)),),
        ),
        ("标题:", ()),
        ("标题: ", ()),
        ("版:", ()),
        ("版:“”", ()),
        ("http://a.cn 12:30 标题党:雪", (words("http://a.cn"), words("12:30", 12), words("标题党:雪", 18))),
        (":雪", (words(":雪"),)),
        ("/雪.*夜/", (Pattern(position=0, source="雪.*夜"),)),
        ("/雪 夜/ 霜", (Pattern(position=0, source="雪 夜"), words("霜", 6))),
        ("/雪", (Pattern(position=0, source="雪"),)),
        ("/a/b/", (Pattern(position=0, source="a/b"),)),
        (r"/a\/ b/", (Pattern(position=0, source=r"a\/ b"),)),
        ("-/雪/", (Pattern(position=0, source="雪", is_excluded=True),)),
        ("/", (words("/"),)),
        ("/ 雪", (words("/"), words("雪", 2))),
        ("//", ()),
        ("1/2 a/b/", (words("1/2"), words("a/b/", 4))),
        ("", ()),
        ("  ", ()),
    ],
)
def test_a_query_is_read_as(typed: str, clauses: tuple[object, ...]) -> None:
    assert parse_query(typed).clauses == clauses


@pytest.mark.parametrize(
    ("typed", "position", "says"),
    [
        ("雪 /[雨/", 5, "“[”没有用“]”结束"),
        ("雪 /雨)/", 4, "多了“)”"),
        ("/雨(/", 3, "缺少“)”"),
        ("/*雨/", 1, "重复符号前面没有内容"),
        ("标题:/雨**/", 6, "重复符号叠用"),
        ("/雨\\", 3, "末尾的“\\”后面没有字符"),
        ("/a{99999999}/", 2, "重复次数太大"),
        ("日期:昨天", 3, "“昨天”不是日期"),
        ("雪 date:2024-13", 7, "“2024-13”不是日期"),
        ("类型:小说", 3, "没有“小说”这种类型"),
    ],
)
def test_a_query_that_cannot_be_read_says_where_and_why(typed: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(typed)
    assert raised.value.position == position
    assert says in raised.value.what.zh
    assert raised.value.what.en


def test_a_pasted_book_is_no_query() -> None:
    with pytest.raises(QueryError, match="too long"):
        parse_query("雪" * (LONGEST_QUERY + 1))
    assert parse_query("雪" * LONGEST_QUERY).terms


@pytest.mark.parametrize(
    "typed",
    [
        "长治 “重污染 天气” -雨",
        "标题:预警 作者：李 版:要闻",
        "类型:言论 -版:1 雪",
        "雪 -“大 雨” - a-b",
        "/雪+夜?/ 霜",
    ],
)
def test_every_beginning_of_a_query_can_be_searched_for(typed: str) -> None:
    for end in range(len(typed) + 1):
        parse_query(typed[:end])


@given(st.text(st.sampled_from('雪长aZ19 -–:：/"“”()[]{}*+?\\.标题日期类型版　\n'), max_size=40))
def test_any_words_are_read_or_refused_with_a_place_in_them(typed: str) -> None:
    fault, query = read(typed)
    assert fault is None or 0 <= fault.position <= len(typed)
    assert query.is_empty == (query.clauses == ())
    for clause in query.clauses:
        assert 0 <= clause.position < len(typed)
        if isinstance(clause, Words | InSection):
            assert clause.text.strip()
            assert clause.text in typed


def test_the_terms_are_what_is_marked() -> None:
    query = parse_query("雪 -雨 版:要闻 “霜 冻” /冰+/ -/雹/")
    assert query.terms == (words("雪"), phrase("霜 冻", 10), Pattern(position=16, source="冰+"))
    assert not query.is_empty
    assert Query().is_empty
    assert Query().terms == ()
