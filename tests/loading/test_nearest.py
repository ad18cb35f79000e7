from __future__ import annotations

import pytest

from reader.edition.wording import Wording
from reader.loading.fields import ARTICLE
from reader.loading.nearest import did_you_mean, nearest

KEYS = [field.key for field in ARTICLE.fields]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("hedline", "headline"),
        ("Headline", "headline"),
        ("jump-to", "jump_to"),
        ("author", "authors"),
        ("photo", "photos"),
        ("sign_off", "signoff"),
        ("天气", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_the_nearest_key_is_named_if_one_is_near(word: str, key: str | None) -> None:
    assert nearest(word, KEYS) == key


def test_words_may_have_to_be_more_alike() -> None:
    assert nearest("operate", ["rate"]) == "rate"
    assert nearest("operate", ["rate"], likeness=0.8) is None
    assert nearest("rates", ["rate"], likeness=0.8) == "rate"


def test_a_chinese_name_leads_to_its_key() -> None:
    called = {field.key: field.called for field in ARTICLE.fields}
    assert nearest("引题", KEYS, called) == "kicker"
    assert nearest("署名", KEYS, called) == "byline"
    assert nearest("黄色", ["blue", "yellow"], {"blue": "蓝色预警", "yellow": "黄色预警"}) == "yellow"


def test_advice_names_the_word_meant_or_says_something_else() -> None:
    otherwise = Wording("删去它", "remove it")
    assert did_you_mean("headline", otherwise).en == "did you mean headline?"
    assert did_you_mean(None, otherwise) == otherwise
