"""An edition together with what was learnt while it was read."""

from __future__ import annotations

from typing import NamedTuple

from reader.edition.edition import Edition
from reader.loading.file_state import Stamp
from reader.loading.problem import Problem
from reader.loading.source_map import SourceMap


class Loaded(NamedTuple):
    """An edition without errors, its warnings in file order, its words' positions and its file's stamp."""

    edition: Edition
    warnings: tuple[Problem, ...]
    source_map: SourceMap
    stamp: Stamp
    is_from_plate: bool = False
    """Was it read from its plate, so that none has to be made?"""
