"""Runs every benchmark there is, or those named: ``python -m benchmarks startup page_turn``."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ORDER = (
    *("startup", "starts", "page_turn", "slow_line", "page_view", "long_article"),
    *("memory", "loading", "typesetting", "edition_search", "archive"),
    *("page_import", "crawl_import", "epub"),
    *("ssh", "ssh_heavy", "ssh_soak", "ssh_faults"),
    *("proof_seed", "proof_width", "proof_alarms", "proof_fuzz", "proof_speed"),
)


def main() -> None:
    """Run the benchmarks named on the command line, else all, in their order."""
    here = Path(__file__).parent
    present = [name for name in ORDER if (here / f"{name}.py").exists()]
    unknown = [name for name in sys.argv[1:] if name not in present]
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(present)}")
    for name in sys.argv[1:] or present:
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
