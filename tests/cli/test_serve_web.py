"""`serve --web` as a process of its own; what it serves is tried in tests/web."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.paper import paper_reader, printed, put, said
from tests.cli.serving import children
from tests.ssh.visiting import a_library
from tests.terminal import clean_environment, reader_command
from tests.web.coming import browser, sit_down

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


class Pages:
    """A server of pages that runs: its process, its port, its log."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def event(self, name: str, count: int = 1) -> dict[str, Any]:
        """Wait until the log has an event so often, and return the last."""
        ends = time.monotonic() + PATIENCE
        while True:
            lines = self._log.read_text(encoding="utf-8").split("\n")[:-1] if self._log.exists() else []
            found: list[dict[str, Any]] = [json.loads(line) for line in lines if f'"event": "{name}"' in line]
            if len(found) >= count:
                return found[-1]
            assert self.process.poll() is None, f"it ended before {name}"
            assert time.monotonic() < ends, f"no {name} in the log"
            time.sleep(0.02)

    @property
    def port(self) -> int:
        return int(self.event("serving")["where"].rpartition(":")[2])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        return children(self.process.pid, "serve")


@contextmanager
def pages(place: Path, home: Path, *more: str) -> Iterator[Pages]:
    """Serve pages until the block is left."""
    log = home / "pages.log"
    options = ["--web", "--port", "0", "--workers", "1", "--log", str(log), *more]
    process = subprocess.Popen(
        reader_command("serve", place, *options),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=home,
        env=clean_environment(home),
    )
    try:
        served = Pages(process, log)
        served.event("open")
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("lost", ["textual_serve", "aiohttp"])
def test_without_the_extra_it_names_the_extra(home: Path, tmp_path: Path, tongue: str, lost: str) -> None:
    (tmp_path / f"{lost}.py").write_text("raise ImportError('it is not installed')")
    done = paper_reader("serve", "--web", "--lang", tongue, home=home, PYTHONPATH=f"{tmp_path}:{ROOT}")
    assert (done.returncode, printed(done)) == (2, "")
    assert "pip install 'textual-serve>=1.1,<2' 'aiohttp>=3.11'" in said(done)
    assert len(said(done).splitlines()) == 1


def test_pages_are_served_without_asyncssh(home: Path, tmp_path: Path) -> None:
    (tmp_path / "lost").mkdir()
    (tmp_path / "lost" / "asyncssh.py").write_text("raise ImportError('it is not installed')")
    program = (
        "import sys\n"
        "import reader.cli.serve, reader.ssh.worker\n"
        "import reader.web.street, reader.web.street_door, reader.web.web_room\n"
        "assert 'asyncssh' not in sys.modules\n"
    )
    environment = {**clean_environment(home), "PYTHONPATH": f"{tmp_path / 'lost'}:{ROOT}"}
    subprocess.run([*reader_command()[:1], "-c", program], env=environment, cwd=home, check=True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "*"])
def test_from_elsewhere_nobody_enters_unless_all_may(home: Path, tmp_path: Path, host: str) -> None:
    library = a_library(tmp_path / "library")
    done = paper_reader("serve", str(library), "--web", "--host", host, "--lang", "en", home=home)
    assert done.returncode == 2
    assert "--open" in said(done)
    assert "proxy" in said(done)


@pytest.mark.parametrize("option", ["--keys", "--passwords"])
def test_what_belongs_to_ssh_is_no_lock_on_a_page(home: Path, tmp_path: Path, option: str) -> None:
    library = a_library(tmp_path / "library")
    done = paper_reader("serve", str(library), "--web", option, "x", "--lang", "en", home=home)
    assert done.returncode == 2
    assert option in said(done)
    assert "reverse proxy" in said(done)


@pytest.mark.parametrize("option", ["--host-key", "--banner"])
def test_what_a_page_has_no_place_for_is_to_be_left_out(home: Path, tmp_path: Path, option: str) -> None:
    library = a_library(tmp_path / "library")
    done = paper_reader("serve", str(library), "--web", option, "x", "--lang", "en", home=home)
    assert done.returncode == 2
    assert said(done).strip() == (
        f"paper-reader: {option} has no meaning with --web; "
        f"a page has no log-in and no host key: leave {option} out"
    )


@pytest.mark.parametrize(("tongue", "words"), [("zh-CN", "管它的人"), ("en", "Whoever runs it")])
def test_who_calls_it_by_another_name_is_told_what_its_keeper_can_say(
    home: Path, tmp_path: Path, tongue: str, words: str
) -> None:
    asked = {"Host": "paper.example", "Accept-Language": tongue}
    with pages(a_library(tmp_path / "library"), home) as served:
        with pytest.raises(urllib.error.HTTPError, match="421") as refused:
            urllib.request.urlopen(urllib.request.Request(served.address, headers=asked))
        page = refused.value.read().decode()
        assert refused.value.headers.get_content_type() == "text/plain"
        refused.value.close()
        event = served.event("refused")
    assert words in page
    assert "--open" in page
    assert "--proxied" in page
    assert "paper.example" not in page
    assert (event["reason"], event["detail"]) == ("host", "paper.example")
    assert "--open" in event["hint"]
    assert "--proxied" in event["hint"]


def test_a_proxy_is_believed_by_pages_only(home: Path, tmp_path: Path) -> None:
    done = paper_reader("serve", str(a_library(tmp_path / "library")), "--proxied", "--lang", "en", home=home)
    assert done.returncode == 2
    assert "--web" in said(done)


async def test_a_visitor_reads_and_the_end_is_clean(home: Path, tmp_path: Path) -> None:
    with pages(a_library(tmp_path / "library"), home, "--monitor", "0") as served:
        (worker,) = served.workers()
        async with browser() as session:
            visitor = await sit_down(session, served)  # type: ignore[arg-type]
            await visitor.sees("渡口停摆")
            monitor = served.event("monitor")["port"]
            with urllib.request.urlopen(f"http://127.0.0.1:{monitor}/metrics") as answer:
                told = answer.read().decode()
            assert 'paper_reader_visits_total{worker="0"} 1' in told
            assert Path(f"/proc/{worker}/task/{worker}/children").read_text() == ""
            served.process.send_signal(signal.SIGTERM)
            assert await visitor.is_sent_away() == (4000, "阅览室要关门了，请过一会儿再来")
        assert served.process.wait(PATIENCE) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_the_page_bears_the_papers_name_and_nothing_is_written(home: Path, tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    before = sorted(library.rglob("*"))
    with pages(library, home) as served:
        with urllib.request.urlopen(served.address) as answer:
            page = answer.read().decode()
        assert "<title>河湾晨报</title>" in page
    assert sorted(library.rglob("*")) == before
    assert not list(home.rglob("host_key"))


async def test_a_new_edition_waits_for_the_next_visitor(home: Path, tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    with pages(library, home) as served:
        async with browser() as session:
            first = await sit_down(session, served)  # type: ignore[arg-type]
            await first.sees("渡口停摆")
            put(library, "2025-04-07", headline="新桥定名")
            time.sleep(2.2)  # the newest is believed for two seconds
            second = await sit_down(session, served)  # type: ignore[arg-type]
            await second.sees("新桥定名")
            assert first.shows("渡口停摆")


def test_open_to_all_it_answers_to_any_name(home: Path, tmp_path: Path) -> None:
    library = a_library(tmp_path / "library")
    asked = {"Host": "paper.example"}
    with pages(library, home) as served, pytest.raises(urllib.error.HTTPError, match="421") as refused:
        urllib.request.urlopen(urllib.request.Request(served.address, headers=asked))
    refused.value.close()
    (home / "pages.log").unlink()
    allowed = pages(library, home, "--open")
    with (
        allowed as served,
        urllib.request.urlopen(urllib.request.Request(served.address, headers=asked)) as answer,
    ):
        assert answer.status == 200


async def test_on_a_fresh_cache_all_editions_are_searched(home: Path, tmp_path: Path) -> None:
    with pages(a_library(tmp_path / "library"), home) as served:
        async with browser() as session:
            visitor = await sit_down(session, served)  # type: ignore[arg-type]
            await visitor.sees("渡口停摆")
            await visitor.type("/重开")
            await visitor.sees("本期没有")
            await visitor.type("\t")
            await visitor.sees("▸全部 1")
            assert served.event("indexed")["worker"] == -1
