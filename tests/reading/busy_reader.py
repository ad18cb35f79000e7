"""A reader in a process of its own, for tests of many at once and of sudden ends.

``python -m tests.reading.busy_reader FILE NAME COUNT`` goes through COUNT pieces as reader NAME, marks each,
and quits; COUNT 0 scrolls until killed, printing after each step the time and the step; COUNT -1 writes a
large state over and over until killed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reader.reading.file_store import FileStore
from reader.reading.state import Change, Shelf
from reader.reading.writer import Writer


def read_through(store: FileStore, name: str, count: int) -> None:
    for number in range(count):
        stamp = time.time_ns() // 1_000
        store.record(Change(Shelf.PLACES, f"{name}-{number}", stamp, (number, 0)))
        store.record(Change(Shelf.READ, "shared", stamp, (f"{name}-{number}",)))
        store.record(Change(Shelf.MARKS, f"{name}-{number}", stamp, ("题", "版", number, 0, "")))
        if not store.flush():
            sys.exit(f"not written: {store.trouble}")


def scroll_on(store: FileStore) -> None:
    step = 0
    while True:
        step += 1
        store.record(Change(Shelf.PLACES, "here", time.time_ns() // 1_000, (step, 0)))
        print(f"{time.monotonic()} {step}", flush=True)  # noqa: T201
        time.sleep(0.002)


def write_on(store: FileStore) -> None:
    for number in range(2_000):
        store.record(Change(Shelf.PLACES, f"piece-{number}", time.time_ns() // 1_000, (number, 0)))
    step = 0
    while True:
        step += 1
        store.record(Change(Shelf.PLACES, "here", time.time_ns() // 1_000, (step, 0)))
        store.flush()
        print(f"{time.monotonic()} {step}", flush=True)  # noqa: T201


if __name__ == "__main__":
    keeping = FileStore(Path(sys.argv[1]), patience=20.0)
    if int(sys.argv[3]) > 0:
        read_through(keeping, sys.argv[2], int(sys.argv[3]))
    elif int(sys.argv[3]) < 0:
        write_on(keeping)
    else:
        with Writer(keeping):
            scroll_on(keeping)
