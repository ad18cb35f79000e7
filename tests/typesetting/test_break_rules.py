"""Where a newspaper lets a line end: each rule beside its exception."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.typesetting.break_rules import FREE, NEVER_ENDS, NEVER_OPENS, NO, SOFT, BreakRules
from reader.typesetting.linebreak import break_opportunities
from tests.typesetting.samples import any_text, mixed_text


def verdicts(marked: str) -> list[int]:
    """The verdicts at the places marked with ``|`` in a text."""
    places, text = [], ""
    for part in marked.split("|"):
        text += part
        places.append(len(text))
    rules = BreakRules(text)
    return [rules.verdict(place, 0) for place in places[:-1]]


def verdict(marked: str) -> int:
    return verdicts(marked)[0]


@pytest.mark.parametrize("mark", list("、，。：；？！…）》」』”’】％℃·—,;:!?)%"))
def test_no_line_opens_with_a_mark_that_belongs_to_what_is_before_it(mark: str) -> None:
    assert verdict(f"河|{mark}桥") == NO
    assert verdict(f"河 |{mark}桥") == NO


@pytest.mark.parametrize("mark", list("（《「『“‘【(["))
def test_no_line_ends_with_an_opening_mark(mark: str) -> None:
    assert verdict(f"河{mark}|桥") == NO
    assert verdict(f"河{mark} |桥") == NO
    assert verdict(f"河|{mark}桥") == FREE


@pytest.mark.parametrize(
    "whole", ["河——|桥", "河……|桥", "河。|桥", "河，|“桥", "河”|桥", "河·|桥", "河～|桥"]
)
def test_lines_may_end_after_marks(whole: str) -> None:
    assert verdict(whole) == FREE


@pytest.mark.parametrize("whole", ["河—|—桥", "河…|…桥", "河。|”桥", "“|‘河", "》|，", "！|！", "》|》"])
def test_marks_that_belong_together_stay_together(whole: str) -> None:
    assert verdict(whole) == NO


@pytest.mark.parametrize(
    "number",
    [
        "8|1.5%",
        "81|.5%",
        "81.|5%",
        "81.5|%",
        "2322.|48",
        "1|,691",
        "1,|691",
        "-|5℃",
        "5|℃",
        "+|3.2",
        "12|:30",
        "12:|30",
        "AQI|>150",
        "AQI>|150",
        "￥|12.5",
        "３|．５％",
        "３．|５％",
        "３．５|％",
        "12|：30",
        "12：|30",
        "25|㎡",
        "150|μg/m3",
        "２０|２４",
        "－|５",
        "50|‰",
        "5|°C",
        "±|3",
        "１，|６９１",
        "AQI＞|150",
        "PM|2.5",
        "2024-|12-23",
    ],
)
def test_numbers_are_one_piece_with_sign_and_unit(number: str) -> None:
    assert verdict(f"河{number}桥") == NO


@pytest.mark.parametrize(
    "count", ["2325|台", "3|万多人", "3万|多人", "3万多|人", "12月18|日", "第|2版", "7|次"]
)
def test_numbers_and_counters_part_only_in_need(count: str) -> None:
    assert verdict(f"河{count}桥") == SOFT


def test_a_unit_with_a_stroke_parts_only_in_need() -> None:
    assert verdict("限速120km/|h。") == SOFT
    assert verdict("见https://example.com/|page。") == SOFT


@pytest.mark.parametrize("whole", ["河2325台|桥", "河|2325台", "一万|人", "河81.5%|的", "河第|一"])
def test_numbers_part_from_what_is_around_them(whole: str) -> None:
    assert verdict(whole) == FREE


@pytest.mark.parametrize(
    "whole", ["说|“GDP”", "“河”|GDP", "说|‘a’", "“a”|河", "河,|GDP", "河,|12月", "河:|a", "(河)|a"]
)
def test_latin_beside_the_marks_of_chinese_text_does_not_cling(whole: str) -> None:
    """UAX #14 alone would keep these together, and lines would be short for no reason."""
    assert verdict(whole) == FREE
    place = whole.index("|")
    assert place not in break_opportunities(whole.replace("|", "")) or "河" in whole


@pytest.mark.parametrize(
    "whole", ["it’|s", "o’|clock", "say “|no”", "no|”", "12,|5", "a:|b", "f(|x)", "f|(x)", "go|at"]
)
def test_latin_text_keeps_its_own_rules(whole: str) -> None:
    assert verdict(whole) == NO


@pytest.mark.parametrize(
    "whole", ["the |ferry", "left, |at", "six.  |At", "“fog” |and", "(no) |41", "well-|kept"]
)
def test_latin_lines_end_between_words(whole: str) -> None:
    assert verdict(whole) == FREE


def test_a_line_ends_behind_spaces_not_before_them() -> None:
    assert verdicts("本报讯| |今年") == [NO, FREE]
    assert verdicts("灯火| | |书报") == [NO, NO, FREE]
    assert verdicts("灯火|\u3000|书报") == [NO, FREE]


def test_no_mark_is_both_forbidden_to_open_and_free_to_end() -> None:
    assert {"／"} == NEVER_OPENS & NEVER_ENDS


@given(mixed_text)
def test_the_answer_does_not_depend_on_the_order_of_the_questions(text: str) -> None:
    forward, backward = BreakRules(text), BreakRules(text)
    places = range(1, len(text))
    asked = [forward.verdict(place, 0) for place in places]
    assert asked == [backward.verdict(place, 0) for place in reversed(places)][::-1]


@given(mixed_text)
def test_a_near_line_start_changes_nothing_behind_an_ideograph_pair(text: str) -> None:
    rules, near = BreakRules(text + "河桥" + text), BreakRules(text + "河桥" + text)
    start = len(text) + 1
    for place in range(start + 3, 2 * len(text)):
        assert rules.verdict(place, 0) == near.verdict(place, start)


@given(any_text)
def test_where_our_rules_say_yes_unicode_does_too_or_a_mark_of_chinese_text_is_there(text: str) -> None:
    allowed = set(break_opportunities(text))
    for place in range(1, len(text)):
        if BreakRules(text).verdict(place, 0) != NO and place not in allowed:
            beside = text[place - 1 : place + 1]
            assert not set("“‘”’,;:!?)").isdisjoint(beside)
