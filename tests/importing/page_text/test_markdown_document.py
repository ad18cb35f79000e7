"""Markdown documents: what CommonMark has becomes blocks, its markup words, its front matter fields."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.edition.article import Jump, Kind
from reader.edition.body import (
    Block,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Subhead,
    Table,
    Verse,
)
from reader.importing.observation import Grade
from tests.importing.checked import WISHES
from tests.importing.page_text.markdown import only_article, only_blocks, read_markdown
from tests.importing.page_text.pages import told_of


class TestInline:
    @pytest.mark.parametrize(
        ("markdown", "words"),
        [
            ("a *b* _c_ **d** ***e*** ~~f~~ `g`", "a b c d e f g"),
            ("\\*not\\* \\_this\\_ &amp; &copy; &#20013;", "*not* _this_ & © 中"),
            ("see [the map](maps/old.html)", "see the map (maps/old.html)"),
            ("see [the map](http://a.example/m \"Old map\")", "see the map (Old map, http://a.example/m)"),
            ("见[公报](http://a.example/m \"旧刊\")与[表](t.html)。", "见公报（旧刊，http://a.example/m）与表（t.html）。"),
            ("see [the map][m]\n\n[m]: http://a.example/m", "see the map (http://a.example/m)"),
            ("see <http://a.example/m>", "see http://a.example/m"),
            ("write to <jane@a.example>", "write to jane@a.example"),
            ("see [part two](#two)", "see part two"),
            ("one\ntwo", "one two"),
            ("渡口\n开了", "渡口开了"),
            ("a <b>bold</b> word", "a bold word"),
            ("2 < 3 & 4", "2 < 3 & 4"),
            ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ],
    )  # fmt: skip
    def test_markup_becomes_its_words(self, markdown: str, words: str, tmp_path: Path) -> None:
        assert only_blocks(tmp_path, markdown) == [Paragraph(0, words)]

    def test_a_heading_is_its_words_too(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "# The *old* [map](m.html) <i>again</i>\n\nText.")
        assert article.headline == "The old map (m.html) again"


class TestBlocks:
    @pytest.mark.parametrize(
        ("markdown", "wanted"),
        [
            ("## Part\n\ntext", [Subhead(0, "Part"), Paragraph(0, "text")]),
            ("Part\n----\n\ntext", [Subhead(0, "Part"), Paragraph(0, "text")]),
            ("- a\n- b", [ListItem(0, "a", None), ListItem(0, "b", None)]),
            ("3. a\n4. b", [ListItem(0, "a", "3"), ListItem(0, "b", "4")]),
            ("> said so\n>\n> — Jane Doe", [Quote(0, "said so", "Jane Doe")]),
            ("> said so", [Quote(0, "said so", None)]),
            ("| a | b |\n|---|---|\n| 1 | 2 |", [Table(0, (("a", "b"), ("1", "2")))]),
            ("```python\nif a:\n    b()\n```", [Verse(0, ("if a:", "    b()"))]),
            ("    code\n      more", [Verse(0, ("code", "  more"))]),
            ("rose\\\nred\\\nsong", [Verse(0, ("rose", "red", "song"))]),
            ("rose  \nred", [Verse(0, ("rose", "red"))]),
            ("a\n\n***\n\nb", [Paragraph(0, "a"), Rule(0), Paragraph(0, "b")]),
            ("<div>in <em>html</em></div>", [Paragraph(0, "in html")]),
            ("\\# no heading", [Paragraph(0, "# no heading")]),
            ("\\- no list", [Paragraph(0, "- no list")]),
        ],
    )
    def test_a_block_of_markdown_is_a_block_of_a_body(
        self, markdown: str, wanted: list[Block], tmp_path: Path
    ) -> None:
        assert only_blocks(tmp_path, markdown) == wanted

    @pytest.mark.parametrize(
        ("markdown", "lines"),
        [
            ("渡口[^1]开了。\n\n[^1]: 见旧志。", ["渡口[^1]开了。", "[^1]: 见旧志。"]),
            ("one[^a] two[^b]\n\n[^a]: First\ngoes on.\n[^b]: Second.", [
                "one[^a] two[^b]", "[^a]: First goes on.", "[^b]: Second.",
            ]),
            ("one[^a]\n[^a]: note\n- item", ["one[^a]", "[^a]: note", "- item"]),
            ("> one[^a]\n>\n> [^a]: note", ["> one[^a]", "> [^a]: note"]),
        ],
    )  # fmt: skip
    def test_a_footnote_keeps_its_words_and_its_mark(
        self, markdown: str, lines: list[str], tmp_path: Path
    ) -> None:
        body = only_article(tmp_path, "# T\n\nStart **here**.\n\n" + markdown).body
        assert [line for line in body.splitlines() if line.strip("> ")][1:] == lines

    def test_scripts_and_handlers_never_pass(self, tmp_path: Path) -> None:
        body = only_article(tmp_path, "# T\n\n<p onclick='x()'>seen<script>alert(1)</script></p>").body
        assert body == "seen"

    def test_controls_are_made_visible(self, tmp_path: Path) -> None:
        assert only_article(tmp_path, "# T\n\nred \x1b[31malert").body == "red ␛[31malert"

    @pytest.mark.parametrize("marks", ["> " * 300, "[" * 100_000, "- " * 300])
    def test_a_document_nested_beyond_reason_is_read_as_a_page_and_keeps_its_text(
        self, marks: str, tmp_path: Path
    ) -> None:
        edition, told = read_markdown(tmp_path, "# T\n\n" + marks + "deep **down**\n")
        assert "deep **down**" in next(edition.articles()).body
        assert any("nested too deeply" in what for what in told_of(told, Grade.UNDECIDED))


class TestPhotos:
    def test_a_picture_beside_the_document_comes_along(self, tmp_path: Path) -> None:
        (tmp_path / "images").mkdir()
        (tmp_path / "images/old bridge.png").write_bytes(b"picture")
        article = only_article(tmp_path, '# T\n\n![Bridge](images/old%20bridge.png "At dusk")\n\nText.')
        assert [(each.file, each.alt, each.caption) for each in article.photos] == [
            ("old-bridge.png", "Bridge", "At dusk")
        ]
        assert article.body.startswith("![f1]")

    def test_two_pictures_of_one_name_are_told_apart(self, tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.png").write_bytes(folder.encode())
        article = only_article(tmp_path, "# T\n\n![one](a/x.png)\n\n![two](b/x.png)\n\n![one](a/x.png)")
        assert [photo.file for photo in article.photos] == ["x.png", "x-2.png", "x.png"]

    @pytest.mark.parametrize("address", ["http://a.example/x.png", "../x.png", "missing.png", "/etc/passwd"])
    def test_a_picture_that_is_not_there_keeps_its_words_and_address(
        self, address: str, tmp_path: Path
    ) -> None:
        edition, told = read_markdown(tmp_path, f"# T\n\n![Bridge]({address})\n\nText.")
        (photo,) = next(edition.articles()).photos
        assert photo.file is None
        assert photo.alt == f"Bridge ({address})"
        assert any("was not fetched" in what for what in told_of(told, Grade.UNDECIDED))


class TestShape:
    def test_one_title_at_the_top_is_the_headline_of_one_article(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "# Title\n\nIntro.\n\n## One\n\nText.\n\n## Two\n\nMore.")
        assert article.headline == "Title"
        assert [line for line in article.body.splitlines() if line.startswith("### ")] == [
            "### One",
            "### Two",
        ]

    def test_several_titles_are_several_articles(self, tmp_path: Path) -> None:
        edition, _ = read_markdown(tmp_path, "# One\n\nText.\n\n# Two\n\nMore.")
        assert [article.headline for article in edition.articles()] == ["One", "Two"]

    def test_titles_with_nothing_but_titles_below_are_sections(self, tmp_path: Path) -> None:
        edition, _ = read_markdown(tmp_path, "# City\n\n## One\n\nText.\n\n# World\n\n## Two\n\nMore.")
        assert [(section.name, section.articles[0].headline) for section in edition.sections] == [
            ("City", "One"),
            ("World", "Two"),
        ]

    def test_a_document_without_titles_is_an_article_with_a_working_title(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "Just **some** text.")
        assert article.headline is None
        assert article.slug

    def test_lines_below_the_title_go_to_their_fields(self, tmp_path: Path) -> None:
        article = only_article(
            tmp_path,
            "# Title\n\n**A deck**\n\nBy Jane Doe\n\nSource: Riverbend Wire\n\nText.\n\n(Continued "
            "on page 3)",
        )
        assert (article.deck, article.byline, article.source) == ("A deck", "By Jane Doe", "Riverbend Wire")
        assert article.jump_to == Jump(page="3")
        assert article.body == "Text."

    def test_a_page_under_a_markdown_name_is_still_a_page(self, tmp_path: Path) -> None:
        article = only_article(
            tmp_path, "## 说民情\n\n# 一口井\n\n## ——引水记\n\n□ 本报记者 林一舟\n\n水来了。"
        )
        assert (article.kicker, article.headline, article.deck) == ("说民情", "一口井", "——引水记")


class TestFrontMatter:
    def test_says_what_the_paper_is_and_what_the_article(self, tmp_path: Path) -> None:
        edition, _ = read_markdown(
            tmp_path,
            "---\npaper: 河湾日报\ndate: 2025-02-03\nlanguage: zh-CN\ntitle: '渡口'\nsubtitle: 过河的人多了\n"
            "author:\n  - 林一舟\n  - 何川\nsection: 要闻\npage: 02\nkicker: 走基层\nsummary: 开了。"
            "\n---\n\n正文在这里。\n",
        )
        (article,) = edition.articles()
        assert (edition.paper, edition.date, edition.language) == ("河湾日报", dt.date(2025, 2, 3), "zh-CN")
        assert (edition.sections[0].name, edition.sections[0].page) == ("要闻", "02")
        assert (article.kicker, article.headline, article.deck) == ("走基层", "渡口", "过河的人多了")
        assert (article.authors, article.summary, article.body) == (
            ("林一舟", "何川"),
            "开了。",
            "正文在这里。",
        )
        assert edition.inferred == ("timezone",)

    def test_a_list_in_brackets_is_several_values(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, '---\ntitle: T\nauthors: [Jane Doe, "John Roe"]\n---\nText.')
        assert article.authors == ("Jane Doe", "John Roe")

    def test_a_title_said_twice_is_one(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "---\ntitle: T\n---\n# T\n\nText.")
        assert (article.headline, article.body) == ("T", "Text.")

    def test_a_heading_above_a_byline_is_the_deck_whoever_says_the_title(self, tmp_path: Path) -> None:
        text = "# 渡口\n\n## 一条河的**新生**\n\n记者 林一舟\n\n船开了。\n\n## 人多\n\n再一段。"
        for article in (
            only_article(tmp_path, text),
            only_article(tmp_path, f"---\ntitle: 渡口\n---\n{text}"),
        ):
            assert (article.headline, article.deck) == ("渡口", "一条河的新生")
            assert article.byline == "记者 林一舟"
            assert article.body == "船开了。\n\n### 人多\n\n再一段。"

    def test_a_deck_that_front_matter_says_otherwise_stays_in_the_text(self, tmp_path: Path) -> None:
        article = only_article(
            tmp_path, "---\ntitle: 渡口\ndeck: 船多\n---\n# 渡口\n\n## 人多\n\n记者 林一舟\n\n船开了。"
        )
        assert (article.deck, article.byline, article.body) == ("船多", "记者 林一舟", "人多\n\n船开了。")

    def test_a_heading_above_text_is_a_subhead(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "---\ntitle: T\n---\n# T\n\n## Part\n\nText.")
        assert (article.deck, article.body) == (None, "### Part\n\nText.")

    def test_what_is_no_field_is_told(self, tmp_path: Path) -> None:
        _, told = read_markdown(tmp_path, "---\ntitle: T\nlayout: post\n---\nText.")
        assert any("layout: post" in what for what in told_of(told, Grade.DROPPED))

    def test_a_day_that_is_none_is_told(self, tmp_path: Path) -> None:
        edition, told = read_markdown(tmp_path, "---\ntitle: T\ndate: soon\n---\nText.")
        assert edition.date == WISHES.now.date()
        assert any("“soon” cannot be read" in what for what in told_of(told, Grade.UNDECIDED))

    def test_a_rule_at_the_top_is_no_front_matter(self, tmp_path: Path) -> None:
        article = only_article(tmp_path, "---\n\nText **here**.\n\n---\n\nMore.")
        assert article.body == "---\n\nText here.\n\n---\n\nMore."


_INLINE = st.sampled_from(
    [
        "word",
        "*em*",
        "**strong**",
        "`code`",
        "[link](http://a.example)",
        "渡口",
        "<b>x</b>",
        "&amp;",
        "\\*",
        "1.",
        "-",
    ]
)
_PARAGRAPH = st.lists(_INLINE, min_size=1, max_size=6).map(" ".join)
_MARKED = st.tuples(
    st.sampled_from(["", "# ", "## ", "- ", "1. ", "> ", "    ", "| ", "~~~\n"]), _PARAGRAPH
).map("".join)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(_MARKED, min_size=1, max_size=8).map("\n\n".join))
def test_any_markdown_is_an_edition_that_is_read_back(text: str, tmp_path: Path) -> None:
    edition, _ = read_markdown(tmp_path, "---\ntitle: T\n---\n\n" + text)
    words = "".join(article.body + "".join(article.authors) for article in edition.articles())
    assert words.count("word") <= text.count("word")
    fields = " ".join(repr(article) for article in edition.articles())
    assert fields.count("渡口") >= text.count("渡口")


def test_kinds_of_pieces_above_headlines_are_kinds(tmp_path: Path) -> None:
    edition, _ = read_markdown(
        tmp_path,
        "# 河湾日报\n\n2025年2月3日 星期一\n\n## 要闻 第01版\n\n言论 · 报言\n\n**走基层**\n\n### "
        "一口井\n\n水来了。\n",
    )
    (article,) = edition.articles()
    assert (article.kind, article.column, article.kicker) == (Kind.OPINION, "报言", "走基层")
    assert (edition.paper, edition.sections[0].name, edition.sections[0].page) == ("河湾日报", "要闻", "01")


@pytest.mark.parametrize(
    "line",
    [
        "**all of it strong**",
        "By Jane Doe",
        "来源：河湾通讯社",
        "（林一舟）",
        "Correction: it was noon.",
        "报言",
    ],
)
def test_a_document_of_one_line_keeps_it_whatever_it_looks_like(line: str, tmp_path: Path) -> None:
    article = only_article(tmp_path, line)
    words = line.strip("*").removeprefix("来源：").removeprefix("Correction: ")
    assert words in (article.headline, article.body)
