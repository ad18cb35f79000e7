"""HTML followed tag by tag: words to where they belong, pictures, links, readings and quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.importing.html_elements import BLOCK, CREDIT, HIDDEN, VOID, WORDS_AS_PICTURES
from reader.importing.html_nesting import Nesting
from reader.importing.html_photo import HtmlPhoto, first_of_set, photo
from reader.importing.html_running import one_line
from reader.importing.html_setting import Setting
from reader.importing.html_tokens import Tag, Token, attributes

Furniture = Callable[[str, Mapping[str, str]], bool]
"""Is the element of this name and these attributes left out, with all that it holds?"""

_BLANK = " \t\n\f"
_BRACKETS = " \t\n\f()（）[]［］【】〔〕〈〉《》"
_MARKS = ("“”", "‘’")
_READINGS = frozenset({"rt", "rtc"})
_RUBY = frozenset({"ruby", "rb", "rp", "rt", "rtc"})
_PICTURES = frozenset({"img", "image"})


class HtmlReader:
    """Reads tokens one at a time; there is no tree, so depth costs nothing but an entry in a list."""

    def __init__(self, furniture: Furniture | None = None) -> None:
        self.setting = Setting()
        self.title: str | None = None
        self.links: list[tuple[str, str]] = []
        self._nesting = Nesting(self.setting)
        self._furniture = furniture
        self._skipping = ""
        self._skipped = 0
        self._link: tuple[str, list[str]] | None = None
        self._reading: int | None = None
        self._is_between_readings = False
        self._quotes = 0
        self._titling = False
        self._source = ""
        self._drawings = 0
        self._credit: tuple[str, int, int] | None = None

    def read(self, token: Token) -> None:
        """Take the next token of the text."""
        if isinstance(token, str):
            self._text(token)
        elif self._skipping:
            self._skip(token)
        elif token.opens:
            self._titling = False
            self._open(token)
        else:
            self._titling = False
            self._close(token.name)

    def finish(self) -> None:
        """End the text, with everything that is still open in it."""
        self._end_reading()
        self._end_link()
        self._end_quotes()
        self._nesting.close_all()

    def _text(self, text: str) -> None:
        if self._skipping or (self._is_between_readings and not text.strip(_BRACKETS)):
            return
        if self._titling and self.title is None:
            self.title = one_line(text) or None
            return
        if text.strip(_BLANK):
            self._nesting.enter_cell()
        self.setting.run.add(text)
        if self._link is not None:
            self._link[1].append(text)

    def _skip(self, tag: Tag) -> None:
        if tag.name == self._skipping and not tag.is_empty:
            self._skipped += 1 if tag.opens else -1
            if not self._skipped:
                self._skipping = ""

    def _open(self, tag: Tag) -> None:
        name = tag.name
        words = attributes(tag.source) if tag.source else {}
        is_block = name in BLOCK
        if self._is_left_out(name, words):
            if is_block:
                self._end_block()
                self.setting.flush()
            if not tag.is_empty and name not in VOID:
                self._skipping, self._skipped = name, 1
            return
        if is_block:
            self._end_block()
        if name in _PICTURES:
            self._picture(words)
        elif name == "title":
            self._titling = True
        elif name == "hr":
            self._nesting.rule()
        elif is_block:
            self._nesting.open(name, words)
        else:
            self._open_inline(name, words)
        self._note_ids(name, words)
        if tag.is_empty and name not in VOID:
            self._close(name)

    def _is_left_out(self, name: str, words: Mapping[str, str]) -> bool:
        if name in HIDDEN or (name == "title" and self._drawings):
            return True
        return self._furniture is not None and self._furniture(name, words)

    def _note_ids(self, name: str, words: Mapping[str, str]) -> None:
        if words:
            names = ("id", "xml:id", "name") if name == "a" else ("id", "xml:id")
            self.setting.ids += [words[key] for key in names if words.get(key)]

    def _open_inline(self, name: str, words: Mapping[str, str]) -> None:
        run = self.setting.run
        if name == "br":
            run.end_line()
        elif name == "a":
            if words.get("href"):
                self._end_link()
                self._link = (words["href"].strip(), [])
        elif name in _RUBY:
            self._end_reading()
            self._is_between_readings = name == "rp"
            self._reading = run.mark if name in _READINGS else None
        elif name == "q":
            run.add(_MARKS[self._quotes % 2][0])
            self._quotes += 1
        elif name == "cite":
            self.setting.cite = (run.mark, run.mark)
        elif name == "source":
            self._source = first_of_set(words.get("srcset", "")) or self._source
        elif name == "picture":
            self._source = ""
        elif name == "svg":
            self._drawings += 1
        elif name == "object" and words.get("type", "").startswith("image/"):
            self._picture({**words, "src": words.get("data", "")})
        if self.setting.figures:
            self._open_credit(name, words)

    def _open_credit(self, name: str, words: Mapping[str, str]) -> None:
        if self._credit is not None:
            if name == self._credit[0]:
                self._credit = (name, self._credit[1] + 1, self._credit[2])
        elif name not in VOID and CREDIT.search(words.get("class", "")):
            self._credit = (name, 1, self.setting.run.mark)

    def _close(self, name: str) -> None:
        run = self.setting.run
        if name in BLOCK:
            if name not in {"hr", "title"}:
                self._end_block()
                self._nesting.close(name)
            return
        if name == "br":
            run.end_line()
        elif name == "a":
            self._end_link()
        elif name in _RUBY:
            self._end_reading()
        elif name == "q":
            self._end_quotes(1)
        elif name == "cite" and self.setting.cite is not None:
            self.setting.cite = (self.setting.cite[0], run.mark)
        elif name == "svg":
            self._drawings = max(0, self._drawings - 1)
        if self._credit is not None and name == self._credit[0]:
            self._close_credit()

    def _close_credit(self) -> None:
        name, depth, mark = self._credit or ("", 1, 0)
        if depth > 1:
            self._credit = (name, depth - 1, mark)
            return
        self._credit = None
        words = self.setting.run.cut(mark)
        if words and self.setting.figures:
            self.setting.figures[-1].credits.append(words)

    def _end_block(self) -> None:
        """End what cannot reach over the end of a paragraph."""
        self._end_reading()
        if self._quotes:
            self._end_quotes()
        self._credit = None

    def _end_reading(self) -> None:
        self._is_between_readings = False
        if self._reading is not None:
            self.setting.run.bracket(self._reading)
            self._reading = None

    def _end_quotes(self, count: int | None = None) -> None:
        for _ in range(min(self._quotes, 1) if count else self._quotes):
            self._quotes -= 1
            self.setting.run.add(_MARKS[self._quotes % 2][1])

    def _end_link(self) -> None:
        if self._link is not None:
            href, words = self._link
            self.links.append((one_line("".join(words)), href))
            self._link = None

    def _picture(self, words: Mapping[str, str]) -> None:
        alt = words.get("alt", "")
        if alt and WORDS_AS_PICTURES.search(words.get("class", "")):
            self._text(alt)
            return
        found = photo(words, self._source)
        if found is not None and not self._is_repeated(found):
            self._nesting.enter_cell()
            self.setting.place(found)

    def _is_repeated(self, found: HtmlPhoto) -> bool:
        """Is it the photo just placed, once more for readers without scripts?"""
        photos = self.setting.photos
        return bool(photos) and photos[-1][:2] == found[:2] and self.setting.ends_with_photo
