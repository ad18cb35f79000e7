"""Whatever is written, the rules of numbers read it, and their fixes leave them nothing more to fix there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.rules import RULES
from tests.proofreading.manuscripts import a_proof, edition_yaml, findings_in

_FIXING = [rule for rule in RULES if rule.id.startswith("N-") and rule.fixing is not Fixing.NONE]
_PIECES = st.sampled_from(
    [
        *(
            "2024",
            "24",
            "12",
            "18",
            "3",
            "1,691",
            "10.5",
            "007",
            "十二",
            "二〇二四",
            "二0二四",
            "一九九○",
            "三四",
            "八千",
        ),
        *(
            "年",
            "月",
            "日",
            "时",
            "%",
            "万",
            "亿",
            "千",
            "百",
            "百分之",
            "元",
            "公里",
            "人",
            "天",
            "岁",
            "倍",
        ),
        *("～", "-", "—", "至", "、", "，", "。", "：", ":", "（", "）", "“", "”"),
        *(
            "约",
            "近",
            "超过",
            "至少",
            "多",
            "余",
            "左右",
            "以上",
            "由",
            "增加到",
            "共",
            "其中",
            "男",
            "女",
            "占",
            "家",
            "村",
        ),
    ]
)
_COPY = st.lists(_PIECES, min_size=1, max_size=24).map("".join)


@given(_COPY)
def test_every_rule_reads_whatever_is_written(text: str) -> None:
    for found in findings_in(a_proof(edition_yaml(f"那里：{text}。"))):
        assert found.words or found.finding.spot.start == found.finding.spot.end


@pytest.mark.parametrize("rule", _FIXING, ids=lambda rule: rule.id)
@given(text=_COPY)
def test_what_is_fixed_is_not_found_again(rule: Rule, text: str) -> None:
    text = f"那里：{text}。"
    for found in findings_in(a_proof(edition_yaml(text)), [rule]):
        start, end = found.finding.spot.start, found.finding.spot.end
        assert found.fixed is not None
        after = text[:start] + found.fixed + text[end:]
        again = findings_in(a_proof(edition_yaml(after)), [rule])
        places = range(start, start + len(found.fixed))
        same = [
            one for one in again if one.finding.spot.start in places and one.finding.spot.end - 1 in places
        ]
        assert same == [], after
