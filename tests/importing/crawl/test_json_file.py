from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from reader.importing.crawl.json_file import json_pieces
from reader.importing.crawl.names import Named
from reader.importing.crawl.piece import Piece
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source

DAY = dt.date(2025, 3, 1)
NAMELESS = Named()
ONE, TWO = "清晨六点，渡口开了。", "“船来了。”船工老陈说。"


def read(value: Any, name: Named = NAMELESS) -> list[Piece | Observation]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return list(json_pieces(text, Source(path=None), name))


def one(value: Any, name: Named = NAMELESS) -> Piece:
    (piece,) = read(value, name)
    assert isinstance(piece, Piece)
    return piece


def test_english_keys() -> None:
    piece = one(
        {
            "date": "2025-03-01",
            "page_no": "01",
            "page_name": "要闻",
            "article_index": 2,
            "pre_title": "看变化",
            "title": "渡口修好",
            "subtitle": "改造用时一年",
            "author": "林一舟 周小禾",
            "source": "河湾社",
            "column": "河湾故事",
            "summary": "渡口修好了。",
            "content": f"　　{ONE}\n　　{TWO}",
        }
    )
    article = piece.article
    assert (piece.date, piece.page, piece.section, piece.number) == (DAY, "01", "要闻", 2)
    assert (article.kicker, article.headline, article.deck) == ("看变化", "渡口修好", "改造用时一年")
    assert (article.byline, article.authors) == ("林一舟 周小禾", ("林一舟", "周小禾"))
    assert (article.source, article.column, article.summary) == ("河湾社", "河湾故事", "渡口修好了。")
    assert article.body == f"{ONE}\n\n{TWO}"
    assert piece.left == ()


def test_chinese_and_pinyin_keys() -> None:
    chinese = {
        "日期": "2025年3月1日",
        "版面": "第01版：要闻",
        "标题": "渡口修好",
        "作者": "林一舟",
        "正文": [ONE, TWO],
    }
    pinyin = {"riqi": 20250301, "banci": 1, "banming": "要闻", "biaoti": "渡口修好", "zuozhe": "林一舟"}
    for value in (chinese, {**pinyin, "zhengwen": f"{ONE}\n{TWO}"}):
        piece = one(value)
        assert (piece.date, piece.page, piece.section) == (DAY, "01", "要闻")
        assert (piece.article.headline, piece.article.authors) == ("渡口修好", ("林一舟",))
        assert piece.article.body == f"{ONE}\n\n{TWO}"


def test_all_three_lines_in_one_key_are_told_apart() -> None:
    article = one({"title": "看变化\n渡口修好\n——改造记", "content": ONE}).article
    assert (article.kicker, article.headline, article.deck) == ("看变化", "渡口修好", "——改造记")
    article = one({"title": "\n渡口修好\n\n", "content": ONE}).article
    assert (article.kicker, article.headline, article.deck) == (None, "渡口修好", None)


def test_two_lines_that_could_be_either_are_told() -> None:
    piece = one({"title": "渡口修好了没有\n渡口修好了吧", "content": ONE})
    assert [told.grade for told in piece.observations] == [Grade.UNDECIDED]
    assert one({"title": "渡口\n桥", "subtitle": "副", "content": ONE}).article.deck == "桥 副"


def test_a_list_of_authors_are_names() -> None:
    article = one({"title": "渡口", "authors": ["林一舟", " 周小禾 ", None], "content": ONE}).article
    assert (article.byline, article.authors) == (None, ("林一舟", "周小禾"))


def test_day_and_place_may_stand_in_the_address() -> None:
    address = "http://localhost/rb/html/2025-03/01/nw.D1_20250301_2-03.htm"
    piece = one({"url": address, "title": "渡口", "content": ONE})
    assert (piece.date, piece.page, piece.number, piece.left) == (DAY, "03", 2, ("url",))


def test_what_the_entry_says_outweighs_what_stands_around_it_and_the_name() -> None:
    name = Named(dt.date(2025, 3, 9))
    inside: Any = {
        "date": "2025-03-02",
        "articles": [{"title": "渡口", "date": "2025-03-01", "content": ONE}],
    }
    assert one(inside, name).date == DAY
    around = {"date": "2025-03-01", "articles": [{"title": "渡口", "content": ONE}]}
    assert one(around, name).date == DAY
    assert one({"title": "渡口", "content": ONE}, name).date == dt.date(2025, 3, 9)


def test_when_a_site_published_it_counts_last() -> None:
    value = {"title": "渡口", "publish_time": "2025-02-28 23:50", "content": ONE}
    assert one(value, Named(DAY)).date == DAY
    assert one(value).date == dt.date(2025, 2, 28)


def test_a_date_with_the_time_of_day_is_when_a_site_published_it() -> None:
    value = {"title": "渡口", "date": "2025-02-28 23:50", "content": ONE}
    assert one(value, Named(DAY)).date == DAY
    assert one(value).date == dt.date(2025, 2, 28)


def test_authors_may_be_objects() -> None:
    value: Any = {"title": "渡口", "authors": [{"id": 3, "name": "林一舟"}], "content": ONE}
    assert one(value).article.authors == ("林一舟",)
    value = {"title": "渡口", "author": {"id": 3, "name": "林一舟"}, "content": ONE}
    assert one(value).article.byline == "林一舟"


def test_pages_and_paper_around_the_articles_are_theirs() -> None:
    value = {
        "paper": "河湾日报",
        "期号": 1024,
        "pages": [{"page": 1, "name": "要闻", "articles": [{"title": "渡口", "content": ONE}]}],
    }
    piece = one(value, Named(DAY))
    assert (piece.paper, piece.issue, piece.page, piece.section) == ("河湾日报", "1024", "01", "要闻")
    assert piece.part == "pages[0].articles[0]"


def test_html_in_a_headline_is_turned_to_its_words() -> None:
    assert one({"title": "渡口<br/>修好", "content": ONE}).article.headline == "渡口修好"
    assert one({"title": "R&amp;D", "content": ONE}).article.headline == "R&D"


def test_an_opening_names_the_authors_where_no_key_does() -> None:
    article = one({"title": "渡口", "content": f"本报河湾电（记者林一舟）{ONE}"}).article
    assert article.authors == ("林一舟",)


def test_fields_without_a_place_are_named() -> None:
    value = {
        "title": "渡口",
        "content": ONE,
        "word_count": 9,
        "images": ["http://localhost/1.jpg"],
        "text": "别的。",
    }
    assert one(value).left == ("word_count", "photos")


def test_every_text_of_an_article_is_kept_and_told() -> None:
    piece = one({"title": "渡口", "content": f"{ONE}\n{TWO}", "text": "别的。"})
    assert piece.article.body == f"{ONE}\n\n{TWO}\n\n别的。"
    (told,) = piece.observations
    assert (told.grade, told.what.en.rpartition(" ")[2]) == (Grade.UNDECIDED, "text")


def test_a_text_under_an_unknown_key_is_kept_where_there_is_no_other() -> None:
    piece = one({"title": "渡口", "post": f"{ONE}\n{TWO}", "slug": "dukou", "url": "http://localhost/1"})
    assert piece.article.body == f"{ONE}\n\n{TWO}"
    assert piece.left == ("slug", "url")
    (told,) = piece.observations
    assert (told.grade, told.what.en.rpartition(" ")[2]) == (Grade.GUESSED, "post")


def test_pictures_among_the_parts_of_a_text_are_photos_with_their_captions() -> None:
    parts = [
        {"type": "text", "text": ONE},
        {"type": "image", "caption": "渡口", "src": "http://localhost/1.jpg"},
    ]
    piece = one({"title": "渡口", "content": parts})
    assert piece.article.body == ONE
    assert [photo.caption for photo in piece.article.photos] == ["渡口"]
    assert piece.left == ("photos",)


ARTICLE = {"title": "渡口", "content": ONE}


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ([ARTICLE, "一句话。", {"foo": "又一句话。"}, ARTICLE], ["[1]", "[2]"]),
        ({"articles": [ARTICLE, ["一句话。"]]}, ["articles[1]"]),
        ([{"page": "01", "articles": [ARTICLE]}, "一句话。"], ["[1]"]),
        (f'{json.dumps(ARTICLE)}\n{{"foo": "一句话。"}}\n{json.dumps(ARTICLE)}', ["line 2"]),
    ],
)
def test_what_stands_among_articles_and_is_none_is_an_error(value: Any, parts: list[str]) -> None:
    told = [each for each in read(value) if isinstance(each, Observation)]
    assert [(each.grade, each.part) for each in told] == [(Grade.ERROR, part) for part in parts]


@pytest.mark.parametrize(
    "value",
    [
        [ARTICLE, None, {}, [], ""],
        [{"page": "01", "articles": [ARTICLE]}, {"page": "02", "articles": []}, {"page": "03"}],
        {"meta": {"version": "一"}, "articles": [ARTICLE]},
    ],
)
def test_what_says_nothing_beside_articles_is_none(value: Any) -> None:
    assert not [each for each in read(value) if isinstance(each, Observation)]


def test_pictures_in_markup_beside_the_file_are_taken(tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(b"picture")
    content = f'<p>{ONE}</p><img src="1.jpg" alt="渡口"><img src="http://localhost/2.jpg" alt="桥">'
    text = json.dumps({"title": "渡口", "content": content, "images": ["1.jpg"]})
    (piece,) = json_pieces(text, Source(path=tmp_path / "day.json"), NAMELESS)
    assert isinstance(piece, Piece)
    assert [(picture.file, picture.data()) for picture in piece.pictures] == [("1.jpg", b"picture")]
    assert "photos" in piece.left
    assert "![f1]" in piece.article.body
    assert [(photo.id, photo.file) for photo in piece.article.photos] == [("f1", "1.jpg"), ("f2", None)]


def test_entries_without_text_and_broken_lines_are_told_and_the_rest_is_read() -> None:
    text = '{"title": "渡口", "content": "甲。"}\n{"title": "", "content": ""}\n{"title": \n'
    piece, empty, broken = read(text)
    assert isinstance(piece, Piece)
    assert isinstance(empty, Observation)
    assert isinstance(broken, Observation)
    assert (piece.part, empty.part, broken.part) == ("line 1", "line 2", "3:10")
    assert (empty.grade, broken.grade) == (Grade.UNDECIDED, Grade.ERROR)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(CannotImport):
        read("not JSON")
