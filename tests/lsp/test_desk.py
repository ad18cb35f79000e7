"""The desk: only the last version of a draft is told of, and whoever asks gets the last."""

from __future__ import annotations

import asyncio
import threading

import pytest

from reader.lsp.desk import Desk
from reader.lsp.draft import Draft
from reader.lsp.examination import Examination
from tests.lsp.drafts import URI, an_examination


class Proofreader:
    """Proofreads at a wave of the hand, and remembers which versions it was given."""

    def __init__(self) -> None:
        self.looked: list[tuple[str, int]] = []
        self.told: list[tuple[str, int]] = []
        self.may_begin = threading.Event()
        self.may_begin.set()
        self.has_begun = threading.Event()
        self.desk = Desk(self.proofread, self.tell)

    def proofread(self, draft: Draft) -> Examination:
        self.looked.append((draft.uri, draft.version))
        self.has_begun.set()
        assert self.may_begin.wait(60)
        made = an_examination(draft.text, uri=draft.uri, version=draft.version)
        made.draft = draft
        return made

    def tell(self, examination: Examination) -> None:
        self.told.append((examination.draft.uri, examination.draft.version))

    async def begun(self) -> None:
        await asyncio.to_thread(self.has_begun.wait, 60)
        self.has_begun.clear()

    async def until_told(self, count: int) -> None:
        while len(self.told) < count:
            await asyncio.sleep(0.001)


def version(number: int, uri: str = URI) -> Draft:
    return Draft(uri, number, "format: 1\n")


async def test_a_draft_at_rest_is_told_of() -> None:
    reader = Proofreader()
    reader.desk.put(version(1), pause=0.0)
    await reader.until_told(1)
    assert reader.told == [(URI, 1)]


async def test_of_versions_that_come_fast_only_the_last_is_looked_at() -> None:
    reader = Proofreader()
    for number in range(1, 6):
        reader.desk.put(version(number), pause=0.01)
    await reader.until_told(1)
    assert (reader.looked, reader.told) == ([(URI, 5)], [(URI, 5)])


async def test_a_version_that_is_overtaken_while_it_is_looked_at_is_told_of_to_nobody() -> None:
    reader = Proofreader()
    reader.may_begin.clear()
    reader.desk.put(version(1), pause=0.0)
    await reader.begun()
    reader.desk.put(version(2), pause=0.0)
    reader.may_begin.set()
    await reader.until_told(1)
    assert reader.told == [(URI, 2)]


async def test_whoever_asks_gets_the_last_version_without_a_pause() -> None:
    reader = Proofreader()
    reader.may_begin.clear()
    reader.desk.put(version(1), pause=3600.0)
    answer = asyncio.create_task(reader.desk.examination(URI))
    await reader.begun()
    reader.desk.put(version(2), pause=3600.0)
    reader.may_begin.set()
    found = await answer
    assert found is not None
    assert found.draft.version == 2
    assert reader.told == []
    reader.desk.close()


async def test_two_that_ask_share_one_look() -> None:
    reader = Proofreader()
    reader.desk.put(version(1), pause=3600.0)
    one, other = await asyncio.gather(reader.desk.examination(URI), reader.desk.examination(URI))
    assert one is other
    assert reader.looked == [(URI, 1)]
    reader.desk.close()


async def test_who_gives_up_asking_ends_nothing_for_others() -> None:
    reader = Proofreader()
    reader.may_begin.clear()
    reader.desk.put(version(1), pause=3600.0)
    impatient = asyncio.create_task(reader.desk.examination(URI))
    await reader.begun()
    patient = asyncio.create_task(reader.desk.examination(URI))
    await asyncio.sleep(0)
    impatient.cancel()
    with pytest.raises(asyncio.CancelledError):
        await impatient
    reader.may_begin.set()
    assert (await patient) is not None
    assert len(reader.looked) == 1
    reader.desk.close()


async def test_a_draft_that_is_overtaken_before_its_turn_is_not_looked_at() -> None:
    reader = Proofreader()
    reader.may_begin.clear()
    reader.desk.put(version(1, "file:///first.yaml"), pause=0.0)
    await reader.begun()
    reader.desk.put(version(1), pause=0.0)
    for _ in range(5):
        await asyncio.sleep(0)  # it is in the queue now
    reader.desk.put(version(2), pause=0.0)
    reader.may_begin.set()
    await reader.until_told(2)
    assert (URI, 1) not in reader.looked
    assert set(reader.told) == {("file:///first.yaml", 1), (URI, 2)}


async def test_what_is_judged_by_may_change_though_the_draft_does_not() -> None:
    reader = Proofreader()
    reader.desk.put(version(1), pause=0.0)
    await reader.until_told(1)
    reader.desk.all_again()
    await reader.until_told(2)
    assert reader.told == [(URI, 1)] * 2
    reader.desk.again("file:///unknown.yaml")
    assert len(reader.looked) == 2


async def test_of_a_draft_that_was_taken_away_nothing_is_told() -> None:
    reader = Proofreader()
    reader.may_begin.clear()
    reader.desk.put(version(1), pause=0.0)
    await reader.begun()
    asked = asyncio.create_task(reader.desk.examination(URI))
    await asyncio.sleep(0)
    reader.desk.take_away(URI)
    reader.may_begin.set()
    assert await asked is None
    assert (reader.told, reader.desk.draft(URI)) == ([], None)
    reader.desk.take_away(URI)


async def test_work_apart_gives_what_it_gives() -> None:
    reader = Proofreader()
    assert await reader.desk.apart(threading.get_ident) != threading.get_ident()
    reader.desk.close()


async def test_a_closed_desk_tells_nothing_more() -> None:
    reader = Proofreader()
    reader.desk.put(version(1), pause=0.01)
    reader.desk.close()
    await asyncio.sleep(0.05)
    assert (reader.looked, reader.told) == ([], [])
