"""An editor's session with the server: opened, told, typed, put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from reader.copydesk.correct import correct_safely
from reader.copydesk.examine import examine
from reader.copydesk.manuscript import Manuscript
from reader.proofreading.stylebook import Stylebook
from tests.copydesk.desk import FAULTY
from tests.copydesk.test_outline import TEXT
from tests.lsp.editor import an_editor, capabilities, follow_width_alone, position_of

COLOURFUL = FAULTY.replace("老桥昨天重新通车,", "😀老桥😀昨天𠮷重新通车,")


def widths(found: list[types.Diagnostic]) -> list[types.Diagnostic]:
    return [one for one in found if one.code == "T-WIDTH"]


def marks(text: str, found: list[types.Diagnostic], encoding: str = "utf-16") -> list[bool]:
    """Return for each half-width mark of a text whether it is told where an editor has it."""
    told = [one.range.start for one in widths(found)]
    return [position_of(text, at, encoding) in told for at, mark in enumerate(text) if mark in ",;()"]


def as_check_would(text: str, stylebook: Stylebook = Stylebook()) -> str:  # noqa: B008
    """Return a file's text after every safe fix of the command line."""
    manuscript = Manuscript(Path("2024-12-23.yaml"), text.encode())
    return correct_safely(examine(manuscript, stylebook, with_pictures=False), stylebook).manuscript.text


async def test_opened_typed_and_put_right(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.open(uri, FAULTY)
        assert marks(FAULTY, await editor.told(uri)) == [True] * 7
        at = FAULTY.index("昨天")
        editor.type(uri, (at, at, "今天,"))
        typed = editor.texts[uri]
        assert marks(typed, await editor.told(uri)) == [True] * 8
        (action,) = await editor.actions(uri, 0, len(typed), "source.fixAll")
        assert editor.edited(uri, action) == as_check_would(typed)
        editor.replace(uri, editor.edited(uri, action))
        assert widths(await editor.told(uri)) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
async def test_text_beyond_the_first_plane_is_changed_where_the_editor_means(
    tmp_path: Path, encoding: str
) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(encodings=[encoding])) as editor:
        assert editor.encoding == encoding
        editor.open(uri, COLOURFUL)
        assert marks(COLOURFUL, await editor.told(uri), encoding) == [True] * 7
        at = COLOURFUL.index("天𠮷") + 1
        editor.type(uri, (at, at + 1, "𠮷\u2028吉"), (at - 1, at, "日😀,"))
        text = editor.texts[uri]
        assert "昨日😀,𠮷\u2028吉重新" in text
        assert marks(text, await editor.told(uri), encoding) == [True] * 8
        (action,) = await editor.actions(uri, 0, 0, "source.fixAll")
        assert editor.edited(uri, action) == as_check_would(text)


async def test_an_editor_with_several_encodings_has_the_one_it_likes_best(tmp_path: Path) -> None:
    async with an_editor(tmp_path, can=capabilities(encodings=["utf-7", "utf-32", "utf-8"])) as editor:
        assert editor.encoding == "utf-32"


async def test_a_quick_fix_changes_the_one_mark(tmp_path: Path) -> None:
    follow_width_alone(tmp_path)
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(versioned=True)) as editor:
        editor.open(uri, COLOURFUL)
        at = COLOURFUL.index("通车,") + 2
        fix, ignore, rule = await editor.actions(uri, at, at, "quickfix")
        assert editor.edited(uri, fix) == COLOURFUL.replace("通车,", "通车，")
        assert fix.diagnostics is not None
        assert fix.diagnostics[0].range.start == position_of(COLOURFUL, at)
        assert "        # proof-ignore: T-WIDTH\n        body: |" in editor.edited(uri, ignore)
        assert editor.edited(uri, rule).count("，") == COLOURFUL.count(",")
        editor.replace(uri, editor.edited(uri, ignore))
        left = widths(await editor.told(uri))
        assert len(left) == 4


async def test_an_edit_is_made_when_it_is_chosen(tmp_path: Path) -> None:
    follow_width_alone(tmp_path)
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(resolves=True, versioned=True)) as editor:
        editor.open(uri, FAULTY)
        at = FAULTY.index(",")
        offered = await editor.actions(uri, at, at)
        assert [action.edit for action in offered] == [None] * 4
        editor.type(uri, (0, 0, "# 今天的一期\n"))
        fix = await editor.client.code_action_resolve_async(offered[0])
        assert editor.edited(uri, fix) == editor.texts[uri].replace("重开,", "重开，")
        editor.type(uri, (editor.texts[uri].index("重开,"), editor.texts[uri].index("重开,") + 3, "又开"))
        with pytest.raises(Exception, match="changed meanwhile"):
            await editor.client.code_action_resolve_async(offered[0])
        with pytest.raises(Exception, match="none of this server's"):
            await editor.client.code_action_resolve_async(types.CodeAction("x", data=["x"]))


async def test_an_editor_that_asks_itself_is_answered_and_told_nothing(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(pulls=True)) as editor:
        editor.open(uri, FAULTY)
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        first = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        assert marks(FAULTY, list(first.items)) == [True] * 7
        params.previous_result_id = first.result_id
        again = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
        editor.type(uri, (0, 0, "# 今天\n"))
        changed = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(changed, types.RelatedFullDocumentDiagnosticReport)
        assert marks(editor.texts[uri], list(changed.items)) == [True] * 7
        (tmp_path / "stylebook.toml").write_text('off = ["T-WIDTH"]\n')
        editor.changed_on_disk(tmp_path / "stylebook.toml")
        await editor.heard("refreshed")
        silent = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(silent, types.RelatedFullDocumentDiagnosticReport)
        assert widths(list(silent.items)) == []
        (tmp_path / "stylebook.toml").unlink()
        editor.refreshed = 0
        editor.save(uri)
        await editor.heard("refreshed")
        loud = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(loud, types.RelatedFullDocumentDiagnosticReport)
        assert len(widths(list(loud.items))) == 7
        assert editor.published == {}
        params.text_document.uri = "file:///never-opened.yaml"
        nothing = await editor.client.text_document_diagnostic_async(params)
        assert isinstance(nothing, types.RelatedFullDocumentDiagnosticReport)
        assert list(nothing.items) == []


async def test_an_editor_that_would_not_ask_again_is_told(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(pulls=True, refreshes=False)) as editor:
        editor.open(uri, FAULTY)
        assert marks(FAULTY, await editor.told(uri)) == [True] * 7
        with pytest.raises(Exception, match="textDocument/diagnostic"):
            await editor.client.text_document_diagnostic_async(
                types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            )


async def test_hovering_shows_the_manual_in_the_editors_language(tmp_path: Path) -> None:
    follow_width_alone(tmp_path)
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(markdown=True)) as editor:
        editor.open(uri, COLOURFUL)
        at = COLOURFUL.index("通车,") + 2
        told = await editor.hover(uri, at) or ""
        assert "\n# T-WIDTH 半角标点\n" in told
        assert await editor.hover(uri, at - 2) is None
        editor.close(uri)
        editor.texts[uri] = COLOURFUL
        assert await editor.hover(uri, at) is None


async def test_the_outline_is_that_of_the_paper(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path, can=capabilities(trees=True)) as editor:
        editor.open(uri, TEXT)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        found = await editor.client.text_document_document_symbol_async(params)
        names = [one.name for one in found or ()]
        assert names == ["大雾黄色预警", "道路结冰", "要闻", "城事"]
        section = (found or ())[2]
        assert isinstance(section, types.DocumentSymbol)
        assert next(one.name for one in section.children or ()) == "老桥重开"


async def test_an_editor_without_trees_has_a_flat_outline(tmp_path: Path) -> None:
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.open(uri, TEXT)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        found = await editor.client.text_document_document_symbol_async(params)
        assert isinstance((found or ())[3], types.SymbolInformation)
        assert (found or ())[3].name == "老桥重开"
        params.text_document.uri = "file:///never-opened.yaml"
        assert await editor.client.text_document_document_symbol_async(params) == []


async def test_several_files_are_told_of_apart(tmp_path: Path) -> None:
    uris = [(tmp_path / f"2024-12-2{day}.yaml").as_uri() for day in range(4)]
    async with an_editor(tmp_path) as editor:
        for number, uri in enumerate(uris):
            editor.open(uri, FAULTY.replace(",", "，") if number % 2 else FAULTY)
        assert [len(widths(await editor.told(uri))) for uri in uris] == [7, 3, 7, 3]
        editor.close(uris[0])
        assert await editor.told(uris[0]) == []
        editor.type(uris[1], (0, 0, "# 一\n"))
        assert len(widths(await editor.told(uris[1]))) == 3


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "file:///nowhere/at/all/2024-12-23.yaml", "x-y:z"])
async def test_a_file_need_not_be_on_the_disk(tmp_path: Path, uri: str) -> None:
    async with an_editor(tmp_path) as editor:
        editor.open(uri, FAULTY)
        assert marks(FAULTY, await editor.told(uri)) == [True] * 7
        (action,) = await editor.actions(uri, 0, 0, "source.fixAll")
        assert editor.edited(uri, action) == as_check_would(FAULTY)


async def test_a_file_that_is_no_edition_is_left_in_peace(tmp_path: Path) -> None:
    uri = (tmp_path / "compose.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.open(uri, "services:\n  web: {image: nginx}\n")
        assert await editor.told(uri) == []
        assert await editor.actions(uri, 0, 9) == []
        editor.replace(uri, "format: 1\npaper: 河湾晨报\n")
        found = await editor.told(uri)
        assert {one.code for one in found} == {"S-FORMAT"}


async def test_a_picture_that_is_missing_is_told_until_it_is_there(tmp_path: Path) -> None:
    from tests.archive.pictures import put_picture

    photo = "        photos:\n          - file: bridge.png\n        body: |"
    text = FAULTY.replace("        body: |", photo, 1)
    uri = (tmp_path / "2024-12-23.yaml").as_uri()
    async with an_editor(tmp_path) as editor:
        editor.open(uri, text)
        missing = [one for one in await editor.told(uri) if "bridge.png" in one.message]
        assert len(missing) == 1
        put_picture(tmp_path / "bridge.png")
        editor.save(uri)
        found = await editor.told(uri, after=editor.publications)
        assert [one for one in found if "bridge.png" in one.message] == []
