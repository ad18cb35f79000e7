"""The clean editions rules are measured on: varied, well made, and nothing to find in them."""

from __future__ import annotations

import re

import pytest

from reader.loading.scalars import DOUBLE, LITERAL, PLAIN, SINGLE, read_scalars
from reader.proofreading.proofread import proofread
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.clean import STYLES, clean_edition
from tests.proofreading.manuscripts import a_proof

_LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])


@_LANGUAGES
@pytest.mark.parametrize("seed", range(50))
def test_the_default_rules_have_nothing_to_say(seed: int, language: str) -> None:
    proof = a_proof(clean_edition(seed, language=language))
    grave = [one for one in proofread(proof, Stylebook()) if one.severity is not Severity.INFO]
    shown = [(one.rule, one.message.en, proof.texts.get(one.spot.field, "")) for one in grave]
    assert shown == []


@_LANGUAGES
@pytest.mark.parametrize("style", STYLES)
def test_the_style_does_not_change_the_words(style: str, language: str) -> None:
    for seed in range(10):
        usual = a_proof(clean_edition(seed, language=language)).passages()
        other = a_proof(clean_edition(seed, language=language, style=style)).passages()
        assert [one.text for one in other] == [one.text for one in usual]


@pytest.mark.parametrize(
    ("style", "mark"), [("literal", LITERAL), ("plain", PLAIN), ("single", SINGLE), ("double", DOUBLE)]
)
def test_a_headline_is_written_in_the_style_asked_for(style: str, mark: str) -> None:
    texts = read_scalars(clean_edition(3, style=style)).texts
    headlines = [scalar for path, scalar in texts.items() if path.endswith(".headline")]
    assert headlines
    assert {scalar.style for scalar in headlines} == {mark}


@_LANGUAGES
def test_a_seed_always_makes_the_same_edition_and_another_seed_another(language: str) -> None:
    assert clean_edition(1, language=language) == clean_edition(1, language=language)
    assert clean_edition(1, language=language) != clean_edition(2, language=language)


@_LANGUAGES
def test_the_editions_show_every_kind_of_block_and_article(language: str) -> None:
    proofs = [a_proof(clean_edition(seed, language=language)) for seed in range(50)]
    roles = {passage.role.value for proof in proofs for passage in proof.passages()}
    assert roles >= {"headline", "deck", "byline", "paragraph", "subhead", "item", "cell", "verse", "caption"}
    kinds = {one.article.kind.value for proof in proofs for one in proof.articles}
    assert kinds >= {"news", "feature", "opinion", "brief", "photo", "letter"}
    assert any(proof.notices for proof in proofs)
    assert any(one.article.jump_to for proof in proofs for one in proof.articles)


@_LANGUAGES
def test_no_gap_is_left_open(language: str) -> None:
    assert not any("{" in clean_edition(seed, language=language) for seed in range(50))


def test_shares_add_up_to_a_hundred() -> None:
    found = 0
    for seed in range(50):
        for line in clean_edition(seed).split("\n"):
            shares = [float(share) for share in re.findall(r"占(\d+\.\d)%", line)]
            if len(shares) == 3:
                found += 1
                assert round(sum(shares), 1) == 100.0
    assert found > 20
