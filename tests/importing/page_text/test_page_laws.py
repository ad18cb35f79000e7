"""What holds of every page, whatever is on it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importing.imported import Imported
from reader.importing.observation import CannotImport
from reader.importing.page_text.importer import PAGE_TEXT
from reader.importing.source import Source
from tests.importing.checked import WISHES, checked
from tests.importing.page_text.pages import fields_of, ink, read_page

_CHARACTERS = (
    "市民河湾今年十二月公园开放记者本报讯图为社区预警黄色启动自时起,。“”（）()!?:;-—…□■123 abcdeABC."
)
_WORDS = st.text(_CHARACTERS, min_size=1, max_size=40)
_NAMED = st.sampled_from(
    [
        "本报讯 记者林一舟 见习记者何川报道:河湾公园今起开放。",
        "□ 本报记者 林一舟",
        "大家都说好。(林一舟 何川)",
        "报言",
        "——河湾区让老街亮起来",
        "天气预警",
        "自2025年2月3日0时启动大风蓝色(Ⅳ级)预警,解除时间另行通知。",
        "2月3日,河湾市举行新春长跑。",
        "By Jane Doe",
        "The bridge will open in spring, the council said, and",
    ]
)
_LINE = st.one_of(_WORDS, _NAMED)
_BLOCK = st.tuples(
    st.sampled_from(["", "", "", "# ", "## ", "### "]), _LINE, st.sampled_from([1, 2, 2, 2, 3, 4])
)


def _page(blocks: list[tuple[str, str, int]]) -> str:
    return "".join(f"{mark}{line}{chr(10) * ends}" for mark, line, ends in blocks)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=14))
def test_every_character_of_a_page_is_in_a_field(blocks: list[tuple[str, str, int]]) -> None:
    page = "老街新灯\n\n" + _page(blocks)
    edition, _ = read_page("# 题\n\n□ 本报记者 林一舟\n\n正文在这里。\n\n" + page)
    got = ink("".join(fields_of(edition)))
    wanted = ink(("题□ 本报记者 林一舟正文在这里。" + page).replace("#", ""))
    assert wanted - got == ink("")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.just(""), _LINE, st.sampled_from([1, 2, 2, 2, 3, 4])), min_size=1, max_size=14))
def test_every_character_of_a_page_without_marks_is_in_a_field(blocks: list[tuple[str, str, int]]) -> None:
    page = _page(blocks)
    edition, _ = read_page("□ 本报记者 林一舟\n\n正文在这里。\n\n" + page)
    got = ink("".join(fields_of(edition)))
    assert ink("□ 本报记者 林一舟正文在这里。" + page) - got == ink("")


@settings(max_examples=100, deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=14))
def test_nothing_but_what_the_page_says_comes_in(blocks: list[tuple[str, str, int]]) -> None:
    page = "# 题\n\n□ 本报记者 林一舟\n\n正文在这里。\n\n" + _page(blocks)
    edition, _ = read_page(page)
    assert ink("".join(fields_of(edition))) - ink(page) == ink("")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_an_edition_or_refused_with_a_reason(data: bytes) -> None:
    for result in _results(data):
        if isinstance(result, CannotImport):
            told = result.observation
            assert told.what.zh
            assert told.advice.en
        else:
            assert isinstance(result, Imported)
            checked(result)


def _results(data: bytes) -> list[object]:
    """Return what comes of these bytes, a refusal among it."""
    try:
        return list(PAGE_TEXT.read(Source(path=None, given=data), WISHES))
    except CannotImport as refused:
        return [refused]


@settings(max_examples=60, deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=10), st.sampled_from(["\r\n", "\r", "\u2028", "\f"]))
def test_line_ends_of_every_system_read_alike(blocks: list[tuple[str, str, int]], end: str) -> None:
    page = "# 题\n\n" + _page(blocks)
    assert read_page(page)[0] == read_page(page.replace("\n", end))[0]
