"""What `--fix` does to a file, and what `--diff` shows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.cli.check_desk import CheckDesk, Copy
from reader.cli.checked import Checked, Trouble
from reader.cli.unified_diff import unified_diff
from reader.copydesk.atomic import write_whole
from reader.copydesk.correct import correct_safely
from reader.copydesk.examine import Examined, Located
from reader.edition.wording import Wording
from reader.loading.file_state import read_file
from reader.loading.problem import EditionError, Problem

_CHANGED = Problem(
    1,
    1,
    Wording("读取之后文件被改动，没有写回", "the file changed after it was read, and was not written"),
    Wording("再运行一次", "run it again"),
)
_UNFAITHFUL = Problem(
    1,
    1,
    Wording(
        "按这个编码写回会改动别的字节，没有写回",
        "written back in this encoding other bytes would change, so it was not written",
    ),
    Wording("先把文件存成 UTF-8", "save the file as UTF-8 first"),
)
_NARROW = Problem(
    1,
    1,
    Wording(
        "这个编码写不下改正的字符，没有写回",
        "this encoding cannot carry the corrections, so the file was not written",
    ),
    Wording("先把文件存成 UTF-8", "save the file as UTF-8 first"),
)
_CLOSED = Wording("写不了这个文件（{reason}）", "the file cannot be written ({reason})")
_CHECK_DISK = Wording("检查磁盘和权限", "check the disk and your permissions")

_MADE = Wording("{path}: 改正 {count} 处（{rules}）", "{path}: {count} put right ({rules})")
_WOULD = Wording("{path}: 可改正 {count} 处（{rules}）", "{path}: {count} would be put right ({rules})")
_REFUSED = Wording(
    "{path}: 未改 {count} 处（{rules}）：改了会牵动文件里别的内容，请手工改",
    "{path}: {count} left ({rules}): the change would touch something else in the file; make it by hand",
)


class Fixed(NamedTuple):
    """A file with what is safe put right, in memory or on disk."""

    checked: Checked
    """What is left in it; of a file that could not be written, what was in it."""
    made: Sequence[Located] = ()
    refused: Sequence[Located] = ()
    diff: Sequence[str] = ()
    """Lines of a unified diff, with their ends."""

    def account(self, *, is_written: bool) -> Iterator[Wording]:
        """Yield what was done, rule by rule, and what was left and why."""
        path = self.checked.path
        for words, found in ((_MADE if is_written else _WOULD, self.made), (_REFUSED, self.refused)):
            if found:
                yield words.filled(path=path, count=len(found), rules=by_rule(found))


def fixed(desk: CheckDesk, copy: Copy, *, is_written: bool, with_diff: bool) -> Fixed:
    """Put right what is safe in a copy, as often as that uncovers more, and look at it again.

    With `is_written` the file is written, whole or not at all, and only if it is on disk what it was when it
    was read; a file without anything to put right is not touched.
    """
    checked = desk.look(copy)
    examined = Examined(
        copy.manuscript, [one for one in checked.findings if one.finding is not None], checked.silenced
    )
    try:
        done = correct_safely(examined, copy.stylebook, ignored=(*copy.ignored, *copy.known))
    except UnicodeEncodeError:
        return Fixed(checked._replace(trouble=Trouble(copy.file.path, (_NARROW,))))
    refused = [*done.refused, *_untraced(checked.findings)]
    if not done.made:
        return Fixed(checked, (), refused)
    if is_written:
        trouble = _write(copy, done.manuscript.data, desk.encoding)
        if trouble is not None:
            return Fixed(checked._replace(trouble=trouble))
    diff = unified_diff(copy.manuscript.text, done.pieces, copy.file.path) if with_diff else ()
    after = desk.look(copy._replace(manuscript=done.manuscript))
    return Fixed(after, done.made, refused, list(diff))


def by_rule(found: Iterable[Located]) -> str:
    """Return how many there are of each rule, ``T-WIDTH 10, T-DASH 2``."""
    counts = Counter(one.rule for one in found)
    return ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items()))


def _untraced(found: Iterable[Located]) -> list[Located]:
    """Return what would be safe to put right, could the characters of its text be traced in the file."""
    return [
        one
        for one in found
        if one.finding is not None and one.finding.is_safe and one.finding.changes and not one.is_fixable
    ]


def _write(copy: Copy, data: bytes, encoding: str) -> Trouble | None:
    """Write a file, or return why it was not written."""
    path, before = copy.file.path, copy.manuscript
    try:
        if not before.data.endswith(before.text.encode(encoding)):
            return Trouble(path, (_UNFAITHFUL,))
        on_disk, _ = read_file(path, max(len(before.data), 1))
        if on_disk != before.data:
            return Trouble(path, (_CHANGED,))
        write_whole(path, data)
    except UnicodeEncodeError:
        return Trouble(path, (_UNFAITHFUL,))
    except EditionError:  # gone, or grown
        return Trouble(path, (_CHANGED,))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Trouble(path, (Problem(1, 1, _CLOSED.filled(reason=reason), _CHECK_DISK),))
    return None
