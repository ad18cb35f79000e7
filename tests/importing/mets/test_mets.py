from __future__ import annotations

import contextlib
import random
import re
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.body import PhotoPlace, blocks
from reader.edition.edition import Edition
from reader.importing.importer import Likeness, Sample, most_like, sample_of
from reader.importing.importers import IMPORTERS
from reader.importing.mets.mets import METS
from reader.importing.observation import CannotImport
from reader.importing.source import Source
from tests.importing.checked import WISHES, errors, imports, imports_of
from tests.importing.mets.building import (
    alto,
    area,
    article,
    block,
    composed,
    div,
    issue,
    mets,
    page,
    sizes,
)


def words_in(edition: Edition) -> Counter[str]:
    """Count the words of an edition, headings of sections included, working titles not."""
    texts: list[str] = []
    for section in edition.sections:
        if not re.fullmatch(r"Page \d+|Not in any article|第\d+版|未归入文章的文字", section.name):
            texts.append(section.name)
        for each in section.articles:
            texts += [
                each.kicker or "",
                each.headline or "",
                each.deck or "",
                each.byline or "",
                each.dateline or "",
            ]
            texts += [photo.caption or "" for photo in each.photos]
            for one in blocks(each.body):
                if not isinstance(one, PhotoPlace):
                    rows = getattr(one, "rows", ())
                    texts += [getattr(one, "text", ""), *getattr(one, "lines", ())]
                    texts += [cell for row in rows for cell in row]
    return Counter(word for text in texts for word in text.split())


WORDS = st.text("abcdefgh", min_size=1, max_size=4)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
TYPES = """
ARTICLE ADVERTISEMENT SECTION HEADING TITLE SUBTITLE OVERLINE AUTHOR BODY BODY_CONTENT PARAGRAPH CROSSHEAD
TEXT CAPTION ILLUSTRATION TABLE ROW CELL VERSE QUOTE LIST_ITEM PAGE WHATEVER TITLE_SECTION DATELINE
"""
KINDS = st.sampled_from(TYPES.split())


@st.composite
def pages(draw: st.DrawFn) -> tuple[bytes, list[str], Counter[str]]:
    """Draw an ALTO page with the IDs in it and its words."""
    names, words, inside = [], Counter[str](), []
    for number in range(draw(st.integers(1, 6))):
        lines = draw(st.lists(LINES, min_size=1, max_size=3))
        words.update(word for each in lines for word in each.split())
        names.append(f"B{number}")
        style = draw(st.sampled_from(["L", "S", ""]))
        following = draw(st.sampled_from(["", "B0", "B1", "B3"]))
        made = block(f"B{number}", *lines, STYLEREFS=style, IDNEXT=following)
        if draw(st.booleans()):
            names.append(f"C{number}")
            made = composed(f"C{number}", made)
        inside.append(made)
    edge = draw(LINES)
    words.update(edge.split())
    margin = f"<TopMargin>{block('M', edge)}</TopMargin>"
    return alto(page(*inside, margins=margin), before=sizes(L=20, S=8)), [*names, "M", "P1", "P1_PS"], words


@st.composite
def structures(draw: st.DrawFn, names: list[str]) -> str:
    """Draw divisions of any types within each other that point to any of these IDs."""

    def pointers() -> str:
        begins = draw(st.lists(st.sampled_from([*names, "nobody"]), max_size=2))
        return area(*begins) if begins else ""

    tree: st.SearchStrategy[str] = st.builds(lambda kind: div(kind, pointers()), KINDS)
    for _ in range(3):
        tree = st.builds(
            lambda kind, parts: div(kind, pointers(), *parts), KINDS, st.lists(tree, min_size=1, max_size=3)
        )
    return "".join(draw(st.lists(tree, max_size=3)))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_every_word_of_every_page_comes_out_once_whatever_the_structure_says(data: st.DataObject) -> None:
    first, names, words = data.draw(pages())
    second, _, more = data.draw(pages())
    document = mets(data.draw(structures(names)), files=["alto/1.xml", "alto/2.xml"])
    with tempfile.TemporaryDirectory() as folder:
        editions, told = imports_of(METS, issue(Path(folder), document, first, second))
    assert errors(told) == []
    (edition,) = editions
    assert words_in(edition) == words + more


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_every_word_of_a_page_alone_comes_out_once(data: st.DataObject) -> None:
    document, _, words = data.draw(pages())
    editions, _ = imports(METS, document)
    assert words_in(editions[0]) == words


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_broken_only_the_declared_error_comes(data: st.DataObject) -> None:
    document = data.draw(
        st.sampled_from(
            [
                alto(page(block("B1", "ferry be~", "tween"), composed("C", block("B2", "x"), TYPE="table"))),
                mets(article("B1", "B2"), files=["alto/1.xml"], physical=div("PAGE", area("P1"))),
            ]
        )
    )
    broken = bytearray(document)
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        cut = data.draw(st.integers(0, 12))
        broken[at : at + cut] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"ID", b'"', b"<", b"/>", b"B1"])
        )
    with contextlib.suppress(CannotImport):
        imports(METS, bytes(broken))


def test_a_page_cut_anywhere_does_no_harm(tmp_path: Path) -> None:
    sheet = alto(page(block("B1", "A headline"), block("B2", "Some text of~", "the day")))
    document = mets(article("B1", "B2"), files=["alto/1.xml"])
    chance = random.Random(7)
    for _ in range(150):
        at, to = sorted((chance.randrange(len(sheet)), chance.randrange(len(sheet))))
        path = issue(tmp_path, document, sheet[:at] + sheet[to:])
        with contextlib.suppress(CannotImport):
            imports_of(METS, path)


@pytest.mark.parametrize("depth", [50, 480])
def test_what_is_nested_deeply_is_read_or_refused(depth: int, tmp_path: Path) -> None:
    sheet = alto(page("<ComposedBlock>" * depth + block("B1", "deep") + "</ComposedBlock>" * depth))
    divs = "<mets:div>" * depth + "</mets:div>" * depth
    path = issue(tmp_path, mets(article("", "B1") + divs, files=["alto/1.xml"]), sheet)
    if depth < 100:
        editions, _ = imports_of(METS, path)
        assert words_in(editions[0]) == Counter(["deep"])
    else:
        with pytest.raises(CannotImport, match="nested deeper than 100"):
            imports_of(METS, path)
        with pytest.raises(CannotImport, match="nested deeper than 100"):
            imports(METS, sheet)


def test_controls_and_marks_of_direction_are_made_visible() -> None:
    editions, _ = imports(METS, alto(page(block("B1", "a\u202eb\u009d"))))
    assert "⟦U+202E⟧" in editions[0].sections[0].articles[0].body


def test_what_looks_like_a_mark_of_the_format_stays_text() -> None:
    editions, _ = imports(METS, alto(page(block("B1", "### not a head"), block("B2", "- nor a list"))))
    texts = [getattr(each, "text", "") for each in blocks(editions[0].sections[0].articles[0].body)]
    assert texts == ["### not a head", "- nor a list"]


def test_entities_are_refused_and_nothing_outside_is_read() -> None:
    declared = b'<!DOCTYPE alto [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    document = alto(page(block("B1", "text"))).replace(b"?><alto", b"?>" + declared + b"<alto")
    with pytest.raises(CannotImport, match="declares an entity"):
        imports(METS, document)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("x.xml", alto(page())),
        ("x", mets("", files=[])),
        ("x.xml", alto(page(), namespace=None)),
        ("x.xml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <a> -->\n<alto:alto xmlns:alto='x'>"),
        ("x.xml", '<?xml version="1.0" encoding="UTF-16"?><METS:mets>'.encode("utf-16")),
        ("x.xml", b"<!DOCTYPE mets [ <!ELEMENT a ANY> ]><mets>"),
    ],
)
def test_an_issue_and_a_page_are_known_by_their_roots(name: str, head: bytes) -> None:
    assert METS.likeness(Sample(name, head)) is Likeness.SURE


@pytest.mark.parametrize("head", [b"", b"<html><mets>", b"mets", b"<!-- <mets> ", b"\0\0", b"<metsx/>"])
def test_other_files_are_not_taken(head: bytes) -> None:
    assert METS.likeness(Sample("mets.xml", head)) is Likeness.NONE


@pytest.mark.parametrize(
    ("entries", "likeness"),
    [
        (("1936_mets.xml", "alto"), Likeness.SURE),
        (("manifest.xml", "ocr"), Likeness.CONTENT),
        (("0001.jp2", "0001.xml"), Likeness.CONTENT),
        (("page_alto.xml",), Likeness.CONTENT),
        (("story.xml",), Likeness.NONE),
        (("kismets.xml",), Likeness.NONE),
        (("notes.txt", "a.png"), Likeness.NONE),
    ],
)
def test_a_folder_is_known_by_the_names_in_it(entries: tuple[str, ...], likeness: Likeness) -> None:
    assert METS.likeness(Sample("day", b"", entries, is_folder=True)) is likeness


def test_a_folder_of_pages_is_known_by_the_first(tmp_path: Path) -> None:
    (tmp_path / "0001.xml").write_bytes(alto(page()))
    assert METS.likeness(sample_of(Source(path=tmp_path))) is Likeness.SURE


def test_the_one_list_knows_it(tmp_path: Path) -> None:
    path = issue(tmp_path, mets(article("", "B1"), files=["alto/1.xml"]), alto(page(block("B1", "x"))))
    assert most_like(IMPORTERS, sample_of(Source(path=path))) is METS
    assert most_like(IMPORTERS, sample_of(Source(path=tmp_path))) is METS


def test_progress_is_told(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    document = mets(article("", "B1"), files=["alto/1.xml", "alto/2.xml"])
    path = issue(tmp_path, document, alto(page(block("B1", "x"))), alto(page(block("B1", "y"))))
    imports_of(METS, path, WISHES._replace(step=lambda done, of: steps.append((done, of))))
    assert steps == [(0, 2), (1, 2)]
