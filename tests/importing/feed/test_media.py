from __future__ import annotations

from reader.importing.feed.item import Medium
from reader.importing.feed.media import links_of, media_of, text_of

BASE = "https://hewan.example/"


def test_enclosures_come_first_with_title_and_credit() -> None:
    entry = {
        "links": [
            {"rel": "alternate", "href": "n"},
            {"rel": "enclosure", "href": "a.mp3", "type": "audio/mpeg", "title": "第一集"},
            {"rel": "enclosure", "href": "javascript:x"},
            {"rel": "enclosure"},
        ],
        "media_content": [{"url": "b.mp4", "medium": "video"}],
        "media_credit": [{"content": "林一舟摄"}, {}],
    }
    assert list(media_of(entry, BASE)) == [
        Medium("https://hewan.example/a.mp3", "audio/mpeg", "第一集", "林一舟摄"),
        Medium("https://hewan.example/b.mp4", "video", "", "林一舟摄"),
    ]


def test_pictures_of_different_things_are_all_taken() -> None:
    entry = {"media_content": [{"url": "a.jpg", "medium": "image"}, {"url": "b.jpg", "medium": "image"}]}
    assert [medium.address[-5:] for medium in media_of(entry, BASE)] == ["a.jpg", "b.jpg"]


def test_a_film_stays_beside_the_widest_still() -> None:
    sizes: list[dict[str, str]] = [
        {"url": f"{width}.jpg", "type": "image/jpeg", "width": width} for width in ("100", "900", "x")
    ]
    entry = {"media_content": [*sizes, {"url": "a.mp4", "type": "video/mp4", "width": "1920"}]}
    assert [medium.address.rpartition("/")[2] for medium in media_of(entry, BASE)] == [
        "900.jpg",
        "x.jpg",
        "a.mp4",
    ]


def test_a_thumbnail_stands_in_for_a_picture_only() -> None:
    thumbnail = {"media_thumbnail": [{"url": "t.jpg"}, {"url": "t2.jpg"}]}
    film = {"media_content": [{"url": "a.mp4", "type": "video/mp4"}]}
    still = {"media_content": [{"url": "a.jpg", "type": "image/jpeg"}]}
    assert [medium.type for medium in media_of({**thumbnail, **film}, BASE)] == ["video/mp4", "image"]
    assert [medium.address[-5:] for medium in media_of({**thumbnail, **still}, BASE)] == ["a.jpg"]
    assert [medium.address[-5:] for medium in media_of({"image": {"href": "i.jpg"}}, BASE)] == ["i.jpg"]


def test_values_of_the_wrong_kind_are_passed_over() -> None:
    assert text_of(None) == text_of(5) == ""
    assert text_of(" a ") == "a"
    assert list(links_of({"links": ["a", {"href": "b"}]})) == [{"href": "b"}]
    assert list(links_of({})) == []
