"""Issues in the manner of one maker after another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.edition.article import Article, Kind
from reader.edition.edition import Edition
from reader.importing.mets.mets import METS
from reader.importing.observation import CannotImport, Grade, Observation
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of
from tests.importing.mets.building import (
    alto,
    area,
    article,
    block,
    composed,
    div,
    file,
    issue,
    mets,
    mods,
    page,
    sizes,
    string,
)

FERRY = block("B1", "The ferry runs again")
BODY = block("B2", "It was repaired in", "two weeks.")


def read(path: Path) -> tuple[Edition, list[Observation]]:
    editions, told = imports_of(METS, path)
    assert len(editions) == 1
    return editions[0], told


def only(edition: Edition) -> Article:
    (article,) = edition.articles()
    return article


def said(told: list[Observation]) -> str:
    return "\n".join(each.render("en") for each in told)


class TestEuropeanaAndDocWorks:
    def test_an_article_has_its_parts_page_and_section(self, tmp_path: Path) -> None:
        sheet = alto(
            page(
                block("K", "From the harbour"),
                FERRY,
                block("D", "Repaired in two weeks"),
                block("A", "By Lin Yizhou"),
                BODY,
                block("S", "Prices"),
                block("B3", "A crossing costs two cents."),
                composed("CB", '<Illustration ID="I1"/>', TYPE="Illustration"),
                block("CAP", "The ferry at the pier"),
            )
        )
        heading = div(
            "HEADING",
            div("OVERLINE", area("K")),
            div("TITLE", area("B1")),
            div("SUBTITLE", area("D")),
            div("AUTHOR", area("A")),
        )
        content = div(
            "BODY_CONTENT",
            div("PARAGRAPH", div("TEXT", area("B2")), ORDER="1"),
            div("CROSSHEAD", area("S"), ORDER="2"),
            div("PARAGRAPH", div("TEXT", area("B3")), ORDER="3"),
            div("ILLUSTRATION", div("IMAGE", area("CB")), div("CAPTION", area("CAP")), ORDER="4"),
        )
        physical = div(
            "Newspaper",
            div(
                "TITLE_PAGE",
                '<mets:fptr><mets:par><mets:area FILEID="IMG1"/>'
                '<mets:area FILEID="A1" BETYPE="IDREF" BEGIN="P1"/></mets:par></mets:fptr>',
                ORDER="1",
                ORDERLABEL="11",
            ),
        )
        logical = div("ARTICLE", heading, div("BODY", content))
        document = mets(logical, files=["file://./alto/1.xml"], physical=physical)
        edition, told = read(issue(tmp_path, document, sheet))
        article = only(edition)
        assert (edition.paper, edition.date, edition.issue) == ("河湾日报", dt.date(1936, 5, 4), "128")
        assert edition.language == "en"
        assert [(section.name, section.page) for section in edition.sections] == [("Page 11", "11")]
        assert article.kicker == "From the harbour"
        assert article.headline == "The ferry runs again"
        assert article.deck == "Repaired in two weeks"
        assert article.byline == "By Lin Yizhou"
        assert article.body.split("\n\n") == [
            "It was repaired in two weeks.",
            "### Prices",
            "A crossing costs two cents.",
            "![photo-1]",
        ]
        assert [photo.caption for photo in article.photos] == ["The ferry at the pier"]
        assert "pictures are not cut out of the pages; kept as captions: 1, without any: 0" in said(told)
        assert errors(told) == []

    def test_a_paragraph_that_goes_on_in_another_column_is_one(self, tmp_path: Path) -> None:
        sheet = alto(page(block("B1", "The fer~"), block("P", "Picture"), block("B2", "ry runs.")))
        logical = div("ARTICLE", div("PARAGRAPH", area("B1", "B2")), div("CAPTION", area("P")))
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), sheet))
        assert only(edition).body.startswith("The ferry runs.\n\n")

    def test_paragraphs_that_one_word_is_in_are_one(self, tmp_path: Path) -> None:
        first = string("exam", SUBS_TYPE="HypPart1", SUBS_CONTENT="example")
        second = string("ple", SUBS_TYPE="HypPart2", SUBS_CONTENT="example")
        sheet = alto(
            page(
                block("B1", f'<TextLine>{string("An")}<SP/>{first}<HYP CONTENT="-"/></TextLine>'),
                block("B2", f"<TextLine>{second}<SP/>{string('of it')}</TextLine>", "and fer~"),
                block("B3", "ries"),
                block("B4", "another"),
            )
        )
        document = mets(article("", "B1", "B2", "B3", "B4"), files=["alto/1.xml"])
        edition, _ = read(issue(tmp_path, document, sheet))
        assert only(edition).body == "An example of it and ferries\n\nanother"

    def test_the_head_of_the_paper_is_a_piece_of_its_own(self, tmp_path: Path) -> None:
        sheet = alto(page(block("T", "THE BEND HERALD"), block("M", "Price two cents"), FERRY, BODY))
        head = div("TITLE_SECTION", div("HEADLINE", area("T")), div("TEXTBLOCK", area("M")))
        document = mets(head + article("B1", "B2"), files=["alto/1.xml"])
        edition, _ = read(issue(tmp_path, document, sheet))
        assert [each.headline for each in edition.articles()] == ["THE BEND HERALD", "The ferry runs again"]

    def test_a_section_takes_its_name_from_the_page(self, tmp_path: Path) -> None:
        sheet = alto(page(block("S", "SHIPPING NEWS"), FERRY, BODY, block("B3", "Other news")))
        section = div("SECTION", div("HEADING", div("TITLE", area("S"))), article("B1", "B2"), LABEL="Ships")
        document = mets(section + article("", "B3"), files=["alto/1.xml"])
        edition, told = read(issue(tmp_path, document, sheet))
        assert [section.name for section in edition.sections] == ["SHIPPING NEWS", "Page 1"]
        assert "belong to no article" not in said(told)

    def test_a_section_without_articles_is_one(self, tmp_path: Path) -> None:
        section = div("SECTION", div("HEADING", area("B1")), div("BODY", div("PARAGRAPH", area("B2"))))
        edition, _ = read(issue(tmp_path, mets(section, files=["alto/1.xml"]), alto(page(FERRY, BODY))))
        assert (only(edition).headline, only(edition).body) == (
            "The ferry runs again",
            "It was repaired in two weeks.",
        )

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("Advertisement", Kind.AD),
            ("Ad", Kind.AD),
            ("LETTER", Kind.LETTER),
            ("Editorial", Kind.OPINION),
            ("DEATH_NOTICE", Kind.NEWS),
            ("WEATHER", Kind.NEWS),
        ],
    )
    def test_a_type_tells_the_kind(self, kind: str, expected: Kind, tmp_path: Path) -> None:
        document = mets(article("B1", "B2", kind=kind), files=["alto/1.xml"])
        edition, _ = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert only(edition).kind is expected

    def test_an_advertisement_within_an_article_is_a_piece_of_its_own(self, tmp_path: Path) -> None:
        sheet = alto(page(FERRY, BODY, block("AD", "Buy new rope")))
        logical = div(
            "ARTICLE",
            div("TITLE", area("B1")),
            div("BODY", div("ADVERTISEMENT", area("AD")), div("PARAGRAPH", area("B2"))),
        )
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), sheet))
        assert [(each.kind, each.headline) for each in edition.articles()] == [
            (Kind.NEWS, "The ferry runs again"),
            (Kind.AD, None),
        ]

    def test_a_table_with_cells_is_a_table_and_one_without_is_paragraphs(self, tmp_path: Path) -> None:
        cells = [block(name, name.lower()) for name in ("FROM", "TO", "EAST", "WEST")]
        rows = [
            div("ROW", div("CELL", area(one)), div("CELL", area(two)))
            for one, two in (("FROM", "TO"), ("EAST", "WEST"))
        ]
        sheet = alto(page(*cells, composed("CB", block("B8", "Rates"), block("B9", "of the day"))))
        logical = div("ARTICLE", div("TABLE", *rows), div("TABLE", area("CB")))
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), sheet))
        assert only(edition).body == "| from | to |\n| east | west |\n\nRates\n\nof the day"

    def test_verse_keeps_its_lines(self, tmp_path: Path) -> None:
        sheet = alto(page(block("B1", "The river bends", "and turns a~", "gain")))
        logical = div("POEM", div("STANZA", area("B1")))
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), sheet))
        assert only(edition).kind is Kind.FEATURE
        assert only(edition).body == "~ The river bends\n~ and turns again"

    def test_order_counts_where_every_part_has_one(self, tmp_path: Path) -> None:
        sheet = alto(page(block("B1", "first"), block("B2", "second")))
        logical = div(
            "ARTICLE", div("PARAGRAPH", area("B2"), ORDER="2"), div("PARAGRAPH", area("B1"), ORDER="1")
        )
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), sheet))
        assert only(edition).body == "first\n\nsecond"

    def test_a_catalogues_title_serves_an_article_without_one(self, tmp_path: Path) -> None:
        about = mods(
            "M1",
            "<mods:titleInfo><mods:nonSort>The</mods:nonSort>"
            "<mods:title>repaired ferry</mods:title></mods:titleInfo>"
            "<mods:name><mods:namePart>Lin Yizhou</mods:namePart></mods:name>",
        )
        logical = article("", "B2", DMDID="M1")
        document = mets(logical, files=["alto/1.xml"], about=mods("ISSUE", "") + about)
        edition, _ = read(issue(tmp_path, document, alto(page(BODY))))
        assert only(edition).headline == "The repaired ferry"
        assert only(edition).authors == ("Lin Yizhou",)
        assert "headline" in edition.inferred
        assert edition.paper == "Untitled Paper"

    def test_the_subtitle_of_the_paper_is_its_motto(self, tmp_path: Path) -> None:
        about = mods(
            "ISSUE",
            "<mods:titleInfo><mods:title>River Post</mods:title><mods:subTitle>For all on the river"
            "</mods:subTitle></mods:titleInfo>",
        )
        document = mets(article("B1", "B2"), files=["alto/1.xml"], about=about)
        edition, _ = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert (edition.paper, edition.masthead.motto) == ("River Post", "For all on the river")

    def test_a_catalogues_title_that_is_on_the_page_comes_from_there(self, tmp_path: Path) -> None:
        logical = article("", "B1", "B2", LABEL="THE FERRY RUNS AGAIN.")
        edition, _ = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), alto(page(FERRY, BODY))))
        assert only(edition).headline == "The ferry runs again"
        assert only(edition).body == "It was repaired in two weeks."
        assert "headline" not in edition.inferred

    def test_articles_are_gathered_by_the_page_they_begin_on(self, tmp_path: Path) -> None:
        second = alto(page(block("B1", "Second page"), name="P2"))
        logical = article("", "B1", file="A2") + article("B1", "B2")
        document = mets(logical, files=["alto/1.xml", "alto/2.xml"])
        edition, _ = read(issue(tmp_path, document, alto(page(FERRY, BODY)), second))
        assert [section.name for section in edition.sections] == ["Page 1", "Page 2"]


class TestOthersManners:
    def test_the_british_library_links_articles_to_ranges_of_words_on_pages(self, tmp_path: Path) -> None:
        strings = [
            string(word, ID=f"w{number}") for number, word in enumerate(["LAW", "Peace", "is", "better"])
        ]
        sheet = alto(
            page(
                f'<TextBlock ID="T"><TextLine>{"<SP/>".join(strings[:1])}</TextLine>'
                f"<TextLine>{'<SP/>'.join(strings[1:])}</TextLine></TextBlock>",
                name="P1",
            )
        )
        areas = (
            '<mets:fptr><mets:area FILEID="IMG1" SHAPE="RECT" COORDS="1,2,3,4"/></mets:fptr><mets:fptr>'
            '<mets:area FILEID="A1" BETYPE="IDREF" BEGIN="{}" END="{}"/></mets:fptr>'
        )
        physical = div(
            "physSequence",
            div(
                "page",
                '<mets:fptr FILEID="IMG1"/><mets:fptr FILEID="A1"/>',
                div("pagearea", areas.format("w0", "w0"), ID="pa1", LABEL="Headline"),
                div("pagearea", areas.format("w1", "w3"), ID="pa2", LABEL="Textblock"),
                ID="phys1",
                ORDER="1",
                ORDERLABEL="1",
            ),
            ID="phys0",
        )
        group = (
            '<mets:smLinkGrp><mets:smLocatorLink xlink:href="#art1" xlink:label="article"/>'
            '<mets:smLocatorLink xlink:href="#pa1" xlink:label="area 1"/>'
            '<mets:smLocatorLink xlink:href="#pa2" xlink:label="area 2"/>'
            '<mets:smArcLink xlink:from="article" xlink:to="area 1"/>'
            '<mets:smArcLink xlink:from="article" xlink:to="area 2"/></mets:smLinkGrp>'
        )
        document = mets(
            div("ARTICLE", ID="art1"),
            files=["alto/1.xml"],
            physical=physical,
            links=f"<mets:structLink>{group}</mets:structLink>",
        )
        edition, told = read(issue(tmp_path, document, sheet))
        assert (only(edition).headline, only(edition).body) == ("LAW", "Peace is better")
        assert errors(told) == []

    def test_an_issue_of_the_library_of_congress_has_pages_only(self, tmp_path: Path) -> None:
        about = mods(
            "issueModsBib",
            '<mods:relatedItem type="host"><mods:identifier type="lccn">sn1</mods:identifier><mods:part>'
            '<mods:detail type="issue"><mods:number>7</mods:number></mods:detail>'
            '<mods:detail type="edition"><mods:number>1</mods:number></mods:detail></mods:part>'
            '</mods:relatedItem><mods:originInfo><mods:dateIssued encoding="iso8601">1910-10-31'
            "</mods:dateIssued></mods:originInfo>",
        ) + mods(
            "pageModsBib1",
            '<mods:part><mods:extent unit="pages"><mods:start>1</mods:start></mods:extent></mods:part>',
        )
        pages = div("np:page", '<mets:fptr FILEID="I1"/><mets:fptr FILEID="A1"/>', DMDID="pageModsBib1")
        body = (
            '<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" LABEL="The Bend herald (Bend, A.T.), 1910-10-31">'
            f"{about}<mets:fileSec><mets:fileGrp ID='pageFileGrp1'>{file('I1', '1.jp2', 'image/jp2')}"
            f"{file('A1', '1.xml')}</mets:fileGrp></mets:fileSec><mets:structMap>"
            f"{div('np:issue', pages, DMDID='issueModsBib')}</mets:structMap></mets:mets>"
        )
        sheet = alto(
            page(
                block("B1", "FERRY RUNS", STYLEREFS="L"),
                block("B2", "It was repaired in two weeks.", STYLEREFS="S"),
                block("B3", "RAIN", STYLEREFS="L"),
                block("B4", "It will rain on the bend.", STYLEREFS="S"),
            ),
            before=sizes(L=20, S=9),
        )
        (tmp_path / "1.xml").write_bytes(sheet)
        (tmp_path / "1910103101.xml").write_text(body)
        edition, told = read(tmp_path / "1910103101.xml")
        assert (edition.paper, edition.date, edition.issue, edition.edition) == (
            "The Bend herald (Bend, A.T.)",
            dt.date(1910, 10, 31),
            "7",
            None,
        )
        assert [each.headline for each in edition.articles()] == ["FERRY RUNS", "RAIN"]
        assert "it divides no articles" in said(told)
        assert {"paper", "headline"} <= set(edition.inferred)

    def test_an_issue_without_a_description_is_named_by_its_file(self, tmp_path: Path) -> None:
        document = mets(article("", "B1"), files=["alto/1.xml"], about="")
        issue(tmp_path, document, alto(page(FERRY)))
        path = (tmp_path / "mets.xml").rename(tmp_path / "19460902_01-METS.xml")
        edition, told = read(path)
        assert edition.date == dt.date(1946, 9, 2)
        assert "the date is taken from the file’s name: 1946-09-02" in said(told)
        assert "date" in edition.inferred

    def test_articles_linked_to_whole_pages_only_share_their_text(self, tmp_path: Path) -> None:
        links = "".join(f'<mets:smLink xlink:from="{log}" xlink:to="PHYS1"/>' for log in ("LOG1", "LOG2"))
        physical = div("physSequence", div("page", '<mets:fptr FILEID="A1"/>', ID="PHYS1", ORDER="1"))
        logical = div("article", ID="LOG1", LABEL="Ferry") + div("article", ID="LOG2", LABEL="Rain")
        document = mets(
            logical,
            files=["alto/1.xml"],
            physical=physical,
            links=f"<mets:structLink>{links}</mets:structLink>",
        )
        edition, told = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert [each.headline for each in edition.articles()] == ["Ferry", "Rain", None]
        assert edition.sections[-1].name == "Not in any article"
        assert "pages 1 belong to several articles" in said(told)

    def test_one_article_that_has_a_whole_page_has_its_text(self, tmp_path: Path) -> None:
        logical = div("article", '<mets:fptr FILEID="A1"/>', LABEL="Ferry")
        document = mets(logical, files=["alto/1.xml"])
        edition, _ = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert only(edition).headline == "Ferry"
        assert only(edition).body == "The ferry runs again\n\nIt was repaired in two weeks."

    def test_a_map_of_pages_without_labels_says_the_number(self, tmp_path: Path) -> None:
        physical = div(
            "set",
            div("group", div("object", '<mets:fptr FILEID="A1"/>', ORDER="4", ORDERLABEL="NP")),
        )
        document = mets(None, files=["alto/1.xml"], physical=physical)
        edition, _ = read(issue(tmp_path, document, alto(page(FERRY))))
        assert edition.sections[0].page == "4"

    def test_a_chinese_paper_is_set_without_blanks(self, tmp_path: Path) -> None:
        lines = "".join(string(each) for each in "渡船今天"), string("复航")
        sheet = alto(page(block("B1", *(f"<TextLine>{each}</TextLine>" for each in lines))))
        about = mods(
            "ISSUE",
            "<mods:titleInfo><mods:title>河湾日报</mods:title></mods:titleInfo>"
            "<mods:language><mods:languageTerm>chi</mods:languageTerm></mods:language>",
        )
        edition, _ = read(issue(tmp_path, mets(article("", "B1"), files=["alto/1.xml"], about=about), sheet))
        assert edition.language == "zh"
        assert edition.sections[0].name == "第1版"
        assert only(edition).body == "渡船今天复航"


class TestWhatIsBroken:
    def test_a_missing_page_is_told_and_the_rest_is_read(self, tmp_path: Path) -> None:
        document = mets(article("B1", "B2"), files=["alto/1.xml", "alto/2.xml"])
        edition, told = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert only(edition).headline == "The ferry runs again"
        (error,) = errors(told)
        assert error.part == "alto/2.xml"
        assert "there is no alto/2.xml, which it lists" in error.render("en")

    def test_a_broken_page_is_told_with_its_place(self, tmp_path: Path) -> None:
        document = mets(article("B1", "B2"), files=["alto/1.xml", "alto/2.xml"])
        _, told = read(issue(tmp_path, document, alto(page(FERRY)), b"<alto>\n<Layout></alto>"))
        (error,) = errors(told)
        assert error.source.endswith("2.xml")
        assert error.part == "2:11"

    def test_without_any_page_it_is_refused(self, tmp_path: Path) -> None:
        path = issue(tmp_path, mets(article("B1", "B2"), files=["alto/1.xml"]))
        results = METS.read(_source(path), WISHES)
        with pytest.raises(CannotImport, match="none of its 1 ALTO files can be read"):
            list(results)

    def test_text_in_another_format_is_refused_by_name(self, tmp_path: Path) -> None:
        pages = b'<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"/>'
        physical = div("physSequence", div("page", '<mets:fptr FILEID="A1"/>'))
        path = issue(tmp_path, mets(None, files=["alto/1.xml"], physical=physical), pages)
        with pytest.raises(CannotImport, match="PAGE XML, not ALTO"):
            imports_of(METS, path)

    def test_a_catalogue_that_only_points_to_others_is_refused(self, tmp_path: Path) -> None:
        path = issue(tmp_path, mets(div("issue", '<mets:mptr xlink:href="other.xml"/>')))
        with pytest.raises(CannotImport, match="it only points to other METS files"):
            imports_of(METS, path)

    def test_pictures_alone_are_refused(self, tmp_path: Path) -> None:
        document = mets(None, files=[file("I1", "1.jp2", "image/jp2")], physical=div("page"))
        with pytest.raises(CannotImport, match="it has no text in ALTO"):
            imports_of(METS, issue(tmp_path, document))

    def test_a_pointer_to_nothing_is_told(self, tmp_path: Path) -> None:
        document = mets(article("B1", "B2", "B77"), files=["alto/1.xml"])
        edition, told = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        (observation,) = [each for each in told if "B77" in each.render("en")]
        assert observation.grade is Grade.UNDECIDED
        assert observation.part.startswith("1:")
        assert only(edition).body == "It was repaired in two weeks."

    def test_what_two_articles_claim_the_first_has(self, tmp_path: Path) -> None:
        logical = article("B1", "B2") + article("", "B2", LABEL="Copy")
        edition, told = read(issue(tmp_path, mets(logical, files=["alto/1.xml"]), alto(page(FERRY, BODY))))
        assert [each.headline for each in edition.articles()] == ["The ferry runs again", "Copy"]
        assert "1 items have only words of earlier ones" in said(told)

    def test_of_two_logical_maps_the_first_is_read(self, tmp_path: Path) -> None:
        document = mets(article("B1", "B2"), files=["alto/1.xml"])
        second = b'<mets:structMap TYPE="LOGICAL"><mets:div TYPE="ARTICLE"/></mets:structMap></mets:mets>'
        document = document.replace(b"</mets:mets>", second)
        edition, told = read(issue(tmp_path, document, alto(page(FERRY, BODY))))
        assert only(edition).headline == "The ferry runs again"
        assert "1 more logical maps" in said(told)

    def test_what_no_article_has_is_kept_by_pages_and_counted(self, tmp_path: Path) -> None:
        margins = f"<TopMargin>{block('M', 'Page one')}</TopMargin>"
        sheet = alto(page(FERRY, BODY, block("B3", "Left over"), margins=margins))
        edition, told = read(issue(tmp_path, mets(article("B1", "B2"), files=["alto/1.xml"]), sheet))
        left = edition.sections[-1]
        assert (left.name, left.page) == ("Not in any article", "1")
        assert left.articles[0].body == "Left over\n\nPage one"
        assert "4 words on pages 1 belong to no article" in said(told)

    def test_a_page_that_is_hard_to_read_is_told(self, tmp_path: Path) -> None:
        sheet = alto(page(block("B1", *[f"<TextLine>{string('x', WC='0.3')}</TextLine>"] * 20)))
        _, told = read(issue(tmp_path, mets(article("", "B1"), files=["alto/1.xml"]), sheet))
        assert "recognition is doubtful on pages 1 (30%)" in said(told)

    def test_standard_input_has_no_files_beside_it(self) -> None:
        with pytest.raises(CannotImport, match="none of its 1 ALTO files"):
            imports(METS, mets(article("B1", "B2"), files=["alto/1.xml"]))

    def test_a_page_inside_the_document_is_read(self) -> None:
        inside = alto(page(FERRY, BODY)).partition(b"?>")[2].decode()
        wrapped = f"<mets:FContent><mets:xmlData>{inside}</mets:xmlData></mets:FContent>"
        entry = f'<mets:file ID="A1">{wrapped}</mets:file>'
        editions, _ = imports(METS, mets(article("B1", "B2"), files=[entry]))
        assert only(editions[0]).headline == "The ferry runs again"


def test_wishes_outweigh_the_document(tmp_path: Path) -> None:
    wishes = WISHES._replace(paper="河湾晚报", date=dt.date(1936, 5, 5), language="zh-CN", section="要闻")
    document = mets(article("B1", "B2"), files=["alto/1.xml"], about="", label="Herald no. 3")
    editions, told = imports_of(METS, issue(tmp_path, document, alto(page(FERRY, BODY))), wishes)
    (edition,) = editions
    assert (edition.paper, edition.date, edition.language) == ("河湾晚报", dt.date(1936, 5, 5), "zh-CN")
    assert edition.sections[0].name == "要闻"
    assert "taken from" not in said([each for each in told if each.grade is Grade.GUESSED])


def _source(path: Path) -> Source:

    return Source(path=path)
