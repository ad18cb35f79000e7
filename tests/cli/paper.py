"""A small paper to try the commands on, and the command itself as a process of its own."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.terminal import clean_environment, reader_command

EDITION = """\
format: 1
paper: {paper}
date: {date}
issue: "0041"
masthead:
  motto: 慢一点，看清楚
  publisher: 河湾报社
  editor: 林一舟
  lunar: 乙巳年三月初八
  pages: "2"
{notices}sections:
  - name: 要闻
    page: "01"
    articles:
      - kicker: 修桥铺路记
        headline: {headline}
        deck: 半年之约如期兑现
        byline: 本报记者 林一舟
        jump_to: {{page: "02", article: bridge-more}}
        body: |
          老桥昨天重新通车。桥面换了新板，栏杆刷了三遍漆，
          两头的路灯也亮了。

          ### 车流怎么走

          白天双向通行，夜里10时后只许行人过桥。

          > 走了四十年的桥，舍不得它老。
          > — 渡口边的陈伯
      - headline: 图书馆延长开放
        body: |
          从下周起，市图书馆每晚开到9点。
  - name: 城事
    page: "02"
    articles:
      - id: bridge-more
        headline: 桥的另一半
        jump_from: {{page: "01"}}
        body: |
          工程队留下一本日志，写满了水位和风。
          | 月份 | 水位 |
          | 一月 | 2.31米 |
          - 桥灯每晚六点亮
          - 桥下禁止游泳
...
"""

WIND = """\
notices:
  - id: wind-{day}
    event: 大风
    headline: 大风蓝色预警
    level: blue
    issuer: 河湾气象台
    issued: {date}T05:00
    effective: {date}T06:00
    expires: {expires}
    text: |
      今天白天有6到7级偏北风，请收好阳台上的东西。
"""


def edition_text(date: str, *, paper: str = "河湾晨报", headline: str = "老桥重开", notices: str = "") -> str:
    """Return the YAML of an edition of three articles."""
    return EDITION.format(paper=paper, date=date, headline=headline, notices=notices)


def wind_warning(date: str, expires: str = "until-lifted") -> str:
    """Return the YAML of a wind warning in force from six o'clock on this day."""
    return WIND.format(day=date[-2:], date=date, expires=expires)


def put(folder: Path, date: str, name: str | None = None, **more: str) -> Path:
    """Write an edition into a folder, under its date unless another name is given."""
    path = folder / (name or f"{date}.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(edition_text(date, **more), encoding="utf-8")
    return path


def paper_reader(
    *arguments: str | Path,
    home: Path,
    directory: Path | None = None,
    world: Mapping[str, str] | None = None,
    given: bytes = b"",
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process without a terminal; ``home`` holds all its files.

    `world` and the keywords are variables of its environment; `given` comes by its standard input.
    """
    return subprocess.run(
        reader_command(*arguments),
        capture_output=True,
        check=False,
        cwd=directory or home,
        env=clean_environment(home, **(world or {}), **environment),
        input=given,
        timeout=60,
    )


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a run wrote to standard error."""
    return done.stderr.decode("utf-8", "replace")


def printed(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return what a run wrote to standard output."""
    return done.stdout.decode("utf-8")
