from __future__ import annotations

import datetime as dt
import io

import pytest

from reader.cli.call import Call, called
from reader.cli.import_kinds import KINDS
from reader.cli.import_wishes import importer_named, wishes_of
from reader.cli.options import parse
from reader.cli.output import Output
from reader.cli.wrong_use import WrongUse

NOW = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


def call_of(*arguments: str) -> Call:
    output = Output("en", io.StringIO(), io.StringIO())
    return called(parse(["import", "f", *arguments]), output, {})


def step(done: int, of: int) -> None:
    pass


def test_who_says_nothing_wishes_nothing() -> None:
    wishes = wishes_of(call_of(), NOW, step)
    assert wishes[1:7] == (None, None, None, None, None, False)
    assert (wishes.now, wishes.step) == (NOW, step)


def test_every_option_is_heard() -> None:
    words = ["--paper", " 河湾日报 ", "--date", "2025-02-28", "--language", "zh-TW", "--section", "要闻"]
    wishes = wishes_of(call_of(*words, "--timezone", "Asia/Taipei", "--repair"), NOW, step)
    assert wishes.paper == "河湾日报"
    assert wishes.date == dt.date(2025, 2, 28)
    assert (wishes.language, wishes.timezone, wishes.section) == ("zh-TW", "Asia/Taipei", "要闻")
    assert wishes.is_repairing


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("--date", "2025-02-30"), "write a date"),
        (("--date", "yesterday"), "write a date"),
        (("--language", "Chinese, please"), "write a language tag"),
        (("--timezone", "Beijing"), "did you mean Asia/Shanghai?"),
        (("--timezone", "Mars/Olympus Mons"), "write a zone's name"),
    ],
)
def test_a_wish_that_is_none_is_refused_with_what_to_write(words: tuple[str, str], advice: str) -> None:
    with pytest.raises(WrongUse) as caught:
        wishes_of(call_of(*words), NOW, step)
    assert words[1] in caught.value.what.en
    assert advice in caught.value.advice.en


def test_the_kind_of_a_source_can_be_said() -> None:
    assert importer_named(call_of()) is None
    for importer in KINDS:
        assert importer_named(call_of("--from", importer.kind)) is importer


def test_a_kind_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongUse) as caught:
        importer_named(call_of("--from", "papyrus"))
    assert all(importer.kind in caught.value.advice.en for importer in KINDS)
