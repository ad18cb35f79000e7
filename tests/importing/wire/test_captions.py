from __future__ import annotations

from reader.importing.wire.captions import caption_of


def test_what_stands_over_a_caption_opens_it_unless_it_says_the_same() -> None:
    assert caption_of("大桥今天通车。", "桥上", "河湾") == "桥上 河湾 大桥今天通车。"
    assert caption_of("大桥今天通车。", "大桥今天通车", None) == "大桥今天通车。"
    assert caption_of(None, "桥上") == "桥上"
    assert caption_of(None, None, "") is None
