from __future__ import annotations

from reader.edition.article import Article
from reader.importing.observation import Grade
from reader.importing.wire.moment import moment
from reader.importing.wire.neighbours import with_days
from reader.importing.wire.story import Story


def _story(day: str | None, paper: str = "河湾日报") -> Story:
    return Story(article=Article(id=""), sent=moment(day), paper=paper)


def test_a_story_without_a_day_has_that_of_the_nearest_one_of_its_paper_as_a_guess() -> None:
    stories = [_story("20250227"), _story("20250301"), _story(None), _story("20250302", "别报")]
    found = with_days(stories, "f")
    assert found[2].sent == stories[1].sent
    assert found[2].inferred == ("date",)
    assert [each.grade for each in found[2].told] == [Grade.GUESSED]
    assert [*found[:2], found[3]] == [*stories[:2], stories[3]]


def test_where_no_story_has_a_day_none_gets_one() -> None:
    assert with_days([_story(None)], "f") == [_story(None)]
    assert with_days([_story(None, "甲"), _story("20250301")], "f")[0].sent == moment("20250301")
