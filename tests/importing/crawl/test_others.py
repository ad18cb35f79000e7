from __future__ import annotations

import pytest

from reader.importing.crawl.others import is_of_others


@pytest.mark.parametrize(
    ("head", "is_others"),
    [
        ('{"uri": "urn:1", "body_text": "桥"}', True),
        ('{"standard": "http://iptc.org/std/ninjs/"}', True),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', True),
        ('\ufeff {"format": 1, "paper": "河湾日报"}', True),
        ('{"title": "桥", "content": "桥修好了", "format": 1}', False),
        ('[{"标题": "桥", "正文": "format: 1"}]', False),
    ],
)
def test_json_of_other_standards_is_known_by_its_keys(head: str, is_others: bool) -> None:
    assert is_of_others(head.encode()) is is_others
