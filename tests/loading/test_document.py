from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.loading.decoding import decoded
from reader.loading.document import MAX_DEPTH, read_words
from reader.loading.position import unpacked
from reader.loading.problem import ProblemList
from reader.loading.words import (
    CUT,
    FOLDED,
    LITERAL,
    MANY_LINES,
    QUOTED_LINES,
    REFUSED,
    UNSEEN,
    Listing,
    Mapping,
    Node,
    Word,
)

TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda trees: st.lists(trees, max_size=4) | st.dictionaries(TEXTS, trees, max_size=4),
    max_leaves=20,
)


def read(text: str, most: int = 1000) -> tuple[Node | None, list[str]]:
    """Return the words of a text and what was told, each with its place."""
    problems = ProblemList()
    source = decoded(text.encode(), "utf-8", problems)
    assert source is not None
    words = read_words(source, problems, most)
    told = [f"{problem.line}:{problem.column} {problem.what.en}" for problem in problems.in_file_order()]
    return words, told


def plain(node: Node | None) -> Any:
    """Return words as Python's own texts, lists and dictionaries."""
    match node:
        case Mapping():
            return {key: plain(value) for key, value in node.nodes.items()}
        case Listing():
            return [plain(value) for value in node.nodes]
        case Word():
            return node.text
    return None


def word(text: str) -> Word:
    """Return the word under the first key of a text."""
    words, _ = read(text)
    assert isinstance(words, Mapping)
    found = next(iter(words.nodes.values()))
    assert isinstance(found, Word)
    return found


@given(TREES.filter(bool), st.booleans(), st.sampled_from([None, '"', "'", "|"]))
@settings(max_examples=150, deadline=None)
def test_the_words_are_those_pyyaml_reads_as_text(tree: Any, flow: bool, style: str | None) -> None:
    text = yaml.dump(
        tree, allow_unicode=True, default_flow_style=flow, default_style=style, explicit_end=True, width=1000
    )
    if "<<" in text or "!" in text or "? " in text:  # merges, tags and long keys, which are refused
        return
    words, told = read(text)
    assert plain(words) == yaml.load(text, Loader=yaml.BaseLoader) or told


@given(st.lists(TEXTS.filter(lambda text: text.strip() == text and "'" not in text), min_size=1))
def test_every_word_is_where_its_place_says(items: list[str]) -> None:
    text = "".join(f"-  '{item}'\n" for item in items) + "...\n"
    words, told = read(text)
    assert told == []
    assert isinstance(words, Listing)
    lines = text.split("\n")
    for item, node in zip(items, words.nodes, strict=True):
        line, column = unpacked(node.at)
        assert lines[line - 1][column - 1 :] == f"'{item}'"


@pytest.mark.parametrize(
    ("text", "flaws"),
    [
        ("a: b", 0),
        ("a: 'b'", 0),
        ('a: "b"', 0),
        ('a: "\\x1b"', UNSEEN),
        ('a: "b"\nc: \\', UNSEEN),
        ("a: 'b\n  c'", QUOTED_LINES),
        ("a: |\n  b", LITERAL),
        ("a: |-\n  b", LITERAL),
        ("a: >\n  b", FOLDED),
        ("a: b\n  c", MANY_LINES),
        ("a:\n  b", 0),
        ("a: b #c", CUT),
        ("a: b\t #c", CUT | UNSEEN),
        ("a: #c", CUT),
        ("a: b # c", 0),
        ("a: b #\tc", UNSEEN),
        ("a: b #", 0),
        ("a: b#c", 0),
        ("a: 'b' #c", 0),
        ("a: |  #c\n  b", LITERAL),
        ("a: |\n  b #c", LITERAL),
        ("a: !x b", REFUSED - REFUSED),
        ("a: *b", REFUSED),
    ],
)
def test_a_word_knows_how_it_was_written(text: str, flaws: int) -> None:
    assert word(text + "\n...\n").flaws == flaws


def test_a_text_that_holds_a_control_has_to_be_made_visible() -> None:
    assert word("a: b\x1b\n...\n").flaws == UNSEEN


def test_reading_goes_on_after_what_is_refused() -> None:
    words, told = read("a: &x 1\nb: *x\nc: !t 2\nd: 3\nd: 4\n<<: {e: 5}\n? [f]\n: 6\ng: 7\n...\n")
    assert plain(words) == {"a": "1", "b": "", "c": "2", "d": "3", "g": "7"}
    assert [line.split(" ")[0] for line in told] == ["1:4", "2:4", "3:4", "5:1", "6:1", "7:3"]


def test_what_was_open_when_the_file_broke_is_not_whole() -> None:
    words, told = read("paper: a\nb:\n  - c: 2\n  - d: [3, 4\n")
    assert isinstance(words, Mapping)
    assert not words.is_whole
    listing = words.nodes["b"]
    assert isinstance(listing, Listing)
    first, last = listing.nodes
    assert isinstance(first, Mapping)
    assert isinstance(last, Mapping)
    assert (listing.is_whole, first.is_whole, last.is_whole) == (False, True, False)
    assert told == ["4:8 a bracket is not closed, or a comma is missing in it"]


def test_the_word_the_parser_stumbled_after_is_not_judged() -> None:
    words, _ = read("a: 1\nb: c: d\n")
    assert isinstance(words, Mapping)
    assert words.nodes["b"] == Word("c", words.nodes["b"].at, REFUSED)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "\n...\n")])
def test_nesting_is_read_to_the_limit_and_no_deeper(opening: str, closing: str) -> None:
    def nested(depth: int) -> str:
        close = closing if closing.startswith("\n") else closing * depth + "\n...\n"
        return opening * depth + "x" + close

    assert read(nested(MAX_DEPTH))[1] == []
    assert "deeper than 32" in read(nested(MAX_DEPTH + 1))[1][0]


@pytest.mark.parametrize(
    "text", ["a: [" + "b," * 20 + "]", "- a\n" * 20, "".join(f"k{n}: 1\n" for n in range(20))]
)
def test_more_values_than_allowed_are_not_read(text: str) -> None:
    assert read(text + "\n...\n", 30)[1] == []
    words, told = read(text + "\n...\n", 10)
    assert words is None
    assert "more than 10 values" in told[0]


@pytest.mark.parametrize(
    "text", ["---\na: 1\n...\n", "%YAML 1.1\n---\na: 1\n...\n", "# b\n\na: 1\n...\n# c\n"]
)
def test_one_document_may_be_framed(text: str) -> None:
    words, told = read(text)
    assert plain(words) == {"a": "1"}
    assert told == []


@given(st.text(st.sampled_from("ab: \n-[]{}&*!|>'\"#%@`\t?,\\~<."), max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_text_is_more_than_words_and_problems(text: str) -> None:
    words, told = read(text)
    assert words is not None or told
