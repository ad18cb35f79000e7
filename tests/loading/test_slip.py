from __future__ import annotations

from pathlib import Path

import pytest

from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from reader.loading.slip import full_width_key
from tests.loading.bad_files import HEAD, NOTICE, TAIL

HERE = Path("made.yaml")


def article(fields: str, more: str = "") -> str:
    """Return an edition of one article with these fields from line 7, column 9, and lines after it."""
    indented = fields.replace("\n", "\n        ")
    return f"{HEAD}sections:\n  - name: 要闻\n    articles:\n      - {indented}\n{more}...\n"


def told(text: str, tongue: str = "en") -> list[str]:
    """Return all that is told of a file, errors and warnings."""
    try:
        problems = read_edition(text.encode(), HERE).warnings
    except EditionError as error:
        problems = error.problems
    return [problem.render(HERE, "zh" if tongue == "zh" else "en") for problem in problems]


ONE_MISTAKE = {
    "headlin": article("headlin: 题"),
    "an empty headline": article("headline:"),
    "an alias for a headline": article("headline: *dong"),
    "a full-width colon": article("headline：东桥"),
    "a full-width colon in the middle": article("id: a\nheadline：东桥\nkind: news"),
    "a full-width colon on the first line": (HEAD + TAIL).replace("format: ", "format："),
    "two full-width colons": (HEAD + TAIL).replace("format: ", "format：").replace("paper: ", "paper："),
    "text after a quotation": article('headline: "东桥"今天通车\nkind: news'),
    "text after brackets": article("headline: [快讯]东桥\nkind: news"),
    "text after brackets in a list": article("headline: 题\nauthors:\n  - [快讯]东桥\nkind: news"),
    "a quotation closed late": article('headline: "东桥\nbody: |\n  他说"好"。'),
    "a quotation not closed": article('headline: "东桥\nbody: |\n  甲。'),
    "an asterisk": article("headline: *东桥"),
    "a missing space": article("headline: 题", "      -kind: brief\n        slug: 二\n"),
    "a missing space in all": (HEAD + TAIL).replace("- headline", "-headline"),
    "a missing space in the first": article("slug: 题").replace("- slug", "-kind: ad\n        slug"),
    "full-width spaces": article("headline: 题\n\u3000\u3000deck: 副"),
    "full-width spaces below a key": HEAD + "masthead:\n\u3000\u3000motto: 真\n" + TAIL,
    "section": (HEAD + TAIL).replace("sections", "section"),
    "a jump to a dropped article": article(
        "id: bridge\nheadline: 题\njump_to: {page: 2, article: bridge-2}",
        "      -kind: brief\n        id: bridge-2\n        slug: 二\n",
    ),
    "a jump to an article whose id is bad": article(
        "id: bridge\nheadline: 题\njump_to: {page: 2, article: bridge-2}",
        "      - slug: 二\n        id: bridge 2\n",
    ),
    "a jump to an article that is a text": article(
        "id: bridge\nheadline: 题\njump_to: {page: 2, article: p01-a02}", "      - 二\n"
    ),
}


@pytest.mark.parametrize("text", ONE_MISTAKE.values(), ids=ONE_MISTAKE.keys())
def test_one_mistake_is_one_message(text: str) -> None:
    assert len(told(text)) == 1, told(text)
    (chinese,) = told(text, "zh")
    assert any("\u4e00" <= mark <= "\u9fff" for mark in chinese.partition("; ")[2])


def test_a_quotation_closed_late_is_told_where_it_was_opened() -> None:
    body = "  甲。\n" * 22
    (message,) = told(article('headline: "东桥\nbody: |\n' + body + '  他说"好"。'))
    assert message.startswith("made.yaml:7:19: the quotation mark opened here is never closed; ")
    assert "line 31" in message


@pytest.mark.parametrize("mark", ["*", "&", "!", "%", "@", "`", ">"])
def test_a_text_that_begins_with_a_mark_of_yaml_is_told_so_in_both_languages(mark: str) -> None:
    text = article(f"headline: {mark}东桥")
    assert told(text) == [
        f"made.yaml:7:19: a text cannot begin with “{mark}”; put the whole text in quotation marks"
    ]
    assert told(text, "zh") == [f"made.yaml:7:19: 文字不能以“{mark}”开头; 把整段文字放进引号"]


def test_a_dash_without_its_space_is_told_at_the_dash() -> None:
    text = article("headline: 题", "      -kind: brief\n        slug: 二\n")
    assert told(text) == ["made.yaml:8:7: there is no space after the “-”; write “- kind: …”"]


def test_what_a_body_says_is_no_slip() -> None:
    body = "body: |\n  headline：东桥\n  \u3000\u3000缩进\n  -kind: 短横\n"
    assert told(article(f"headline: 题\n{body}kind: news")) == []
    assert "another “: ” here" in told(article(f"headline: 题\n{body}kind: brief: x"))[0]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("headline：东桥", "headline"),
        ("  - deck ：西", "deck"),
        ("\u3000kind：news", "kind"),
        ("要求：东桥", None),
        ("note：东桥", None),
        ("headline: 东桥：西", None),
    ],
)
def test_only_a_key_of_the_format_has_a_full_width_colon(text: str, key: str | None) -> None:
    assert full_width_key(text) == key


def test_a_notice_nearly_named_is_told_and_one_of_an_earlier_issue_is_not() -> None:
    second = NOTICE.removeprefix("notices:\n").replace("wind-1", "wind-2\n    supersedes: [wnd-1, wind-0]")
    assert told(HEAD + NOTICE + second + TAIL) == [
        "made.yaml:10:18: this edition has no notice “wnd-1”; did you mean wind-1?"
    ]
    cancels = NOTICE.removeprefix("notices:\n").replace("wind-1", "wind-2\n    cancels: [rain-7]")
    assert told(HEAD + NOTICE + cancels + TAIL) == []


def test_a_notice_is_not_taken_for_one_that_was_refused() -> None:
    second = NOTICE.removeprefix("notices:\n").replace("wind-1", "wind-2\n    supersedes: [wnd-1]")
    assert "no notice" not in "".join(told(HEAD + NOTICE + second + "  - wnd-1\n" + TAIL))
