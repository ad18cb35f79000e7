from __future__ import annotations

from pathlib import Path

import pytest

from reader.edition.edition import Edition
from reader.importing.feed.feed import FEED
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, imports_of, sorted_out
from tests.importing.feed.made import atom, json_feed, opml, rss


def a_feed(title: str, *, own: str = "", page: str = "") -> bytes:
    link = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="{own}"/>' if own else ""
    channel = f"<title>{title}</title><link>{page}</link><language>zh-cn</language>{link}"
    return rss(f"<title>{title}的头条</title><pubDate>2024-12-23</pubDate>", channel=channel)


def listed(folder: Path, body: str, **files: bytes) -> tuple[list[Edition], list[Observation]]:
    """Write files beside a list with this body and import the list; ``__`` in a name stands for its dot."""
    for name, data in files.items():
        path = folder / name.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "list.opml").write_bytes(opml(body))
    return imports_of(FEED, folder / "list.opml")


def headlines(editions: list[Edition]) -> list[str | None]:
    return [article.headline for edition in editions for article in edition.articles()]


def outline(title: str, address: str, page: str = "") -> str:
    return f'<outline type="rss" text="{title}" xmlUrl="{address}" htmlUrl="{page}"/>'


def test_a_list_becomes_one_paper_with_a_section_for_each_feed(tmp_path: Path) -> None:
    editions, told = listed(
        tmp_path,
        outline("晨报", "a.xml") + outline("晚报", "b.json") + outline("周刊", "c.atom"),
        a__xml=a_feed("晨报"),
        b__json=json_feed({"title": "晚报的头条", "url": "https://x.example/1"}, title="晚报"),
        c__atom=atom("<title>周刊的头条</title>"),
    )
    assert [edition.paper for edition in editions] == ["我的报纸"]
    assert [section.name for section in editions[0].sections] == ["晨报", "晚报", "周刊"]
    assert headlines(editions) == ["晨报的头条", "晚报的头条", "周刊的头条"]
    assert [article.source for article in editions[0].articles()] == [
        "晨报",
        "晚报 https://x.example/1",
        "周刊",
    ]
    assert not [o for o in told if o.grade is Grade.ERROR]


def test_feeds_of_a_group_are_one_section(tmp_path: Path) -> None:
    body = f'<outline text="新闻">{outline("晨报", "a.xml")}{outline("晚报", "b.xml")}</outline>'
    editions, _ = listed(tmp_path, body, a__xml=a_feed("晨报"), b__xml=a_feed("晚报"))
    assert [(section.name, len(section.articles)) for section in editions[0].sections] == [("新闻", 2)]


@pytest.mark.parametrize(
    ("address", "page", "data"),
    [
        ("https://hewan.example/feed", "", a_feed("另名", own="https://hewan.example/feed")),
        ("https://hewan.example/feed/", "", a_feed("另名", own="http://www.hewan.example/feed")),
        ("https://hewan.example/x", "https://hewan.example", a_feed("另名", page="https://hewan.example/")),
        ("https://hewan.example/x", "", a_feed("晨报")),
        ("https://hewan.example/saved.xml", "", a_feed("另名")),
    ],
)
def test_a_feed_downloaded_before_is_found_by_what_it_says(
    tmp_path: Path, address: str, page: str, data: bytes
) -> None:
    editions, told = listed(tmp_path, outline("晨报", address, page), saved__xml=data)
    assert len(headlines(editions)) == 1
    assert [section.name for section in editions[0].sections] == ["晨报"]
    assert not [o for o in told if o.grade is Grade.ERROR]


def test_a_name_that_two_feeds_share_tells_nothing(tmp_path: Path) -> None:
    body = outline("甲", "https://a.example/feed.xml") + outline("乙", "https://b.example/feed.xml")
    editions, told = listed(tmp_path, body, feed__xml=a_feed("乙", own="https://b.example/feed.xml"))
    assert headlines(editions) == ["乙的头条"]
    assert ["甲" in o.what.zh for o in told if o.grade is Grade.ERROR] == [True]


def test_a_file_is_given_out_once(tmp_path: Path) -> None:
    body = outline("晨报", "https://a.example/1") + outline("晨报", "https://b.example/2")
    editions, told = listed(tmp_path, body, saved__xml=a_feed("晨报"))
    assert len(headlines(editions)) == 1
    assert len([o for o in told if o.grade is Grade.ERROR]) == 1


def test_what_is_not_there_is_told_with_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    body = f"\n{outline('远山日报', 'https://far.example/rss')}\n" + outline("晨报", "a.xml")
    editions, told = listed(tmp_path, body, a__xml=a_feed("晨报"))
    missing = [o for o in told if o.grade is Grade.ERROR]
    assert headlines(editions) == ["晨报的头条"]
    assert len(missing) == 1
    assert missing[0].part.startswith("2:")
    assert "远山日报" in missing[0].what.en
    assert "https://far.example/rss" in missing[0].what.zh


def test_a_broken_feed_is_told_by_its_own_name(tmp_path: Path) -> None:
    body = outline("晨报", "a.xml") + outline("晚报", "b.json")
    editions, told = listed(tmp_path, body, a__xml=a_feed("晨报"), b__json=b"{")
    assert headlines(editions) == ["晨报的头条"]
    assert [Path(o.source).name for o in told if o.grade is Grade.ERROR] == ["b.json"]


@pytest.mark.parametrize(
    "address", ["../secret.xml", "/etc/passwd", "sub/../../secret.xml", "gone.xml", "list.opml"]
)
def test_nothing_outside_the_folder_is_read_and_no_list_in_a_list(tmp_path: Path, address: str) -> None:
    (tmp_path / "secret.xml").write_bytes(a_feed("秘密"))
    (tmp_path / "here").mkdir()
    with pytest.raises(CannotImport):
        listed(tmp_path / "here", outline("秘密", address))


def test_a_link_beside_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside.xml").write_bytes(a_feed("晨报"))
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "saved.xml").symlink_to(tmp_path / "outside.xml")
    with pytest.raises(CannotImport):
        listed(tmp_path / "here", outline("晨报", "https://hewan.example/feed"))


def test_files_beside_it_that_are_no_feeds_do_not_matter(tmp_path: Path) -> None:
    editions, told = listed(
        tmp_path,
        outline("晨报", "https://hewan.example/feed"),
        page__xml=b"<html/>",
        broken__xml=b'<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel/></rss>',
        other__opml=opml(""),
        data__json=b"{",
        saved__xml=a_feed("晨报"),
    )
    assert headlines(editions) == ["晨报的头条"]
    assert not [o for o in told if o.grade is Grade.ERROR]


def test_a_list_from_standard_input_has_nothing_beside_it() -> None:
    results = FEED.read(Source(path=None, given=opml(outline("晨报", "https://hewan.example/feed"))), WISHES)
    assert isinstance(next(results), Observation)
    with pytest.raises(CannotImport) as refused:
        next(results)
    assert "OPML" in refused.value.observation.advice.en


def test_a_list_of_nothing_is_refused() -> None:
    with pytest.raises(CannotImport):
        sorted_out(FEED.read(Source(path=None, given=opml('<outline text="空"/>')), WISHES))
