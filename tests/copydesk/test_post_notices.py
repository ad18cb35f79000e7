from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.copydesk.post_notices import NotPosted, Posted, post_notices
from reader.edition.edition import Edition
from reader.edition.notice import Level, Notice
from reader.loading.load import read_edition
from reader.loading.problem import EditionError

PATH = Path("today.yaml")
EDITIONS = Path(__file__).parents[2] / "editions"
CHINA = dt.timezone(dt.timedelta(hours=8))
RAIN = Notice(
    id="rain-1",
    event="暴雨",
    headline="河湾市气象台发布暴雨橙色预警",
    level=Level.ORANGE,
    effective=dt.datetime(2025, 3, 1, 8, tzinfo=CHINA),
    text="预计今天有大到暴雨。\n\n请注意：#1 线改道。",
    instruction="减少外出。",
)
WIND = Notice(
    id="wind-1",
    event="大风",
    effective=dt.datetime(2025, 3, 1, 9, tzinfo=CHINA),
    expires=dt.datetime(2025, 3, 2, tzinfo=CHINA),
    supersedes=("rain-1",),
)

HEAD = "format: 1\npaper: 河湾日报  # 报名\ndate: 2025-03-01\n"
SECTIONS = "# 正文从这里开始\nsections:\n  - name: 要闻\n    articles:\n      - headline: 老桥\n...\n"
FOG = (
    "  - id: fog-1   # 昨夜\n    event: 大雾\n    effective: 2025-03-01T06:00\n"
    "    expires: until-lifted\n    text: |\n      能见度低。\n"
)


def posted(text: str, *notices: Notice, inferred: tuple[str, ...] = (), force: bool = False) -> Posted:
    return post_notices(text.encode(), PATH, notices, inferred, is_forced=force)


def edition_of(data: bytes) -> Edition:
    loaded = read_edition(data, PATH)
    assert loaded.warnings == ()
    return loaded.edition


def without(text: str, part: str) -> str:
    assert part in text
    return text.replace(part, "", 1)


def only_added(before: str, after: str) -> bool:
    """Are all lines of the first among those of the second, in order?"""
    rest = iter(after.splitlines(keepends=True))
    return all(line in rest for line in before.splitlines(keepends=True))


def test_a_list_is_made_before_the_sections_and_their_comment() -> None:
    text = HEAD + SECTIONS
    made = posted(text, RAIN)
    after = made.data.decode()
    assert made.added == ("rain-1",)
    assert only_added(text, after)
    assert after.index("notices:") < after.index("# 正文从这里开始")
    assert edition_of(made.data).notices == (RAIN,)


def test_notices_are_added_at_the_end_of_the_list_there_is() -> None:
    text = HEAD + "notices:\n" + FOG + "\n# 以下正文\n" + SECTIONS
    made = posted(text, RAIN, WIND)
    assert only_added(text, made.data.decode())
    assert [notice.id for notice in edition_of(made.data).notices] == ["fog-1", "rain-1", "wind-1"]


@pytest.mark.parametrize(
    "listed",
    [
        "notices: []\n",
        "notices: []  # 暂无\n",
        "notices: [ ]\n",
        "notices: [{id: fog-1, event: 大雾, effective: 2025-03-01T06:00, expires: until-lifted}]\n",
        "notices:\n- id: fog-1\n  event: 大雾\n  effective: 2025-03-01T06:00\n  expires: until-lifted\n",
        "notices:\n      - id: fog-1\n        event: 大雾\n        effective: 2025-03-01T06:00\n"
        "        expires: until-lifted\n        cancels: [a,\n           b]\n",
        "notices:\n  -\n    id: fog-1\n    event: 大雾\n    effective: 2025-03-01T06:00\n"
        "    expires: until-lifted\n",
    ],
)
def test_a_list_may_be_written_in_any_way(listed: str) -> None:
    made = posted(HEAD + listed + SECTIONS, RAIN, WIND)
    edition = edition_of(made.data)
    assert edition.notices[-2:] == (RAIN, WIND)
    assert made.data.decode().endswith(SECTIONS)
    assert made.data.decode().startswith(HEAD + "notices:")


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        (HEAD + "notices:\n" + FOG + "sections: []\n...\n").replace("\n", "\r"),
        (HEAD + "sections: []\n...\n").replace("\n", "\r"),
        indented(HEAD + "notices:\n" + FOG + "sections: []") + "...\n",
        indented(HEAD + "sections: []") + "...\n",
        HEAD + "sections: []\n...",
        "# 头\n---\n" + HEAD + "sections: []\n...\n",
        HEAD + "notices:\n" + FOG.replace("text: |", "text: |+") + "\n\nsections: []\n...\n",
        HEAD.replace("\n", "\r\n") + "sections: []\n...\n",
        HEAD + "notices: [\n  {id: f, event: e, effective: 2025-03-01T06:00, expires: until-lifted},\n]\n"
        "sections: []\n...\n",
    ],
    ids=[
        "cr",
        "cr, none",
        "indented",
        "indented, none",
        "no end",
        "marked",
        "kept",
        "mixed",
        "lines in brackets",
    ],
)
def test_a_file_may_be_written_in_any_way(text: str) -> None:
    old = read_edition(text.encode(), PATH).edition
    made = posted(text, RAIN, inferred=("rain-1.expires",))
    new = read_edition(made.data, PATH).edition
    assert new == replace(old, notices=(*old.notices, RAIN), inferred=("rain-1.expires",))
    rest = iter(made.data.decode())
    assert all(character in rest for character in text)


def test_an_edition_in_braces_stays_in_braces() -> None:
    text = "{format: 1, paper: 河湾日报, date: 2025-03-01, sections: []}\n...\n"
    made = posted(text, RAIN, inferred=("rain-1.expires",))
    edition = edition_of(made.data)
    assert (edition.notices, edition.inferred) == ((RAIN,), ("rain-1.expires",))


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    text = (HEAD + "notices:\n" + FOG + SECTIONS).replace("\n", "\r\n")
    made = post_notices(b"\xef\xbb\xbf" + text.encode(), PATH, [RAIN])
    assert made.data.startswith(b"\xef\xbb\xbfformat")
    assert made.data.count(b"\n") == made.data.count(b"\r\n")
    assert edition_of(made.data).notices[1] == RAIN


def test_another_encoding_stays_and_what_it_cannot_hold_is_refused() -> None:
    data = (HEAD + SECTIONS).encode("gb18030")
    made = post_notices(data, PATH, [RAIN], encoding="gb18030")
    assert read_edition(made.data, PATH, encoding="gb18030").edition.notices == (RAIN,)
    with pytest.raises(NotPosted, match="encoding has not got"):
        post_notices((HEAD + SECTIONS).encode("gb2312"), PATH, [replace(RAIN, event="☔")], encoding="gb2312")


def test_a_notice_that_is_there_and_the_same_is_left_alone() -> None:
    once = posted(HEAD + SECTIONS, RAIN)
    again = post_notices(once.data, PATH, [RAIN], ["rain-1.expires"])
    assert again == Posted(once.data, (), (), ("rain-1",))


def test_a_notice_that_is_there_otherwise_is_replaced_only_when_forced() -> None:
    text = HEAD + "notices:\n" + FOG + "  # 昨天的\n" + FOG.replace("fog-1", "fog-2") + SECTIONS
    new = replace(RAIN, id="fog-1")
    with pytest.raises(NotPosted, match="already, and differ: fog-1"):
        posted(text, new)
    made = posted(text, new, WIND, force=True)
    assert (made.replaced, made.added) == (("fog-1",), ("wind-1",))
    assert [notice.event for notice in edition_of(made.data).notices] == ["暴雨", "大雾", "大风"]
    assert "  # 昨天的\n  - id: fog-2   # 昨夜\n" in made.data.decode()


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("is_flow", [False, True])
def test_any_notice_of_a_list_can_be_replaced(at: int, is_flow: bool) -> None:
    if is_flow:
        each = "{{id: fog-{}, event: 大雾, effective: 2025-03-01T06:00, expires: until-lifted}}"
        text = HEAD + "notices: [" + ", ".join(map(each.format, range(3))) + "]\n" + SECTIONS
    else:
        text = HEAD + "notices:\n" + "".join(FOG.replace("fog-1", f"fog-{n}") for n in range(3)) + SECTIONS
    made = posted(text, replace(RAIN, id=f"fog-{at}"), force=True)
    events = ["大雾"] * 3
    events[at] = "暴雨"
    assert [notice.event for notice in edition_of(made.data).notices] == events


@pytest.mark.parametrize(
    "listed",
    [
        "",
        "inferred: []\n",
        "inferred: [issue]  # 推断\n",
        "inferred:\n  - issue\n",
        "inferred: [ issue , ]\n",
    ],
)
def test_what_was_assumed_of_a_notice_is_listed_so(listed: str) -> None:
    made = posted(HEAD + listed + SECTIONS, RAIN, WIND, inferred=("rain-1.expires", "paper", "other.event"))
    edition = edition_of(made.data)
    assert edition.inferred == (*(("issue",) if "issue" in listed else ()), "rain-1.expires")
    assert edition.notices == (RAIN, WIND)


def test_an_update_supersedes_all_parts_of_a_notice_that_is_there() -> None:
    text = HEAD + "notices:\n" + FOG.replace("fog-1", "fog.1") + FOG.replace("fog-1", "fog.2") + SECTIONS
    made = posted(text, replace(WIND, supersedes=("fog",)))
    assert edition_of(made.data).notices[-1].supersedes == ("fog.1", "fog.2")


def test_two_notices_of_one_id_cannot_be_posted() -> None:
    with pytest.raises(NotPosted, match="no edition"):
        posted(HEAD + SECTIONS, RAIN, replace(RAIN, event="大雾"))


def test_what_is_no_edition_is_refused_with_its_problems() -> None:
    with pytest.raises(EditionError):
        posted("paper: 河湾日报\n", RAIN)


@pytest.mark.parametrize("path", sorted(EDITIONS.rglob("*.yaml")), ids=lambda path: str(path.name))
def test_notices_go_into_every_edition_that_is_shipped(path: Path) -> None:
    data = path.read_bytes()
    old = read_edition(data, path).edition
    posted_in = post_notices(data, path, [RAIN, WIND], ["rain-1.expires"])
    new = read_edition(posted_in.data, path).edition
    assert new == replace(old, notices=(*old.notices, RAIN, WIND), inferred=(*old.inferred, "rain-1.expires"))
    taken = iter(posted_in.data.splitlines(keepends=True))
    kept = [line for line in data.splitlines(keepends=True) if not line.startswith(b"inferred:")]
    assert all(line in taken for line in kept)


def test_a_list_at_the_end_of_the_file_grows_there() -> None:
    text = HEAD + "sections: []\nnotices:\n" + FOG.rstrip("\n")
    after = post_notices(text.encode(), PATH, [RAIN]).data
    assert after.startswith(text.encode())
    assert read_edition(after, PATH).edition.notices[-1] == RAIN


def test_comments_at_the_end_of_a_list_stay_where_they_are() -> None:
    text = HEAD + "notices:\n" + FOG + "  # 到此为止\n\n" + SECTIONS
    after = posted(text, RAIN).data.decode()
    assert only_added(text, after)
    assert after.index("  - id: rain-1") < after.index("  # 到此为止")


def test_a_text_with_sharps_is_no_comment_above_the_sections() -> None:
    text = HEAD + "masthead:\n  motto: 慢\n# 一\n# 二\n" + SECTIONS
    after = posted(text, RAIN).data.decode()
    assert after.index("notices:") < after.index("# 一")
    assert "# 一\n# 二\n" + SECTIONS in after


LINES = st.text(
    st.characters(exclude_categories=["C", "Z"], include_characters=" 　：#'\"-\\|"), min_size=1, max_size=30
).map(str.strip)
WORDS = LINES.filter(bool)
PROSE = st.lists(LINES, max_size=4).map("\n\n".join).map(lambda text: text.strip("\n"))


@given(event=WORDS, headline=st.none() | WORDS, text=PROSE, instruction=PROSE, area=st.none() | WORDS)
@pytest.mark.parametrize(
    "listed",
    [
        "",
        "notices: []\n",
        "notices:\n" + FOG,
        "notices: [{id: a, event: b, effective: 2025-03-01T06:00, expires: until-lifted}]\n",
    ],
    ids=["none", "empty", "list", "flow"],
)
def test_any_notice_comes_back_as_it_is_and_nothing_else_changes(
    listed: str, event: str, headline: str | None, text: str, instruction: str, area: str | None
) -> None:
    notice = replace(RAIN, event=event, headline=headline, text=text, instruction=instruction, area=area)
    before = (HEAD + listed + SECTIONS).encode()
    made = post_notices(before, PATH, [notice])
    assert replace(edition_of(made.data), notices=()) == replace(edition_of(before), notices=())
    assert edition_of(made.data).notices[-1] == notice
    assert made.data.startswith(HEAD.encode())
    assert made.data.endswith(SECTIONS.encode())


def test_a_lifting_without_an_event_is_named_after_the_notice_that_is_there() -> None:
    text = HEAD + "notices:\n" + FOG + SECTIONS
    fog = edition_of(text.encode()).notices[0]
    lifting = replace(WIND, event="Cancelled", cancels=(fog.id,))
    made = posted(text, lifting, inferred=(f"{lifting.id}.event",))
    assert edition_of(made.data).notices[-1].event == fog.event
    assert posted(made.data.decode(), lifting, inferred=(f"{lifting.id}.event",)).data == made.data
