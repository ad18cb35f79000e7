from __future__ import annotations

from pathlib import Path

from reader.edition.article import Photo
from reader.importing.ninjs.own_photo import has_picture, own_photo
from reader.importing.ninjs.properties import Properties, Worded
from reader.importing.source import Source
from reader.importing.wire.pictures import PictureBox


def _photo(folder: Path, item: dict[str, object], *descriptions: Worded) -> tuple[Photo, ...]:
    for name in ("main.jpg", "thumb.jpg", "wide.jpg", "doc.xml"):
        (folder / name).write_bytes(b"x")
    return own_photo(Properties(item), list(descriptions), PictureBox(Source(path=folder / "a.json")))


def test_the_best_rendition_is_taken(tmp_path: Path) -> None:
    renditions = [
        {"name": "thumbnail", "href": "thumb.jpg", "width": "9000"},
        {"name": "main", "href": "main.jpg", "width": "600"},
        {"name": "hires", "href": "wide.jpg", "width": "1200"},
        {"name": "caption", "href": "doc.xml", "contentType": "text/xml", "width": "99999"},
    ]
    assert _photo(tmp_path, {"renditions": renditions}) == (Photo(file="wide.jpg"),)


def test_a_small_one_is_better_than_none(tmp_path: Path) -> None:
    assert _photo(tmp_path, {"renditions": {"thumbnail": {"href": "thumb.jpg"}}})[0].file == "thumb.jpg"


def test_the_words_go_to_where_their_roles_say(tmp_path: Path) -> None:
    [photo] = _photo(
        tmp_path,
        {"byline": "林一舟"},
        Worded("text", "", "今天的大桥。"),
        Worded("caption", "", "大桥。"),
        Worded("creditline", "", "河湾日报"),
        Worded("alt", "", "桥"),
        Worded("caption-xhtml", "", "<p>大桥。</p>"),
    )
    assert photo == Photo(caption="大桥。 今天的大桥。", credit="河湾日报", alt="桥")


def test_the_byline_is_the_credit_when_there_is_no_other(tmp_path: Path) -> None:
    assert _photo(tmp_path, {"by": "林一舟"}, Worded("", "", "大桥。")) == (
        Photo(caption="大桥。", credit="林一舟"),
    )


def test_without_picture_and_words_there_is_no_photo(tmp_path: Path) -> None:
    assert _photo(tmp_path, {"by": "林一舟"}) == ()


def test_a_picture_that_the_body_shows_is_no_other() -> None:
    about = Properties({"renditions": [{"href": "a.jpg"}, {"href": "b.mp4"}]})
    assert has_picture(about, frozenset())
    assert not has_picture(about, frozenset({"a.jpg"}))
    assert not has_picture(Properties({"renditions": [{"href": "b.mp4"}]}), frozenset())
