from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.edition.article import Article
from reader.importing.wire.filling import filled

OWN = Article(id="", headline="大桥通车", byline="林一舟", summary="大桥通了。", dateline="河湾")


def test_what_is_not_said_is_filled_and_the_longer_of_two_alike_is_taken() -> None:
    more = Article(id="", deck="三年", byline="本报记者 林一舟", summary="大桥", authors=("林一舟",))
    found, told = filled(OWN, more, "f", "1:1")
    assert (found.deck, found.byline, found.summary) == ("三年", "本报记者 林一舟", "大桥通了。")
    assert found.authors == ("林一舟",)
    assert told == ()


def test_what_is_said_otherwise_is_joined_or_told() -> None:
    more = Article(id="", headline="大桥", dateline="临江", summary="市民上桥。")
    found, told = filled(OWN, more, "f", "1:1")
    assert (found.headline, found.dateline, found.summary) == ("大桥通车", "河湾", "大桥通了。 市民上桥。")
    assert [each.render("en").count("大桥") + each.render("en").count("临江") for each in told] == [1, 1]


TEXTS = st.one_of(st.none(), st.sampled_from(["甲", "甲乙", "丙", "A", "a.", "!"]))


@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS))
def test_no_words_are_lost_without_a_word(texts: tuple[str | None, ...]) -> None:
    own = Article(id="", headline=texts[0], signoff=texts[1], column=texts[2])
    more = Article(id="", headline=texts[3], signoff=texts[4], column=texts[5])
    found, told = filled(own, more, "f", "")
    said = [found.headline, found.signoff, found.column, *(each.what.en for each in told)]
    kept = " ".join(filter(None, said)).casefold()
    assert all(text.strip("!.").casefold() in kept for text in texts if text)
