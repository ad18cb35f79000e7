"""The pictures of the shipped editions, and the program that draws them."""

from __future__ import annotations

from pathlib import Path

import PIL.Image
import pytest

from reader.archive.picture_findings import picture_findings
from reader.loading.load import load_edition
from tools.edition_pictures import FOLDER, PICTURES

EDITIONS = Path(__file__).parents[1] / "editions"
WITH_PICTURES = [
    path
    for path in sorted(EDITIONS.rglob("*.yaml"))
    if any(photo.file for article in load_edition(path).edition.articles() for photo in article.photos)
]


def test_the_folder_holds_what_is_drawn_and_nothing_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(PICTURES)


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_picture_is_small_and_drawn_for_few_points(name: str) -> None:
    assert (FOLDER / name).stat().st_size < 60_000
    with PIL.Image.open(FOLDER / name) as image:
        assert image.mode == "P"
        assert 1.4 < image.width / image.height < 2.3


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_picture_is_the_one_the_program_draws(name: str) -> None:
    drawn = PICTURES[name]().convert("RGB").resize((60, 40))
    with PIL.Image.open(FOLDER / name) as image:
        kept = image.convert("RGB").resize((60, 40))
    # Another Pillow may round an edge otherwise; it draws no other picture.
    differences = [abs(one - other) for one, other in zip(drawn.tobytes(), kept.tobytes(), strict=True)]
    assert sum(differences) / len(differences) < 2


def test_two_issues_have_pictures() -> None:
    assert len(WITH_PICTURES) >= 2


@pytest.mark.parametrize("path", WITH_PICTURES, ids=lambda path: path.name)
def test_every_picture_can_be_shown_and_has_words_caption_and_credit(path: Path) -> None:
    loaded = load_edition(path)
    assert list(picture_findings(loaded, path, EDITIONS)) == []
    photos = [photo for article in loaded.edition.articles() for photo in article.photos if photo.file]
    assert all(photo.alt and photo.caption and photo.credit for photo in photos)
    assert {f"images/{name}" for name in PICTURES} >= {photo.file for photo in photos}
