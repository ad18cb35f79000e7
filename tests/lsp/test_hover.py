"""The manual, where the pointer rests."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reader.edition.wording import Tongue
from reader.lsp.client import Client
from reader.lsp.hover import hover
from tests.copydesk.desk import FAULTY
from tests.lsp.drafts import an_examination

MARK = FAULTY.index(",")
IGNORED = "# proof-ignore: T-WIDTH as printed\n" + FAULTY


def said(text: str, offset: int, client: Client | None = None) -> str | None:
    found = hover(an_examination(text, client=client), offset)
    if found is None:
        return None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


@pytest.mark.parametrize(("tongue", "words"), [("zh", "半角标点"), ("en", "half-width mark")])
def test_on_a_finding_the_finding_and_its_rule_are_told(tongue: Tongue, words: str) -> None:
    told = said(FAULTY, MARK, Client(tongue)) or ""
    assert words in told
    assert "T-WIDTH" in told
    assert "GB/T 15834" in told


def test_the_whole_finding_is_marked() -> None:
    examination = an_examination()
    found = hover(examination, MARK + 1)
    assert found is not None
    assert found.range == examination.positions.range(MARK, MARK + 1)


def test_markdown_is_sent_only_to_who_takes_it() -> None:
    plain = hover(an_examination(), MARK)
    marked = hover(an_examination(client=Client(takes_markdown=True)), MARK)
    assert plain is not None
    assert marked is not None
    assert isinstance(plain.contents, types.MarkupContent)
    assert isinstance(marked.contents, types.MarkupContent)
    assert (plain.contents.kind, marked.contents.kind) == ("plaintext", "markdown")
    assert "\nT-WIDTH half-width mark\n" in plain.contents.value
    assert "\n# T-WIDTH half-width mark\n" in marked.contents.value


def test_words_of_the_edition_are_shown_as_they_are() -> None:
    text = FAULTY.replace("headline: 老桥", "hed*line: 老桥")
    told = said(text, text.index("hed*"), Client(takes_markdown=True)) or ""
    assert "hed\\*line" in told


def test_where_nothing_was_found_nothing_is_said() -> None:
    assert said(FAULTY, MARK - 2) is None
    assert said(FAULTY, 0) is None


@pytest.mark.parametrize("offset", [IGNORED.index("T-WIDTH"), IGNORED.index("T-WIDTH") + 7])
def test_on_a_rule_in_a_comment_its_page_is_shown(offset: int) -> None:
    assert "half-width" in (said(IGNORED, offset) or "")


def test_elsewhere_in_a_comment_nothing_is_said() -> None:
    assert said(IGNORED, IGNORED.index("as printed")) is None
    text = IGNORED.replace("\n", "\r")
    assert "half-width" in (said(text, text.index("T-WIDTH")) or "")
    assert said(text, text.index("paper")) is None


def test_a_problem_of_the_loader_has_no_page_but_is_told() -> None:
    text = FAULTY.replace("format: 1", "format: 7")
    told = said(text, text.index("7"))
    assert told is not None
    assert told.count("\n") == 0
