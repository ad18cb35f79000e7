"""The house's own files in an editor's session: read, watched, and told of when they are wrong."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from reader.copydesk.ignored_file import Ignored, write_ignored
from tests.copydesk.desk import FAULTY, examined
from tests.lsp.editor import an_editor, capabilities


def codes(found: list[types.Diagnostic]) -> list[object]:
    return [one.code for one in found if one.code == "T-WIDTH"]


async def test_the_stylebook_is_followed_and_watched(tmp_path: Path) -> None:
    folder = tmp_path / "2024" / "12"
    folder.mkdir(parents=True)
    book, uri = tmp_path / "stylebook.toml", (folder / "2024-12-23.yaml").as_uri()
    book.write_text('off = ["T-WIDTH"]\n')
    async with an_editor(tmp_path, can=capabilities(watches=True)) as editor:
        await editor.heard("registered")
        (registration,) = editor.registered
        assert registration.method == "workspace/didChangeWatchedFiles"
        editor.open(uri, FAULTY)
        assert codes(await editor.told(uri)) == []
        book.write_text('[severity]\n"T-WIDTH" = "info"\n')
        before = editor.publications
        editor.changed_on_disk(book)
        found = await editor.told(uri, after=before)
        grave = {one.severity for one in found if one.code == "T-WIDTH"}
        assert grave == {types.DiagnosticSeverity.Information}


async def test_what_is_ignored_beside_the_edition_is_followed(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    marks = [one for one in examined(rules=("T-WIDTH",)).findings if one.rule == "T-WIDTH"]
    async with an_editor(tmp_path) as editor:
        assert editor.registered == []
        editor.open(uri, FAULTY)
        assert len(codes(await editor.told(uri))) == 7
        write_ignored(
            tmp_path / "2024-12-23.proof.json", [Ignored(one.rule, one.fingerprint) for one in marks[:3]]
        )
        before = editor.publications
        editor.save(uri)
        assert len(codes(await editor.told(uri, after=before))) == 4
        (action,) = await editor.actions(uri, 0, 0, "source.fixAll")
        assert editor.edited(uri, action).count(",") == 3


async def test_a_stylebook_that_is_wrong_is_told_where_it_stands_and_once(tmp_path: Path) -> None:
    book = tmp_path / "stylebook.toml"
    book.write_text('\noff = ["T-WIDHT"]\n')
    uris = [(tmp_path / f"2024-12-2{day}.yaml").as_uri() for day in (3, 4)]
    async with an_editor(tmp_path, locale="en") as editor:
        for uri in uris:
            editor.open(uri, FAULTY)
        for uri in uris:
            assert len(codes(await editor.told(uri))) == 7
        (told,) = await editor.told(book.as_uri())
        assert (told.range.start.line, told.severity) == (1, types.DiagnosticSeverity.Error)
        assert "T-WIDTH" in told.message
        editor.close(uris[0])
        editor.type(uris[1], (0, 0, "# 一\n"))
        await editor.told(uris[1])
        assert len(await editor.told(book.as_uri())) == 1
        book.unlink()
        editor.save(uris[1])
        async with editor.news:
            await editor.news.wait_for(lambda: not editor.published[book.as_uri()].diagnostics)


async def test_a_file_of_ignored_findings_that_is_wrong_is_told(tmp_path: Path) -> None:
    beside, uri = tmp_path / "2024-12-23.proof.json", (tmp_path / "2024-12-23.yaml").as_uri()
    beside.write_text('{\n"format": 1,\n"ignored": [,]}')
    async with an_editor(tmp_path) as editor:
        editor.open(uri, FAULTY)
        (told,) = await editor.told(beside.as_uri())
        assert told.range.start.line == 2
        assert "JSON" in told.message
        editor.close(uri)
        async with editor.news:
            await editor.news.wait_for(lambda: not editor.published[beside.as_uri()].diagnostics)
