"""Lines around a text: where it goes on, who signs it, whose photo it is."""

from __future__ import annotations

import pytest

from reader.edition.article import Cut, Jump, Kind
from reader.importing.observation import Grade
from tests.importing.checked import WISHES
from tests.importing.page_text.pages import articles, read_page, told_of

_TEXT = "河湾市今天开放了新的渡口,过河的人比往年多。"


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("（下转第2版）", "2"),
        ("(下转第二版)", "2"),
        ("（下转第十二版）", "12"),
        ("下转A2版", "A2"),
        ("（下转第３版）", "3"),
        ("(Continued on Page B6)", "B6"),
    ],
)
def test_a_jump_line_is_where_the_text_goes_on(line: str, page: str) -> None:
    for text in (
        f"# 渡口\n\n{_TEXT}\n\n{line}\n",
        f"# 渡口\n\n{_TEXT}{line if line[0] in '(（' else ''}\n\n{line}",
    ):
        article = articles(text)[0]
        assert article.jump_to == Jump(page=page)
        assert article.cut is None


def test_text_that_goes_on_elsewhere_is_not_cut() -> None:
    (article,) = articles("# 渡口\n\n河湾市今天开放了新的渡口,过河的人比往(下转第2版)")
    assert article.cut is None
    assert article.body.endswith("过河的人比往")


@pytest.mark.parametrize(
    "line", ["（上接第1版）", "(上接第一版)", "上接1版", "（紧接第1版）", "Continued from Page 1"]
)
def test_a_jump_line_at_the_head_is_where_the_text_comes_from(line: str) -> None:
    for text in (f"# 渡口\n\n{line}\n\n{_TEXT}", f"{line}\n\n{_TEXT}"):
        assert articles(text)[0].jump_from == Jump(page="1")


@pytest.mark.parametrize(
    "signature",
    [
        "(林一舟 何川)",
        "（林一舟）",
        "（记者 林一舟）",
        "（据新华社）",
        "(本报综合)",
        "（林一舟、何川 文/图）",
        "（河湾气象台供稿）",
    ],
)
def test_a_signature_behind_the_last_sentence_is_the_signoff(signature: str) -> None:
    (article,) = articles(f"# 渡口\n\n{_TEXT}{signature}")
    assert article.signoff == signature
    assert article.body == _TEXT


@pytest.mark.parametrize("line", ["(林一舟 何川)", "□ 本报记者 林一舟", "（记者 林一舟）", "— Jane Doe"])
def test_a_signature_on_a_line_of_its_own_is_the_signoff(line: str) -> None:
    (article,) = articles(f"# 渡口\n\n{_TEXT}\n\n{line}")
    assert article.signoff == line
    assert article.body == _TEXT


@pytest.mark.parametrize("aside", ["(完)", "（下同）", "(掌声)", "（全长十二公里）"])
def test_brackets_that_name_nobody_stay_in_the_text(aside: str) -> None:
    (article,) = articles(f"# 渡口\n\n{_TEXT}{aside}")
    assert article.signoff is None
    assert article.body.endswith(aside)


def test_names_inside_a_text_that_goes_on_are_no_signature() -> None:
    (article,) = articles(f"# 渡口\n\n全长十二公里。（全长据旧图量得）\n\n{_TEXT}")
    assert article.signoff is None


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("□ 本报记者 林一舟", "byline"),
        ("■本报见习记者 林一舟 通讯员 何川", "byline"),
        ("本报记者 林一舟", "byline"),
        ("（记者 林一舟）", "byline"),
        ("文/图 林一舟", "byline"),
        ("文/林一舟", "byline"),
        ("作者：林一舟", "byline"),
        ("By Jane Doe and John Roe", "byline"),
        ("新华社河湾2月3日电", "dateline"),
        ("新华社河湾2月3日电 （记者 林一舟）", "dateline"),
    ],
)
def test_a_line_below_the_headline_goes_to_its_field(line: str, field: str) -> None:
    (article,) = articles(f"# 渡口\n\n{line}\n\n{_TEXT}")
    assert getattr(article, field) == line
    assert article.body == _TEXT


def test_a_line_that_names_the_source_is_the_source() -> None:
    (article,) = articles(f"# 渡口\n\n来源：河湾通讯社\n\n{_TEXT}")
    assert article.source == "河湾通讯社"


def test_names_alone_below_the_headline_are_a_byline_and_told_as_guessed() -> None:
    edition, told = read_page(f"# 渡口\n\n林一舟\n\n{_TEXT}")
    assert next(edition.articles()).byline == "林一舟"
    assert "byline" in edition.inferred
    assert any("taken as byline" in what for what in told_of(told, Grade.GUESSED))


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("本报讯 记者林一舟 见习记者何川报道:", ("林一舟", "何川")),
        ("本报讯（记者 林一舟 通讯员 何川 施云）", ("林一舟", "何川", "施云")),
        ("本报讯(记者林一舟、何川)", ("林一舟", "何川")),
        ("新华社河湾2月3日电（记者 林一舟）", ("林一舟",)),
        ("本报记者林一舟报道：", ("林一舟",)),
        ("本报讯 记者施 云报道：", ("施云",)),
        ("本报讯 ", ()),
        ("本报讯（全长十二公里）", ()),
    ],
)
def test_reporters_named_at_the_opening_are_authors(opening: str, names: tuple[str, ...]) -> None:
    (article,) = articles(f"# 渡口\n\n{opening}{_TEXT}")
    assert article.authors == names
    assert article.body == f"{opening}{_TEXT}"


def test_a_piece_under_the_label_of_photos_is_a_photo() -> None:
    page = f"图片新闻\n\n## 晨渡\n\n图为新渡口的晨景。(林一舟 摄)\n\n## 渡口\n\n{_TEXT}"
    first = articles(page)[0]
    assert first.kind is Kind.PHOTO
    assert first.headline == "晨渡"
    assert (first.photos[0].caption, first.photos[0].credit) == ("图为新渡口的晨景。", "(林一舟 摄)")


def test_a_text_that_begins_inside_a_sentence_is_cut_at_its_start() -> None:
    page = f"## 渡口\n\n{_TEXT}(林一舟)\n\n,于是大家又走了回去,把灯一盏一盏点亮,天才算黑透。"
    assert articles(page)[1].cut is Cut.START


@pytest.mark.parametrize("is_repairing", [False, True])
def test_caption_jump_line_and_continuation_are_never_one_paragraph(is_repairing: bool) -> None:
    page = (
        f"# 渡口\n\n{_TEXT}\n\n2月3日,孩子们在看船。 本报记者 林一舟 摄\n\n下转第三版\n\n"
        "（上接第一版）旧渡口用了四十年,如今停用。"
    )
    first, second = articles(page, WISHES._replace(is_repairing=is_repairing))
    assert (first.jump_to, first.cut) == (Jump(page="3"), None)
    assert first.body == f"{_TEXT}\n\n2月3日,孩子们在看船。"
    assert second.jump_from == Jump(page="1")
    assert second.body == "旧渡口用了四十年,如今停用。"


def test_what_follows_a_jump_line_is_a_piece_of_its_own() -> None:
    first, second = articles(f"# 渡口\n\n{_TEXT}\n\n（下转第2版）\n\n老街的灯今晚亮了。")
    assert first.jump_to == Jump(page="2")
    assert second.body == "老街的灯今晚亮了。"


def test_who_sent_a_text_may_stand_below_its_jump_line() -> None:
    (article,) = articles(f"# 渡口\n\n{_TEXT}\n\n（下转第2版）\n\n（记者 林一舟）")
    assert (article.jump_to, article.signoff) == (Jump(page="2"), "（记者 林一舟）")


def test_a_caption_in_a_text_is_joined_to_nothing() -> None:
    (article,) = articles(f"# 渡口\n\n船来了。 何川 摄\n\n{_TEXT}", WISHES._replace(is_repairing=True))
    assert article.body == f"船来了。 何川 摄\n\n{_TEXT}"
