"""Manuscripts to try rules on, and what a rule finds in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.loading.fields import ARTICLE, EDITION
from reader.loading.load import read_edition
from reader.loading.scalars import read_scalars
from reader.proofreading.finding import Finding
from reader.proofreading.manual import settings_of
from reader.proofreading.proof import Proof, proof_of
from reader.proofreading.proofread import proofread
from reader.proofreading.rule import Language, Rule
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.stylebook import Stylebook, Value

ALL_ON = Stylebook(on=frozenset(BY_ID))
DATE = "2024-12-23"

_EDITION_KEYS = {field.key for field in EDITION.fields}
_ARTICLE_KEYS = {field.key for field in ARTICLE.fields}
_CHINESE = re.compile("[\u4e00-\u9fff]")


class Found(NamedTuple):
    """A finding with the words it is about and the words its fix would leave in their place."""

    finding: Finding
    words: str
    fixed: str | None


def edition_yaml(example: str, *, date: str = DATE, language: str | None = None) -> str:
    """Return an edition made of an example: keys of an edition, keys of an article, or a body's text."""
    example = example.strip("\n")
    key = re.match(r"(- )?(\w+):(\s|$)", example)
    if language is None:
        language = "zh-CN" if _CHINESE.search(example) else "en"
    chinese = language.startswith("zh")
    head = {"format": "1", "paper": "河湾晨报" if chinese else "The Terminal Daily"}
    head |= {"date": date, "language": language}
    if key and key[2] in _EDITION_KEYS:
        given = set(re.findall(r"^(\w+):", example, re.MULTILINE))
        lines = [f"{name}: {value}" for name, value in head.items() if name not in given]
        text = "\n".join([*lines, example])
        return text + ("\n" if "sections" in given else "\nsections: []\n") + "...\n"
    if not (key and key[2] in _ARTICLE_KEYS):
        example = "body: |\n" + _indented(example, 2)
    if not re.search(r"^(- )?(headline|slug):", example, re.MULTILINE):
        example = f"headline: {'今日要闻' if chinese else 'A headline'}\n" + example
    articles = re.split(r"^- ", example, flags=re.MULTILINE)  # several articles begin with a dash each
    written = "".join(
        _indented("- " + _indented(_aligned(article.rstrip("\n")), 2).lstrip(), 6)
        for article in articles
        if article.strip()
    )
    lines = [f"{name}: {value}" for name, value in head.items()]
    name = "要闻" if chinese else "News"
    return "\n".join([*lines, "sections:", f"  - name: {name}", "    articles:", written]) + "...\n"


def _aligned(article: str) -> str:
    """Return keys written below the dash's own, as YAML wants them, at the start of the line."""
    first, *others = article.split("\n")
    if any(re.match(r"  \w+:", line) for line in others) and all(
        line[:2].isspace() for line in others if line
    ):
        others = [line[2:] for line in others]
    return "\n".join([first, *others])


def _indented(text: str, width: int) -> str:
    lines = (" " * width + line if line else "" for line in text.split("\n"))
    return "\n".join(lines).rstrip(" ") + ("" if text.endswith("\n") else "\n")


def a_proof(text: str) -> Proof:
    """Return the proof of an edition's YAML."""
    loaded = read_edition(text.encode(), Path("edition.yaml"))
    texts = {path: scalar.value for path, scalar in read_scalars(text).texts.items()}
    return proof_of(loaded.edition, texts)


def findings(
    rule: str, example: str, *, date: str = DATE, language: str | None = None, **values: Value
) -> list[Found]:
    """Return what one rule finds in an example (`edition_yaml`), with options as the stylebook gives them."""
    return findings_in(a_proof(edition_yaml(example, date=date, language=language)), [BY_ID[rule]], **values)


def findings_in(proof: Proof, rules: Sequence[Rule] = RULES, **values: Value) -> list[Found]:
    """Return what these rules find in a proof, all of them on."""
    stylebook = Stylebook(on=frozenset(BY_ID), values=values)
    return [_found(proof, finding) for finding in proofread(proof, stylebook, rules)]


def words(rule: str, example: str, **more: Value) -> list[str]:
    """Return the words one rule's findings are about."""
    return [found.words for found in findings(rule, example, **more)]  # type: ignore[arg-type]


def fixes(rule: str, example: str, **more: Value) -> list[tuple[str, str | None]]:
    """Return the words one rule's findings are about, each with what its fix leaves there."""
    return [(found.words, found.fixed) for found in findings(rule, example, **more)]  # type: ignore[arg-type]


def _found(proof: Proof, finding: Finding) -> Found:
    spot = finding.spot
    text = proof.texts.get(spot.field, "")
    fixed: str | None = None
    if finding.changes:
        for change in finding.changes:
            assert change.field == spot.field
            assert spot.start <= change.start <= change.end <= spot.end, "a change outside its finding"
        parts, done = [], spot.start
        for change in sorted(finding.changes):
            parts += [text[done : change.start], change.text]
            done = change.end
        fixed = "".join([*parts, text[done : spot.end]])
    return Found(finding, text[spot.start : spot.end], fixed)


def example_values(rule: Rule) -> dict[str, Value]:
    """Return what the stylebook says in the examples of a rule's manual (its lines ``With:``)."""
    return tomllib.loads(settings_of(rule))


def language_of(rule: Rule, text: str) -> str:
    """Return the language of the edition an example stands in."""
    if rule.language is Language.LATIN:
        return "en"
    return "zh-CN" if rule.language is Language.CHINESE or _CHINESE.search(text) else "en"
