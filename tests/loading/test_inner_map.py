"""Where in a file each character of a text is written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.loading.inner_map import NoInnerMap, inner_map
from reader.loading.scalars import Scalar, read_scalars

_SAMPLES = {
    "literal": "a: |\n  今天,雪\n\n  冰\nb: 1\n",
    "literal, kept": "a: |+\n  今天,\n\n\nb: 2\n",
    "literal, stripped": "a: |-\n  今天,\n\n  雪,",
    "literal, indented by number": "a: |2\n    今天,雪\n   c\n  d\nb: 1\n",
    "literal, before a comment": "a: |  # why\n  今天,\n # less\nb: 2\n",
    "folded": "a: >\n  今天,雪\n  z,w\n\n  p,q\n    deeper,\n  r\n",
    "folded, stripped": "a: >-\n\n  x\n\n\n  y,z\n",
    "plain": "a: 今天,雪\nb: 3\n",
    "plain over lines": "a: x,y\n  z,w\n\n  v\nb: 3\n",
    "single": "a: 'it''s,\n\n  y, z'\n",
    "double": 'a: "x,\\u4e00,\n  y,\\\n   z,\n\n\n  w\\t\\"\\x41"\n',
    "in a flow list": "a: [今天, \"雪,\", '冰,']\n",
}


@pytest.mark.parametrize("name", _SAMPLES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_style_is_traced_with_every_line_end(name: str, line_end: str) -> None:
    text = _SAMPLES[name].replace("\n", line_end)
    for scalar in read_scalars(text).texts.values():
        places = inner_map(text, scalar)
        for character, start, end in zip(scalar.value, places.starts, places.ends, strict=True):
            written = text[start:end]
            assert character in (" ", "\n") or written == character or written[0] in "\\'"


_WORDS = st.text(st.sampled_from("今天,:#'\"\\ -a\t"), min_size=1, max_size=20).filter(str.strip)


@given(st.lists(_WORDS, min_size=1, max_size=5), st.sampled_from("|>'\"") | st.none())
def test_what_the_emitter_writes_is_traced(lines: list[str], style: str | None) -> None:
    text = yaml.safe_dump({"a": "\n".join(lines), "b": lines[0]}, default_style=style, allow_unicode=True)
    for scalar in read_scalars(text).texts.values():
        assert len(inner_map(text, scalar).starts) == len(scalar.value)


def test_a_line_end_takes_the_indentation_behind_it_with_it() -> None:
    text = "a: |\n    雪\n    冰\n"
    places = inner_map(text, read_scalars(text).texts["a"])
    assert text[places.starts[1] : places.ends[1]] == "\n    "


def test_a_text_that_does_not_come_out_is_not_traced() -> None:
    with pytest.raises(NoInnerMap):
        inner_map("a: 雪\n", Scalar("a", "冰", "", 3, 4))
