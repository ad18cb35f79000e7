"""More of what makers do, and the law of broken words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.importing.mets.mets import METS
from reader.importing.observation import Observation
from tests.importing.checked import errors, imports, imports_of
from tests.importing.mets.building import (
    V4,
    alto,
    area,
    article,
    block,
    div,
    file,
    issue,
    mets,
    mods,
    page,
    sizes,
    string,
)


def read(path: Path) -> tuple[Edition, list[Observation]]:
    editions, told = imports_of(METS, path)
    assert len(editions) == 1
    return editions[0], told


def outline(edition: Edition) -> list[tuple[str, list[str | None]]]:
    return [(each.name, [one.headline for one in each.articles]) for each in edition.sections]


def sheet(*names: str) -> bytes:
    return alto(page(*(block(name, f"text of {name}") for name in names)))


def test_a_section_whose_articles_are_in_its_body(tmp_path: Path) -> None:
    body = div("BODY", div("BODY_CONTENT", article("B1", "B2"), article("B3", "B4")))
    section = div("SECTION", div("HEADING", div("TITLE", area("S"))), body)
    document = mets(section, files=["alto/1.xml"])
    edition, _ = read(issue(tmp_path, document, sheet("S", "B1", "B2", "B3", "B4")))
    assert outline(edition) == [("text of S", ["text of B1", "text of B3"])]


def test_an_issue_deep_in_years_and_months_is_described_by_the_paper(tmp_path: Path) -> None:
    about = (
        mods("PAPER", "<mods:titleInfo><mods:title>Bend Herald</mods:title></mods:titleInfo>")
        + mods("DAY", "<mods:originInfo><mods:dateIssued>1936-05-04</mods:dateIssued></mods:originInfo>")
        + mods("NO", "<mods:titleInfo><mods:title>4.5.1936</mods:title></mods:titleInfo>")
    )
    inner = div("issue", div("article", area("B1")), DMDID="NO DAY")
    year = div("newspaper", div("year", div("month", div("day", inner))), DMDID="PAPER")
    document = mets(None, files=["alto/1.xml"], about=about).replace(
        b"</mets:mets>", f'<mets:structMap TYPE="LOGICAL">{year}</mets:structMap></mets:mets>'.encode()
    )
    edition, _ = read(issue(tmp_path, document, sheet("B1")))
    assert (edition.paper, edition.date) == ("Bend Herald", dt.date(1936, 5, 4))


def test_zones_of_an_article_are_its_text(tmp_path: Path) -> None:
    zones = div("zone", area("B1"), ORDER="1") + div("zone", area("B2"), ORDER="2")
    document = mets(div("article", zones, LABEL="The ferry"), files=["alto/1.xml"])
    edition, _ = read(issue(tmp_path, document, sheet("B1", "B2")))
    (only,) = edition.articles()
    assert (only.headline, only.body) == ("The ferry", "text of B1\n\ntext of B2")


def test_addresses_on_the_web_are_files_beside(tmp_path: Path) -> None:
    document = mets(article("B1"), files=["https://localhost/archive/FULLTEXT/1.xml?download=1"])
    path = issue(tmp_path, document)
    (tmp_path / "FULLTEXT").mkdir()
    (tmp_path / "FULLTEXT" / "1.xml").write_bytes(sheet("B1"))
    edition, told = read(path)
    assert outline(edition) == [("Page 1", ["text of B1"])]
    assert errors(told) == []


def test_groups_of_page_xml_beside_those_of_alto_are_left(tmp_path: Path) -> None:
    physical = div(
        "physSequence",
        div("page", '<mets:fptr FILEID="I1"/><mets:fptr FILEID="X1"/><mets:fptr FILEID="A1"/>', ORDER="1"),
    )
    entries = [file("I1", "1.tif", "image/tiff"), file("X1", "page/1.xml"), file("A1", "alto/1.xml")]
    path = issue(tmp_path, mets(None, files=entries, physical=physical), sheet("B1"))
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "1.xml").write_bytes(b"<PcGts/>")
    edition, told = read(path)
    assert len(list(edition.articles())) == 1
    assert errors(told) == []


def test_publisher_and_edition_are_kept(tmp_path: Path) -> None:
    about = mods(
        "ISSUE",
        "<mods:titleInfo><mods:title>河湾日报</mods:title></mods:titleInfo><mods:originInfo>"
        "<mods:publisher>河湾报社</mods:publisher><mods:edition>晚报版</mods:edition></mods:originInfo>",
    )
    edition, _ = read(issue(tmp_path, mets(article("B1"), files=["alto/1.xml"], about=about), sheet("B1")))
    assert (edition.masthead.publisher, edition.edition) == ("河湾报社", "晚报版")


def test_one_file_may_hold_all_pages(tmp_path: Path) -> None:
    first, second = page(block("B1", "one"), name="P1"), page(block("B2", "two"), name="P2")
    physical = div(
        "seq",
        *(
            div("page", f'<mets:fptr><mets:area FILEID="A1" BEGIN="{name}"/></mets:fptr>', ORDERLABEL=label)
            for name, label in (("P1", "11"), ("P2", "12"))
        ),
    )
    document = mets(article("B1") + article("B2"), files=["alto/1.xml"], physical=physical)
    edition, _ = read(issue(tmp_path, document, alto(first, second)))
    assert outline(edition) == [("Page 11", ["one"]), ("Page 12", ["two"])]


def test_an_explicit_reading_order_is_that_of_the_text_without_articles() -> None:
    order = (
        '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="r" REF="B2 B1"/></OrderedGroup></ReadingOrder>'
    )
    blocks = (block("B1", "second"), block("B2", "first"))
    editions, _ = imports(METS, alto(page(*blocks), namespace=V4, before=order))
    assert editions[0].sections[0].articles[0].body == "first\n\nsecond"


def test_vertical_japanese_is_read_column_by_column() -> None:
    columns = ["渡し船は", "きょうから", "運航"]
    lines = ["".join(string(each) for each in column) for column in columns]
    document = alto(page(block("B1", *(f"<TextLine>{each}</TextLine>" for each in lines), LANG="ja")))
    editions, _ = imports(METS, document)
    assert editions[0].language == "ja"
    assert editions[0].sections[0].articles[0].body == "渡し船はきょうから運航"


@pytest.mark.parametrize("namespace", ["mets", "METS", "m"])
def test_prefixes_do_not_matter(namespace: str, tmp_path: Path) -> None:
    document = mets(article("B1"), files=["alto/1.xml"]).replace(b"mets:", f"{namespace}:".encode())
    document = document.replace(b"xmlns:mets", f"xmlns:{namespace}".encode())
    edition, _ = read(issue(tmp_path, document, sheet("B1")))
    assert outline(edition) == [("Page 1", ["text of B1"])]


def test_headings_of_unequal_size_are_kicker_headline_and_deck() -> None:
    blocks = [
        block("B1", "From the pier", STYLEREFS="M"),
        block("B2", "FERRY RUNS", STYLEREFS="L"),
        block("B3", "Two cents a crossing", STYLEREFS="M"),
        block("B4", "It was repaired in two weeks and runs again", STYLEREFS="S"),
    ]
    editions, _ = imports(METS, alto(page(*blocks), before=sizes(L=30, M=16, S=9)))
    (only,) = editions[0].articles()
    assert (only.kicker, only.headline, only.deck) == ("From the pier", "FERRY RUNS", "Two cents a crossing")


def test_a_declared_encoding_is_used_for_each_file(tmp_path: Path) -> None:
    spelt = sheet("B1").decode().replace("UTF-8", "ISO-8859-1").replace('"text"', '"été"')
    latin = spelt.encode("latin-1")
    edition, _ = read(issue(tmp_path, mets(article("B1"), files=["alto/1.xml"]), latin))
    assert outline(edition) == [("Page 1", ["été of B1"])]


def test_an_article_over_two_pages_is_one_and_stands_where_it_begins(tmp_path: Path) -> None:
    parts = div("TITLE", area("B1")) + div("PARAGRAPH", area("B2"), area("B1", file="A2"))
    document = mets(div("ARTICLE", parts), files=["alto/1.xml", "alto/2.xml"])
    edition, told = read(issue(tmp_path, document, sheet("B1", "B2"), sheet("B1")))
    (only,) = edition.articles()
    assert only.body == "text of B2 text of B1"
    assert outline(edition) == [("Page 1", ["text of B1"])]
    assert not any("belong to no article" in each.render("en") for each in told)


def test_everything_there_is_to_say_of_a_clean_issue_is_its_time_zone(tmp_path: Path) -> None:
    physical = div("seq", div("PAGE", area("P1"), ORDERLABEL="1"))
    document = mets(article("B1", "B2"), files=["alto/1.xml"], physical=physical)
    edition, told = read(issue(tmp_path, document, sheet("B1", "B2")))
    assert [each.what.en for each in told] == ["it does not say its timezone; taken as UTC"]
    assert edition.inferred == ("timezone",)


WORD = st.text("abcdefgh", min_size=2, max_size=6)


@given(st.lists(st.tuples(WORD, st.sampled_from(["", "line", "halves", "marked"])), min_size=1, max_size=8))
@settings(deadline=None)
def test_a_text_set_in_lines_with_broken_words_comes_out_as_it_was(words: list[tuple[str, str]]) -> None:
    lines, line = [], ""
    for word, manner in words:
        if not manner:
            line += ("<SP/>" if line else "") + string(word)
            continue
        said = {"SUBS_CONTENT": word} if manner == "halves" else {}
        first = {**said, "SUBS_TYPE": "HypPart1"} if said else {}
        second = {**said, "SUBS_TYPE": "HypPart2"} if said else {}
        if manner == "line":
            lines.append(line)
            line = string(word)
        else:
            hyphen = '<HYP CONTENT="-"/>'
            lines.append(line + ("<SP/>" if line else "") + string(word[:1], **first) + hyphen)
            line = string(word[1:], **second)
    set_lines = [f"<TextLine>{each}</TextLine>" for each in [*lines, line] if each]
    document = alto(page(block("B0", "head of it"), block("B1", *set_lines)))
    editions, _ = imports(METS, document)
    assert editions[0].sections[0].articles[0].body == f"head of it\n\n{' '.join(word for word, _ in words)}"
