from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Photo
from reader.importing.crawl.entry_body import EntryBody
from reader.importing.crawl.entry_photos import entry_photos, placed_photos
from reader.importing.source import Source


@pytest.fixture
def beside(tmp_path: Path) -> Source:
    """A file of JSON with a picture in a folder beside it."""
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "1.jpg").write_bytes(b"picture")
    (tmp_path / "2.png").write_bytes(b"another")
    (tmp_path / "day.json").write_text("[]", encoding="utf-8")
    return Source(path=tmp_path / "day.json")


def test_a_picture_beside_the_file_is_taken_by_its_plain_name(beside: Source) -> None:
    photos, pictures, is_left = entry_photos({"images": ["img/1.jpg", "2.png"]}, beside)
    assert [photo.file for photo in photos] == ["1.jpg", "2.png"]
    assert [(picture.file, picture.data()) for picture in pictures] == [
        ("1.jpg", b"picture"),
        ("2.png", b"another"),
    ]
    assert not is_left


def test_what_is_said_of_a_picture_is_kept(beside: Source) -> None:
    said = [{"src": "img/1.jpg", "caption": "渡口", "photographer": "周小禾"}]
    assert entry_photos({"图片": said}, beside)[0] == (Photo(file="1.jpg", caption="渡口", credit="周小禾"),)


@pytest.mark.parametrize(
    "place",
    ["http://localhost/1.jpg", "/etc/hostname", "../day.json", "nobody.jpg", "data:image/png;base64,AA"],
)
def test_a_picture_elsewhere_is_never_looked_for(beside: Source, place: str) -> None:
    assert entry_photos({"images": [place]}, beside) == ((), (), True)
    photos, pictures, is_left = entry_photos({"images": [{"url": place, "说明": "渡口"}]}, beside)
    assert (photos, pictures, is_left) == ((Photo(caption="渡口"),), (), True)


def test_one_picture_named_twice_is_taken_once(beside: Source) -> None:
    photos, pictures, _ = entry_photos({"images": ["2.png", "2.png"]}, beside)
    assert (len(photos), len(pictures)) == (1, 1)


def test_standard_input_has_nothing_beside_it() -> None:
    assert entry_photos({"images": ["1.jpg"]}, Source(path=None)) == ((), (), True)


def test_photos_in_the_text_keep_their_ids_and_get_their_files(beside: Source) -> None:
    body = EntryBody(
        photos=(Photo(id="f1", alt="渡口"), Photo(id="f2", alt="桥"), Photo(id="f3", alt="路")),
        places=(("f1", "img/1.jpg"), ("f2", "http://localhost/2.jpg")),
    )
    photos, pictures, is_left = placed_photos(body, beside)
    assert [(photo.id, photo.file) for photo in photos] == [("f1", "1.jpg"), ("f2", None), ("f3", None)]
    assert ([picture.file for picture in pictures], is_left) == (["1.jpg"], True)
    assert entry_photos({"images": ["img/1.jpg"]}, beside, pictures) == ((), (), False)


_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["src", "caption", "x"]), inner)
    ),
    max_leaves=8,
)


@given(_values)
def test_no_value_is_too_odd(value: Any) -> None:
    photos, pictures, _ = entry_photos({"images": value}, Source(path=None))
    assert pictures == ()
    assert all(photo.caption or photo.credit for photo in photos)
