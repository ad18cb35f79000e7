from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.crawl.entry_body import EntryBody, entry_body, is_markup, pictures_in, plain_text

ONE, TWO = "清晨六点，渡口开了。", "“船来了。”船工老陈说。"


def paragraphs(value: Any) -> tuple[str, ...]:
    body = entry_body({"content": value})
    assert body.parts is not None
    return body.parts.paragraphs


@pytest.mark.parametrize(
    "value",
    [
        f"{ONE}\n{TWO}",
        f"　　{ONE}\r\n　　{TWO}\r\n",
        f"　　{ONE}　　{TWO}",
        f"{ONE}\n\n\n{TWO}",
        [ONE, TWO],
        [f"　　{ONE}", "", TWO],
        [{"type": "text", "content": ONE}, {"type": "text", "text": TWO}],
        [[ONE], [TWO]],
        {"text": f"{ONE}\n{TWO}"},
        {"1": ONE, "2": TWO},
    ],
)
def test_paragraphs_are_read_from_every_shape(value: Any) -> None:
    assert paragraphs(value) == (ONE, TWO)


def test_a_short_first_line_is_text_for_the_headline_has_a_key() -> None:
    assert paragraphs(f"船与人\n{ONE}") == ("船与人", ONE)


def test_markup_is_read_as_html() -> None:
    body = entry_body({"html": f"<p>　　{ONE}</p><p>“船<b>来</b>了。”</p><ul><li>船</li></ul>"})
    assert body.parts is None
    assert body.body == f"{ONE}\n\n“船来了。”\n\n- 船"
    assert body.first == ONE


def test_scripts_never_pass() -> None:
    body = entry_body({"content": f"<p>{ONE}</p><script>alert(1)</script>"})
    assert body.body == ONE


def test_pictures_in_markup_keep_their_places() -> None:
    body = entry_body({"content": f'<p>{ONE}</p><img src="http://localhost/1.jpg" alt="渡口">'})
    assert [(photo.id, photo.file, photo.alt) for photo in body.photos] == [("f1", None, "渡口")]
    assert "![f1]" in body.body


def test_paragraphs_of_a_list_may_hold_markup() -> None:
    assert entry_body({"content": ["船<b>来</b>了。", TWO]}).body == f"船来了。\n\n{TWO}"


def test_of_texts_that_say_the_same_one_is_taken() -> None:
    body = entry_body({"content": [ONE, TWO], "content_text": f"{ONE}{TWO}"})
    assert body.parts is not None
    assert (body.parts.paragraphs, body.left) == ((ONE, TWO), ())


def test_a_text_that_says_something_else_is_kept_by_its_key() -> None:
    body = entry_body({"content": f"{ONE}\n{TWO}", "text": "别的。", "html": "<p>再一句。</p>"})
    assert body.others == (("text", "别的。"), ("html", "再一句。"))
    assert body.left == ()


def test_another_text_with_pictures_of_its_own_is_left() -> None:
    body = entry_body({"content": f"{ONE}\n{TWO}", "html": '<p>别的。<img src="1.jpg" alt="渡口"></p>'})
    assert (body.others, body.left) == ((), ("html",))


def test_pictures_among_the_parts_of_a_text_are_no_words_of_it() -> None:
    picture = {"type": "image", "caption": "渡口", "src": "1.jpg"}
    parts = [{"type": "text", "text": ONE}, picture, [{"kind": "IMG", "desc": "桥"}], {"type": "p", "x": TWO}]
    assert paragraphs(parts) == (ONE, TWO)
    assert pictures_in({"content": parts}) == [picture, {"kind": "IMG", "desc": "桥"}]
    assert pictures_in("image") == []


def test_nothing_is_nothing() -> None:
    assert entry_body({}) == EntryBody()
    assert entry_body({}).first == ""
    assert paragraphs({"type": None}) == ()


@pytest.mark.parametrize("text", ["<p>x</p>", "a<br>b", "x&nbsp;y", "x&#8212;y", "<DIV class='a'>"])
def test_markup_is_known(text: str) -> None:
    assert is_markup(text)


@pytest.mark.parametrize("text", ["", "1 < 2", "a <渡口> b", "R&D；", "<<河湾>>", "if a<b and c>d"])
def test_other_texts_are_no_markup(text: str) -> None:
    assert not is_markup(text)


@pytest.mark.parametrize(
    ("value", "text"), [(3, "3"), (1.5, "1.5"), (True, ""), (None, ""), (10**400, ""), ([1, "a"], "1\na")]
)
def test_values_that_are_no_text(value: Any, text: str) -> None:
    assert plain_text(value) == text


@given(st.lists(st.text("渡口桥。—　 \n\t\\-#>|1.~", max_size=20), max_size=5), st.booleans())
def test_no_character_of_a_text_is_lost(lines: list[str], is_list: bool) -> None:
    said = "".join(paragraphs(lines if is_list else "\n".join(lines)))
    assert sorted("".join(said.split())) == sorted("".join("".join(lines).split()))
