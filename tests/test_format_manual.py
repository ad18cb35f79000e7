"""The manual of the format (docs/format.md): complete, and its examples are editions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.edition.article import Cut, Kind, Prominence
from reader.edition.body import Paragraph, blocks
from reader.edition.notice import Level, Status
from reader.edition.notice_board import State
from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from tests.test_editions import ARTICLE, MASTHEAD, NOTICE, PHOTO, TOP

MANUAL = (Path(__file__).parents[1] / "docs" / "format.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(1, len(EXAMPLES) + 1))
def test_an_example_is_an_edition_without_error_or_warning(example: str) -> None:
    assert read_edition(example.encode(), Path("example.yaml")).warnings == ()


def test_the_message_it_shows_is_the_one_that_is_given() -> None:
    wrong = EXAMPLES[0].replace("- headline: ", "- headlin: ")
    with pytest.raises(EditionError) as raised:
        read_edition(wrong.encode(), Path("2024-12-23.yaml"))
    assert f"\n```\n{raised.value.render('en')}\n```\n" in MANUAL


@pytest.mark.parametrize(
    "headline", ["headline：东桥", 'headline: "东桥"今天通车', "\u3000headline: 东桥", "headline: [快讯]东桥"]
)
def test_what_it_calls_a_trap_is_refused(headline: str) -> None:
    with pytest.raises(EditionError):
        read_edition(EXAMPLES[0].replace("headline: 创刊", headline).encode(), Path("trap.yaml"))


def test_the_way_out_of_a_trap_is_an_edition() -> None:
    quoted = EXAMPLES[0].replace("创刊", """'"东桥"今天通车'""")
    (section,) = read_edition(quoted.encode(), Path("good.yaml")).edition.sections
    assert section.articles[0].headline == '"东桥"今天通车'


def test_a_line_that_begins_with_a_figure_is_joined_as_it_says() -> None:
    assert [block.text for block in blocks("到年底。\n1980年") if isinstance(block, Paragraph)] == [
        "到年底。 1980年"
    ]


def test_there_are_examples_of_everything_that_takes_more_than_a_line() -> None:
    text = "".join(EXAMPLES)
    for key in ("masthead:", "photos:", "jump_to:", "jump_from:", "corrects:", "notices:", "supersedes:"):
        assert key in text


def test_every_key_is_described() -> None:
    named = set(re.findall(r"`([a-z_]+)`", MANUAL))
    assert named >= TOP | MASTHEAD | ARTICLE | PHOTO | NOTICE


def test_every_value_and_state_is_described() -> None:
    named = set(re.findall(r"`([a-z]+)`", MANUAL))
    assert {*Kind, *Cut, *Prominence, *Level, *Status} <= named
    for state in State:
        assert f"{state.value} {state.wording.zh}" in MANUAL


def test_every_link_of_its_contents_leads_to_a_heading() -> None:
    headings = re.findall(r"^## (.+)$", MANUAL, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) == anchors
