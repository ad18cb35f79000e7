from __future__ import annotations

import pytest

from reader.edition.article import Jump
from reader.edition.edition import Edition, Section
from reader.edition.reference import Reference
from reader.reading.contents import contents
from reader.reading.links import followed
from tests.reading.papers import DAY, a_notice, an_article, an_edition


def the_jumping_edition() -> Edition:
    """Two articles of page 1 run on on page 2, where a third stands above both halves."""
    front = (
        an_article("lead", jump_to=Jump(page="2")),
        an_article("side", jump_to=Jump(page="2", article="side-on")),
    )
    inside = (
        an_article("own"),
        an_article("side-on", jump_from=Jump(page="1", article="side")),
        an_article("lead-on", jump_from=Jump(page="1", article="lead")),
    )
    return Edition(
        paper="巷口报",
        date=DAY,
        sections=(
            Section(name="要闻", page="1", articles=front),
            Section(name="续页", page="02", articles=inside),
        ),
        notices=(a_notice("fog"),),
    )


@pytest.mark.parametrize(
    ("link", "start", "end"),
    [
        ("side-on", 0, "side-on"),
        ("  side-on ", 0, "side-on"),
        ("2024-12-23/side-on", 0, "side-on"),
        ("fog", 0, "notice:fog"),
        ("notice:fog", 0, "notice:fog"),
        ("2024-12-23/notice:fog", 0, "notice:fog"),
        ("page:2", 0, "lead-on"),
        ("page:02", 0, "lead-on"),
        ("2", 0, "lead-on"),
        ("page:2", 1, "side-on"),
        ("page:1", 3, "side"),
        ("page:1", 4, "lead"),
        ("page:1", 2, "lead"),
        ("page:2", 5, "own"),
    ],
)
def test_a_link_leads_to_what_it_names(link: str, start: int, end: str) -> None:
    assert followed(link, contents(the_jumping_edition()), start) == Reference(DAY, end)


@pytest.mark.parametrize(
    "link",
    [
        "",
        " ",
        "nowhere",
        "page:",
        "page:9",
        "9",
        "2024-12-23/nowhere",
        "photo/cat.jpg",
        "2024-99-99/a",
        "/a",
        "a/",
    ],
)
def test_a_link_to_nothing_leads_nowhere(link: str) -> None:
    assert followed(link, contents(the_jumping_edition()), 0) is None


def test_a_whole_reference_leads_into_another_edition() -> None:
    there = Reference.parse("2024-12-20/p01-a01")
    assert followed(str(there), contents(the_jumping_edition()), 0) == there


def test_the_only_article_of_a_page_may_link_to_its_own_page() -> None:
    items = contents(an_edition((1,)))
    assert followed("page:1", items, 0) == items[0].reference


def test_in_an_empty_edition_no_link_leads_anywhere() -> None:
    assert followed("page:1", (), 0) is None


def test_pages_are_compared_as_they_are_printed() -> None:
    edition = Edition(
        paper="巷口报", date=DAY, sections=(Section(name="副刊", page="A2", articles=(an_article("poem"),)),)
    )
    assert followed("page:A2", contents(edition), 0) == Reference(DAY, "poem")
    assert followed("page:2", contents(edition), 0) is None
