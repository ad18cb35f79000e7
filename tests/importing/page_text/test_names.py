"""The names of people, as bylines and signatures print them."""

from __future__ import annotations

import pytest

from reader.importing.page_text.names import are_names, are_staff, is_person, reporters


@pytest.mark.parametrize("name", ["林一舟", "何川", "欧阳小满", "司马云", "阿依古丽·林"])
def test_a_name_is_one(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("words", ["渡口", "的士", "林", "林一舟同志", "Jane", ""])
def test_other_words_are_none(words: str) -> None:
    assert not is_person(words)


@pytest.mark.parametrize(
    "words", ["林一舟", "林一舟 何川", "林一舟、何川", "林一舟　何 川", "Jane Doe", "J. R. Doe"]
)
def test_several_are_names_whatever_parts_them(words: str) -> None:
    assert are_names(words, is_strict=True)


@pytest.mark.parametrize("words", ["渡口 晨景", "渡口", "THE END", "Jane", "说民情 办实事"])
def test_words_are_no_names(words: str) -> None:
    assert not are_names(words, is_strict=True)


@pytest.mark.parametrize("words", ["记者 林一舟", "本报记者林一舟 通讯员何川", "通讯员：某人"])
def test_a_role_and_names_are_staff(words: str) -> None:
    assert are_staff(words)


@pytest.mark.parametrize("words", ["记者节快到了", "编辑部", "林一舟"])
def test_a_role_and_other_words_are_not(words: str) -> None:
    assert not are_staff(words)


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("本报讯 记者林一舟报道:", ("林一舟",)),
        ("本报讯 记者林一舟 何川 见习记者施云报道：", ("林一舟", "何川", "施云")),
        ("本报讯(记者 林一舟 通讯员 何川)", ("林一舟", "何川")),
        ("本报河湾2月3日讯（记者林一舟）", ("林一舟",)),
        ("本報訊（記者 林一舟）", ("林一舟",)),
        ("记者林一舟报道：", ("林一舟",)),
        ("记者林一舟和林一舟报道：", ("林一舟",)),
        ("本报讯 河湾市今天说,记者报道很多。", ()),
        ("河湾市的记者林一舟报道了渡口。", ()),
        ("", ()),
    ],
)
def test_the_reporters_of_an_opening_are_named_once_each(opening: str, names: tuple[str, ...]) -> None:
    assert reporters(opening) == names
