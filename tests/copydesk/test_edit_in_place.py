"""A paragraph taken out, written otherwise and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.copydesk.edit_in_place import EditRefused, Excerpt, change_of, edited, excerpt
from reader.copydesk.examine import Located
from reader.copydesk.manuscript import Manuscript
from reader.loading.problem import EditionError
from reader.proofreading.finding import Change
from tests.copydesk.desk import FAULTY, a_manuscript, examined
from tests.copydesk.sittings import STYLES

_ARTICLE = "sections[0].articles[0]"


def at(words: str, text: str = FAULTY) -> tuple[Manuscript, Located]:
    """Return the manuscript, and the finding right behind these words."""
    found = examined(text, rules=("T-WIDTH",))
    one = next(one for one in found.findings if found.manuscript.text[: one.place.start].endswith(words))
    return found.manuscript, one


def test_of_a_body_the_paragraph_is_taken() -> None:
    taken = excerpt(*at("10时后只许行人过桥"))
    assert taken.words == "夜里10时后只许行人过桥;白天双向通行。"
    assert taken.words[taken.cursor] == ";"


def test_a_paragraph_of_two_lines_is_taken_whole() -> None:
    assert excerpt(*at("重新通车")).words == "老桥昨天重新通车,桥面换了新板,\n栏杆刷了三遍漆。"


def test_of_a_field_all_is_taken() -> None:
    assert excerpt(*at("图书馆延长开放")).words == "图书馆延长开放(试行)"


def test_what_lies_in_no_text_is_not_taken() -> None:
    manuscript, one = at("重新通车")
    with pytest.raises(EditRefused, match="not in a text"):
        excerpt(manuscript, one._replace(finding=None))


def test_a_text_with_what_cannot_be_seen_is_not_taken() -> None:
    with pytest.raises(EditRefused, match="cannot be seen"):
        excerpt(*at("\\e重开", FAULTY.replace("老桥重开,车流如织", '"老桥\\e重开,车流如织"')))


def test_a_folded_text_is_taken_where_it_can_be_traced() -> None:
    manuscript, one = at("林一舟", STYLES.replace("(林一舟)", "林一舟,冯小满"))
    assert excerpt(manuscript, one).words == "林一舟,冯小满"


TAKEN = Excerpt("f", 10, 15, "甲乙丙丁戊", 0)


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("甲乙丙丁戊", None),
        ("甲乙己丁戊", Change("f", 12, 13, "己")),
        ("甲乙丁戊", Change("f", 12, 13, "")),
        ("甲乙丙丙丁戊", Change("f", 13, 13, "丙")),
        ("", Change("f", 10, 15, "")),
        ("甲甲乙丙丁戊戊", Change("f", 11, 14, "甲乙丙丁戊")),
    ],
)
def test_the_change_is_no_larger_than_it_has_to_be(words: str, change: Change | None) -> None:
    assert change_of(TAKEN, words) == change


@pytest.mark.parametrize(
    ("words", "of", "written"),
    [
        ("要闻", "要闻：综合", "'要闻：综合'"),
        ("早班", "□ 记者'林一舟'报道：早班", "'□ 记者''林一舟''报道：早班'"),
        ("开了", '——桥头\u3000"开了"', '"——桥头\\u3000\\"开了\\""'),
        ("重新通车", "老桥昨天通车了。", "          老桥昨天通车了。\n"),
        ("人群", "人群: 早上", None),
        ("从下周起", "  从下周起，每晚开。", "            从下周起，每晚开。\n"),
    ],
)
def test_other_words_are_written_in_the_style_of_their_text(words: str, of: str, written: str | None) -> None:
    manuscript = a_manuscript(STYLES)
    field, scalar = next(
        (path, scalar) for path, scalar in manuscript.scalars.texts.items() if words in scalar.value
    )
    end = len(scalar.value.split("\n")[0])
    change = change_of(Excerpt(field, 0, end, scalar.value[:end], 0), of)
    assert change is not None
    if written is None:
        with pytest.raises(EditRefused, match="YAML would read something else"):
            edited(manuscript, change)
        return
    changed = edited(manuscript, change)
    assert written in changed.text
    assert changed.scalars.texts[field].value == of + scalar.value[end:]
    others = {path: one.value for path, one in changed.scalars.texts.items() if path != field}
    assert others == {path: one.value for path, one in manuscript.scalars.texts.items() if path != field}


def test_a_line_end_is_written_into_a_block_only() -> None:
    manuscript = a_manuscript()
    body = edited(manuscript, Change(f"{_ARTICLE}.body", 9, 9, "\n"))
    assert "老桥昨天重新通车,\n          桥面换了新板,\n" in body.text
    with pytest.raises(EditRefused, match="cannot have another line"):
        edited(manuscript, Change(f"{_ARTICLE}.byline", 3, 3, "\n"))


def test_a_control_character_is_refused_as_such() -> None:
    with pytest.raises(EditRefused, match="control characters"):
        edited(a_manuscript(), Change(f"{_ARTICLE}.body", 3, 3, "\x07"))


def test_what_would_be_no_edition_is_refused_with_the_problem() -> None:
    manuscript = a_manuscript(FAULTY.replace("headline: 老桥重开,车流如织", "headline: '老桥重开,车流如织'"))
    with pytest.raises(EditRefused, match="headline"):
        edited(manuscript, Change(f"{_ARTICLE}.headline", 0, 9, ""))


def test_a_character_the_encoding_lacks_is_refused() -> None:
    manuscript = Manuscript(Path("a.yaml"), FAULTY.encode("gb2312"), encoding="gb2312")
    with pytest.raises(EditRefused, match="encoding"):
        edited(manuscript, Change(f"{_ARTICLE}.body", 0, 2, "喆"))


def test_the_sample_is_read_all_the_same() -> None:
    assert isinstance(a_manuscript(STYLES).problems, tuple)
    with pytest.raises(EditionError):
        a_manuscript("no: edition\n")
