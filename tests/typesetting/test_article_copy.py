"""An article as copy: every field, in order, in the language of the paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reader.edition.article import Article, Cut, Jump, Kind, Photo
from reader.edition.edition import Section
from reader.typesetting.article_copy import paper_tongue
from reader.typesetting.copy import Piece, article_copy
from reader.typesetting.galley import Galley, Setting
from reader.typesetting.role import Role
from tests.typesetting.samples import SHARED, edition_of
from tests.typesetting.test_paragraph import faults

OTHER = Article(id="other", headline="河西桥下周开通", page="2")
FULL = Article(
    id="full",
    kind=Kind.FEATURE,
    column="街巷",
    kicker="便民",
    headline="城北菜场添摊位",
    deck="——早市提前开张",
    byline="□ 记者 田家",
    authors=("田家", "桥书"),
    dateline="本报城北12月22日电",
    source="终端日报",
    summary="早市提前了半小时。",
    body="春夏。\n\n![灯]\n\n秋冬。",
    photos=(
        Photo(id="灯", file="lamp.jpg", caption="河边的灯。", credit="书报 摄", alt="一盏灯"),
        Photo(caption="没有位置的图。"),
    ),
    signoff="（田家）",
    jump_from=Jump(),
    jump_to=Jump(page="2", article="other"),
    cut=Cut.BOTH,
    correction="摊位应为62个。",
    corrects="2024-12-22/p01-a01",
)


def pieces_of(article: Article, language: str = "zh-CN") -> list[Piece]:
    edition = edition_of(article, language=language)
    edition = replace(
        edition, sections=(*edition.sections, Section(name="县区", page="2", articles=(OTHER,)))
    )
    return article_copy(edition, article).all()


def texts(article: Article, language: str = "zh-CN") -> list[str]:
    return [piece.lead + piece.text for piece in pieces_of(article, language)]


def test_every_field_is_there_in_the_order_of_reading() -> None:
    assert texts(FULL) == [
        *("通讯 · 街巷", "便民", "城北菜场添摊位", "——早市提前开张", "□ 记者 田家", "本报城北12月22日电"),
        *("来源：终端日报", "早市提前了半小时。", "← 上接（版面未注明）", "［此处文字缺失］"),
        *("春夏。", "［图片］一盏灯", "图：河边的灯。", "书报 摄", "秋冬。"),
        *("图：没有位置的图。", "［此处文字缺失］", "（田家）", "→ 下转 第2版 县区", "更正：摊位应为62个。"),
        "更正对象：2024-12-22/p01-a01",
    ]


def test_fields_are_named_as_the_format_names_them() -> None:
    assert [piece.field for piece in pieces_of(FULL)] == [
        *(
            "column",
            "kicker",
            "headline",
            "deck",
            "byline",
            "dateline",
            "source",
            "summary",
            "jump_from",
            "cut",
        ),
        *("body", "photos[0].alt", "photos[0].caption", "photos[0].credit", "body", "photos[1].caption"),
        *("cut", "signoff", "jump_to", "correction", "corrects"),
    ]


def test_a_paper_in_english_speaks_english() -> None:
    spoken = texts(replace(FULL, jump_to=Jump(page="2")), "en")
    assert spoken[0] == "Feature · 街巷"
    assert "Source: 终端日报" in spoken
    assert "[text missing here]" in spoken
    assert "← Continued from another page (not given)" in spoken
    assert "→ Continued on page 2 县区" in spoken
    assert "Correction: 摊位应为62个。" in spoken


@pytest.mark.parametrize(
    ("language", "tongue"), [("zh-CN", "zh"), ("zh", "zh"), ("yue-HK", "zh"), ("en", "en"), ("ja", "en")]
)
def test_the_papers_own_language_decides(language: str, tongue: str) -> None:
    assert paper_tongue(edition_of(language=language)) == tongue


def test_the_authors_stand_where_there_is_no_byline() -> None:
    named = replace(FULL, byline=None)
    assert pieces_of(named)[4].text == "田家　桥书"
    assert pieces_of(named, "en")[4].text == "田家, 桥书"


def test_a_working_title_is_shown_in_brackets() -> None:
    piece = pieces_of(Article(id="a", slug="未题"))[0]
    assert (piece.text, piece.field, piece.role) == ("［未题］", "slug", Role.HEADLINE)


def test_the_kind_is_named_unless_it_is_plain_news() -> None:
    assert texts(Article(id="a", headline="春", kind=Kind.AD))[0] == "广告"
    assert texts(Article(id="a", headline="春"))[0] == "春"


@pytest.mark.parametrize(
    ("jump", "text", "link"),
    [
        (Jump(page="2", article="other"), "下转 第2版 县区", "other"),
        (Jump(page="2"), "下转 第2版 县区", "page:2"),
        (Jump(page="9"), "下转 第9版", "page:9"),
        (Jump(article="other"), "下转 《河西桥下周开通》", "other"),
        (Jump(article="2024-12-23/other"), "下转 《河西桥下周开通》", "2024-12-23/other"),
        (Jump(article="2024-12-24/p02-a01", page="2"), "下转 2024-12-24 第2版", "2024-12-24/p02-a01"),
        (Jump(article="nowhere"), "下转 nowhere", "nowhere"),
        (Jump(article="no/reference"), "下转 no/reference", "no/reference"),
        (Jump(), "下转（版面未注明）", None),
    ],
)
def test_a_jump_says_where_it_leads_and_links_there(jump: Jump, text: str, link: str | None) -> None:
    piece = next(piece for piece in pieces_of(replace(FULL, jump_to=jump)) if piece.field == "jump_to")
    assert (piece.text, piece.link, piece.lead) == (text, link, "→ ")


def test_a_photo_links_to_its_file_and_is_named_by_it_where_it_has_no_words() -> None:
    piece = next(p for p in pieces_of(FULL) if p.role is Role.PHOTO)
    assert (piece.text, piece.link) == ("一盏灯", "lamp.jpg")
    bare = replace(FULL, photos=(Photo(file="b.jpg"),))
    assert "［图片］b.jpg" in texts(bare)


@pytest.mark.parametrize("body", ["\\![a]", "见 ![a] 图", "![ab]", "> ![a]", "![a] 图"])
def test_a_mark_that_is_but_words_places_no_photo_so_the_photo_follows_the_body(body: str) -> None:
    article = replace(FULL, body=body, photos=(Photo(id="a", caption="桥上"),))
    assert [piece.text for piece in pieces_of(article) if piece.field == "photos[0].caption"] == ["桥上"]


@pytest.mark.parametrize("body", ["![a]", "前\n![a]　\n后", "![a]\n\n![a]"])
def test_a_photo_the_body_places_does_not_follow_it_again(body: str) -> None:
    article = replace(FULL, body=body, photos=(Photo(id="a", caption="桥上"),))
    captions = [piece for piece in pieces_of(article) if piece.field == "photos[0].caption"]
    assert len(captions) == body.count("![a]")


def test_a_correction_names_the_article_it_corrects_by_its_headline() -> None:
    piece = pieces_of(replace(FULL, corrects="2024-12-23/other"))[-1]
    assert (piece.text, piece.link) == ("河西桥下周开通", "2024-12-23/other")


def test_the_size_is_known_before_the_body_is_read_and_holds_everything() -> None:
    copy = article_copy(edition_of(FULL), FULL)
    size = copy.size
    offsets = [copy.offset(index) for index in range(copy.count())]
    assert all(a <= b for a, b in pairwise(offsets))
    assert offsets[-1] + len(copy.all()[-1].text) == size


def test_the_body_is_not_read_before_it_is_asked_for() -> None:
    giant = replace(FULL, body="春夏秋冬。\n\n" * 200_000)
    copy = article_copy(edition_of(giant), giant)
    assert copy.piece(11) is not None
    assert len(copy._read) == 12


SEED = SHARED / "data" / "seed-edition.yaml"
needs_seed = pytest.mark.skipif(
    not SEED.exists(), reason="the seed edition lies in ../shared, not in the project"
)


@needs_seed
@pytest.mark.parametrize("gutter", [False, True])
def test_a_real_page_is_set_without_a_fault_at_every_measure(gutter: bool) -> None:
    from reader.loading.load import load_edition
    from reader.typesetting.blocks import TextBlock
    from reader.typesetting.paragraph import Slice

    edition = load_edition(SEED).edition
    found = []
    for article in edition.articles():
        copy = article_copy(edition, article)
        for measure in range(20, 201):
            galley = Galley(copy, Setting(measure=measure, gutter=gutter))
            for block, piece in enumerate(copy.all()):
                setting = galley._block(block)[1]
                if isinstance(setting, TextBlock):
                    lines = [line for n in range(setting.count()) if (line := setting.line(n))]
                    slices = [Slice(line.start, line.end, line.width) for line in lines]
                    found += [(measure, piece.text[:8], fault) for fault in faults(piece.text, slices)]
                    assert all(line.width <= measure + gutter for line in lines)
    assert found == []


@needs_seed
def test_of_a_real_page_every_character_of_every_field_is_in_the_copy() -> None:
    from reader.edition.body import blocks
    from reader.loading.load import load_edition

    edition = load_edition(SEED).edition
    for article in edition.articles():
        shown = "".join(piece.text for piece in article_copy(edition, article).all())
        fields = (
            article.column,
            article.kicker,
            article.headline,
            article.deck,
            article.byline,
            article.signoff,
        )
        for field in (*fields, article.summary, article.source, article.correction):
            assert not field or field in shown
        assert (
            "".join(article.body.split()) in "".join(shown.replace("###", "").split()) or "#" in article.body
        )
        assert sum(1 for _ in blocks(article.body)) <= article_copy(edition, article).count()
