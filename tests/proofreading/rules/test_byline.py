"""E-BYLINE: bylines in one form."""

from __future__ import annotations

import pytest

from reader.proofreading.rules import BY_ID
from reader.proofreading.severity import Severity
from tests.proofreading.clean import clean_edition
from tests.proofreading.manuscripts import a_proof, findings, findings_in, fixes, words

_FORMS = {
    "bullet": "byline: □ 本报记者 林一舟\n  body: 路通了。",
    "plain": "byline: 本报记者 苏小禾\n  body: 雪停了。",
    "report": "body: 本报讯 记者钟远报道：灯亮了。",
    "brackets": "body: 本报讯（记者 何小满）赛开了。",
    "closing": "body: 车来了。\n  signoff: （方一山）",
}


def _articles(*forms: str) -> str:
    return "".join(f"- headline: 第{number}\n  {_FORMS[form]}\n" for number, form in enumerate(forms))


def _levels(example: str, byline_form: str = "") -> list[tuple[str, str]]:
    found = findings("E-BYLINE", example, byline_form=byline_form)
    return [(one.words, one.finding.severity.value) for one in found]


@pytest.mark.parametrize("form", sorted(_FORMS))
def test_one_form_throughout_is_silent_whether_declared_or_not(form: str) -> None:
    assert words("E-BYLINE", _articles(form, form, form)) == []
    assert words("E-BYLINE", _articles(form, form), byline_form=form) == []


@pytest.mark.parametrize("form", sorted(_FORMS))
def test_other_forms_than_the_declared_are_warnings(form: str) -> None:
    for other in _FORMS:
        found = _levels(_articles(other), byline_form=form)
        grave = [words for words, level in found if level == "warning"]
        assert len(grave) == (other != form)


def test_mixed_forms_are_information_and_those_of_the_minority_are_shown() -> None:
    assert _levels(_articles("bullet", "bullet", "closing")) == [("（方一山）", "info")]


def test_without_a_majority_all_of_them_are_shown() -> None:
    assert {level for _, level in _levels(_articles("bullet", "closing"))} == {"info"}
    assert len(_levels(_articles("bullet", "closing"))) == 2


def test_a_feature_may_be_signed_otherwise_than_the_news() -> None:
    feature = "- headline: 走基层\n  kind: feature\n  byline: □ 本报记者 林一方\n  body: 路很长。\n"
    assert words("E-BYLINE", _articles("brackets", "brackets") + feature) == []
    assert words("E-BYLINE", feature, byline_form="brackets") == []


def test_an_unsigned_article_is_shown_where_forms_are_mixed_or_one_is_declared() -> None:
    unsigned = "- headline: 没有署名\n  body: 雪停了。\n"
    assert words("E-BYLINE", _articles("bullet", "bullet") + unsigned) == []
    assert words("E-BYLINE", _articles("bullet", "closing") + unsigned)[-1] == ""
    (found,) = findings("E-BYLINE", unsigned, byline_form="bullet")
    assert found.finding.spot == ("sections[0].articles[0].body", 0, 0)
    assert found.finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "more",
    [
        "source: 河湾晚报",
        "authors: [林一舟]",
        "jump_from: unknown",
        "cut: start",
        "kind: brief",
        "kind: photo",
    ],
)
def test_what_is_signed_elsewhere_may_be_unsigned(more: str) -> None:
    unsigned = f"headline: 没有署名\n{more}\nbody: 雪停了。\n"
    assert words("E-BYLINE", unsigned, byline_form="bullet") == []


def test_a_credit_behind_the_last_sentence_is_shown_where_it_stands() -> None:
    found = findings("E-BYLINE", "路通了，车多了。(林一舟 苏小禾)")
    assert [(one.words, one.finding.severity) for one in found] == [("(林一舟 苏小禾)", Severity.INFO)]
    assert "signoff" in found[0].finding.advice.en


def test_a_report_is_put_in_brackets_where_the_house_does_so() -> None:
    text = "本报讯 记者林一舟 见习记者苏小禾报道：路通了。"
    assert fixes("E-BYLINE", text, byline_form="brackets") == [
        (" 记者林一舟 见习记者苏小禾报道：", "（记者 林一舟 见习记者 苏小禾）")
    ]
    assert words("E-BYLINE", "本报讯（记者 林一舟 见习记者 苏小禾）路通了。", byline_form="brackets") == []


def test_a_report_is_put_in_brackets_where_most_articles_are() -> None:
    assert fixes("E-BYLINE", _articles("brackets", "brackets", "report")) == [
        (" 记者钟远报道：", "（记者 钟远）")
    ]


def test_where_there_is_no_usual_form_names_are_set_off_by_spaces() -> None:
    found = dict(fixes("E-BYLINE", _articles("bullet", "report")))
    assert found["记者钟远报道："] == "记者 钟远 报道："
    set_off = _articles("bullet", "report").replace("记者钟远报道：", "记者 钟远 报道：")
    assert "记者 钟远 报道：" not in words("E-BYLINE", set_off)


def test_an_english_byline_without_by_is_another_form() -> None:
    articles = "".join(
        f"- headline: Snow\n  byline: {byline}\n  body: It snowed.\n"
        for byline in ("By Ada Vale", "By Tom Moss", "Joe Field")
    )
    assert words("E-BYLINE", articles) == ["Joe Field"]
    assert _levels(articles, byline_form="plain") == [("By Ada Vale", "warning"), ("By Tom Moss", "warning")]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_byline_in_another_form_is_found_in_a_clean_edition(seed: int, language: str) -> None:
    text = clean_edition(seed, language=language)
    rule = [BY_ID["E-BYLINE"]]
    assert findings_in(a_proof(text), rule) == []
    is_english = language == "en"
    house = next(value for field, value in a_proof(text).texts.items() if field.endswith(".byline"))
    if is_english:
        other = "Ada Vale" if house.startswith("By ") else "By Ada Vale"
    else:
        other = "本报记者 林一舟" if "□" in house else "□ 本报记者 林一舟"
    name = "Snow again" if is_english else "又下雪了"
    body = "It snowed." if is_english else "雪停了。"
    article = f"      - headline: {name}\n        byline: {other}\n        body: {body}\n"
    spoilt = text.replace("    articles:\n", "    articles:\n" + article, 1)
    found = [one.words for one in findings_in(a_proof(spoilt), rule) if one.words == other]
    assert found == [other]


def test_a_report_put_in_brackets_is_not_found_again() -> None:
    text = "本报讯 记者林一舟 通讯员苏小禾报道：路通了。"
    ((words_found, right),) = fixes("E-BYLINE", text, byline_form="brackets")
    assert right is not None
    assert words("E-BYLINE", text.replace(words_found, right), byline_form="brackets") == []


def test_a_byline_in_the_text_is_moved_to_its_field() -> None:
    (found,) = findings(
        "E-BYLINE", "headline: 雪\nbody: |\n  本报记者 林一舟\n\n  路通了。", byline_form="bullet"
    )
    assert "byline" in found.finding.advice.en


def test_unsigned_articles_that_are_many_are_no_oversight() -> None:
    unsigned = "".join(f"- headline: 简报{n}\n  body: 雪停了。\n" for n in range(4))
    assert "" not in words("E-BYLINE", _articles("bullet", "closing", "report") + unsigned)
