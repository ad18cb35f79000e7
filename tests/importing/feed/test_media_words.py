from __future__ import annotations

import pytest

from reader.importing.feed.media_words import is_media
from tests.importing.feed.made import everything, html_item, item


def media(name: str, inside: str = "", kind: str = "image/jpeg") -> str:
    return f'<media:content url="https://hewan.example/{name}" type="{kind}">{inside}</media:content>'


def captions(markup: str) -> list[str | None]:
    return [photo.caption for photo in item(f"<title>老桥重开</title>{markup}").photos]


def credits(markup: str) -> list[str]:
    photos = item(f"<title>老桥重开</title>{markup}").photos
    return [(photo.credit or "").partition("https")[0].strip() for photo in photos]


TITLE = "<media:title>桥头</media:title>"
WORDS = "<media:description>市民走过老桥。</media:description>"


@pytest.mark.parametrize(
    "markup",
    [
        media("a.jpg", TITLE + WORDS),
        TITLE + WORDS + media("a.jpg"),
        f"<media:group>{media('a.jpg')}{TITLE}{WORDS}</media:group>",
        media("a.jpg", WORDS) + TITLE,
    ],
)
def test_title_and_description_are_the_caption_of_the_picture(markup: str) -> None:
    found = item(f"<title>老桥重开</title><description>正文在此。</description>{markup}")
    (photo,) = found.photos
    assert sorted((photo.caption or "").split("\u3000")) == ["市民走过老桥。", "桥头"]
    assert (found.body, found.summary) == ("正文在此。", None)
    assert everything(found).count("桥头") == everything(found).count("市民走过老桥。") == 1


def test_each_picture_has_its_own_words() -> None:
    two = media("a.jpg", WORDS) + media("b.jpg", "<media:description>船。</media:description>")
    assert captions(two) == ["市民走过老桥。", "船。"]


def test_words_for_all_pictures_are_said_at_the_first() -> None:
    assert captions(media("a.jpg") + media("b.jpg") + WORDS) == ["市民走过老桥。", None]


def test_a_title_that_is_the_headline_is_no_caption() -> None:
    assert captions(media("a.jpg") + "<media:title>老桥重开</media:title>") == [None]


def test_a_description_that_is_also_the_text_stays_the_text() -> None:
    text = "<description>市民走过老桥。</description>"
    assert item(f"<title>题</title>{text}{WORDS}{media('a.jpg')}").body == "市民走过老桥。"


def test_a_credit_is_that_of_its_picture_else_of_what_stands_around_it() -> None:
    one = "<media:credit>林一舟</media:credit>"
    assert credits(media("a.jpg", one) + media("b.jpg")) == ["林一舟", ""]
    other = "<media:credit>何晴</media:credit>"
    assert credits(media("a.jpg", one) + media("b.jpg") + other) == ["林一舟", "何晴"]
    group = f"<media:group>{media('b.jpg')}{other}</media:group>"
    assert credits(media("a.jpg") + group + one) == ["林一舟", "何晴"]


def test_a_picture_that_the_text_shows_has_the_words_said_beside_it() -> None:
    html = html_item('<p>正文在此。</p><img src="https://hewan.example/a.jpg">')
    (photo,) = item(html + media("a.jpg", WORDS + "<media:credit>林一舟</media:credit>")).photos
    assert photo.caption == "市民走过老桥。"
    assert (photo.credit or "").startswith("林一舟")


def test_a_transcript_and_the_words_of_a_film_are_text() -> None:
    film = media("a.mp4", TITLE + WORDS, "video/mp4")
    found = item(
        f"<title>题</title><description>正文。</description>{film}<media:text>一句台词。</media:text>"
    )
    for words in ("正文。", "市民走过老桥。", "一句台词。", "桥头"):
        assert everything(found).count(words) == 1


def test_a_title_without_any_file_is_text() -> None:
    assert "桥头" in everything(item(f"<title>题</title>{TITLE}"))


def test_media_rss_is_known_by_its_namespaces() -> None:
    assert is_media("{http://search.yahoo.com/mrss/}title")
    assert is_media("{http://search.yahoo.com/mrss}title")
    assert not is_media("title")
    assert not is_media(None)
