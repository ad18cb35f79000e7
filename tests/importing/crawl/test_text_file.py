from __future__ import annotations

import datetime as dt

from reader.edition.article import Article, Kind
from reader.importing.crawl.heads import Habit
from reader.importing.crawl.names import Named
from reader.importing.crawl.piece import Piece
from reader.importing.crawl.text_file import piece_of
from reader.importing.observation import Grade

DAY = dt.date(2025, 3, 1)
NAME = Named(DAY, "01", 2, is_article=True)
ONE, TWO = "清晨六点，渡口开了。", "“船来了。”船工老陈说。"


def a_piece(text: str, name: Named = NAME, habit: Habit = Habit.UNKNOWN) -> Piece:
    return piece_of(text, "20250301-01-02.txt", name, habit)


def an_article(text: str) -> Article:
    return a_piece(text).article


def test_a_file_becomes_an_article_at_its_place() -> None:
    piece = a_piece(f"看变化\n渡口修好\n——改造记\n　　{ONE}\n　　{TWO}\n")
    assert (piece.date, piece.page, piece.number, piece.observations) == (DAY, "01", 2, ())
    assert piece.article == Article(
        id="", kicker="看变化", headline="渡口修好", deck="——改造记", body=f"{ONE}\n\n{TWO}"
    )


def test_text_that_looks_marked_up_stays_text() -> None:
    article = an_article("渡口修好\n　　- 一是船。\n　　### 二是桥\n　　三是路。")
    assert article.body == "\\- 一是船。\n\n\\### 二是桥\n\n三是路。"


def test_authors_are_told_from_the_byline_else_from_the_opening() -> None:
    article = an_article(f"渡口修好\n本报记者　林一舟　周小禾\n　　{ONE}")
    assert (article.byline, article.authors) == ("本报记者　林一舟　周小禾", ("林一舟", "周小禾"))
    article = an_article(f"渡口修好\n　　本报河湾电（记者林一舟）{ONE}")
    assert (article.byline, article.authors) == (None, ("林一舟",))
    assert article.body == f"本报河湾电（记者林一舟）{ONE}"


def test_a_first_paragraph_that_only_signs_is_the_byline() -> None:
    article = an_article(f"渡口修好\n　　本报记者　林一舟\n　　{ONE}")
    assert (article.byline, article.authors, article.body) == ("本报记者　林一舟", ("林一舟",), ONE)
    assert an_article("渡口修好\n　　本报记者　林一舟").body == "本报记者　林一舟"


def test_a_last_line_that_only_signs_is_the_signoff() -> None:
    article = an_article(f"渡口修好\n　　{ONE}\n　　（作者为河湾大学教授）")
    assert (article.signoff, article.body) == ("（作者为河湾大学教授）", ONE)


def test_the_kind_is_read_from_the_head() -> None:
    assert an_article(f"社论\n渡口要修好用好\n\n　　{ONE}").kind is Kind.OPINION


def test_lines_that_could_be_meant_otherwise_are_told() -> None:
    piece = a_piece(f"渡口修好了没有\n渡口修好了吧\n　　{ONE}")
    assert [(told.grade, told.source) for told in piece.observations] == [
        (Grade.UNDECIDED, "20250301-01-02.txt")
    ]
    assert (piece.article.headline, piece.article.deck) == ("渡口修好了没有", "渡口修好了吧")


def test_a_text_without_headline_is_told() -> None:
    piece = a_piece(f"\n\n\n　　{ONE}")
    assert [told.grade for told in piece.observations] == [Grade.UNDECIDED]
    assert "no headline" in piece.observations[0].render("en")


def test_joined_lines_are_told() -> None:
    piece = a_piece("渡口修好\n　　清晨六点的河湾渡口，已经有十几个人在\n等着第一班船。")
    assert [(told.grade, told.what.zh) for told in piece.observations] == [
        (Grade.GUESSED, "有 1 处断行接上了")
    ]


def test_the_imprint_of_an_electronic_paper_says_paper_day_and_page() -> None:
    piece = a_piece(f"渡口修好\n本报记者　林一舟 《河湾日报》（2025年03月01日 第 03 版）\n　　{ONE}", Named())
    assert (piece.paper, piece.date, piece.page) == ("河湾日报", DAY, "03")
    assert piece.article.byline == "本报记者　林一舟"
    alone = a_piece(f"渡口修好\n《 河湾日报 》（ 2025年03月01日 01 版）\n　　{ONE}")
    assert (alone.paper, alone.article.deck, alone.article.body) == ("河湾日报", None, ONE)


def test_the_imprint_of_another_day_is_left_in_the_text() -> None:
    piece = a_piece(f"渡口修好\n　　{ONE}\n《河湾日报》（2024年03月01日 第 03 版）\n　　{TWO}")
    assert piece.paper is None
    assert "2024年03月01日" in piece.article.body


def test_a_sentence_that_ends_like_the_imprint_keeps_it() -> None:
    sentence = "此事见《河湾日报》（2025年03月01日 第 03 版）"
    assert an_article(f"渡口修好\n　　{sentence}\n　　{ONE}").body == f"{sentence}\n\n{ONE}"


def test_labelled_lines_say_what_they_are() -> None:
    piece = a_piece(
        "标题：渡口修好\n副标题：改造用时一年\n作者：林一舟\n日期：2025-03-01\n版面：第03版：要闻\n来源：河湾社\n"
        f"栏目：河湾故事\n链接：http://localhost/1\n正文：{ONE}\n{TWO}\n",
        Named(),
    )
    assert (piece.date, piece.page, piece.section, piece.left) == (DAY, "03", "要闻", ("address",))
    article = piece.article
    assert (article.headline, article.deck, article.byline) == ("渡口修好", "改造用时一年", "林一舟")
    assert (article.authors, article.source, article.column) == (("林一舟",), "河湾社", "河湾故事")
    assert article.body == f"{ONE}\n\n{TWO}"


def test_the_lines_of_a_labelled_headline_are_told_apart() -> None:
    piece = a_piece(
        f"连接：http://localhost/1\n标题：看变化\n渡口修好\n——改造记\n内容：\n　　{ONE}\n　　{TWO}\n"
    )
    article = piece.article
    assert (article.kicker, article.headline, article.deck) == ("看变化", "渡口修好", "——改造记")
    assert article.body == f"{ONE}\n\n{TWO}"


def test_a_short_first_line_of_a_labelled_text_is_text() -> None:
    assert an_article(f"标题：渡口修好\n正文：\n船与人\n{ONE}").body == f"船与人\n\n{ONE}"


def test_a_colon_alone_makes_no_label() -> None:
    article = an_article(f"主题：渡口\n　　{ONE}")
    assert (article.headline, article.body) == ("主题：渡口", ONE)
