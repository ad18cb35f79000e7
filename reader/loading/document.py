"""The events of the YAML parser in, the words of a file out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.edition.wording import Wording
from reader.loading.complaint import complaint, tell_complaint
from reader.loading.decoding import Source
from reader.loading.position import COLUMN_BITS, line_of, packed
from reader.loading.problem import ProblemList, shown
from reader.loading.words import (
    CUT,
    FOLDED,
    LITERAL,
    MANY_LINES,
    QUOTED_LINES,
    REFUSED,
    UNSEEN,
    Listing,
    Mapping,
    Node,
    Word,
)

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 32
"""How deep lists and mappings may stand in one another."""

_AFTER_CUT = re.compile(r"[ \t]+#[^ \t\n]").match


class _Enough(Exception):
    """Reading on would be unsafe or useless; why is among the problems."""


_new_tuple = tuple.__new__  # half the cost of calling the class, and there are thousands

# Compared by identity: takes the place of a key that was refused, so that its value is read and dropped.
_NO_KEY = "no key"


def read_words(source: Source, problems: ProblemList, most_values: int) -> Node | None:
    """Read the one document of a file, as far as it goes; at most `most_values` texts, lists and mappings.

    The parser's events are read in a loop, never composed: depth, aliases and size are checked before
    anything is built, because composing recurses in C and kills the interpreter on 80 KB of ``[``.
    """
    import yaml

    # Wheels bring libyaml; a source build without it reads the same, slower.
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parser = loader(source.data if loader is not yaml.SafeLoader else source.text)
    reading = _Reading(source, problems, most_values)
    try:
        reading.read(parser.get_event)
    except yaml.MarkedYAMLError as error:
        reading.break_off()
        reading.drop_last()
        tell_complaint(error, source, problems)
    except (yaml.YAMLError, _Enough) as error:
        reading.break_off()
        if not problems:
            problems.error(0, *complaint(str(error), ""))
    if reading.root is None and not problems:
        problems.error(
            0,
            Wording("文件是空的", "the file is empty"),
            Wording("至少写上 format、paper、date 和 sections", "write format, paper, date and sections"),
        )
    return reading.root


class _Reading:
    """The stack of one pass over the events."""

    def __init__(self, source: Source, problems: ProblemList, most_values: int) -> None:
        self.root: Node | None = None
        self._source = source
        self._problems = problems
        self._left = self._most = most_values
        self._stack: list[tuple[Mapping | Listing | None, str | None, bool]] = []
        self._here: Mapping | Listing | None = None
        self._key: str | None = None
        self._documents = 0
        self._text = source.text
        self._has_shifts = bool(source.shifts)
        self._unseen = 0 if source.is_clean else UNSEEN
        self._may_be_cut = " #" in source.text or "\t#" in source.text

    def read(self, next_event: Callable[[], yaml.Event | None]) -> None:
        import yaml

        scalar = yaml.ScalarEvent
        others: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_listing,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._open_document,
            yaml.DocumentEndEvent: self._close_document,
        }
        while (event := next_event()) is not None:
            if type(event) is scalar:
                self._scalar(event)
            elif act := others.get(type(event)):
                act(event)

    def break_off(self) -> None:
        """Mark everything still open as not whole."""
        for container, _, _ in [*self._stack, (self._here, None, False)]:
            if container is not None:
                container.is_whole = False

    def drop_last(self) -> None:
        """Refuse the word the parser stumbled after: it may be half of what was meant."""
        here = self._here
        if type(here) is Mapping and here.nodes:
            key, node = next(reversed(here.nodes.items()))
            if type(node) is Word:
                here.nodes[key] = node._replace(flaws=REFUSED)
        elif type(here) is Listing and here.nodes and type(here.nodes[-1]) is Word:
            here.nodes[-1] = here.nodes[-1]._replace(flaws=REFUSED)

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        line = mark.line
        at = line << COLUMN_BITS | mark.column
        if self._has_shifts:
            at = self._source.in_file(at)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, at)
        here = self._here
        key = self._key
        if key is None and type(here) is Mapping:
            key = event.value
            if key in here.keys or key == "<<":
                self._refuse_key(here, key, at)
                key = _NO_KEY
            else:
                here.keys[key] = at
            self._key = key
            return
        flaws = self._unseen
        style = event.style
        if not style:  # plain
            end = event.end_mark
            if end.line != line:
                flaws |= MANY_LINES
            if self._may_be_cut and _AFTER_CUT(self._text, end.index):
                flaws |= CUT
        elif style == "|":
            flaws |= LITERAL
        elif style == ">":
            flaws |= FOLDED
        else:
            flaws |= UNSEEN
            flaws |= QUOTED_LINES if event.end_mark.line != line else 0
        word = _new_tuple(Word, (event.value, at, flaws))
        if key is not None and type(here) is Mapping and self._left:
            self._left -= 1
            if key is not _NO_KEY:
                here.nodes[key] = word
            self._key = None
        else:
            self._put(word)

    def _refuse_key(self, here: Mapping, key: str, at: int) -> None:
        if key not in here.keys:
            what = Wording("不能用“<<”合并", "“<<” merges are not read")
            self._problems.error(at, what, Wording("把要合并的各键写出来", "write the keys out"))
            return
        what = Wording(
            "“{key}”在第 {first} 行和第 {second} 行写了两次",
            "“{key}” stands twice, on lines {first} and {second}",
        ).filled(key=shown(key), first=line_of(here.keys[key]), second=line_of(at))
        self._problems.error(at, what, Wording("留下一个", "keep one of them"))

    def _put(self, node: Node) -> None:
        here = self._here
        if not self._left:
            what = Wording("文件里有 {count} 个以上的值", "the file holds more than {count} values")
            advice = Wording(
                "拆成几个文件，或用 --max-size 提高上限", "split it, or raise the limit with --max-size"
            )
            self._problems.error(node.at, what.filled(count=self._most), advice)
            self.root = None  # to look at all of them would take too long
            raise _Enough
        self._left -= 1
        if type(here) is Mapping:
            if self._key is not None and self._key is not _NO_KEY:
                here.nodes[self._key] = node
            self._key = None
        elif type(here) is Listing:
            here.nodes.append(node)
        else:
            self.root = node

    def _open_mapping(self, event: Any) -> None:
        self._open(event, Mapping(self._at(event)))

    def _open_listing(self, event: Any) -> None:
        self._open(event, Listing(self._at(event)))

    def _open(self, event: Any, node: Mapping | Listing) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, node.at)
        if len(self._stack) >= MAX_DEPTH:
            what = Wording("嵌套超过 {depth} 层", "nested deeper than {depth} levels").filled(depth=MAX_DEPTH)
            advice = Wording("删去多余的“[”“{{”“- ”", "remove the “[”, “{{” or “- ” too many").filled()
            self._problems.error(node.at, what, advice)
            raise _Enough
        is_key = type(self._here) is Mapping and self._key is None
        if is_key:
            what = Wording("键是一个列表或映射", "a key is a list or a mapping")
            self._problems.error(node.at, what, Wording("键写成一个词", "write one word as the key"))
        else:
            self._put(node)
        self._stack.append((self._here, self._key, is_key))
        self._here, self._key = node, None

    def _close(self, _: Any) -> None:
        self._here, self._key, was_key = self._stack.pop()
        if was_key:
            self._key = _NO_KEY

    def _alias(self, event: Any) -> None:
        at = self._at(event)
        what = Wording("不能用别名“*{name}”", "the alias “*{name}” is not read").filled(
            name=shown(event.anchor)
        )
        advice = Wording(
            "把内容再写一遍；文字以“*”开头就放进引号",
            "write the content again, or quote a text that begins with “*”",
        )
        self._problems.error(at, what, advice)
        if type(self._here) is Mapping and self._key is None:
            self._key = _NO_KEY
        else:
            self._put(Word("", at, REFUSED))

    def _open_document(self, event: Any) -> None:
        self._documents += 1
        at = self._at(event)
        if self._documents > 1:
            what = Wording("文件里有第二个文档", "there is a second document in the file")
            self._problems.error(at, what, Wording("一个文件只放一期", "one file holds one edition"))
            raise _Enough
        if event.tags:
            what = Wording("不能用 %TAG 指令", "%TAG directives are not read")
            self._problems.error(at, what, Wording("删去这一行", "remove this line"))

    def _close_document(self, event: Any) -> None:
        if not event.explicit:
            last = self._source.text.rstrip("\n").count("\n") + 1
            what = Wording(
                "没有最后一行“...”，文件可能被截断", "there is no last line “...”: the file may be cut"
            )
            self._problems.warning(
                packed(last, 1), what, Wording("写全后在末行加“...”", "end it with a line “...”")
            )

    def _refuse_properties(self, event: Any, at: int) -> None:
        if event.anchor is not None:
            what = Wording("不能用锚点“&{name}”", "the anchor “&{name}” is not read").filled(
                name=shown(event.anchor)
            )
            advice = Wording(
                "删去锚点；文字以“&”开头就放进引号", "remove it, or quote a text that begins with “&”"
            )
            self._problems.error(at, what, advice)
        if event.tag is not None:
            what = Wording("不能用标签“{tag}”", "the tag “{tag}” is not read").filled(tag=shown(event.tag))
            advice = Wording(
                "删去标签；文字以“!”开头就放进引号", "remove it, or quote a text that begins with “!”"
            )
            self._problems.error(at, what, advice)

    def _at(self, event: Any) -> int:
        at: int = event.start_mark.line << COLUMN_BITS | event.start_mark.column
        return self._source.in_file(at) if self._has_shifts else at
