"""Runs benchmarks: ``python -m benchmarks`` the table of the design, ``all`` of them, or those named.

The table is printed in under ten minutes, so some of it is smaller than when named: fewer starts, readers,
back issues. ``python -m benchmarks startup page_turn`` runs these two in full.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

TABLE: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "startup": {},
        "starts": {"starts": 20},
        "page_turn": {},
        "slow_line": {},
        "long_article": {},
        "memory": {},
        "loading": {},
        "typesetting": {},
        "archive": {"articles": 20_000},
        "ssh": {"readers": (100,), "seconds": 8.0, "mixes": 1},
        "proof_speed": {},
    }
)
"""What the design gives numbers for, and what is made smaller for the table."""
OTHERS = (
    *("page_view", "edition_search", "page_import", "crawl_import", "epub"),
    *("ssh_heavy", "ssh_soak", "ssh_faults"),
    *("proof_seed", "proof_width", "proof_alarms", "proof_fuzz"),
)


def main() -> None:
    """Run what is named on the command line, else the table."""
    names = sys.argv[1:]
    sys.argv[1:] = []  # some of them have arguments of their own, by themselves
    known = (*TABLE, *OTHERS)
    if unknown := [name for name in names if name not in (*known, "all")]:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(known)}, all")
    began = time.monotonic()
    if not names:
        for name, less in TABLE.items():
            _run(name, less)
    for name in known if "all" in names else names:
        _run(name, {})
    print(f"\n{(time.monotonic() - began) / 60:.1f} minutes in all")


def _run(name: str, less: Mapping[str, Any]) -> None:
    importlib.import_module(f"benchmarks.{name}").main(**less)


if __name__ == "__main__":
    main()
