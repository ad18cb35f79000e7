"""The caption of a photo that comes as an item of its own, with a headline of its own."""

from __future__ import annotations

from reader.importing.wire.body import squeezed


def caption_of(caption: str | None, *above: str | None) -> str | None:
    """Return a caption with what stands over it, in order, put before it; none of it twice."""
    parts = [caption] if caption else []
    for words in reversed(above):
        if words and not any(squeezed(words) in squeezed(part) for part in parts):
            parts.insert(0, words)
    return " ".join(parts) or None
