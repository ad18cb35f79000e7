"""What is counted in the reading room, and how a monitor is told of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)
"""Upper bounds, in seconds, of the classes in which delays are counted."""

_HELP = {
    "connections_total": "Connections accepted.",
    "refusals_total": "Connections and visits refused, by reason.",
    "visits_total": "Visits begun.",
    "endings_total": "Visits ended, by reason.",
    "failures_total": "Visits ended by an error of the program.",
    "keys_total": "Chunks of input received from visitors.",
    "sent_bytes_total": "Bytes sent to visitors.",
    "dropped_bytes_total": "Bytes not sent because a visitor did not take them.",
    "visitors": "Visitors now.",
    "apps": "Visitors' apps in memory, those that are still to be collected among them.",
    "tasks": "Tasks of the event loop now.",
    "index_failed": "1 while the index of back issues cannot be kept, else 0.",
    "memory_bytes": "Resident memory of the worker.",
    "loop_delay_seconds": "How late the event loop was.",
}


class Counters:
    """Counts by name and reason; prints them as Prometheus reads them (text format 0.0.4)."""

    def __init__(self, worker: int = 0) -> None:
        self._worker = worker
        self._counts: dict[tuple[str, str], int] = {}
        self._delays = [0] * (len(BOUNDS) + 1)
        self._delay_sum = 0.0
        self.visitors = 0
        """Visitors now."""
        self.gauges: dict[str, Callable[[], int]] = {}
        """What is measured only when a monitor asks."""

    def add(self, name: str, count: int = 1, reason: str = "") -> None:
        """Count something, by a reason where there is one."""
        self._counts[name, reason] = self._counts.get((name, reason), 0) + count

    def count(self, name: str, reason: str = "") -> int:
        """Return how often something was counted."""
        return self._counts.get((name, reason), 0)

    def delay(self, seconds: float) -> None:
        """Count how late the loop was."""
        self._delays[bisect_left(BOUNDS, seconds)] += 1
        self._delay_sum += seconds

    def page(self) -> str:
        """Return everything as a monitor reads it."""
        lines: list[str] = []
        for name in sorted({name for name, _ in self._counts}):
            lines += self._head(name, "counter")
            for (known, reason), count in sorted(self._counts.items()):
                if known == name:
                    label = f',reason="{reason}"' if reason else ""
                    lines.append(f'paper_reader_{name}{{worker="{self._worker}"{label}}} {count}')
        lines += self._head("visitors", "gauge")
        lines.append(f'paper_reader_visitors{{worker="{self._worker}"}} {self.visitors}')
        for name, measure in self.gauges.items():
            lines += self._head(name, "gauge")
            lines.append(f'paper_reader_{name}{{worker="{self._worker}"}} {measure()}')
        lines += self._head("loop_delay_seconds", "histogram")
        total = 0
        for bound, count in zip([*map(str, BOUNDS), "+Inf"], self._delays, strict=True):
            total += count
            lines.append(
                f'paper_reader_loop_delay_seconds_bucket{{worker="{self._worker}",le="{bound}"}} {total}'
            )
        lines.append(f'paper_reader_loop_delay_seconds_sum{{worker="{self._worker}"}} {self._delay_sum:.6f}')
        lines.append(f'paper_reader_loop_delay_seconds_count{{worker="{self._worker}"}} {total}')
        return "\n".join(lines) + "\n"

    @staticmethod
    def _head(name: str, kind: str) -> list[str]:
        return [f"# HELP paper_reader_{name} {_HELP.get(name, name)}", f"# TYPE paper_reader_{name} {kind}"]
