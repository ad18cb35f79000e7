"""A visitor is told in the foot before their visit ends, and any key answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.ssh.house_rules import HouseRules
from tests.ssh.visiting import a_library, connect, hall, sit_down, until


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return a_library(tmp_path / "library")


def rules(**more: float) -> HouseRules:
    return HouseRules(connections_a_minute=0)._replace(**more)  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["l", "\x00", "Q"])
async def test_who_does_nothing_is_told_first_and_any_key_lets_them_stay(library: Path, key: str) -> None:
    async with hall(library, rules(idle=6.0)) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (120, 40))
        await until(lambda: visitor.shows("3 秒后送您出门；要接着读，请按任意键"))
        assert visitor.lines()[0].startswith(" 河湾晨报")
        visitor.type(key)
        await until(lambda: not visitor.shows("送您出门") and visitor.shows("→ 下篇"))
        await until(lambda: visitor.shows("送您出门"))
        await until(lambda: visitor.is_gone)
        assert (await room.event("end"))["reason"] == "idle"


async def test_who_reads_for_long_is_told_before_the_time_is_up(library: Path) -> None:
    async with hall(library, rules(longest=4.0)) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, env={"LANG": "en_GB.UTF-8"})
        await until(lambda: visitor.shows("Your time is up in 2 seconds; you can log in again"))
        await until(lambda: visitor.is_gone)
        assert (await room.event("end"))["reason"] == "too_long"


async def test_what_was_said_after_the_warning_is_not_taken_back(library: Path) -> None:
    async with hall(library, rules(idle=6.0)) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection, (120, 40))
        await until(lambda: visitor.shows("请按任意键"))
        visitor.type("J")
        await until(lambda: visitor.shows("两端对齐，再按 J 取消"))


async def test_a_sheet_says_it_too(library: Path) -> None:
    async with hall(library, rules(idle=6.0)) as room, await connect(room.port) as connection:
        visitor = await sit_down(connection)
        await until(lambda: visitor.shows("渡口停摆"))
        visitor.type("?")
        await until(lambda: visitor.shows("帮助：按键"))
        await until(lambda: visitor.shows("请按任意键"))
        visitor.type("j")
        await until(lambda: visitor.shows("Esc 返回"))
