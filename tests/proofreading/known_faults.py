"""One fault put at a known place of a clean edition, what a rule finds of it, and the edition put right."""

from __future__ import annotations

from reader.loading.splice import Edit, splice
from reader.proofreading.finding import Finding
from reader.proofreading.passage import Passage, Role
from reader.proofreading.proof import Proof
from reader.proofreading.proofread import proofread
from reader.proofreading.rules import BY_ID
from reader.proofreading.stylebook import Stylebook
from tests.proofreading.manuscripts import a_proof


def put(text: str, field: str, start: int, end: int, words: str) -> str:
    """Return an edition's YAML with a stretch of one text changed and nothing else."""
    done = splice(text, [Edit(field, start, end, words)])
    assert not done.refused, field
    return done.text


def put_right(text: str, finding: Finding) -> str:
    """Return an edition's YAML with a finding's changes made."""
    done = splice(text, [Edit(*change) for change in finding.changes])
    assert done.made
    assert not done.refused
    return done.text


def found_by(rule: str, text: str) -> list[Finding]:
    """Return what a rule finds in an edition's YAML."""
    return list(proofread(a_proof(text), Stylebook(on=frozenset({rule})), [BY_ID[rule]]))


def paragraphs(proof: Proof, least: int = 60) -> list[Passage]:
    """Return the paragraphs of the articles that are at least this long."""
    passages = (passage for article in proof.articles for passage in article.body)
    return [one for one in passages if one.role is Role.PARAGRAPH and len(one.text) >= least]
