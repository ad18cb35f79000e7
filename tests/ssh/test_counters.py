from __future__ import annotations

import re

from reader.ssh.counters import BOUNDS, Counters

LINE = re.compile(r'(# (HELP|TYPE) paper_reader_\w+ .+|paper_reader_\w+\{[\w="+.,]+\} [0-9.]+)\Z')


def test_what_is_counted_is_told_as_a_monitor_reads_it() -> None:
    counters = Counters(1)
    counters.add("keys_total", 3)
    counters.add("refusals_total", reason="exec")
    counters.add("refusals_total", reason="exec")
    counters.visitors = 4
    page = counters.page()
    assert 'paper_reader_keys_total{worker="1"} 3\n' in page
    assert 'paper_reader_refusals_total{worker="1",reason="exec"} 2\n' in page
    assert 'paper_reader_visitors{worker="1"} 4\n' in page
    assert counters.count("refusals_total", "exec") == 2
    assert all(LINE.match(line) for line in page.splitlines())


def test_delays_are_counted_in_classes_that_add_up() -> None:
    counters = Counters()
    for delay in (0.0, BOUNDS[0], 0.2, 5.0):
        counters.delay(delay)
    buckets = re.findall(r'bucket\{worker="0",le="([^"]+)"\} (\d+)', counters.page())
    counts = [int(count) for _, count in buckets]
    assert [bound for bound, _ in buckets] == [*map(str, BOUNDS), "+Inf"]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (2, 4)
    assert 'loop_delay_seconds_count{worker="0"} 4' in counters.page()


def test_before_anything_happens_the_page_can_be_read() -> None:
    assert all(LINE.match(line) for line in Counters().page().splitlines())


def test_what_is_measured_is_measured_when_a_monitor_asks() -> None:
    counters, tasks = Counters(3), [7]
    counters.gauges["tasks"] = lambda: tasks[0]
    assert 'paper_reader_tasks{worker="3"} 7\n' in counters.page()
    tasks[0] = 4
    assert 'paper_reader_tasks{worker="3"} 4\n' in counters.page()
    assert "# TYPE paper_reader_tasks gauge" in counters.page()
