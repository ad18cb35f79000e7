"""What an editor can do, as it says when it begins."""

from __future__ import annotations

import pytest
from lsprotocol import types

from reader.edition.wording import Tongue
from reader.lsp.client import Client, client_of, tongue_of
from tests.lsp.editor import capabilities


def told(can: types.ClientCapabilities, locale: str | None = None, *, chosen: Tongue | None = None) -> Client:
    params = types.InitializeParams(can, locale=locale)
    return client_of(params, encoding="utf-8", chosen=chosen, usual="en")


def test_an_editor_that_says_nothing_can_do_nothing() -> None:
    assert told(types.ClientCapabilities()) == Client("en", "utf-8")
    assert told(capabilities()) == Client("en", "utf-8")


def test_every_capability_is_seen() -> None:
    can = capabilities(pulls=True, resolves=True, versioned=True, trees=True, markdown=True, watches=True)
    assert told(can) == Client("en", "utf-8", *[True] * 6)


def test_one_that_asks_for_diagnostics_but_never_again_does_not_count_as_asking() -> None:
    assert not told(capabilities(pulls=True, refreshes=False)).pulls_diagnostics
    assert not told(capabilities(pulls=False, refreshes=True)).pulls_diagnostics


@pytest.mark.parametrize(
    ("locale", "tongue"),
    [("zh", "zh"), ("zh-CN", "zh"), ("ZH_tw", "zh"), ("en-US", "en"), ("fr", "en"), (None, None), ("", None)],
)
def test_the_language_is_that_of_the_locale(locale: str | None, tongue: str | None) -> None:
    assert tongue_of(locale) == tongue


def test_a_language_that_was_chosen_comes_first_and_the_usual_last() -> None:
    assert told(capabilities(), "zh-CN").tongue == "zh"
    assert told(capabilities(), "zh-CN", chosen="en").tongue == "en"
    assert told(capabilities(), None).tongue == "en"
