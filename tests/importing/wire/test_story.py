from __future__ import annotations

import pytest

from reader.edition.article import Article, Kind, Prominence
from reader.importing.observation import Grade
from reader.importing.wire.moment import moment
from reader.importing.wire.story import (
    Story,
    Use,
    code_of,
    kind_of,
    newest,
    prominence_of,
    short_id,
    usable,
    use_of,
)


def _story(guid: str = "", version: str = "", use: Use = Use.USABLE, sent: str = "") -> Story:
    article = Article(id="", headline=f"{guid}-{version}")
    return Story(article=article, guid=guid, version=version, use=use, sent=moment(sent))


def test_of_each_item_the_highest_version_is_kept_where_the_first_stood() -> None:
    stories, told = newest([_story("a", "2"), _story("b"), _story("a", "10"), _story("a", "9")], "x")
    assert [(story.guid, story.version) for story in stories] == [("a", "10"), ("b", "")]
    [observation] = told
    assert observation.grade is Grade.DROPPED
    assert "10" in observation.what.en


def test_items_without_versions_are_told_by_when_they_were_sent() -> None:
    early, late = _story("a", sent="2025-03-01T08:00:00Z"), _story("a", sent="2025-03-01T09:00:00Z")
    assert newest([late, early], "x")[0] == [late]
    assert newest([early, late], "x")[0] == [late]
    assert newest([_story("a"), late], "x")[0] == [late]


def test_of_two_alike_the_later_one_counts() -> None:
    first, second = _story("a", "1"), _story("a", "1")
    assert newest([first, second], "x")[0][0] is second


def test_items_that_nothing_names_are_all_kept() -> None:
    stories, told = newest([_story(), _story(), _story()], "x")
    assert len(stories) == 3
    assert told == []


def test_versions_of_dates_are_compared_number_by_number() -> None:
    assert newest([_story("a", "2025-03-01.2"), _story("a", "2025-03-01.10")], "x")[0][0].version.endswith(
        "10"
    )


def test_what_is_canceled_or_withheld_is_left_out_and_told() -> None:
    stories, told = usable([_story("a"), _story("b", use=Use.CANCELED), _story("c", use=Use.WITHHELD)], "x")
    assert [story.guid for story in stories] == ["a"]
    assert [observation.grade for observation in told] == [Grade.DROPPED, Grade.DROPPED]


def test_what_is_canceled_is_kept_and_told_when_it_is_all_there_is() -> None:
    stories, told = usable([_story("b", use=Use.CANCELED)], "x")
    assert [story.guid for story in stories] == ["b"]
    assert [observation.grade for observation in told] == [Grade.UNDECIDED]


@pytest.mark.parametrize(
    ("status", "use"),
    [
        ("usable", Use.USABLE),
        ("stat:canceled", Use.CANCELED),
        ("Cancelled", Use.CANCELED),
        ("http://cv.iptc.org/newscodes/pubstatusg2/withheld", Use.WITHHELD),
        ("stat:unheard-of", Use.USABLE),
        (None, Use.USABLE),
    ],
)
def test_a_status_is_read_as_word_qcode_and_uri(status: str | None, use: Use) -> None:
    assert use_of(status) is use


def test_a_code_is_the_end_of_its_reference() -> None:
    assert code_of("ninat:Text") == "text"
    assert code_of("http://cv.iptc.org/newscodes/ninature/picture/") == "picture"
    assert code_of("http://x/y#z") == "z"
    assert code_of(None) == ""


@pytest.mark.parametrize(
    ("urgency", "weight"),
    [
        ("1", Prominence.LEAD),
        ("3", Prominence.MAJOR),
        ("4", None),
        ("5", Prominence.NORMAL),
        ("5.0", Prominence.NORMAL),
        ("8", Prominence.MINOR),
        ("0", None),
        ("99", None),
        ("", None),
        (None, None),
    ],
)
def test_an_urgency_is_a_weight(urgency: str | None, weight: Prominence | None) -> None:
    assert prominence_of(urgency) is weight


@pytest.mark.parametrize(
    ("genres", "kind"),
    [
        (["genre:Opinion"], Kind.OPINION),
        (["Letters to the Editor"], Kind.LETTER),
        (["http://cv.iptc.org/newscodes/genre/Background"], Kind.FEATURE),
        (["unheard of", "专访"], Kind.INTERVIEW),
        (["Current"], Kind.NEWS),
        ([], Kind.NEWS),
    ],
)
def test_a_genre_is_a_kind(genres: list[str], kind: Kind) -> None:
    assert kind_of(genres) is kind


def test_only_an_identifier_that_can_be_typed_is_one() -> None:
    assert short_id(" bridge-01.a ") == "bridge-01.a"
    for long in ("urn:newsml:x:20250301:1", "a b", "河", "", None, "-a", "a" * 33):
        assert short_id(long) is None
