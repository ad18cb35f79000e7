"""Manual pages of rules, and the table of all."""

from __future__ import annotations

import re
import textwrap
import tomllib

import pytest

from reader.edition.wording import Tongue
from reader.proofreading.manual import examples_of, manual_page, rules_table, settings_of
from reader.proofreading.rule import Rule
from reader.proofreading.rules import BY_ID, RULES

_ALL = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
_TONGUES: tuple[Tongue, ...] = ("zh", "en")
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z]")
_LABELS = {"合格：", "不合格：", "体例：", "passes:", "fails:", "stylebook:"}


def _prose(page: str) -> list[str]:
    """The paragraphs of a page that are neither head, facts, labels nor examples."""
    parts = (part.strip("\n") for part in page.strip().split("\n\n")[2:])
    return [part for part in parts if part and not part.startswith("    ") and part not in _LABELS]


@_ALL
@pytest.mark.parametrize("tongue", _TONGUES)
def test_a_page_speaks_one_language(rule: Rule, tongue: Tongue) -> None:
    prose = _prose(manual_page(rule, tongue))
    assert prose
    for paragraph in prose:
        is_chinese = len(_HAN.findall(paragraph)) * 4 > len(_LATIN.findall(paragraph))
        assert is_chinese is (tongue == "zh"), paragraph


@_ALL
@pytest.mark.parametrize("tongue", _TONGUES)
def test_a_page_says_what_the_rule_says_of_itself(rule: Rule, tongue: Tongue) -> None:
    page = manual_page(rule, tongue)
    assert page.startswith(f"# {rule.id} {rule.name.say(tongue)}\n")
    for wording in (rule.clause, rule.advice, rule.severity.wording, *(one.about for one in rule.options)):
        assert wording.say(tongue) in page
    for option in rule.options:
        assert f"`{option.name}`" in page


@_ALL
@pytest.mark.parametrize("tongue", _TONGUES)
def test_every_example_is_shown_under_its_label(rule: Rule, tongue: Tongue) -> None:
    page = manual_page(rule, tongue)
    passes, fails = ("合格：", "不合格：") if tongue == "zh" else ("passes:", "fails:")
    labels = [line for line in page.split("\n") if line in (passes, fails)]
    assert labels == [passes if example.passes else fails for example in examples_of(rule)]
    for example in examples_of(rule):
        assert textwrap.indent(example.text, "    ") in page


@_ALL
def test_a_paragraph_is_one_line_and_no_word_is_lost(rule: Rule) -> None:
    head = re.split(r"^(?:Passes|Fails|With):", rule.manual, maxsplit=1, flags=re.MULTILINE)[0]
    said = "".join("".join(_prose(manual_page(rule, tongue))) for tongue in _TONGUES)
    words = head.removeprefix(f"{rule.id}: ")
    assert sorted("".join(words.split()).lower()) == sorted("".join(said.split()).lower())


def test_what_the_stylebook_says_in_examples_is_shown_and_is_toml() -> None:
    term = BY_ID["E-TERM"]
    assert tomllib.loads(settings_of(term))["terms"]["河弯"] == "河湾"
    assert settings_of(term) in manual_page(term, "zh")
    assert "体例：" in manual_page(term, "zh")
    assert settings_of(BY_ID["E-LONG"]) == ""
    assert "体例：" not in manual_page(BY_ID["E-LONG"], "zh")


@pytest.mark.parametrize(
    ("rule", "tongue", "line"),
    [
        ("E-LONG", "zh", "- 选项 `longest_sentence`：一句最多多少字；默认 `110`"),
        ("E-TERM", "zh", "- 选项 `terms`：本报的用词，错 = 对；默认 空"),
        ("E-TERM", "en", "- Option `terms_safe`: replace its words without a look; usually `false`"),
        ("E-SOURCE", "zh", "- 默认：不启用"),
        ("T-WIDTH", "en", "- Fix: automatic"),
    ],
)
def test_facts_read_like_this(rule: str, tongue: Tongue, line: str) -> None:
    assert line in manual_page(BY_ID[rule], tongue).split("\n")


def test_of_a_long_list_the_first_few_are_shown_with_their_number() -> None:
    page = manual_page(BY_ID["E-ABBR"], "en")
    assert '{ "业委会" = "业主委员会", ' in page
    assert re.search(r"… \(\d+\) }`", page)
    assert max(map(len, page.split("\n"))) < 900


def test_an_example_of_several_lines_keeps_them() -> None:
    texts = [example.text for example in examples_of(BY_ID["E-DATE"])]
    assert "headline: 雪后\ndateline: 河湾12月25日电\nbody: 路通了。" in texts


@pytest.mark.parametrize("tongue", _TONGUES)
def test_the_table_has_a_row_of_words_for_every_rule(tongue: Tongue) -> None:
    rows = rules_table(tongue)
    assert [row.id for row in rows] == [rule.id for rule in RULES]
    assert all(all(row) for row in rows)
    row = next(row for row in rows if row.id == "E-SOURCE")
    assert row.is_on == ("不启用" if tongue == "zh" else "off")
    assert rules_table(tongue, [BY_ID["E-LONG"]])[0].severity == ("提示" if tongue == "zh" else "info")
