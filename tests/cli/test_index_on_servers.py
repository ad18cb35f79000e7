"""The setting `search_index` names servers: the library of the config file is indexed and searched there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, put, said
from tests.searchd import Servers, missing, running


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    if missing():
        pytest.skip(missing())
    with running(tmp_path_factory.mktemp("searchd") / "servers") as servers:
        yield servers


def config(home: Path, library: Path, index: str) -> Path:
    path = home / "servers.toml"
    path.write_text(
        f"library = {json.dumps(str(library))}\nsearch_index = {json.dumps(index)}\n", encoding="utf-8"
    )
    return path


def address(servers: Servers) -> str:
    shards = "&".join(f"shard={shard}" for shard in servers.address.shards)
    return f"sphinx://{servers.address.front}/{servers.address.name}?{shards}"


def test_what_is_found_is_what_the_embedded_index_finds(home: Path, library: Path, servers: Servers) -> None:
    file = config(home, library, address(servers))
    done = paper_reader("index", "--config", file, "--lang", "en", home=home)
    assert printed(done) == "editions in the index: 3; new or changed: 3, gone: 0\n"
    put(library, "2025-04-08")
    for words in ("桥", "渡口停摆", "渡口 -桥", "qiao", "魑魅"):
        there = paper_reader("search", words, "--config", file, "--json", home=home)
        assert not list(home.rglob("*.sqlite"))
        here = paper_reader("search", words, "--library", library, "--json", home=home)
        for path in home.rglob("*.sqlite*"):
            path.unlink()
        assert json.loads(printed(there)) == json.loads(printed(here)), words
        assert there.returncode == here.returncode
        assert said(there) == said(here)


def test_another_library_does_not_push_that_of_the_config_out(
    home: Path, library: Path, servers: Servers, tmp_path: Path
) -> None:
    file = config(home, library, address(servers))
    assert paper_reader("index", "--config", file, home=home).returncode == 0
    other = tmp_path / "other"
    other.mkdir()
    paper_reader("index", other, "--config", file, home=home)
    paper_reader("search", "桥", "--library", other, "--config", file, home=home)
    done = paper_reader("index", "--config", file, "--lang", "en", home=home)
    assert "new or changed: 0, gone: 0" in printed(done)


def test_without_its_servers_a_search_says_so_and_still_finds(home: Path, library: Path) -> None:
    file = config(home, library, "sphinx://127.0.0.1:9/paper?shard=127.0.0.1:9")
    done = paper_reader("search", "桥", "--config", file, "--lang", "en", home=home)
    assert done.returncode == 0
    assert "桥" in printed(done)
    assert "127.0.0.1:9" in said(done) or "pymysql" in said(done)


@pytest.mark.parametrize("index", ["sphinx://front/paper", "mysql://front/paper", "file", ""])
def test_an_address_that_is_none_is_named_with_its_line(home: Path, library: Path, index: str) -> None:
    file = config(home, library, index)
    done = paper_reader("search", "桥", "--config", file, "--lang", "en", home=home)
    assert done.returncode == 2
    assert f"{file}:2:1: search_index cannot be" in said(done)
    assert "sphinx://front:9306/paper?shard=one:9306&shard=two:9306" in said(done)
