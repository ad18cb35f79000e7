"""A notice as copy: what it says, how it stands, its times in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from reader.edition.notice import Level, Notice, Status
from reader.edition.notice_board import NoticeBoard
from reader.edition.wording import Tongue
from reader.typesetting.copy import Copy, notice_copy
from reader.typesetting.role import Role
from tests.typesetting.samples import edition_of

ZONE = ZoneInfo("Asia/Shanghai")
START = dt.datetime(2024, 12, 23, 0, tzinfo=ZONE)
FULL = Notice(
    id="fog-2",
    event="大雾",
    headline="大雾黄色预警",
    column="气象",
    level=Level.YELLOW,
    issuer="城北气象台",
    area="城北、河西",
    issued=START - dt.timedelta(hours=5, minutes=30),
    effective=START,
    onset=START + dt.timedelta(hours=2),
    expires=START + dt.timedelta(days=1),
    supersedes=("fog-1", "fog-0"),
    text="河上有雾。\n\n桥上慢行。",
    instruction="少出门。",
)


def copy_of(*notices: Notice, tongue: Tongue = "zh", which: str = "fog-2") -> Copy:
    edition = replace(edition_of(), notices=notices)
    standings = NoticeBoard([edition]).standings(edition.last_instant())
    standing = next(standing for standing in standings if standing.notice.id == which)
    return notice_copy(standing, edition, tongue)


def texts(copy: Copy) -> list[str]:
    return [piece.lead + piece.text for piece in copy.all()]


def test_every_field_is_there_in_words() -> None:
    assert texts(copy_of(FULL)) == [
        *("气象", "大雾黄色预警", "黄色预警 Ⅲ级", "事件：大雾", "状态：生效中", "发布单位：城北气象台"),
        *("范围：城北、河西", "发布时间：2024年12月22日18时30分", "生效时间：2024年12月23日0时"),
        *("影响开始：2024年12月23日2时", "失效时间：2024年12月23日24时", "取代：fog-1、fog-0"),
        *("河上有雾。", "桥上慢行。", "防护指引", "少出门。"),
    ]


def test_in_english_the_programs_words_are_english_and_the_notices_own_stay() -> None:
    spoken = texts(copy_of(FULL, tongue="en"))
    assert spoken[2:6] == [
        "Yellow alert, level III",
        "Event: 大雾",
        "State: In force",
        "Issued by: 城北气象台",
    ]
    assert "In force from: 23 Dec 2024 00:00" in spoken
    assert "In force until: 23 Dec 2024 24:00" in spoken
    assert "What to do" in spoken


def test_a_notice_without_an_end_is_in_force_until_lifted() -> None:
    assert "失效时间：解除时间另行通知" in texts(copy_of(replace(FULL, expires=None)))
    assert "In force until: further notice" in texts(copy_of(replace(FULL, expires=None), tongue="en"))


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.EXERCISE, "性质：演练"), (Status.TEST, "性质：测试"), (Status.DRAFT, "性质：草稿")],
)
def test_what_is_not_meant_in_earnest_says_so(status: Status, words: str) -> None:
    assert words in texts(copy_of(replace(FULL, status=status)))
    assert not any(text.startswith("性质") for text in texts(copy_of(FULL)))


def test_what_ended_a_notice_is_named_and_linked() -> None:
    lifting = Notice(
        id="fog-3",
        event="大雾",
        headline="雾散了",
        effective=START + dt.timedelta(hours=6),
        cancels=("fog-2",),
    )
    copy = copy_of(FULL, lifting)
    piece = next(piece for piece in copy.all() if piece.lead == "状态：")
    assert piece.text == "已解除，见2024-12-23《雾散了》"
    assert piece.link == "2024-12-23/notice:fog-3"
    assert {"解除：fog-2", "状态：解除公告，不是预警"} <= set(texts(copy_of(FULL, lifting, which="fog-3")))
    newer = replace(lifting, cancels=(), supersedes=("fog-2",))
    assert "State: Superseded by “雾散了” of 2024-12-23" in texts(copy_of(FULL, newer, tongue="en"))


def test_a_lifting_notice_in_force_is_called_no_warning() -> None:
    lifting = Notice(id="fog-3", event="大雾", effective=START + dt.timedelta(hours=6), cancels=("fog-2",))
    assert "State: Lifts a warning; is none itself" in texts(
        copy_of(FULL, lifting, tongue="en", which="fog-3")
    )
    over = replace(lifting, expires=START + dt.timedelta(hours=8))
    assert "状态：已到期" in texts(copy_of(FULL, over, which="fog-3"))


def test_of_two_notices_of_one_title_the_id_tells_which_ended_the_other() -> None:
    update = replace(FULL, id="fog-3", effective=START + dt.timedelta(hours=6), supersedes=("fog-2",))
    assert "状态：已被取代，见2024-12-23《大雾黄色预警》（fog-3）" in texts(copy_of(FULL, update))
    assert "State: Superseded by “大雾黄色预警” (fog-3) of 2024-12-23" in texts(
        copy_of(FULL, update, tongue="en")
    )


def test_a_bare_notice_is_its_event_its_state_and_its_times() -> None:
    assert texts(copy_of(Notice(id="fog-2", event="大雾", effective=START))) == [
        *("大雾", "状态：生效中", "生效时间：2024年12月23日0时", "失效时间：解除时间另行通知"),
    ]


def test_facts_and_the_level_have_roles_of_their_own() -> None:
    roles = [piece.role for piece in copy_of(FULL).all()]
    assert roles[:3] == [Role.COLUMN, Role.HEADLINE, Role.NOTICE_LEVEL]
    assert set(roles[3:12]) == {Role.NOTICE_FACT}
    assert roles[12:] == [Role.TEXT, Role.TEXT, Role.SUBHEAD, Role.TEXT]


def test_times_are_told_in_the_zone_of_the_paper() -> None:
    moment = dt.datetime(2024, 12, 22, 16, 5, tzinfo=dt.UTC)
    assert "生效时间：2024年12月23日0时5分" in texts(copy_of(replace(FULL, effective=moment)))


def test_the_size_holds_everything() -> None:
    copy = copy_of(FULL)
    last = copy.count() - 1
    assert copy.offset(last) + len(copy.all()[last].text) == copy.size
