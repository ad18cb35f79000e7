"""The real page of a city daily against the edition that was typed in by hand from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.edition.article import Article, Kind
from reader.edition.edition import Edition
from reader.importing.observation import Grade, Observation
from reader.importing.page_text.importer import PAGE_TEXT
from reader.loading.load import read_edition
from tests.importing.checked import WISHES, imports_of
from tests.importing.page_text.pages import fields_of, ink, told_of

_SHARED = Path(__file__).parents[4] / "shared/data"
_PAGE, _BY_HAND = _SHARED / "seed-page.txt", _SHARED / "seed-edition.yaml"
pytestmark = pytest.mark.skipif(not _PAGE.exists(), reason="the real page is not part of this repository")
_FIELDS = (
    *("kind", "column", "kicker", "headline", "deck", "byline", "authors"),
    *("body", "signoff", "jump_from", "jump_to", "cut"),
)


@pytest.fixture(scope="module", name="imported")
def _imported() -> tuple[Edition, list[Observation]]:
    (edition,), told = imports_of(PAGE_TEXT, _PAGE)
    return edition, told


@pytest.fixture(scope="module", name="by_hand")
def _by_hand() -> Edition:
    edition = read_edition(_BY_HAND.read_bytes(), _BY_HAND).edition
    assert edition is not None
    return edition


def _by_beginning(edition: Edition) -> dict[str, Article]:
    return {(article.body or article.photos[0].caption or "")[:12]: article for article in edition.articles()}


def test_every_character_is_in_a_field(imported: tuple[Edition, list[Observation]]) -> None:
    page = _PAGE.read_text(encoding="utf-8").replace("#", "")
    assert ink("".join(fields_of(imported[0]))) == ink(page)


def test_every_article_typed_in_by_hand_is_there_field_for_field(
    imported: tuple[Edition, list[Observation]], by_hand: Edition
) -> None:
    found, wanted = _by_beginning(imported[0]), _by_beginning(by_hand)
    assert found.keys() == wanted.keys()
    for beginning, article in wanted.items():
        other = found[beginning]
        assert {name: getattr(other, name) for name in _FIELDS} == {
            name: getattr(article, name).strip("\n") if name == "body" else getattr(article, name)
            for name in _FIELDS
        }
        assert [(photo.caption or "").strip() for photo in other.photos] == [
            (photo.caption or "").strip() for photo in article.photos
        ]


def test_the_box_is_the_notice_typed_in_by_hand_but_for_what_is_inferred(
    imported: tuple[Edition, list[Observation]], by_hand: Edition
) -> None:
    (found,), (wanted,) = imported[0].notices, by_hand.notices
    for name in ("id", "column", "event", "level", "effective", "expires"):
        assert getattr(found, name) == getattr(wanted, name)
    assert found.text.strip() == wanted.text.strip()
    assert found.instruction.strip() == wanted.instruction.strip()


def test_the_day_is_that_of_the_warning_and_listed_as_inferred(
    imported: tuple[Edition, list[Observation]], by_hand: Edition
) -> None:
    edition = imported[0]
    assert edition.date == by_hand.date
    assert set(by_hand.inferred) <= set(edition.inferred)


def test_each_seam_is_told_at_its_line(imported: tuple[Edition, list[Observation]]) -> None:
    lines = [each.part.split(":")[0] for each in imported[1] if "joined to the next" in each.what.en]
    assert lines == ["39", "47", "67", "73", "79", "97", "113"]


def test_the_doubled_character_is_kept_and_told(imported: tuple[Edition, list[Observation]]) -> None:
    assert len(told_of(imported[1], Grade.UNDECIDED)) == 1
    assert "“实” stands on both sides" in told_of(imported[1], Grade.UNDECIDED)[0]


def test_repairing_takes_one_of_the_two_away(imported: tuple[Edition, list[Observation]]) -> None:
    (repaired,), _ = imports_of(PAGE_TEXT, _PAGE, WISHES._replace(is_repairing=True))
    shorter = {
        before.kind: len(before.body) - len(after.body)
        for before, after in zip(imported[0].articles(), repaired.articles(), strict=True)
        if before != after
    }
    assert shorter == {Kind.OPINION: 1}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_page_reads_alike_in_other_encodings(
    imported: tuple[Edition, list[Observation]], encoding: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(_PAGE.read_text(encoding="utf-8").encode(encoding))
    (edition,), _ = imports_of(PAGE_TEXT, page)
    assert edition == imported[0]
