"""The events of the YAML parser in, the words of a file out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader.loading.complaint import complaint, tell_complaint
from reader.loading.decoding import Source
from reader.loading.position import COLUMN_BITS, packed
from reader.loading.problem import ProblemList
from reader.loading.refusals import (
    refuse_alias,
    refuse_anchor,
    refuse_depth,
    refuse_directive,
    refuse_document,
    refuse_emptiness,
    refuse_key,
    refuse_key_of_many,
    refuse_number,
    refuse_tag,
    warn_of_open_end,
)
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
        if "maximum nesting depth" in (error.problem or "") and error.problem_mark is not None:
            at = _too_deep_at(loader(source.text[: error.problem_mark.index]))
            refuse_depth(problems, MAX_DEPTH, source.in_file(at))
            return reading.root
        is_all_wrong = tell_complaint(error, source, problems, reading.last())
        reading.drop_last(is_container_meant=not is_all_wrong)
    except (yaml.YAMLError, _Enough) as error:
        reading.break_off()
        if not problems:
            problems.error(0, *complaint(str(error), ""))
    if reading.root is None and not problems:
        refuse_emptiness(problems)
    return reading.root


def _too_deep_at(parser: Any) -> int:
    """Return where lists and mappings first stand deeper than `MAX_DEPTH`.

    A parser with a limit of its own (PyYAML 6.0.4: 1000) complains while it looks ahead, before it hands out
    the events of what it has seen; of the text up to there it does.
    """
    import yaml

    depth = at = 0
    try:
        while depth <= MAX_DEPTH and (event := parser.get_event()) is not None:
            if isinstance(event, yaml.CollectionStartEvent) and event.start_mark is not None:
                depth += 1
                at = packed(event.start_mark.line + 1, event.start_mark.column + 1)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        pass  # cut off in the middle: what stood before is known
    return at


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
        # Quoted, a text may hold characters the file does not, but only by way of a backslash.
        self._unseen_in_quotes = UNSEEN if "\\" in source.text else self._unseen
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

    def last(self) -> Node | None:
        """Return the value read last, where the parser stumbled."""
        here = self._here
        if type(here) is Listing and here.nodes:
            return here.nodes[-1]
        if type(here) is Mapping and here.nodes:
            return next(reversed(here.nodes.values()))
        return None

    def drop_last(self, *, is_container_meant: bool = True) -> None:
        """Refuse the word the parser stumbled after: it may be half of what was meant."""
        here, node = self._here, self.last()
        if node is None or (type(node) is not Word and is_container_meant):
            return
        refused = Word(node.text if type(node) is Word else "", node.at, REFUSED)
        if type(here) is Listing:
            here.nodes[-1] = refused
        elif type(here) is Mapping:
            here.nodes[next(reversed(here.nodes))] = refused

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
                refuse_key(self._problems, key, here.keys.get(key), at)
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
            flaws |= self._unseen_in_quotes
            flaws |= QUOTED_LINES if event.end_mark.line != line else 0
        word = _new_tuple(Word, (event.value, at, flaws))
        if key is not None and type(here) is Mapping and self._left:
            self._left -= 1
            if key is not _NO_KEY:
                here.nodes[key] = word
            self._key = None
        else:
            self._put(word)

    def _put(self, node: Node) -> None:
        here = self._here
        if not self._left:
            refuse_number(self._problems, self._most, node.at)
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
            refuse_depth(self._problems, MAX_DEPTH, node.at)
            raise _Enough
        is_key = type(self._here) is Mapping and self._key is None
        if is_key:
            refuse_key_of_many(self._problems, node.at)
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
        refuse_alias(self._problems, event.anchor, at)
        if type(self._here) is Mapping and self._key is None:
            self._key = _NO_KEY
        else:
            self._put(Word("", at, REFUSED))

    def _open_document(self, event: Any) -> None:
        self._documents += 1
        at = self._at(event)
        if self._documents > 1:
            refuse_document(self._problems, at)
            raise _Enough
        if event.tags:
            refuse_directive(self._problems, at)

    def _close_document(self, event: Any) -> None:
        if not event.explicit:
            last = self._source.text.rstrip("\n").count("\n") + 1
            warn_of_open_end(self._problems, packed(last, 1))

    def _refuse_properties(self, event: Any, at: int) -> None:
        if event.anchor is not None:
            refuse_anchor(self._problems, event.anchor, at)
        if event.tag is not None:
            refuse_tag(self._problems, event.tag, at)

    def _at(self, event: Any) -> int:
        at: int = event.start_mark.line << COLUMN_BITS | event.start_mark.column
        return self._source.in_file(at) if self._has_shifts else at
