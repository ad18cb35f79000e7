"""What is chalked up by the process that keeps the workers is read by those it has forked."""

from __future__ import annotations

import os

import pytest

from reader.ssh.slate import Slate
from reader.tui.index_news import IndexNews


@pytest.mark.parametrize(
    "news",
    [
        IndexNews(),
        IndexNews(is_indexing=True),
        IndexNews(is_indexing=True, done=1200, of=36_500, rounds=3),
        IndexNews(rounds=2**40, has_failed=True),
    ],
    ids=str,
)
def test_what_is_written_is_read(news: IndexNews) -> None:
    slate = Slate()
    slate.write(news)
    assert slate.read() == news


def test_before_anything_is_written_nothing_is_being_done() -> None:
    assert Slate().read() == IndexNews()


def test_a_process_forked_before_reads_what_is_written_later_and_tells_of_damage() -> None:
    slate = Slate()
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.read(ours, 1)  # once something is written
        slate.tell_damage()
        os._exit(0 if slate.read() == IndexNews(done=7, of=9) else 1)
    slate.write(IndexNews(done=7, of=9))
    os.write(theirs, b"x")
    assert os.waitpid(child, 0)[1] == 0
    assert slate.take_damage()
    assert not slate.take_damage()
    assert slate.read() == IndexNews(done=7, of=9)
