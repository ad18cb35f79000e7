from __future__ import annotations

import datetime as dt

import pytest

from reader.importing.mets.descriptions import Described, described
from reader.importing.safe_xml import parse_xml
from tests.importing.mets.building import mods

MODS = 'xmlns:mods="http://www.loc.gov/mods/v3" xmlns:mets="http://www.loc.gov/METS/"'
DC = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:mets="http://www.loc.gov/METS/"'
)


def mods_of(inside: str) -> Described:
    return described(parse_xml(f"<all {MODS}>{mods('M', inside)}</all>".encode(), "f"))


def dc_of(inside: str) -> Described:
    return described(parse_xml(f"<mets:dmdSec {DC}><record>{inside}</record></mets:dmdSec>".encode(), "f"))


def test_nothing_said_is_nothing() -> None:
    assert mods_of("") == dc_of("") == Described()


def test_a_title_has_its_article_and_subtitle() -> None:
    said = mods_of(
        "<mods:titleInfo><mods:nonSort>The</mods:nonSort><mods:title>ferry\n runs</mods:title>"
        "<mods:subTitle>again</mods:subTitle></mods:titleInfo>"
    )
    assert (said.title, said.subtitle) == ("The ferry runs", "again")


def test_an_elided_article_stands_close() -> None:
    said = mods_of(
        "<mods:titleInfo><mods:nonSort>L’</mods:nonSort><mods:title>Écho</mods:title></mods:titleInfo>"
    )
    assert said.title == "L’Écho"


def test_other_titles_and_those_of_related_items_are_not_its_own() -> None:
    said = mods_of(
        '<mods:titleInfo type="alternative"><mods:title>Other</mods:title></mods:titleInfo>'
        '<mods:relatedItem type="host"><mods:titleInfo><mods:title>Bend Herald</mods:title></mods:titleInfo>'
        "</mods:relatedItem>"
    )
    assert (said.title, said.host) == (None, "Bend Herald")


@pytest.mark.parametrize(
    "inside",
    [
        "<mods:originInfo><mods:dateIssued>1936-05-04</mods:dateIssued></mods:originInfo>",
        '<mods:originInfo><mods:dateIssued point="end">1937-01-01</mods:dateIssued>'
        "<mods:dateIssued>04.05.1936</mods:dateIssued></mods:originInfo>",
        "<mods:originInfo><mods:dateIssued>1936-01-01</mods:dateIssued>"
        '<mods:dateIssued keyDate="yes">1936-05-04</mods:dateIssued></mods:originInfo>',
        "<mods:part><mods:date>1936-05-04</mods:date></mods:part>",
        "<mods:originInfo><mods:dateIssued>1936</mods:dateIssued>"
        "<mods:dateCreated>1936-05-04</mods:dateCreated></mods:originInfo>",
    ],
)
def test_the_day_of_issue_is_found(inside: str) -> None:
    assert mods_of(inside).day == dt.date(1936, 5, 4)


def test_numbers_of_issue_and_edition_are_told_apart() -> None:
    detail = '<mods:detail type="{}"><mods:number>{}</mods:number></mods:detail>'
    said = mods_of(f"<mods:part>{detail.format('issue', '128')}{detail.format('edition', '2')}</mods:part>")
    assert (said.issue, said.edition) == ("128", None)
    said = mods_of(f"<mods:part>{detail.format('edition', 'Evening')}</mods:part>")
    assert (said.issue, said.edition) == (None, "Evening")
    said = mods_of(
        "<mods:titleInfo><mods:title>x</mods:title><mods:partNumber>7077</mods:partNumber></mods:titleInfo>"
    )
    assert said.issue == "7077"


def test_authors_are_named_as_they_are_shown() -> None:
    author = '<mods:role><mods:roleTerm type="code">aut</mods:roleTerm></mods:role>'
    said = mods_of(
        '<mods:name><mods:namePart type="family">Hill</mods:namePart>'
        '<mods:namePart type="given">Ada</mods:namePart>'
        f"{author}</mods:name><mods:name><mods:namePart>林一舟</mods:namePart></mods:name>"
        "<mods:name><mods:displayForm>O. Reed</mods:displayForm></mods:name>"
        "<mods:name><mods:namePart>A Printer</mods:namePart><mods:role><mods:roleTerm>printer</mods:roleTerm>"
        "</mods:role></mods:name>"
    )
    assert said.authors == ("Ada Hill", "林一舟", "O. Reed")


def test_language_publisher_and_genre_are_found() -> None:
    said = mods_of(
        "<mods:language><mods:languageTerm>und</mods:languageTerm></mods:language>"
        "<mods:language><mods:languageTerm>fre</mods:languageTerm></mods:language>"
        "<mods:originInfo><mods:publisher>Reed &amp; Hill</mods:publisher></mods:originInfo>"
        "<mods:genre>editorial</mods:genre>"
    )
    assert (said.language, said.publisher, said.genre) == ("fr", "Reed & Hill", "editorial")


def test_without_a_publisher_there_is_none() -> None:
    assert (
        mods_of("<mods:originInfo><mods:publisher>[s.n.]</mods:publisher></mods:originInfo>").publisher
        is None
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<mods:extent unit="pages"><mods:start>3</mods:start></mods:extent>',
        '<mods:detail type="page number"><mods:number>3</mods:number></mods:detail>',
    ],
)
def test_a_page_has_its_number(inside: str) -> None:
    assert mods_of(f"<mods:part>{inside}</mods:part>").page == "3"


def test_mods_in_no_namespace_is_read() -> None:
    section = b"<dmdSec><mods><titleInfo><title>Bend Herald</title></titleInfo></mods></dmdSec>"
    assert described(parse_xml(section, "f")).title == "Bend Herald"


def test_dublin_core_is_read() -> None:
    said = dc_of(
        "<dc:title>Bend Herald</dc:title><dcterms:isPartOf>The Heralds</dcterms:isPartOf>"
        "<dc:date>1936-05-04</dc:date><dc:language>eng</dc:language><dc:creator>Ada Hill</dc:creator>"
        "<dc:publisher>Reed</dc:publisher><dc:type>newspaper</dc:type>"
    )
    assert said == Described(
        title="Bend Herald",
        host="The Heralds",
        day=dt.date(1936, 5, 4),
        language="en",
        authors=("Ada Hill",),
        publisher="Reed",
        genre="newspaper",
    )


def test_a_title_that_is_a_day_is_none() -> None:
    assert dc_of("<dc:title>1915-12-01 (Année 12, Numéro 78)</dc:title>").title is None


def test_the_subtitle_of_a_paper_is_that_of_what_names_it() -> None:
    def titles(title: str, subtitle: str) -> str:
        said = f"<mods:title>{title}</mods:title><mods:subTitle>{subtitle}</mods:subTitle>"
        return f"<mods:titleInfo>{said}</mods:titleInfo>"

    own, host = titles("Issue", "Morning"), titles("River Post", "Daily")
    assert mods_of(own).paper_subtitle == "Morning"
    both = mods_of(f'{own}<mods:relatedItem type="host">{host}</mods:relatedItem>')
    assert (both.host, both.paper_subtitle) == ("River Post", "Daily")
