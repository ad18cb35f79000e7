from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.article import Article
from reader.reading.contents import contents
from reader.reading.keeping import copy_of, kept_index, kept_place, kept_spot
from reader.reading.open_edition import OpenEdition
from reader.typesetting.copy import Copy
from tests.reading.papers import a_notice, an_article, an_edition_of

PARTS = [
    "井边的老槐树开了花。",
    "孩子们数着落下的花瓣。",
    "傍晚有人来浇水。",
    "渡口的船停在对岸。",
    "灯一盏一盏亮起来。",
]


def the_copy(*parts: str) -> Copy:
    edition = an_edition_of(an_article("a", body="\n\n".join(parts)))
    return copy_of(contents(edition)[0], edition)


def block_of(copy: Copy, text: str) -> int:
    return [piece.text for piece in copy.all()].index(text)


def kept(before: list[str], after: list[str], at: int, character: int = 0) -> tuple[str, int]:
    """Return the text and character where a reader of `before[at]` is in `after`."""
    old, new = the_copy(*before), the_copy(*after)
    block, spot = kept_spot(old, new, block_of(old, before[at]), character)
    piece = new.piece(block)
    assert piece is not None
    return piece.text, spot


def test_an_unchanged_article_keeps_the_place() -> None:
    assert kept(PARTS, PARTS, 2, 4) == (PARTS[2], 4)


def test_a_paragraph_put_in_before_moves_the_place_along() -> None:
    assert kept(PARTS, ["新的一段。", "又一段。", *PARTS], 2, 4) == (PARTS[2], 4)


def test_a_paragraph_taken_out_before_moves_the_place_back() -> None:
    assert kept(PARTS, PARTS[2:], 3, 4) == (PARTS[3], 4)


def test_a_corrected_paragraph_is_still_the_same_paragraph() -> None:
    corrected = "傍晚总有人来给它浇水。"
    assert kept(PARTS, ["新的一段。", *PARTS[:2], corrected, *PARTS[3:]], 2, 3) == (corrected, 3)


def test_the_character_is_cut_to_a_shorter_paragraph() -> None:
    assert kept(PARTS, [*PARTS[:2], "傍晚有人", *PARTS[3:]], 2, 7) == ("傍晚有人", 3)


def test_of_two_paragraphs_alike_the_nearer_is_meant() -> None:
    text, _ = kept(["同一句话。", *PARTS, "同一句话。"], ["同一句话。", "插入。", *PARTS, "同一句话。"], 6)
    assert text == "同一句话。"
    old, new = the_copy("甲。", *PARTS, "甲。"), the_copy("甲。", *PARTS, "插入。", "甲。")
    last = len(old.all()) - 1
    assert kept_spot(old, new, last, 0)[0] == len(new.all()) - 1


def test_where_nothing_is_alike_the_block_with_that_number_is_as_good_as_any() -> None:
    old, new = the_copy(*PARTS), the_copy("ABC def", "GHI jkl", "MNO pqr")
    block = block_of(old, PARTS[1])
    assert kept_spot(old, new, block, 0)[0] == block
    assert kept_spot(old, new, len(old.all()) - 1, 0)[0] == len(new.all()) - 1


def test_a_place_beyond_the_old_text_begins_again() -> None:
    assert kept_spot(the_copy(*PARTS), the_copy(*PARTS), 99, 5) == (0, 0)


@given(st.lists(st.sampled_from(PARTS), max_size=8), st.lists(st.sampled_from(PARTS), max_size=8), st.data())
@settings(max_examples=60)
def test_the_kept_spot_is_always_in_the_new_text(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    old, new = the_copy(*before), the_copy(*after)
    at = data.draw(st.integers(0, len(old.all()) - 1))
    piece = old.piece(at)
    assert piece is not None
    block, character = kept_spot(old, new, at, data.draw(st.integers(0, len(piece.text))))
    found = new.piece(block)
    assert found is not None
    assert 0 <= character <= max(len(found.text) - 1, 0)
    if any(other.text == piece.text for other in new.all()):
        assert found.text == piece.text


def test_a_long_article_is_searched_from_the_place_outwards() -> None:
    parts = [f"第{number}段，渡口无事。" for number in range(3_000)]
    assert kept(parts, ["新的开头。", *parts], 2_500, 2) == (parts[2_500], 2)


def titled(*names: str, own: bool = False) -> tuple[Article, ...]:
    return tuple(
        an_article(name if own else f"p01-a{at:02d}", headline=name, has_own_id=own)
        for at, name in enumerate(names, 1)
    )


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize(
    ("before", "after", "at", "becomes"),
    [
        ("abc", "abc", 1, "b"),
        ("abc", "xabc", 1, "b"),
        ("abc", "bc", 1, "b"),
        ("abc", "cba", 0, "a"),
        ("abc", "ac", 1, "c"),
        ("abc", "ab", 2, "b"),
        ("abc", "xyz", 1, "y"),
        ("abc", "x", 2, "x"),
    ],
)
def test_an_article_is_found_again(own: bool, before: str, after: str, at: int, becomes: str) -> None:
    old, new = (
        contents(an_edition_of(*titled(*before, own=own))),
        contents(an_edition_of(*titled(*after, own=own))),
    )
    assert new[kept_index(old, at, new)].title == becomes


def test_an_article_with_a_new_headline_is_known_by_its_id() -> None:
    old = contents(an_edition_of(*titled("甲", "乙", "丙")))
    new = contents(an_edition_of(*titled("甲", "改过的题", "丙")))
    assert kept_index(old, 1, new) == 1


def test_an_article_given_an_id_is_known_by_its_headline() -> None:
    old = contents(an_edition_of(*titled("甲", "乙")))
    new = contents(an_edition_of(*titled("新", "甲", "乙", own=True)))
    assert new[kept_index(old, 1, new)].title == "乙"


def test_an_article_and_a_notice_of_the_same_title_are_not_mixed_up() -> None:
    old = contents(an_edition_of(*titled("大雾"), notices=(a_notice("fog", event="大雾"),)))
    new = contents(an_edition_of(*titled("头条", "大雾"), notices=(a_notice("mist", event="大雾"),)))
    assert new[kept_index(old, 1, new)].is_notice
    assert not new[kept_index(old, 0, new)].is_notice


def test_a_notices_place_is_kept_as_an_articles_is() -> None:
    old = OpenEdition(an_edition_of(notices=(a_notice("fog", text="\n\n".join(PARTS)),)))
    new = OpenEdition(
        an_edition_of(notices=(a_notice("ice"), a_notice("fog", text="\n\n".join(["补充。", *PARTS]))))
    )
    block = block_of(copy_of(old.items[0], old.edition), PARTS[2])
    index, (kept_block, character) = kept_place(old, 0, (block, 3), new)
    assert index == 1
    assert character == 3
    assert kept_block == block_of(copy_of(new.items[1], new.edition), PARTS[2])
