from __future__ import annotations

import pytest

from reader.importing.mets import telling
from reader.importing.observation import Grade, Observation

TOLD = [
    (telling.unknown_areas("m", [("1:2", "B7"), ("1:9", "B8"), ("2:1", "B9"), ("3:1", "X")]), "B7, B8, B9"),
    (telling.shared_pages("m", ["1", "A2"]), "1, A2"),
    (telling.twice_claimed("m", ["Ferry", "{Rain}"]), "Ferry; {Rain}"),
    (telling.left_over("m", 12, ["3"]), "12"),
    (telling.divided_here("m"), ""),
    (telling.doubtful_pages("m", [("1", 0.456), ("2", 0.6)]), "1 (46%), 2 (60%)"),
    (telling.put_together("m", 5), "5"),
    (telling.pictures_left("m", 2, 9), "9"),
    (telling.other_versions("m", 4), "4"),
    (telling.other_maps("m", 1), "1"),
    (telling.guessed("m", "Herald", "label", is_paper=True), "Herald"),
    (telling.guessed("m", "1936-05-04", "file", is_paper=False), "1936-05-04"),
]


@pytest.mark.parametrize(("observation", "shown"), TOLD)
def test_what_is_told_names_it_in_both_languages(observation: Observation, shown: str) -> None:
    chinese, english = observation.render("zh"), observation.render("en")
    assert shown in chinese
    assert shown in english
    assert chinese != english
    assert "\n" not in chinese + english
    assert "{" not in (chinese + english).replace("{Rain}", "")
    assert observation.source == "m"


def test_places_are_where_the_first_is() -> None:
    assert TOLD[0][0].part == "1:2"


def test_only_what_can_be_left_as_it_is_is_told_so() -> None:
    assert {observation.grade for observation, _ in TOLD} == {Grade.UNDECIDED, Grade.GUESSED, Grade.DROPPED}
