"""The outline of an edition's file."""

from __future__ import annotations

from collections.abc import Iterator

from reader.copydesk.outline import Heading, Sort, outline
from tests.copydesk.desk import a_manuscript

TEXT = """\
format: 1
paper: 河湾晨报
date: 2024-12-23
notices:
  - id: fog-1
    event: 大雾
    headline: 大雾黄色预警
    issuer: 河湾气象台
    effective: 2024-12-23T06:00
    expires: until-lifted
  - id: ice-1
    event: 道路结冰
    effective: 2024-12-23T06:00
    expires: 2024-12-23T24:00
sections:
  - name: 要闻
    page: "01"
    articles:
      - kicker: 修桥铺路记
        headline: '老桥重开'
        byline: □ 本报记者 林一舟
        body: |
          老桥昨天重新通车。

          ### 车流怎么走

          白天双向通行。

          ### 夜里怎么走
          只许行人过桥。

      - slug: 桥灯
        body: |
          桥灯每晚六点亮。
  - name: 城事
    articles:
      - {headline: 图书馆, body: 每晚开到9点。}
...
"""


def tree(headings: tuple[Heading, ...]) -> list[object]:
    return [(one.sort.value, one.title, *tree(one.below)) for one in headings]


def everything(headings: tuple[Heading, ...]) -> Iterator[Heading]:
    for one in headings:
        yield one
        yield from everything(one.below)


def test_notices_sections_articles_and_subheads_are_a_tree() -> None:
    assert tree(outline(a_manuscript(TEXT))) == [
        ("notice", "大雾黄色预警"),
        ("notice", "道路结冰"),
        (
            "section",
            "要闻",
            ("article", "老桥重开", ("subhead", "车流怎么走"), ("subhead", "夜里怎么走")),
            ("article", a_manuscript(TEXT).loaded.edition.sections[0].articles[1].title),
        ),
        ("section", "城事", ("article", "图书馆")),
    ]


def test_what_is_known_besides_is_their_detail() -> None:
    details = {one.title: one.detail for one in everything(outline(a_manuscript(TEXT)))}
    assert details["大雾黄色预警"] == "河湾气象台"
    assert (details["要闻"], details["城事"]) == ("01", "")
    assert details["老桥重开"] == "□ 本报记者 林一舟"


def test_a_part_reaches_from_its_first_key_to_its_last_text() -> None:
    found = {one.title: TEXT[one.start : one.end] for one in everything(outline(a_manuscript(TEXT)))}
    assert found["老桥重开"].startswith("kicker: 修桥铺路记")
    assert found["老桥重开"].endswith("只许行人过桥。")
    assert found["要闻"].endswith("桥灯每晚六点亮。")
    assert found["道路结冰"].endswith("2024-12-23T24:00")
    assert found["车流怎么走"] == "车流怎么走\n\n          白天双向通行。"
    assert found["夜里怎么走"] == "夜里怎么走\n          只许行人过桥。"


def test_a_title_is_chosen_where_it_is_written() -> None:
    found = {
        one.title: TEXT[one.title_start : one.title_end] for one in everything(outline(a_manuscript(TEXT)))
    }
    assert found["大雾黄色预警"] == "大雾黄色预警"
    assert found["道路结冰"] == "道路结冰"
    assert found["老桥重开"] == "'老桥重开'"
    assert found["图书馆"] == "图书馆"
    assert found["车流怎么走"] == "车流怎么走"


def test_every_part_lies_in_the_part_above_it_and_holds_its_title() -> None:
    def check(one: Heading) -> None:
        assert one.start <= one.title_start <= one.title_end <= one.end
        for below in one.below:
            assert one.start <= below.start <= below.end <= one.end
            check(below)

    for heading in outline(a_manuscript(TEXT)):
        check(heading)


def test_line_ends_do_not_change_the_outline() -> None:
    lines = TEXT.replace("\n", "\r\n")
    assert tree(outline(a_manuscript(lines))) == tree(outline(a_manuscript(TEXT)))
    found = {one.title: lines[one.start : one.end] for one in everything(outline(a_manuscript(lines)))}
    assert found["夜里怎么走"] == "夜里怎么走\r\n          只许行人过桥。"


def test_the_parts_come_in_file_order() -> None:
    start, end = TEXT.index("notices:"), TEXT.index("sections:")
    text = TEXT[:start] + TEXT[end:].removesuffix("...\n") + TEXT[start:end] + "...\n"
    sorts = [one.sort for one in outline(a_manuscript(text))]
    assert sorts == [Sort.SECTION, Sort.SECTION, Sort.NOTICE, Sort.NOTICE]
