"""Whatever an edition says, no rule trips over it, and what a rule says is about characters of it."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.loading.splice import Edit, edited
from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.manuscripts import a_proof

_PIECES = """
桥 老桥上午通车 ，。、；：！？ ， 。 、 “ ” ‘ ’ （ ） 《 》 —— — … …… （林一舟）摄 图为桥 下转第十十版 上接2版
12月23日 2024年 十二 50% 100 3家 一、 （一） 1. A B. is the and , . ; : ? ! ( ) # ## ### - | ~ > --- \\ \u3000
"""
_SPACED = [
    "\n",
    "\n\n",
    "\n\n\n\n",
    " ",
    "# ",
    "## ",
    "### ",
    "- ",
    "> ",
    "~ ",
    "| 甲 | 乙 |",
    "continued on page 3",
]
_WORDS = st.sampled_from([*re.split("[ \n]", _PIECES.strip()), *_SPACED])
_TEXT = st.lists(_WORDS, min_size=1, max_size=24).map("".join)
_LINE = _TEXT.map(lambda text: " ".join(text.split()) or "桥")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_text_trips_a_rule(data: st.DataObject) -> None:
    keys = ("headline", "kicker", "deck", "byline", "signoff", "page", "column", "dateline", "summary")
    chosen = data.draw(st.sets(st.sampled_from(keys)).map(lambda some: sorted({*some, "headline"})))
    article = [f"{key}: {_quoted(data.draw(_LINE))}" for key in chosen]
    article += [f"body: {_quoted(data.draw(_TEXT))}", f"photos: [{{caption: {_quoted(data.draw(_LINE))}}}]"]
    language = data.draw(st.sampled_from(["zh-CN", "en"]))
    text = "\n".join(
        [
            f"format: 1\npaper: 河湾晨报\ndate: 2024-12-23\nlanguage: {language}",
            f"masthead: {{pages: {_quoted(data.draw(_LINE))}}}",
            "notices:\n  - {id: a, event: 桥, effective: 2024-12-23T00:00, expires: until-lifted,",
            f"     text: {_quoted(data.draw(_TEXT))}}}",
            f"sections:\n  - name: {_quoted(data.draw(_LINE))}\n    articles:",
            *("      - " + "\n        ".join(article) for _ in range(2)),
            "...\n",
        ]
    )
    proof = a_proof(text)
    for finding in proofread(proof, Stylebook(on=frozenset(BY_ID))):
        value = proof.texts.get(finding.spot.field, "")
        assert 0 <= finding.spot.start <= finding.spot.end <= len(value), finding
        for change in finding.changes:
            assert change.field == finding.spot.field
            assert finding.spot.start <= change.start <= change.end <= finding.spot.end, finding
        if finding.changes:
            edits = [Edit(*change) for change in finding.changes]
            assert edited(value, edits) != value, finding
