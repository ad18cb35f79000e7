from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from tests.loading.bad_files import HEAD, TAIL

HERE = Path("made.yaml")


def notices(ends: dict[str, tuple[list[str], list[str]]]) -> str:
    """Return an edition of notices: by id, what each supersedes and cancels."""
    text = HEAD + "notices:\n"
    for name, (supersedes, cancels) in ends.items():
        text += (
            f"  - id: {name}\n    event: 大风\n    effective: 2025-03-04T08:00\n    expires: until-lifted\n"
        )
        text += f"    supersedes: [{', '.join(supersedes)}]\n    cancels: [{', '.join(cancels)}]\n"
    return text + TAIL


def errors(text: str) -> list[str]:
    """Return what is wrong with an edition, in English."""
    try:
        read_edition(text.encode(), HERE)
    except EditionError as error:
        return error.render("en").split("\n")
    return []


def article(fields: str, more: str = "") -> str:
    """Return an edition of one article with these fields, and more articles after it."""
    return HEAD + TAIL.replace("...", f"        {fields}\n{more}...")


def warnings(text: str) -> list[str]:
    return [warning.render(HERE, "en") for warning in read_edition(text.encode(), HERE).warnings]


def test_notices_that_follow_each_other_are_fine() -> None:
    assert (
        errors(notices({"a": ([], []), "b": (["a"], []), "c": (["a", "b"], ["b"]), "d": ([], ["c"])})) == []
    )


def test_notices_may_end_what_other_editions_printed() -> None:
    assert errors(notices({"a": (["before"], ["long-before"])})) == []


@pytest.mark.parametrize(
    ("ends", "circle"),
    [
        ({"a": (["a"], [])}, "a → a"),
        ({"a": (["b"], []), "b": ([], ["a"])}, "a → b → a"),
        ({"a": (["b"], []), "b": (["c"], []), "c": (["a"], [])}, "a → b → c → a"),
        ({"x": (["a"], []), "a": (["b"], []), "b": (["a"], [])}, "a → b → a"),
    ],
)
def test_notices_that_end_each_other_are_told_once(
    ends: dict[str, tuple[list[str], list[str]]], circle: str
) -> None:
    (error,) = errors(notices(ends))
    assert f"notices end each other: {circle};" in error


def test_a_circle_is_told_where_it_closes_with_every_line() -> None:
    (error,) = errors(notices({"a": (["b"], []), "b": ([], ["a"])}))
    assert error.startswith("made.yaml:16:14: ")
    assert error.endswith("lines 5, 11")


def test_a_long_chain_of_notices_is_walked_without_recursion() -> None:
    chain: dict[str, tuple[list[str], list[str]]] = {"n0": ([], [])}
    chain |= {f"n{number}": ([f"n{number - 1}"], []) for number in range(1, 3000)}
    assert errors(notices(chain)) == []


@given(
    st.dictionaries(
        st.sampled_from("abcde"),
        st.tuples(
            st.lists(st.sampled_from("abcde"), max_size=2), st.lists(st.sampled_from("abcde"), max_size=2)
        ),
        min_size=1,
    )
)
@settings(max_examples=100, deadline=None)
def test_there_is_a_circle_exactly_when_the_notices_cannot_be_put_in_order(
    ends: dict[str, tuple[list[str], list[str]]],
) -> None:
    left = {name: {*first, *second} & ends.keys() for name, (first, second) in ends.items()}
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    assert bool(errors(notices(ends))) == bool(left)


@pytest.mark.parametrize(
    "end", ["2025-03-04T00:00Z", "2025-03-04T09:00+09:00", "2025-03-04T08:00", "2025-03-03T24:00"]
)
def test_a_notice_ends_after_it_begins_whatever_the_offsets(end: str) -> None:
    (error,) = errors(notices({"a": ([], [])}).replace("until-lifted", end))
    assert "ends before or as it takes effect" in error


@pytest.mark.parametrize("end", ["2025-03-04T00:01Z", "2025-03-04T24:00", "2025-03-05T00:00+14:00"])
def test_a_notice_may_end_any_time_later(end: str) -> None:
    assert errors(notices({"a": ([], [])}).replace("until-lifted", end)) == []


@pytest.mark.parametrize(
    "target", ["p01-a01", "2025-03-04/p01-a01", "2025-03-03/anything", "2025-03-04/kai", "kai"]
)
def test_a_jump_may_lead_to_any_article_that_may_be_there(target: str) -> None:
    more = "      - headline: 二\n        id: kai\n"
    assert warnings(article(f"jump_to: {{page: 2, article: {target}}}", more)) == []


def test_a_jump_to_no_article_names_the_nearest() -> None:
    more = "      - headline: 二\n        id: reading\n"
    (warning,) = warnings(article("jump_from: {page: 2, article: readnig}", more))
    assert "no article “readnig”; did you mean reading?" in warning


def test_photos_of_different_articles_may_share_an_id() -> None:
    photos = "photos: [{id: a}]\n        body: '![a]'"
    more = "      - headline: 二\n        " + photos + "\n"
    assert errors(article(photos, more)) == []


def test_a_photo_nearly_named_is_told() -> None:
    (error,) = errors(article("body: '![rivr]'\n        photos: [{id: river}]"))
    assert "did you mean river?" in error


def test_what_looks_like_a_photo_inside_a_line_is_text() -> None:
    assert errors(article("body: '见 ![b]，或 ![c]'")) == []


@pytest.mark.parametrize("name", ["headline", "lunar", "p01-a01", "kai", "kai.deck", "wind", "articles"])
def test_keys_and_ids_can_be_inferred(name: str) -> None:
    more = "      - headline: 二\n        id: kai\n"
    text = notices({"wind": ([], [])}).replace("...", more + "...")
    assert warnings(text.replace("notices:", f"inferred: [{name}]\nnotices:")) == []


def test_a_thousand_jumps_that_lead_nowhere_are_told_without_end_of_time() -> None:
    more = "".join(
        f"      - slug: s\n        jump_to: {{page: 1, article: no-{number}}}\n" for number in range(1000)
    )
    assert len(warnings(article("deck: 副", more))) == 500
