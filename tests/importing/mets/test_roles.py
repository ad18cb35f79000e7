from __future__ import annotations

import pytest

from reader.edition.article import Kind
from reader.importing.mets.roles import Role, kind_of, role_of


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("ARTICLE", Role.ITEM),
        ("Article", Role.ITEM),
        ("np:page", Role.FRAME),
        ("BODY_CONTENT", Role.BODY),
        ("Body Content", Role.BODY),
        ("TITLE_SECTION", Role.MASTHEAD),
        ("OVERLINE", Role.KICKER),
        ("cross-heading", Role.SUBHEAD),
        ("Textblock", Role.TEXT),
        ("", None),
        ("WHATEVER", None),
    ],
)
def test_a_type_is_known_however_it_is_spelt(name: str, role: Role | None) -> None:
    assert role_of(name) is role


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ADVERTISEMENT", Kind.AD),
        ("freead", Kind.AD),
        ("letter to the editor", Kind.LETTER),
        ("Obituary", Kind.NEWS),
        ("novel", Kind.FEATURE),
        ("SECTION", None),
    ],
)
def test_a_type_or_a_genre_tells_the_kind(name: str, kind: Kind | None) -> None:
    assert kind_of(name) is kind
    assert (role_of(name) is Role.ITEM) is (kind is not None)
