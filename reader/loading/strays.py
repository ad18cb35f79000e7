"""Keys a record does not have: each told once, with the key that was most likely meant."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.loading.fields import RECORDS, Record
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.problem import ProblemList, shown
from reader.loading.slip import FULL_WIDTH_SPACE, full_width_colon, full_width_indent, full_width_key
from reader.loading.words import Mapping, Word


def tell_strays(node: Mapping, record: Record, problems: ProblemList) -> set[str]:
    """Tell every unknown key of a mapping; return the keys meant, of which nothing more need be said."""
    meant: set[str] = set()
    before: str | None = None
    for key, at in node.keys.items():
        if key in record.by_key or key not in node.nodes:
            before = key
            continue
        if key[:1] == FULL_WIDTH_SPACE:
            slip = full_width_indent(at)
            problems.error(slip.at, slip.what, slip.advice)
            meant.add(key.strip(" " + FULL_WIDTH_SPACE))
            # What this line was to stand under is empty only because of it.
            under = node.nodes.get(before) if before is not None else None
            if before is not None and type(under) is Word and not under.text:
                meant.add(before)
            continue
        if with_colon := full_width_key(key):
            slip = full_width_colon(at + key.index("："), with_colon)
            problems.error(slip.at, slip.what, slip.advice)
            meant.add(with_colon)
        elif near := _tell_stray(key, at, record, problems):
            meant.add(near)
        before = key
    return meant


def _tell_stray(key: str, at: int, record: Record, problems: ProblemList) -> str | None:
    what = Wording("{record}没有“{key}”这个键", "{record} has no key “{key}”")
    called = {field.key: field.called for field in record.fields}
    word = nearest(key, record.by_key, called)
    elsewhere = [other.name for other in RECORDS if key in other.by_key]
    if elsewhere:
        advice = Wording("它属于{other}", "it belongs to {other}").filled(other=elsewhere[0])
        if word is not None:
            meant = did_you_mean(word, advice)
            advice = Wording(f"{advice.zh}；{meant.zh}", f"{advice.en}; {meant.en}")
    else:
        advice = did_you_mean(word, Wording("删去它", "remove it"))
    problems.error(at, what.filled(record=record.name, key=shown(key)), advice)
    return word
