"""Garbage collection, kept off the hot path.

A full collection over everything Textual has imported takes tens of milliseconds: a page turn that meets
one is late. So nothing is collected while the paper is opening; then what is there is frozen (it lives as
long as the reader anyway), young objects are collected as always, and full collections wait until no key
has come for some seconds.
"""

from __future__ import annotations

import gc

IDLE_SECONDS = 5.0
"""How long no key must have come before a full collection."""


def hold() -> None:
    """Collect nothing until `settle`."""
    gc.disable()


def settle() -> None:
    """Freeze what start-up made, and collect young objects only from now on."""
    gc.freeze()
    gc.set_threshold(2000, 20, 1_000_000)
    gc.enable()


def tidy() -> None:
    """Collect everything; to be called while nobody is waiting."""
    gc.collect()


def release() -> None:
    """Give the process back as Python has it."""
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)
    gc.enable()
