from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.bylines import is_byline, is_signoff, names_at_head, names_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 本报记者 林一舟", ("林一舟",)),
        ("□林一舟", ("林一舟",)),
        ("●林　舟", ("林舟",)),
        ("本报记者　林一舟　周小禾", ("林一舟", "周小禾")),
        ("本报记者林一舟", ("林一舟",)),
        ("本报驻河湾记者　林一舟", ("林一舟",)),
        ("见习记者 林一舟 通讯员 周小禾", ("林一舟", "周小禾")),
        ("作者：林一舟", ("林一舟",)),
        ("林一舟/文", ("林一舟",)),
        ("图／周小禾", ("周小禾",)),
        ("By Jane Doe", ("Jane Doe",)),
        ("本报评论员", ()),
    ],
)
def test_a_line_that_says_who_wrote_is_known_with_its_names(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "记者节快乐",
        "■ 聚焦河湾发展",
        "本报讯",
        "林一舟",
        "本报记者林一舟报道：今天",
        "记者　林一舟说，桥修好了。",
        "By the river",
        "",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("本报河湾2月28日电　（记者林一舟、周小禾）清晨六点，渡口开了。", ("林一舟", "周小禾")),
        ("本报讯 记者林一舟 见习记者周小禾报道:渡口开了。", ("林一舟", "周小禾")),
        ("新华社河湾3月1日电（记者 林一舟）渡口开了。", ("林一舟",)),
        ("本报讯（通讯员 欧阳小禾）渡口开了。", ("欧阳小禾",)),
        ("渡口开了。（记者林一舟）后来又关了。", ()),
        ("记者看到，渡口开了。", ()),
        ("", ()),
    ],
)
def test_names_at_the_head_of_the_text_are_copied(paragraph: str, names: tuple[str, ...]) -> None:
    assert names_at_head(paragraph) == names


@pytest.mark.parametrize(
    "paragraph",
    [
        "（林一舟）",
        "(林一舟 周小禾)",
        "（本报记者林一舟采写）",
        "（作者为河湾大学教授）",
        "（据新华社河湾电）",
    ],
)
def test_a_last_line_in_brackets_that_signs_is_a_signoff(paragraph: str) -> None:
    assert is_signoff(paragraph)


@pytest.mark.parametrize(
    "paragraph", ["（下转第二版）", "（完）", "（全文完）", "（三）", "（待续）", "渡口（林一舟）", "林一舟"]
)
def test_other_last_lines_are_text(paragraph: str) -> None:
    assert not is_signoff(paragraph)


@given(st.text(max_size=80) | st.text("本报记者（）林一舟 　□/文：、。", max_size=60))
def test_no_line_is_too_odd_and_names_stand_in_it(line: str) -> None:
    is_byline(line)
    is_signoff(line)
    letters = {
        character for name in names_in(line) + names_at_head(line) for character in name if character != " "
    }
    assert letters <= set(line)
