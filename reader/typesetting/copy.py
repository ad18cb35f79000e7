"""What the typesetter is handed: the copy of an article or of a notice, in pieces."""

from __future__ import annotations

from reader.typesetting.article_copy import article_copy
from reader.typesetting.notice_copy import notice_copy
from reader.typesetting.piece import Copy, Piece

__all__ = ["Copy", "Piece", "article_copy", "notice_copy"]
