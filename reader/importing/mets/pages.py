"""The pages of an issue that have been read, in order, with what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.edition.wording import Tongue
from reader.importing.language import language_of
from reader.importing.mets.alto import AltoFile
from reader.importing.mets.claims import Piece
from reader.importing.mets.languages import language_tag
from reader.importing.mets.repairing import repaired

_DOUBTFUL = 0.7
"""Mean confidence in words below which a page is told."""

_FEW = 20
"""Words of a page that is too short to be told."""


@dataclass(slots=True)
class Pages:
    """Files of text, and the pages in them."""

    files: list[AltoFile] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    """For the ID of a file in the METS document its number here."""
    labels: list[str] = field(default_factory=list)
    """What each page is called, in the order of the issue."""
    is_repairing: bool = False
    """Are words broken at lines' ends without a mark to be put back together?"""
    repairs: int = 0
    """How many were."""
    _firsts: list[int] = field(default_factory=list)

    def add(self, file: AltoFile, key: str, labels: dict[str, str]) -> None:
        """Put a file behind the others; `labels` are by IDs of pages, the empty one stands for the first."""
        if self.is_repairing:
            file, count = repaired(file)
            self.repairs += count
        self.numbers[key] = len(self.files)
        self.files.append(file)
        self._firsts.append(len(self.labels))
        named = {file.ranges.get(name, (0, 0)): label for name, label in labels.items() if name}
        for number, page in enumerate(file.pages):
            given = named.get((page.start, page.end)) or (labels.get("") if number == 0 else None)
            if given is None and len(file.pages) == 1:
                given = next(iter(labels.values()), None)
            self.labels.append(given or page.label or str(len(self.labels) + 1))

    def number_doubles(self) -> None:
        """Call the pages by their order if several have one name: some makers count each file from 1."""
        if len(set(self.labels)) < len(self.labels):
            self.labels = [str(number) for number in range(1, len(self.labels) + 1)]

    def page_of(self, piece: Piece) -> int:
        """Return the number of the page that a piece stands on, in the order of the issue."""
        return self._firsts[piece.sheet] + self.files[piece.sheet].blocks[piece.block].page

    def page_at(self, sheet: int, word: int) -> int:
        """Return the number of the page that a word of a file stands on."""
        pages = self.files[sheet].pages
        return self._firsts[sheet] + next(at for at, page in enumerate(pages) if page.end > word)

    def doubtful(self) -> list[tuple[str, float]]:
        """Return labels and confidences of the pages whose words are not recognised for certain."""
        pages = [page for file in self.files for page in file.pages]
        return [
            (label, page.confidence)
            for label, page in zip(self.labels, pages, strict=True)
            if page.confidence is not None and page.confidence < _DOUBTFUL and page.end - page.start >= _FEW
        ]

    def language(self) -> str | None:
        """Return the language that the files name for most words."""
        named = [tag for file in self.files if (tag := language_tag(file.language))]
        return max(named, key=named.count) if named else None

    def guessed_language(self) -> str:
        """Return the language that the words look like."""
        return language_of(" ".join(word.content for file in self.files[:4] for word in file.words[:2000]))


def tongue_of(language: str) -> Tongue:
    """Return the language in which the sections of a paper in this language are named."""
    return "zh" if language.split("-", maxsplit=1)[0].lower() in {"zh", "yue", "lzh", "wuu"} else "en"


def joined_labels(labels: Sequence[str]) -> list[str]:
    """Return labels once each, in order."""
    return list(dict.fromkeys(labels))
