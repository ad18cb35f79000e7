from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Photo
from reader.edition.edition import Edition
from reader.importing.crawl.day import by_paper, edition_of
from reader.importing.crawl.piece import Piece
from reader.importing.imported import Imported, Picture
from reader.importing.observation import Grade
from tests.importing.checked import WISHES, checked

DAY = dt.date(2025, 3, 1)


def a_piece(headline: str, page: str | None = "01", number: int | None = None, **more: Any) -> Piece:
    article = Article(
        id="", headline=headline, body=more.pop("body", f"{headline}的正文。"), photos=more.pop("photos", ())
    )
    source = more.pop("source", f"{headline}.txt")
    return Piece(article, source, page=page, number=number, **more)


def made(*pieces: Piece, folder: str | None = "河湾日报") -> tuple[Edition, Imported]:
    imported = edition_of(pieces, DAY, folder, WISHES)
    return checked(imported), imported


def told(imported: Imported, grade: Grade) -> list[str]:
    return [each.what.en for each in imported.observations if each.grade is grade]


def headlines(edition: Edition) -> list[list[str | None]]:
    return [[article.headline for article in section.articles] for section in edition.sections]


def test_pages_and_articles_stand_in_the_order_of_their_numbers() -> None:
    edition, _ = made(
        a_piece("乙", "01", 10),
        a_piece("丁", "A1", 1),
        a_piece("丙", "02", 1),
        a_piece("甲", "01", 9),
        a_piece("戊", "10", 1),
    )
    assert headlines(edition) == [["甲", "乙"], ["丙"], ["戊"], ["丁"]]
    assert [section.page for section in edition.sections] == ["01", "02", "10", "A1"]
    assert [section.name for section in edition.sections] == ["第1版", "第2版", "第10版", "第A1版"]


def test_what_has_no_number_comes_last_on_its_page_as_it_came() -> None:
    edition, _ = made(a_piece("丙"), a_piece("丁"), a_piece("乙", "01", 2), a_piece("甲", "01", 1))
    assert headlines(edition) == [["甲", "乙", "丙", "丁"]]


def test_what_has_no_page_comes_last_in_a_section_of_its_own() -> None:
    edition, _ = made(a_piece("乙", None), a_piece("甲", "01"))
    assert headlines(edition) == [["甲"], ["乙"]]
    assert edition.sections[1].page is None
    assert "sections" in edition.inferred


def test_a_page_has_the_name_its_files_give_it() -> None:
    edition, _ = made(a_piece("甲", section="要闻"), a_piece("乙"), a_piece("丙", "02", section="副刊"))
    assert [section.name for section in edition.sections] == ["要闻", "副刊"]


def test_a_page_of_a_paper_in_english_is_called_so() -> None:
    edition, _ = made(
        a_piece("The ferry is open again", body="It opened at six in the morning."), folder=None
    )
    assert [section.name for section in edition.sections] == ["Page 1"]


def test_missing_numbers_and_pages_are_told() -> None:
    pieces = [a_piece("甲", "01", 1), a_piece("乙", "01", 4), a_piece("丙", "01", 6), a_piece("丁", "04", 1)]
    _, imported = made(*pieces)
    assert told(imported, Grade.UNDECIDED) == ["page 2–3 is lacking", "page 01 lacks number 2–3, 5"] or told(
        imported, Grade.UNDECIDED
    ) == ["page number 2–3 is lacking", "page 01 lacks number 2–3, 5"]


def test_a_long_list_of_missing_numbers_is_cut() -> None:
    _, imported = made(*(a_piece(str(number), "01", number) for number in range(1, 40, 2)))
    (gap,) = told(imported, Grade.UNDECIDED)
    assert gap.endswith("16 …")
    _, imported = made(a_piece("甲", "01", 9999))
    assert told(imported, Grade.UNDECIDED) == ["page 01 lacks number 1–9998"]


def test_an_article_that_comes_twice_is_kept_twice_and_told() -> None:
    same = {"body": "同样的正文。"}
    edition, imported = made(
        a_piece("甲", "01", 1, **same, source="a"), a_piece("甲", "02", 1, **same, source="b")
    )
    assert headlines(edition) == [["甲"], ["甲"]]
    (double,) = [each for each in imported.observations if each.grade is Grade.UNDECIDED]
    assert (double.source, double.what.en) == ("b", "the same as a; both are kept")


def test_the_paper_is_what_most_files_say() -> None:
    edition, _ = made(
        a_piece("甲", paper="青石晚报"), a_piece("乙", paper="河湾晚报"), a_piece("丙", paper="河湾晚报")
    )
    assert edition.paper == "河湾晚报"
    assert "paper" not in edition.inferred


def test_a_paper_named_after_its_folder_is_a_guess() -> None:
    edition, imported = made(a_piece("甲"))
    assert edition.paper == "河湾日报"
    assert "paper" in edition.inferred
    assert any("named after the folder" in words for words in told(imported, Grade.GUESSED))
    wished = edition_of([a_piece("甲")], DAY, "河湾日报", WISHES._replace(paper="青石晚报")).edition
    assert (wished.paper, "paper" in wished.inferred) == ("青石晚报", False)


def test_where_all_articles_have_one_paper_as_their_source_it_is_the_paper() -> None:
    def from_source(*sources: str | None) -> Edition:
        pieces = [a_piece(str(at)) for at in range(len(sources))]
        return made(
            *(
                piece._replace(article=replace(piece.article, source=source))
                for piece, source in zip(pieces, sources, strict=True)
            ),
            folder=None,
        )[0]

    edition = from_source("河湾日报", "河湾日报")
    assert (edition.paper, "paper" in edition.inferred) == ("河湾日报", True)
    assert from_source("河湾日报", "河湾社").paper == "未名报"
    assert from_source("河湾社").paper == "未名报"
    assert from_source("河湾日报", None).paper == "未名报"


def test_a_paper_nobody_names_is_left_to_the_finish() -> None:
    edition, _ = made(a_piece("甲"), folder=None)
    assert (edition.paper, "paper" in edition.inferred) == ("未名报", True)


def test_pieces_of_several_papers_are_parted_where_all_say_theirs() -> None:
    mine, other, silent = a_piece("甲", paper="河湾日报"), a_piece("乙", paper="青石晚报"), a_piece("丙")
    assert by_paper([mine, other, mine]) == [[mine, mine], [other]]
    assert by_paper([mine, other, silent]) == [[mine, other, silent]]
    assert by_paper([silent]) == [[silent]]


def test_fields_left_out_are_told_once_a_day() -> None:
    _, imported = made(a_piece("甲", left=("url", "id")), a_piece("乙", left=("url",)))
    assert told(imported, Grade.DROPPED) == ["fields that were not taken over: url, id"]


def test_pictures_of_one_name_get_two() -> None:
    def with_picture(headline: str, data: bytes) -> Piece:
        photos = (Photo(file="1.jpg"),)
        return a_piece(headline, photos=photos, pictures=(Picture("1.jpg", lambda: data),))

    edition, imported = made(with_picture("甲", b"a"), with_picture("乙", b"b"))
    assert [photo.file for article in edition.articles() for photo in article.photos] == ["1.jpg", "1-2.jpg"]
    assert [(each.file, each.data()) for each in imported.pictures] == [("1.jpg", b"a"), ("1-2.jpg", b"b")]


_pieces = st.builds(
    a_piece,
    st.text("渡口桥路", min_size=1, max_size=3),
    st.sampled_from([None, "01", "02", "A1", "特刊"]),
    st.none() | st.integers(0, 30),
)


@given(st.lists(_pieces, min_size=1, max_size=8))
def test_no_piece_is_lost_whatever_its_place(pieces: list[Piece]) -> None:
    edition, _ = made(*pieces)
    given_in = sorted(str(piece.article.headline) for piece in pieces)
    assert sorted(str(article.headline) for article in edition.articles()) == given_in
