"""The pictures a Markdown document shows: what lies beside it comes along."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

from reader.edition.article import Photo
from reader.edition.wording import Wording
from reader.importing.html_photo import HtmlPhoto
from reader.importing.imported import Picture
from reader.importing.observation import CannotImport
from reader.importing.page_text.markdown_nodes import Node
from reader.importing.page_text.telling import Telling
from reader.importing.source import Source

_REMOTE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_NOT_IN_NAMES = re.compile(r"[^\w.-]+")
_ELSEWHERE = Wording(
    "图片不在这里，没有取来：{address}", "the picture lies elsewhere and was not fetched: {address}"
)
_GET = Wording("取来放在一起再导入", "put it beside the file and import again")


class Pictures:
    """Gathers the pictures of one document."""

    def __init__(self, source: Source, tell: Telling) -> None:
        self._source = source
        self._tell = tell
        self._names: dict[str, str] = {}
        self.found: list[Picture] = []

    def photo(self, shown: HtmlPhoto, node: Node) -> Photo:
        """Return the photo of a picture; where the file is not beside the document, its address stays."""
        address = shown.src
        if shown.alt in (address, unquote(address)):
            shown = shown._replace(alt=None)  # ours print the file's name where nothing is said of it
        if address in self._names:
            return Photo(file=self._names[address], alt=shown.alt, caption=shown.caption, credit=shown.credit)
        file = self._taken(address) if address and not _REMOTE.match(address) else None
        if file is not None:
            return Photo(file=file, alt=shown.alt, caption=shown.caption, credit=shown.credit)
        if address:
            short = address if not address.startswith("data:") else "data:"
            self._tell.undecided(node.place, _ELSEWHERE.filled(address=short), _GET)
            alt = f"{shown.alt} ({short})" if shown.alt else short
            return Photo(alt=alt, caption=shown.caption, credit=shown.credit)
        return Photo(alt=shown.alt, caption=shown.caption, credit=shown.credit)

    def _taken(self, address: str) -> str | None:
        path = unquote(address.partition("#")[0].partition("?")[0])
        try:
            beside = self._source.beside(path)
        except (CannotImport, OSError, ValueError):
            return None
        name = _NOT_IN_NAMES.sub("-", PurePosixPath(path).name).lstrip(".-") or "picture"
        stem, dot, suffix = name.rpartition(".")
        number, file = 1, name
        while file in self._names.values():
            number += 1
            file = f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}"
        self._names[address] = file
        self.found.append(Picture(file, beside.data))
        return file
