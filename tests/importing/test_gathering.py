from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article, Jump, Photo
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Level, Notice
from reader.importing.finishing import Draft, finished
from reader.importing.gathering import gathered
from reader.importing.imported import Imported, Picture
from reader.importing.observation import Grade, Observation
from tests.importing.checked import NOW, WISHES, checked

DAY = dt.date(2025, 3, 1)


def an_article(headline: str, article_id: str = "", **fields: object) -> Article:
    values: dict[str, object] = {"body": f"{headline}的正文。", **fields}
    return Article(id=article_id, has_own_id=bool(article_id), headline=headline, **values)  # type: ignore[arg-type]


def an_import(
    *articles: Article, section: str = "要闻", page: str | None = "01", **draft: object
) -> Imported:
    values: dict[str, object] = {
        "source": "一篇.json",
        "paper": "河湾日报",
        "date": DAY,
        "language": "zh-CN",
        "timezone": "Asia/Shanghai",
        **draft,
    }
    sections = (Section(name=section, page=page, articles=articles),)
    return finished(Draft(sections=sections, **values), WISHES)  # type: ignore[arg-type]


def a_notice(notice_id: str, headline: str, **fields: object) -> Notice:
    return Notice(id=notice_id, event="大风", headline=headline, effective=NOW, **fields)  # type: ignore[arg-type]


def one(*imports: Imported) -> tuple[Edition, Imported]:
    made = gathered(list(imports))
    assert len(made) == 1
    return checked(made[0]), made[0]


def test_nothing_makes_nothing() -> None:
    assert gathered([]) == []


def test_an_import_alone_is_left_as_it_is() -> None:
    alone = an_import(an_article("渡口修好"), an_article("渡口修好"))
    assert gathered([alone]) == [alone]


def test_items_of_a_day_make_one_edition_with_articles_in_order() -> None:
    edition, _ = one(an_import(an_article("渡口修好")), an_import(an_article("桥也修好")))
    assert [section.name for section in edition.sections] == ["要闻"]
    assert [(a.id, a.headline) for a in edition.articles()] == [
        ("p01-a01", "渡口修好"),
        ("p01-a02", "桥也修好"),
    ]


def test_other_days_papers_and_editions_stay_apart_in_order_of_appearance() -> None:
    late = an_import(an_article("夜里的事"), edition="晚报版")
    other = an_import(an_article("别处的事"), paper="青石晚报")
    next_day = an_import(an_article("明天的事"), date=DAY + dt.timedelta(1))
    more = an_import(an_article("夜里又一件"), edition="晚报版")
    made = gathered([late, other, next_day, more])
    assert [(each.edition.paper, each.edition.date.day, each.edition.edition) for each in made] == [
        ("河湾日报", 1, "晚报版"),
        ("青石晚报", 1, None),
        ("河湾日报", 2, None),
    ]
    assert [article.headline for article in made[0].edition.articles()] == ["夜里的事", "夜里又一件"]


def test_sections_are_joined_by_name_and_page_only() -> None:
    edition, _ = one(
        an_import(an_article("一"), section="要闻", page="01"),
        an_import(an_article("二"), section="要闻", page="02"),
        an_import(an_article("三"), section="副刊", page="01"),
        an_import(an_article("四"), section="要闻", page="01"),
    )
    found = [(s.name, s.page, [a.headline for a in s.articles]) for s in edition.sections]
    assert found == [("要闻", "01", ["一", "四"]), ("要闻", "02", ["二"]), ("副刊", "01", ["三"])]
    assert [article.id for article in edition.articles()] == ["p01-a01", "p01-a02", "p02-a01", "p01-a03"]


def test_the_same_article_twice_is_kept_once_and_told() -> None:
    same = an_article("渡口修好", "ferry-1")
    edition, made = one(an_import(same), an_import(same, an_article("桥也修好")))
    assert [article.headline for article in edition.articles()] == ["渡口修好", "桥也修好"]
    dropped = [told for told in made.observations if told.grade is Grade.DROPPED]
    assert [(told.source, told.part) for told in dropped] == [("河湾日报 2025-03-01", "ferry-1")]
    assert "渡口修好" in dropped[0].render("zh")


def test_articles_of_one_id_that_differ_are_both_kept() -> None:
    edition, made = one(
        an_import(an_article("渡口修好", "ferry-1")), an_import(an_article("渡口修好了", "ferry-1"))
    )
    assert [article.id for article in edition.articles()] == ["ferry-1", "ferry-1-2"]
    assert made.observations == ()


def test_articles_alike_without_ids_are_both_kept() -> None:
    edition, _ = one(an_import(an_article("天气")), an_import(an_article("天气")))
    assert [article.id for article in edition.articles()] == ["p01-a01", "p01-a02"]


def test_of_notices_with_one_id_the_later_counts_and_is_told() -> None:
    first = an_import(
        notices=(a_notice("w-1", "大风蓝色预警", level=Level.BLUE), a_notice("w-2", "别的")),
        inferred=("w-1.level", "w-2.level"),
    )
    second = an_import(notices=(a_notice("w-1", "大风黄色预警", level=Level.YELLOW),), inferred=("w-1.area",))
    edition, made = one(first, second)
    assert [(n.id, n.headline) for n in edition.notices] == [("w-1", "大风黄色预警"), ("w-2", "别的")]
    assert edition.inferred == ("w-2.level", "w-1.area")
    assert [(told.grade, told.part) for told in made.observations] == [(Grade.DROPPED, "w-1")]


def test_guesses_about_articles_follow_their_new_numbers() -> None:
    edition, _ = one(
        an_import(an_article("一"), an_article("二"), inferred=("p01-a02.headline", "sections")),
        an_import(an_article("三"), inferred=("p01-a01", "p01-a01.cut", "sections")),
    )
    assert edition.inferred == ("p01-a02.headline", "sections", "p01-a03", "p01-a03.cut")


def test_what_one_import_says_is_no_longer_a_guess() -> None:
    edition, _ = one(
        an_import(an_article("一"), language=None, timezone=None),
        an_import(an_article("Two"), language="en", timezone=None),
    )
    assert (edition.language, edition.timezone) == ("en", "Asia/Shanghai")
    assert edition.inferred == ("timezone",)


def test_the_front_is_that_of_the_first_that_says_so() -> None:
    edition, _ = one(
        an_import(an_article("一"), masthead=Masthead(motto="求实")),
        an_import(an_article("二"), masthead=Masthead(motto="求真", lunar="二月初二"), issue="1024"),
        an_import(an_article("三"), issue="1025"),
    )
    assert edition.masthead == Masthead(motto="求实", lunar="二月初二")
    assert edition.issue == "1024"


def test_jumps_and_corrections_lead_to_the_same_articles_as_before() -> None:
    before = an_import(an_article("先来的"))
    leading = an_import(
        an_article("上半", jump_to=Jump(page="01", article="p01-a02"), corrects="2025-03-01/p01-a02"),
        an_article(
            "下半", jump_from=Jump(page="01", article="2025-03-01/p01-a01"), corrects="2025-02-28/p01-a01"
        ),
    )
    edition, _ = one(before, leading)
    _, first, second = edition.articles()
    assert first.jump_to == Jump(page="01", article="p01-a03")
    assert first.corrects == "2025-03-01/p01-a03"
    assert second.jump_from == Jump(page="01", article="2025-03-01/p01-a02")
    assert second.corrects == "2025-02-28/p01-a01"


def test_a_jump_to_an_article_that_came_twice_leads_to_the_one_kept() -> None:
    same = an_article("下半", "half")
    first = an_import(an_article("另一篇", "half"), same)  # its id becomes half-2
    assert [article.id for article in first.edition.articles()] == ["half", "half-2"]
    kept_twice = first.edition.sections[0].articles[1]
    second = an_import(an_article("上半", jump_to=Jump(page="01", article="half-2")), kept_twice)
    edition, _ = one(first, second)
    assert [a.headline for a in edition.articles()] == ["另一篇", "下半", "上半"]
    assert list(edition.articles())[2].jump_to == Jump(page="01", article="half-2")


def test_pictures_of_one_name_are_kept_under_two() -> None:
    photo = Photo(file="1.jpg", caption="渡口")
    other = Photo(file="1.JPG", caption="桥")
    first = an_import(an_article("一", photos=(photo,)), pictures=(Picture("1.jpg", lambda: b"a"),))
    second = an_import(
        an_article("二", photos=(other, Photo(file="1-2.JPG"))),
        pictures=(Picture("1.JPG", lambda: b"b"), Picture("1-2.JPG", lambda: b"c")),
    )
    edition, made = one(first, second)
    files = [photo.file for article in edition.articles() for photo in article.photos]
    assert files == ["1.jpg", "1-3.JPG", "1-2.JPG"]
    assert [(picture.file, picture.data()) for picture in made.pictures] == [
        ("1.jpg", b"a"),
        ("1-3.JPG", b"b"),
        ("1-2.JPG", b"c"),
    ]


def test_the_picture_of_an_article_that_came_twice_is_kept_once() -> None:
    same = an_article("一", "one", photos=(Photo(file="1.jpg"),))
    pictures = (Picture("1.jpg", lambda: b"a"),)
    _, made = one(an_import(same, pictures=pictures), an_import(same, pictures=pictures))
    assert [picture.file for picture in made.pictures] == ["1.jpg"]


def test_what_was_told_before_is_still_told() -> None:
    edition, made = one(
        an_import(an_article("一"), language=None), an_import(an_article("二"), language=None)
    )
    assert [told.grade for told in made.observations] == [Grade.GUESSED, Grade.GUESSED]
    assert all(isinstance(told, Observation) for told in made.observations)
    assert edition.inferred == ("language",)


_articles = st.builds(
    an_article,
    st.sampled_from(["渡口", "桥", "路"]),
    st.sampled_from(["", "x", "y"]),
    page=st.sampled_from([None, "01", "A2"]),
)
_imports = st.builds(
    lambda articles, section, page: an_import(*articles, section=section, page=page),
    st.lists(_articles, min_size=1, max_size=3),
    st.sampled_from(["要闻", "副刊"]),
    st.sampled_from([None, "01", "02"]),
)


@given(st.lists(_imports, max_size=5))
def test_whatever_comes_together_no_text_is_lost_and_no_id_is_used_twice(imports: list[Imported]) -> None:
    made = gathered(imports)
    assert len(made) == min(1, len(imports))
    for each in made:
        edition = checked(each)
        ids = [article.id for article in edition.articles()]
        assert len(ids) == len(set(ids))
        before = {(a.headline, a.body) for part in imports for a in part.edition.articles()}
        assert {(a.headline, a.body) for a in edition.articles()} == before
        dropped = sum(told.grade is Grade.DROPPED for told in each.observations)
        assert len(ids) + dropped == sum(len(list(part.edition.articles())) for part in imports)


def test_a_lifting_in_a_file_of_its_own_is_named_after_what_it_lifts() -> None:
    warning = Notice(id="a", event="暴雨", effective=NOW)
    lifting = Notice(id="b", event="Cancelled", effective=NOW, cancels=("a",))
    alone = Draft(source="a", paper="P", date=NOW.date(), language="en", timezone="UTC")
    [made] = gathered(
        [
            finished(replace(alone, notices=(warning,)), WISHES),
            finished(replace(alone, notices=(lifting,), inferred=("b.event",)), WISHES),
        ]
    )
    assert [each.event for each in made.edition.notices] == ["暴雨", "暴雨"]
    assert made.observations[-1].grade is Grade.GUESSED
