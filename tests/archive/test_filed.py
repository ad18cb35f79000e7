"""What an index keeps of an edition: the words of every piece as in its copy, of a notice its own."""

from __future__ import annotations

from pathlib import Path

from reader.archive.clause import Part
from reader.archive.filed import filed, front
from reader.loading.load import load_edition
from reader.typesetting.copy import article_copy
from tests.cli.paper import put
from tests.shipped import PATHS


def test_every_text_of_every_article_is_kept_in_its_place() -> None:
    for path in PATHS:
        loaded = load_edition(path)
        kept = {piece.piece: piece for piece in filed("x.yaml", loaded).pieces}
        for article in loaded.edition.articles():
            pieces = article_copy(loaded.edition, article).all()
            assert kept[loaded.edition.reference(article).piece].texts == tuple(p.text for p in pieces)


def test_titles_and_bylines_are_told_from_the_rest() -> None:
    for path in PATHS:
        for piece in filed("x.yaml", load_edition(path)).pieces:
            assert len(piece.parts) == len(piece.texts)
            assert Part.TITLE in piece.parts
            assert piece.kind is None or piece.parts[piece.opening] is None or piece.opening == 0


def test_of_a_notice_only_its_own_words_are_kept() -> None:
    found = 0
    for path in PATHS:
        loaded = load_edition(path)
        for notice in loaded.edition.notices:
            (piece,) = [
                piece for piece in filed("x.yaml", loaded).pieces if piece.piece == f"notice:{notice.id}"
            ]
            words = "".join(piece.texts)
            assert notice.title in words
            # How it stands, and when, is said anew every day: neither is found.
            assert "In force" not in words
            assert "生效" not in words.replace(notice.text, "").replace(notice.instruction, "")
            found += 1
    assert found > 3


def test_the_front_headline_is_the_lead_wherever_it_stands(tmp_path: Path) -> None:
    path = put(tmp_path, "2024-01-01")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- id: bridge-more", "- id: bridge-more\n        prominence: lead"), "utf-8")
    leading = front(load_edition(path).edition)
    assert leading is not None
    assert leading.headline == "桥的另一半"
    assert filed("x.yaml", load_edition(path)).headline == "桥的另一半"
