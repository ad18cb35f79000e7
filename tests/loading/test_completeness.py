from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from reader.loading.completeness import is_all_read
from reader.loading.decoding import decoded
from reader.loading.document import read_words
from reader.loading.fields import EDITION
from reader.loading.problem import ProblemList
from reader.loading.records import RecordReader
from reader.loading.words import Mapping
from tests.loading.bad_files import HEAD, NOTICE, TAIL

WHOLE = HEAD + NOTICE + TAIL.replace("- headline", "- id: a\n        headline")


def all_read(text: str) -> bool:
    problems = ProblemList()
    source = decoded(text.encode(), "utf-8", problems)
    assert source is not None
    words = read_words(source, problems, 1000)
    assert isinstance(words, Mapping)
    return is_all_read(RecordReader(problems, ZoneInfo("Asia/Shanghai")).record(words, EDITION))


@pytest.mark.parametrize(
    "text",
    [WHOLE, HEAD + TAIL, WHOLE.replace("headline", "hedline"), WHOLE.replace("date: 2025", "date: 25")],
)
def test_a_mistake_inside_an_article_loses_no_article(text: str) -> None:
    assert all_read(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("...", "      -kind: ad\n..."),
        ("...", "      - 二\n..."),
        ("...", "  - 第二版\n..."),
        ("...", "  - name: 二\n    articles: 无\n..."),
        ("id: a", "id: a b"),
        ("id: wind-1", "id: wind/1"),
        ("sections:", "  - 大风\nsections:"),
    ],
)
def test_what_was_refused_is_missed(old: str, new: str) -> None:
    assert not all_read(WHOLE.replace(old, new))
