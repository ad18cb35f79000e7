"""E-NAME: names and offices that contradict each other."""

from __future__ import annotations

import re

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, words


def _grave(example: str) -> list[str]:
    return [one.words for one in findings("E-NAME", example) if one.finding.severity is Severity.WARNING]


def test_head_and_deputy_of_one_body_cannot_be_one_person() -> None:
    text = "县水务局局长林一舟到场。“渠通了。”县水务局副局长林一舟说。"
    found = findings("E-NAME", text)
    assert [(one.words, one.finding.spot.start) for one in found] == [("林一舟", text.rindex("林一舟"))]


@pytest.mark.parametrize(
    "text",
    [
        "县水务局局长林一舟到场。县水务局局长林一舟说，渠通了。",
        "县政协主席林一舟到场。县工商联副主席林一舟说，渠通了。",
        "县水务局局长林一舟到场。时任县水务局副局长林一舟曾参加施工。",
        "县水务局党组书记、局长林一舟到场。局长林一舟说，渠通了。",
        "县水务局局长林一舟到场。县农业局局长林一方说，渠通了。",
        "县水务局局长林一舟、副局长林一方到场。",
        "县水务局局长林一舟到场。县水务局局长苏小禾说，渠通了。",
    ],
)
def test_other_bodies_former_posts_and_other_people_are_no_contradiction(text: str) -> None:
    assert words("E-NAME", text) == []


def test_the_rarer_spelling_of_one_holder_of_an_office_is_shown() -> None:
    text = "县水务局局长林一舟到场。县水务局局长林一洲说。局长林一舟走了。"
    assert _grave(text) == ["林一洲"]


def test_spellings_are_compared_over_articles() -> None:
    articles = "".join(
        f"- headline: 渠通了\n  body: 县水务局局长{name}到场。\n" for name in ("林一舟", "林一洲")
    )
    found = findings("E-NAME", articles)
    assert [one.finding.spot.field for one in found] == ["sections[0].articles[1].body"]


def test_the_name_in_the_headline_is_the_one_in_the_text() -> None:
    body = "body: 县水务局局长林一舟到场，看了水渠。"
    assert _grave(f"headline: 林一洲看水渠\n{body}") == ["林一洲"]
    assert _grave(f"headline: 看水渠\ndeck: 林大舟走进柳溪县\n{body}") == ["林大舟"]
    assert words("E-NAME", f"headline: 林一舟看水渠\n{body}") == []
    assert words("E-NAME", f"headline: 林一洲看水渠\n{body}林一洲陪同。") == []
    assert words("E-NAME", f"headline: 林间小路通了\n{body}") == []


def test_an_author_is_spelt_as_in_the_byline() -> None:
    article = "headline: 雪\nbyline: □ 本报记者 林一洲\nauthors: [{}]\nbody: 路通了。"
    assert _grave(article.format("林一舟")) == ["林一洲"]
    assert words("E-NAME", article.format("林一洲")) == []
    assert words("E-NAME", article.format("苏小禾")) == []
    assert _grave("headline: Snow\nbyline: By Ada Vane\nauthors: [Ada Vale]\nbody: It snowed.") == [
        "Ada Vane"
    ]


def test_bylines_one_letter_apart_are_information() -> None:
    articles = "".join(
        f"- headline: 雪\n  byline: □ 本报记者 {name}\n  body: 路通了。\n"
        for name in ("林一舟", "林一洲", "苏一舟")
    )
    found = findings("E-NAME", articles)
    assert [(one.words, one.finding.severity) for one in found] == [("林一洲", Severity.INFO)]


def test_in_english_a_deputy_of_the_same_name_is_information_and_another_spelling_a_warning() -> None:
    assert _grave("Mayor Ada Vale spoke. Then Mayor Ada Vane left.") == ["Ada Vane"]
    deputy = "Mayor Ada Vale spoke. Then Deputy Mayor Ada Vale left."
    assert _grave(deputy) == []
    assert words("E-NAME", deputy) == ["Ada Vale"]
    assert words("E-NAME", "Mayor Ada Vale spoke. Former Mayor Tom Moss left.") == []


@pytest.mark.parametrize("seed", range(20))
def test_a_clean_edition_is_silent_and_a_misspelt_name_in_it_is_found(seed: int) -> None:
    text = clean_edition(seed)
    rule = [BY_ID["E-NAME"]]
    assert [one for one in findings_in(a_proof(text), rule) if one.finding.severity is Severity.WARNING] == []
    once = "河湾市审计局局长尚青川说，账算清了。"
    twice = once.replace("尚青川", "尚青山")
    spoilt = re.sub(r"(body: \|\n +)", lambda found: found.group() + once + twice + once, text, count=1)
    found = [one for one in findings_in(a_proof(spoilt), rule) if one.finding.severity is Severity.WARNING]
    assert [one.words for one in found] == ["尚青山"]


@pytest.mark.parametrize("seed", range(8))
def test_a_clean_english_edition_is_silent_and_a_second_spelling_in_it_is_found(seed: int) -> None:
    text = clean_edition(seed, language="en")
    rule = [BY_ID["E-NAME"]]
    assert [one for one in findings_in(a_proof(text), rule) if one.finding.severity is Severity.WARNING] == []
    line = "“It is done,” said Mayor Una Quill. Mayor Una Quilt left. Nobody asked Mayor Una Quill."
    spoilt = text.replace("body: |\n", f"body: |\n          {line}\n\n", 1)
    found = [one for one in findings_in(a_proof(spoilt), rule) if one.finding.severity is Severity.WARNING]
    assert [one.words for one in found] == ["Una Quilt"]


@pytest.mark.parametrize(
    "text",
    [
        "局长林一舟、副局长林一舟的侄子到场。",
        "市长、县长、局长都来了，局长说路要通。",
        "书记和平时一样早到。",
        "县水务局局长林一舟与县水务局局长助理林一洲到场。",
    ],
)
def test_an_office_whose_body_is_not_said_contradicts_nothing(text: str) -> None:
    assert words("E-NAME", text) == []
