"""`paper-reader import` of folders that one kind takes as a whole, with files of other kinds in them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.paper import paper_reader, said
from tests.importing.mets.building import alto, block, page

ITEM = """<nitf><head><title>桥</title><docdata><date.issue norm="20250301"/></docdata></head>
<body><body.head><hedline><hl1>桥修好了</hl1></hedline></body.head>
<body.content><p>清晨六点，桥通了。</p></body.content></body></nitf>"""
NOTE = "# 说明\n\n这些文件是抓来的。\n"


def run(home: Path, *arguments: str | Path) -> tuple[int, str]:
    done = paper_reader("import", *arguments, "--lang", "en", home=home)
    return done.returncode, said(done)


def save(folder: Path, **files: str | bytes) -> Path:
    """Write files, whose names have a dot for the last ``__``."""
    folder.mkdir()
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / ".".join(name.rsplit("__", 1))).write_bytes(data)
    return folder


def crawled(tmp_path: Path, **others: str | bytes) -> Path:
    folder = save(tmp_path / "in", **others)
    (folder / "20250301-01-01.txt").write_text("渡口修好\n　　清晨六点，渡口开了。\n", encoding="utf-8")
    return folder


def test_what_a_crawlers_folder_holds_besides_is_imported_or_named(home: Path, tmp_path: Path) -> None:
    folder = crawled(tmp_path, item__nitf=ITEM, note__md=NOTE, odd__bin=b"\0")
    status, told = run(home, folder, "-o", tmp_path / "out", "--paper", "河湾日报")
    assert "editions: 1, articles: 1" in told
    assert status == 2  # for two editions of one paper and day are not laid over each other
    assert "in/item.nitf: " in told
    assert "may be papers too, not imported: 1: note.md; " in told
    assert "files of no known kind: 1: odd.bin; " in told


def test_an_item_in_a_crawlers_folder_is_an_edition_of_its_own(home: Path, tmp_path: Path) -> None:
    folder = crawled(tmp_path, item__nitf=ITEM.replace("20250301", "20250302"))
    status, told = run(home, folder, "-o", tmp_path / "out")
    assert (status, "editions: 2, articles: 2" in told) == (0, True)


def test_a_kind_that_is_named_takes_the_folder_and_tells_what_it_leaves(home: Path, tmp_path: Path) -> None:
    folder = crawled(tmp_path, item__nitf=ITEM, note__md=NOTE)
    status, told = run(home, folder, "-o", tmp_path / "out", "--from", "crawl")
    assert (status, "editions: 1, articles: 1" in told) == (0, True)
    assert "files that were not read: 2: item.nitf, note.md; " in told


def test_a_folder_that_was_only_thought_to_be_one_of_scans_is_looked_into(home: Path, tmp_path: Path) -> None:
    folder = save(tmp_path / "in", item__xml=ITEM, item__jpg=b"JPEG")
    status, told = run(home, folder, "-o", tmp_path / "out")
    assert (status, "editions: 1, articles: 1" in told) == (0, True)
    assert "files of no known kind: 1: item.jpg; " in told


def test_one_page_of_a_scan_does_not_hide_the_rest_of_a_folder(home: Path, tmp_path: Path) -> None:
    sheet = alto(page(block("B1", "The ferry"), block("B2", "It runs.")))
    folder = save(tmp_path / "in", page1__xml=sheet, page1__tif=b"", item__nitf=ITEM, note__md=NOTE)
    status, told = run(home, folder, "-o", tmp_path / "out")
    assert (status, "editions: 2, articles: 2" in told) == (0, True)
    assert "may be papers too, not imported: 1: note.md; " in told
    assert "page1.tif" not in told


def test_a_link_that_leads_nowhere_is_told(home: Path, tmp_path: Path) -> None:
    for folder in (save(tmp_path / "plain", item__nitf=ITEM), crawled(tmp_path)):
        (folder / "link.nitf").symlink_to(tmp_path / "none")
        status, told = run(home, folder, "-o", f"{tmp_path}/out-{folder.name}")
        assert (status, f"{folder}/link.nitf: there is no such file; " in told) == (2, True)
        assert "editions: 1, articles: 1" in told
