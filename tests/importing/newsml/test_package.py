from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from reader.edition.article import Article, Photo
from reader.importing.newsml.package import PackageReader, with_linked
from reader.importing.observation import Grade
from reader.importing.wire.story import Story, Use


def _text(guid: str, use: Use = Use.USABLE, links: tuple[str, ...] = ()) -> Story:
    return Story(article=Article(id="", headline=guid, body="x"), guid=guid, use=use, links=links)


def _picture(guid: str) -> Story:
    article = Article(id="", headline=guid, photos=(Photo(caption=guid),))
    return Story(article=article, guid=guid, is_picture=True)


ITEMS = {each.guid: each for each in (_text("a"), _text("b"), _text("c"), _text("w", Use.WITHHELD))}
PICTURES = {each.guid: each for each in (_picture("p"), _picture("q"))}


def _reader(packages: dict[str, Element] | None = None) -> PackageReader:
    return PackageReader("x.xml", {**ITEMS, **PICTURES}, packages or {}, lambda _: None)


def _sections(inner: str, reader: PackageReader | None = None) -> list[tuple[str | None, list[str | None]]]:
    package = fromstring(
        f'<packageItem guid="P"><contentMeta><headline>早间</headline></contentMeta>{inner}</packageItem>'
    )
    parts = (reader or _reader()).sections(package)
    return [(part.name, [story.article.headline for story in part.stories]) for part in parts]


def _refs(*guids: str) -> str:
    return "".join(f'<itemRef residref="{guid}"/>' for guid in guids)


def test_the_items_of_a_group_stand_in_its_order() -> None:
    inner = f'<groupSet root="G"><group id="G">{_refs("c", "a", "b")}</group></groupSet>'
    assert _sections(inner) == [("早间", ["c", "a", "b"])]


def test_a_group_with_a_title_is_a_section() -> None:
    inner = (
        f'<groupSet root="G"><group id="G">{_refs("a")}<groupRef idref="H"/>{_refs("c")}</group>'
        f'<group id="H"><title>要闻</title>{_refs("b")}</group></groupSet>'
    )
    assert _sections(inner) == [("早间", ["a"]), ("要闻", ["b"]), ("早间", ["c"])]


def test_a_group_without_a_title_is_no_section() -> None:
    inner = (
        '<groupSet root="G"><group id="G"><groupRef idref="H"/><groupRef idref="I"/></group>'
        f'<group id="H">{_refs("a")}</group><group id="I">{_refs("b")}</group></groupSet>'
    )
    assert _sections(inner) == [("早间", ["a", "b"])]


def test_pictures_are_photos_of_the_text_beside_them() -> None:
    inner = (
        '<groupSet root="G"><group id="G"><groupRef idref="H"/><groupRef idref="I"/></group>'
        f'<group id="H">{_refs("a", "p")}</group><group id="I">{_refs("q", "b")}</group></groupSet>'
    )
    reader = _reader()
    package = fromstring(f"<packageItem>{inner}</packageItem>")
    [part] = reader.sections(package)
    assert [[photo.caption for photo in story.article.photos] for story in part.stories] == [["p"], ["q"]]
    assert reader.used >= {"a", "b", "p", "q"}


def test_a_group_of_pictures_only_belongs_to_the_text_before_it() -> None:
    inner = (
        f'<groupSet root="G"><group id="G">{_refs("a")}<groupRef idref="H"/>{_refs("b")}</group>'
        f'<group id="H">{_refs("p", "q")}</group></groupSet>'
    )
    [part] = _reader().sections(fromstring(f"<packageItem>{inner}</packageItem>"))
    assert [[photo.caption for photo in story.article.photos] for story in part.stories] == [["p", "q"], []]


def test_pictures_of_a_section_of_their_own_stay_there() -> None:
    inner = (
        f'<groupSet root="G"><group id="G">{_refs("a")}<groupRef idref="H"/></group>'
        f'<group id="H"><title>图片</title>{_refs("p", "q")}</group></groupSet>'
    )
    assert _sections(inner) == [("早间", ["a"]), ("图片", ["p", "q"])]


def test_a_picture_alone_is_an_article() -> None:
    assert _sections(f'<groupSet root="G"><group id="G">{_refs("p")}</group></groupSet>') == [("早间", ["p"])]


def test_references_may_stand_without_groups() -> None:
    assert _sections(_refs("a", "b")) == [("早间", ["a", "b"])]


def test_a_root_that_is_not_there_means_all_groups() -> None:
    groups = f'<group id="G">{_refs("a")}</group><group id="H">{_refs("b")}</group>'
    inner = f'<groupSet root="none">{groups}</groupSet>'
    assert _sections(inner) == [("早间", ["a", "b"])]


def test_groups_in_a_circle_are_taken_once() -> None:
    inner = (
        f'<groupSet root="G"><group id="G">{_refs("a")}<groupRef idref="H"/></group>'
        f'<group id="H">{_refs("b")}<groupRef idref="G"/><groupRef idref="H"/>'
        '<groupRef idref="?"/></group></groupSet>'
    )
    assert _sections(inner) == [("早间", ["a", "b"])]


def test_an_item_named_twice_stands_once() -> None:
    assert _sections(_refs("a", "a", "b", "a")) == [("早间", ["a", "b"])]


def test_a_package_within_a_package_is_a_section() -> None:
    inner = fromstring(
        f'<packageItem guid="Q"><itemMeta><title>要闻</title></itemMeta>{_refs("b", "P")}</packageItem>'
    )
    reader = _reader({"Q": inner})
    assert _sections(_refs("a", "Q", "c"), reader) == [("早间", ["a"]), ("要闻", ["b"]), ("早间", ["c"])]
    assert "Q" in reader.used


def test_what_must_not_be_printed_is_left_out_and_told() -> None:
    reader = _reader()
    assert _sections(_refs("a", "w"), reader) == [("早间", ["a"])]
    assert [each.grade for each in reader.told] == [Grade.DROPPED]


def test_of_an_item_that_is_not_here_what_is_said_of_it_is_kept_and_told() -> None:
    hint = '<itemRef residref="z"><title>远方</title><description>提要。</description></itemRef>'
    reader = _reader()
    [part] = reader.sections(fromstring(f"<packageItem>{hint}</packageItem>"))
    assert [(story.article.headline, story.article.summary) for story in part.stories] == [("远方", "提要。")]
    assert [each.grade for each in reader.told] == [Grade.UNDECIDED]


def test_a_picture_that_is_not_here_keeps_its_caption() -> None:
    hint = (
        f'{_refs("a")}<itemRef residref="z"><itemClass qcode="ninat:picture"/><title>桥</title>'
        "<description>大桥。</description></itemRef>"
    )
    [part] = _reader().sections(fromstring(f"<packageItem>{hint}</packageItem>"))
    assert part.stories[0].article.photos == (Photo(caption="大桥。"),)


def test_an_item_that_is_only_named_is_told() -> None:
    reader = _reader()
    assert _sections(_refs("a", "gone"), reader) == [("早间", ["a"])]
    assert "gone" in reader.told[0].what.en


def test_a_hint_that_is_canceled_is_left_out() -> None:
    hint = '<itemRef residref="z"><title>远方</title><pubStatus qcode="stat:canceled"/></itemRef>'
    reader = _reader()
    assert _sections(_refs("a") + hint, reader) == [("早间", ["a"])]
    assert [each.grade for each in reader.told] == [Grade.DROPPED]


def test_what_a_package_says_of_itself_opens_it() -> None:
    package = fromstring(
        "<packageItem><contentMeta><headline>早间</headline><description>提要。</description></contentMeta>"
        f"{_refs('a')}</packageItem>"
    )
    [part] = _reader().sections(package)
    assert [story.article.summary for story in part.stories] == ["提要。", None]


def test_pictures_that_a_text_links_to_are_its_photos() -> None:
    stories, linked = with_linked([_text("a", links=("p", "none")), _picture("p"), _picture("q")])
    assert [photo.caption for photo in stories[0].article.photos] == ["p"]
    assert linked == {"p"}


def test_titles_over_sections_only_and_notes_are_told() -> None:
    reader = _reader()
    inner = (
        '<groupSet root="G"><group id="G"><title>今日</title><note>照此次序</note>'
        '<groupRef idref="H"/></group>'
        '<group id="H"><title>要闻</title>'
        '<itemRef residref="a"><note>放头条</note></itemRef></group></groupSet>'
    )
    assert _sections(inner, reader) == [("要闻", ["a"])]
    said = " ".join(each.what.zh for each in reader.told)
    assert all(words in said for words in ("今日", "早间", "照此次序", "放头条"))
    assert "要闻" not in said


def test_the_rights_of_a_package_within_a_package_are_told() -> None:
    inner = fromstring(
        '<packageItem guid="Q"><rightsInfo><usageTerms>只用一次</usageTerms></rightsInfo>'
        f"<groupSet><group>{_refs('a')}</group></groupSet></packageItem>"
    )
    reader = _reader({"Q": inner})
    _sections(f"<groupSet><group>{_refs('Q')}</group></groupSet>", reader)
    assert any("只用一次" in each.what.zh for each in reader.told)
