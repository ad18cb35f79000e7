from __future__ import annotations

import contextlib
import datetime as dt
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.body import Table, Verse, blocks
from reader.edition.edition import Edition
from reader.importing.epub import EPUB
from reader.importing.imported import Imported
from reader.importing.importer import Likeness, Sample
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of, sorted_out
from tests.importing.epub.making import (
    CONTAINER,
    DTD,
    PNG,
    Point,
    book,
    nav,
    package,
    page,
    recipe_paper,
    zipped,
)

CONTAINED = CONTAINER.format(path="OEBPS/content.opf")
PAPER = {
    "要闻": [
        (
            "东桥通车",
            '<h1>东桥通车</h1><p class="byline">本报记者 林一舟</p><p>河湾市东桥今日通车。</p>'
            '<img src="../../a.png" alt="东桥"/>',
        ),
        ("西桥开工", "<p>西桥今日开工建设。</p>"),
    ],
    "副刊": [("灯", '<div class="poem"><p>桥上<br/>桥下</p></div>')],
}


def the_edition(data: bytes) -> tuple[Edition, list[Observation]]:
    editions, told = imports(EPUB, data)
    assert len(editions) == 1
    return editions[0], told


def outline(edition: Edition) -> list[tuple[str, list[str]]]:
    return [(section.name, [article.title for article in section.articles]) for section in edition.sections]


def refusal(data: bytes) -> Observation:
    with pytest.raises(CannotImport) as refused:
        list(EPUB.read(Source(path=None, given=data), WISHES))
    return refused.value.observation


class TestRecipes:
    def test_a_newspaper_is_its_sections_and_articles(self) -> None:
        edition, told = the_edition(recipe_paper(PAPER, others={"a.png": PNG}))
        assert (edition.paper, edition.date) == ("河湾晚报", dt.date(2024, 5, 6))
        assert outline(edition) == [("要闻", ["东桥通车", "西桥开工"]), ("副刊", ["灯"])]
        assert errors(told) == []

    def test_its_furniture_is_left_out_and_told(self) -> None:
        edition, told = the_edition(recipe_paper(PAPER, others={"a.png": PNG}))
        everything = " ".join(article.body for article in edition.articles())
        assert not any(word in everything for word in ("calibre", "菜单", "Main menu", "下一篇", "|"))
        dropped = [(each.part, each.what.en) for each in told if each.grade is Grade.DROPPED]
        assert [part for part, _ in dropped] == [
            "OEBPS/index.html",
            "OEBPS/feed_0/index.html",
            "OEBPS/feed_1/index.html",
            "",
        ]
        assert "navigation bars, 8" in dropped[-1][1]

    def test_an_article_knows_where_it_was_had_from(self) -> None:
        edition, _ = the_edition(recipe_paper(PAPER))
        assert [article.source for article in edition.articles()] == [
            "https://news.example/0/0",
            "https://news.example/0/1",
            "https://news.example/1/0",
        ]

    def test_its_first_article_is_whole(self) -> None:
        edition, _ = the_edition(recipe_paper(PAPER, others={"a.png": PNG}))
        first = next(edition.articles())
        assert (first.headline, first.byline) == ("东桥通车", "本报记者 林一舟")
        assert first.body == "河湾市东桥今日通车。\n\n![f1]"
        assert [(photo.file, photo.alt) for photo in first.photos] == [("a.png", "东桥")]

    def test_a_paper_of_one_feed_has_its_name_as_a_section(self) -> None:
        edition, _ = the_edition(recipe_paper({"要闻": PAPER["要闻"]}))
        assert outline(edition) == [("要闻", ["东桥通车", "西桥开工"])]

    def test_the_maker_is_not_the_editor(self) -> None:
        edition, _ = the_edition(recipe_paper(PAPER))
        assert (edition.masthead.editor, edition.masthead.publisher) == (None, None)


class TestBooks:
    @pytest.mark.parametrize("version", [2, 3])
    def test_parts_are_sections_and_chapters_articles(self, version: int) -> None:
        texts = {"a.xhtml": page("<h1>桥</h1><p>甲</p>", dtd=DTD), "b.xhtml": page("<h1>河</h1><p>乙</p>")}
        points = (Point("上篇", "", (Point("桥", "a.xhtml"),)), Point("下篇", "", (Point("河", "b.xhtml"),)))
        edition, told = the_edition(book(texts, points, version=version))
        assert outline(edition) == [("上篇", ["桥"]), ("下篇", ["河"])]
        assert errors(told) == []

    def test_a_book_without_contents_is_its_texts(self) -> None:
        edition, _ = the_edition(
            book({"a.xhtml": page("<h1>桥</h1>"), "b.xhtml": page("<p>乙</p>", title="河")})
        )
        assert outline(edition) == [("本报", ["桥", "河"])]

    def test_a_cover_without_words_is_left_out_and_told(self) -> None:
        texts = {"cover.xhtml": page('<svg><image href="a.png"/></svg>'), "a.xhtml": page("<p>甲</p>")}
        edition, told = the_edition(book(texts, others={"a.png": PNG}))
        assert [len(article.photos) for article in edition.articles()] == [0]
        assert [each.part for each in told if each.grade is Grade.DROPPED] == ["OEBPS/cover.xhtml"]

    def test_its_page_of_contents_is_left_out_and_told(self) -> None:
        texts = {"toc.xhtml": page("<a href='a.xhtml'>桥</a>"), "a.xhtml": page("<p>甲</p>")}
        edition, told = the_edition(book(texts, guide='<reference type="toc" href="toc.xhtml"/>'))
        assert [article.body for article in edition.articles()] == ["甲"]
        assert [each.part for each in told if each.grade is Grade.DROPPED] == ["OEBPS/toc.xhtml"]

    def test_a_page_of_contents_that_says_more_is_kept(self) -> None:
        texts = {"toc.xhtml": page("<h1>目录</h1><p>河湾市位于东河之滨。</p><a href='a.xhtml'>桥</a>")}
        edition, _ = the_edition(book(texts, guide='<reference type="toc" href="toc.xhtml"/>'))
        assert [article.body for article in edition.articles()] == ["河湾市位于东河之滨。\n\n桥"]

    def test_a_book_of_pictures_is_its_pictures(self) -> None:
        texts: dict[str, str | bytes] = {"cover.xhtml": page("<img src='b.png'/>"), "b.png": PNG}
        edition, _ = the_edition(book(texts))
        assert [photo.file for article in edition.articles() for photo in article.photos] == ["b.png"]

    def test_who_made_it_is_in_the_masthead(self) -> None:
        metadata = (
            "<dc:creator>林一舟</dc:creator><dc:creator>周小满</dc:creator><dc:publisher>河湾报社</dc:publisher>"
            "<dc:description>&lt;p&gt;河湾的&lt;b&gt;报纸&lt;/b&gt;&lt;/p&gt;</dc:description>"
        )
        edition, _ = the_edition(book({"a.xhtml": page("<p>甲</p>")}, metadata=metadata))
        found = edition.masthead
        assert (found.motto, found.publisher, found.editor) == ("河湾的报纸", "河湾报社", "林一舟, 周小满")

    def test_the_paper_itself_is_not_its_editor(self) -> None:
        edition, _ = the_edition(
            book(
                {"a.xhtml": page("<p>甲</p>")},
                metadata="<dc:creator>河湾晚报</dc:creator>",
                title="河湾晚报 2024-05-06",
            )
        )
        assert (edition.paper, edition.masthead.editor) == ("河湾晚报", None)

    def test_a_long_description_is_told_and_not_printed(self) -> None:
        metadata = f"<dc:description>{'桥' * 300}</dc:description>"
        edition, told = the_edition(book({"a.xhtml": page("<p>甲</p>")}, metadata=metadata))
        assert edition.masthead.motto is None
        assert any("description" in each.what.en for each in told)

    def test_a_year_is_a_guess(self) -> None:
        edition, told = the_edition(book({"a.xhtml": page("<p>甲</p>")}, date="2011"))
        assert edition.date == dt.date(2011, 1, 1)
        assert "date" in edition.inferred
        assert [each.what.en for each in told if "2011" in each.what.en] == [
            "it says only 2011; taken as 2011-01-01"
        ]

    def test_a_language_of_three_letters_is_one_of_two(self) -> None:
        data = book({"a.xhtml": page("<p>A bridge.</p>")})
        opf = package(["a.xhtml"], ["a.xhtml"]).replace("zh-CN", "eng")
        files = {
            "META-INF/container.xml": CONTAINED,
            "OEBPS/content.opf": opf,
            "OEBPS/a.xhtml": page("<p>x</p>"),
        }
        assert the_edition(data)[0].language == "zh-CN"
        assert the_edition(zipped(files))[0].language == "en"

    def test_a_foreign_text_is_read_by_what_stands_in_for_it(self) -> None:
        opf = package(["a.json", "b.json", "c.xhtml"], ["a.json"])
        opf = opf.replace('id="a.json"', 'id="a.json" fallback="b.json"').replace(
            'id="b.json"', 'id="b.json" fallback="c.xhtml"'
        )
        files = {
            "META-INF/container.xml": CONTAINED,
            "OEBPS/content.opf": opf,
            "OEBPS/c.xhtml": page("<p>桥</p>"),
        }
        edition, told = the_edition(zipped(files))
        assert [article.body for article in edition.articles()] == ["桥"]
        assert errors(told) == []


class TestBrokenParts:
    def _without(self, name: str) -> bytes:
        opf = package(["a.xhtml", "b.xhtml"], ["a.xhtml", "b.xhtml"])
        texts = {"OEBPS/a.xhtml": page("<p>甲</p>"), "OEBPS/b.xhtml": page("<p>乙</p>")}
        del texts[name]
        return zipped({"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf, **texts})

    def test_a_text_that_is_missing_is_told_and_the_rest_read(self) -> None:
        edition, told = the_edition(self._without("OEBPS/a.xhtml"))
        assert [article.body for article in edition.articles()] == ["乙"]
        assert [(each.source, each.part) for each in errors(told)] == [("-", "OEBPS/a.xhtml")]

    def test_what_could_not_be_read_is_told_before_the_edition(self) -> None:
        results = list(EPUB.read(Source(path=None, given=self._without("OEBPS/a.xhtml")), WISHES))
        assert [isinstance(result, Imported) for result in results] == [False, True]

    def test_a_book_of_which_nothing_is_there_is_refused_with_the_first_reason(self) -> None:
        opf = package(["a.xhtml"], ["a.xhtml"])
        told = refusal(zipped({"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf}))
        assert (told.part, "no such file" in told.what.en) == ("OEBPS/a.xhtml", True)

    def test_a_book_without_any_text_is_refused(self) -> None:
        opf = package([], [])
        told = refusal(zipped({"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf}))
        assert "no text" in told.what.en

    def test_a_text_that_is_listed_many_times_is_read_once(self) -> None:
        items = "".join(f'<item id="i{n}" href="a.xhtml" media-type="text/html"/>' for n in range(2000))
        refs = "".join(f'<itemref idref="i{n}"/>' for n in range(2000))
        opf = f"<package><manifest>{items}</manifest><spine>{refs}</spine></package>"
        texts = {"OEBPS/a.xhtml": page("<p>甲</p>" * 2000)}
        edition, told = the_edition(
            zipped({"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf, **texts})
        )
        assert len(list(edition.articles())) == 1
        assert errors(told) == []

    def test_a_book_of_more_text_than_a_library_is_read_up_to_there(self) -> None:
        words = ("<p>" + "".join(map(chr, range(0x4E00, 0x5E00))) + "</p>") * 1
        long = "<!--" + words * 1100 + "-->" + "<p>甲</p>"
        texts = {f"{n}.html": long for n in range(11)}
        edition, told = the_edition(book(texts))
        assert 8 <= len(list(edition.articles())) < 11
        assert "too much text" in errors(told)[-1].what.en

    def test_a_text_of_another_kind_is_told(self) -> None:
        _, told = the_edition(book({"a.xhtml": page("<p>甲</p>"), "b.json": "{}"}))
        assert [each.part for each in errors(told)] == ["OEBPS/b.json"]

    def test_a_text_that_is_not_well_formed_is_read_as_browsers_do(self) -> None:
        edition, told = the_edition(book({"a.xhtml": page("<p>甲<p>乙 & 丙<b>丁</p>")}))
        assert [article.body for article in edition.articles()] == ["甲\n\n乙 & 丙丁"]
        assert errors(told) == []

    @pytest.mark.parametrize(
        "href", ["../../../../etc/hosts.xhtml", "/etc/hosts.xhtml", "%2e%2e/%2e%2e/hosts.xhtml"]
    )
    def test_a_path_out_of_the_archive_leads_nowhere(self, href: str) -> None:
        opf = package(["a.xhtml", href], ["a.xhtml", href])
        texts = {"OEBPS/a.xhtml": page("<p>甲</p>")}
        edition, told = the_edition(
            zipped({"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf, **texts})
        )
        assert [article.body for article in edition.articles()] == ["甲"]
        assert ["no such file" in each.what.en for each in errors(told)] == [True]


class TestLikeness:
    def test_a_book_is_known_by_its_first_entry(self) -> None:
        data = book({"a.xhtml": page("<p>甲</p>")})
        assert EPUB.likeness(Sample("x.zip", data[:1000])) is Likeness.SURE

    def test_a_book_that_says_so_later_is_known(self) -> None:
        data = book({"a.xhtml": page("<p>甲</p>")}).replace(b"mimetype", b"minetype")
        assert EPUB.likeness(Sample("x", data[:1000])) is Likeness.SURE

    def test_a_zip_archive_is_one_by_its_name_alone(self) -> None:
        assert EPUB.likeness(Sample("x.epub", b"PK\x03\x04rest")) is Likeness.NAME
        assert EPUB.likeness(Sample("x.zip", b"PK\x03\x04rest")) is Likeness.NONE
        assert EPUB.likeness(Sample("x.epub", b"<html>")) is Likeness.NONE


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "河湾.epub"
    path.write_bytes(recipe_paper(PAPER))
    editions, told = imports_of(EPUB, path)
    assert outline(editions[0])[0][0] == "要闻"
    assert {observation.source for observation in told} == {str(path)}


# -- laws -----------------------------------------------------------------------------------------------

WORDS = st.text(st.sampled_from("东西桥河湾市通车abc，。"), min_size=1, max_size=8)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=4)
MARKUP = st.builds(
    lambda heading, words, tag: (
        (f"<h1>{heading}</h1>" if heading else "") + "".join(f"<{tag}>{word}</{tag}>" for word in words)
    ),
    WORDS | st.just(""),
    PARAGRAPHS,
    st.sampled_from(["p", "div", "li", "blockquote", "pre", "h2", "td", "dd", "figcaption"]),
)


def all_words(edition: Edition) -> str:
    parts = []
    for section in edition.sections:
        parts.append(section.name)
        for article in section.articles:
            parts += [article.kicker or "", article.headline or "", article.deck or "", article.byline or ""]
            for block in blocks(article.body):
                if isinstance(block, Table):
                    parts += [cell for row in block.rows for cell in row]
                elif isinstance(block, Verse):
                    parts += block.lines
                else:
                    parts.append(getattr(block, "text", ""))
    return "".join(parts)


@given(st.lists(MARKUP, min_size=1, max_size=4), st.lists(st.booleans(), min_size=4, max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_word_of_a_book_is_lost(markups: list[str], listed: list[bool]) -> None:
    texts = {f"t{number}.xhtml": page(markup) for number, markup in enumerate(markups)}
    points = tuple(
        Point(f"{number}", name)
        for number, (name, is_listed) in enumerate(zip(texts, listed, strict=False))
        if is_listed
    )
    edition, told = the_edition(book(texts, points))
    assert errors(told) == []
    written = "".join(part.split(">", 1)[-1] for markup in markups for part in markup.split("<"))
    found = list(all_words(edition))
    for character in written:
        if not character.isspace():
            found.remove(character)


SEED = recipe_paper(PAPER, others={"a.png": PNG})
PLAIN = zipped(
    {
        "META-INF/container.xml": CONTAINED,
        "OEBPS/content.opf": package(["a.xhtml", "toc.ncx"], ["a.xhtml"]),
        "OEBPS/a.xhtml": page("<h1>桥</h1><p id='x'>甲</p>"),
        "OEBPS/toc.ncx": "<ncx><navMap><navPoint><navLabel><text>桥</text></navLabel>"
        "<content src='a.xhtml#x'/></navPoint></navMap></ncx>",
    },
    stored=True,
)


@given(st.integers(0, 2**32), st.sampled_from([SEED, PLAIN]), st.integers(1, 12))
@settings(max_examples=250, deadline=None)
def test_whatever_bytes_are_changed_it_is_read_or_refused(seed: int, data: bytes, count: int) -> None:
    dice = random.Random(seed)
    broken = bytearray(data)
    for _ in range(count):
        at = dice.randrange(len(broken))
        match dice.randrange(3):
            case 0:
                broken[at] = dice.randrange(256)
            case 1:
                del broken[at : at + dice.randrange(1, 9)]
            case _:
                broken[at:at] = dice.choice([b"<", b"&", b"]]>", b"\0", b"PK\x01\x02", b"\xff\xff", b'"'])
    with contextlib.suppress(CannotImport):  # Anything else that is raised fails the test.
        sorted_out(EPUB.read(Source(path=None, given=bytes(broken)), WISHES))


SCRAPS = [b"<", b">", b"&", b'"', b"/", b"id=", b"#", b"..", b"%2e", b"<navPoint>", b"</navPoint>", b"\xff"]
SCRAPS += [
    b"<item/>",
    b"<itemref idref='a.xhtml'/>",
    b"href=",
    b"\0",
    b"&#27;",
    "\u202e".encode(),
    b"<h1>",
    b"2024",
]


@given(st.integers(0, 2**32), st.sampled_from([SEED, PLAIN]))
@settings(max_examples=250, deadline=None)
def test_whatever_is_changed_in_its_files_it_is_read_or_refused(seed: int, data: bytes) -> None:
    dice = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(dice.randint(1, 6)):
        changed = dice.choice([file for name, file in files.items() if name != "mimetype"])
        at = dice.randrange(len(changed) + 1)
        match dice.randrange(3):
            case 0:
                del changed[at : at + dice.randrange(1, 30)]
            case 1:
                changed[at:at] = dice.choice(SCRAPS)
            case _:
                other = dice.randrange(len(changed) + 1)
                changed[at:at] = changed[other : other + 40]
    with contextlib.suppress(CannotImport):
        given_data = zipped({name: bytes(file) for name, file in files.items() if name != "mimetype"})
        sorted_out(EPUB.read(Source(path=None, given=given_data), WISHES))


def told_of(data: bytes, words: str) -> list[Observation]:
    return [each for each in the_edition(data)[1] if words in each.what.en]


def test_every_title_of_a_book_is_kept_the_main_one_first() -> None:
    main = '<dc:title id="m">河湾年鉴</dc:title><meta refines="#m" property="title-type">main</meta>'
    text = {"a.xhtml": page("<p>东桥通车。</p>")}
    found, _ = the_edition(book(text, title="老城与新桥", metadata=main))
    assert (found.paper, found.masthead.motto) == ("河湾年鉴", "老城与新桥")
    found, _ = the_edition(book(text, metadata="<dc:title>老城与新桥</dc:title>"))
    assert (found.paper, found.masthead.motto) == ("河湾晚报", "老城与新桥")


def test_contributors_and_rights_are_told_but_for_the_maker_of_the_file() -> None:
    more = "<dc:contributor>何晴</dc:contributor><dc:contributor>calibre (7.1)</dc:contributor>"
    data = book({"a.xhtml": page("<p>东桥通车。</p>")}, metadata=f"{more}<dc:rights>河湾社所有</dc:rights>")
    assert [each.what.en.rpartition(": ")[2] for each in told_of(data, "contributors")] == ["何晴"]
    (told,) = told_of(data, "rights")
    assert (told.grade, told.what.en.rpartition(": ")[2]) == (Grade.DROPPED, "河湾社所有")


def test_a_text_outside_the_reading_order_is_an_article_of_its_own() -> None:
    names = ("a.xhtml", "notes.xhtml", "b.xhtml")
    opf = package((*names, "nav.xhtml"), names).replace(
        'idref="notes.xhtml"', 'idref="notes.xhtml" linear="no"'
    )
    nav_page = nav([Point("东桥通车", "a.xhtml")])
    texts = {f"OEBPS/{name}": page(f"<p>{name[0]}的文字。</p>") for name in names}
    data = zipped(
        {"META-INF/container.xml": CONTAINED, "OEBPS/content.opf": opf, "OEBPS/nav.xhtml": nav_page, **texts}
    )
    found, _ = the_edition(data)
    assert sorted(each.body for each in found.articles()) == ["a的文字。\n\nb的文字。", "n的文字。"]


def test_texts_that_the_contents_do_not_name_and_that_run_on_are_told() -> None:
    texts = {name: page(f"<p>{name}</p>") for name in ("a.xhtml", "b.xhtml", "c.xhtml")}
    (told,) = told_of(book(texts, [Point("东桥通车", "a.xhtml")]), "do not name")
    assert (told.grade, told.part) == (Grade.UNDECIDED, "OEBPS/b.xhtml")
    assert told.what.en.endswith("2")
    assert told_of(book(texts, [Point(name, name) for name in texts]), "do not name") == []
    split = {f"a_split_00{number}.xhtml": page("<p>一句。</p>") for number in range(3)}
    assert told_of(book(split, [Point("东桥通车", "a_split_000.xhtml")]), "do not name") == []
