from __future__ import annotations

import pytest

from reader.edition.article import Article, Kind, Prominence
from reader.typesetting.weight import Weight, own_weight, said_weight


def an_article(kind: Kind = Kind.NEWS, prominence: Prominence | None = None) -> Article:
    return Article(id="a", headline="桥修好了", kind=kind, prominence=prominence)


@pytest.mark.parametrize(
    ("prominence", "weight"),
    [
        (Prominence.LEAD, Weight.LEAD),
        (Prominence.MAJOR, Weight.MAJOR),
        (Prominence.NORMAL, Weight.NORMAL),
        (Prominence.MINOR, Weight.MINOR),
        (None, None),
    ],
)
def test_an_edition_says_a_weight_or_nothing(prominence: Prominence | None, weight: Weight | None) -> None:
    assert said_weight(an_article(prominence=prominence)) is weight


def test_weights_go_from_minor_to_lead() -> None:
    assert Weight.MINOR < Weight.NORMAL < Weight.MAJOR < Weight.LEAD


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("prominence", list(Prominence))
def test_what_the_edition_says_counts_for_every_kind(kind: Kind, prominence: Prominence) -> None:
    article = an_article(kind, prominence)
    assert own_weight(article) is said_weight(article)


@pytest.mark.parametrize("kind", [Kind.BRIEF, Kind.LETTER, Kind.AD, Kind.CORRECTION, Kind.PHOTO])
def test_small_kinds_are_minor_unless_the_edition_says_otherwise(kind: Kind) -> None:
    assert own_weight(an_article(kind)) is Weight.MINOR
    assert own_weight(an_article(kind, Prominence.MAJOR)) is Weight.MAJOR


@pytest.mark.parametrize("kind", [Kind.NEWS, Kind.FEATURE, Kind.OPINION, Kind.INTERVIEW])
def test_what_people_write_at_length_is_a_normal_story(kind: Kind) -> None:
    assert own_weight(an_article(kind)) is Weight.NORMAL
