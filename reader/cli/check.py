"""`paper-reader check PATH…`: what is wrong with editions and their pictures, before a reader finds it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from reader.archive.picture_findings import can_decode
from reader.cli.baseline import NewBaseline
from reader.cli.call import Call
from reader.cli.check_desk import CheckDesk, Copy
from reader.cli.check_files import STANDARD_INPUT, files_of
from reader.cli.check_tally import Tally
from reader.cli.checked import Checked
from reader.cli.exit_status import DONE, WRONG
from reader.cli.fixing import fixed
from reader.cli.wrong_use import WrongUse
from reader.copydesk.ignored_file import IgnoredFileError
from reader.edition.wording import Wording

_DOING = Wording("正在校对", "proofreading")
_NOT_DECODED = Wording(
    "没有装 pictures 扩展，图片只查在不在，没有解开来看",
    "without the pictures extra it is only seen whether pictures are there, not whether they can be shown",
)
_WRITTEN = Wording("{count} 处记入 {file}", "findings written to {file}: {count}")


class Report(Protocol):
    """Where findings go: to people or to a program."""

    def add(self, checked: Checked) -> None:
        """Take what was found in a file."""

    def close(self) -> None:
        """Say what is left to say; nothing more comes."""


def check(call: Call) -> int:
    """Report what proofreading, the loader, the pictures and the library have against the editions of PATH.

    Status 0 when nothing is at or above ``--fail-on``, 1 when something is (or with ``--diff`` alone would be
    put right), 2 when a file cannot be looked at or a folder holds no edition: that is said on standard
    error, and the rest is looked at all the same. With ``--write-baseline`` findings are no failure.
    """
    _refuse_misuse(call)
    try:
        return _Run(call).status()
    except IgnoredFileError as error:  # of the baseline: those beside editions are told with these
        call.output.say(error.render(call.tongue))
        return WRONG


class _Run:
    """One run over all files."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._desk = CheckDesk(call)
        self._asked = files_of(call)
        self._tally = Tally()
        self._told: set[Path] = set()
        self._baseline = None
        if call.has("write-baseline"):
            self._baseline = NewBaseline(Path(str(call.request.options["write-baseline"])))
        self._report = _report(call) if self._baseline is None and not call.has("diff") else None
        self._progress = call.output.progress(_DOING)

    def status(self) -> int:
        """Look at every file and return the exit status."""
        call, tally = self._call, self._tally
        for number, file in enumerate(self._asked.files):
            self._progress.step(number, len(self._asked.files))
            copy = self._desk.take(file)
            if isinstance(copy, Checked):
                self._take(copy)
            elif call.has("fix") or call.has("diff"):
                self._put_right(copy)
            else:
                self._take(self._desk.look(copy))
        self._progress.done()
        for message in self._asked.empty:
            call.output.say(message)
            tally.has_trouble = True
        if self._report is not None:
            self._report.close()
        self._close()
        if self._baseline is not None:
            return WRONG if tally.has_trouble else DONE
        return tally.status(str(call.request.options.get("fail-on", "error")))

    def _put_right(self, copy: Copy) -> None:
        call, is_written = self._call, self._call.has("fix")
        done = fixed(self._desk, copy, is_written=is_written, with_diff=call.has("diff"))
        self._tally.made += len(done.made)
        self._progress.done()
        call.output.diff(done.diff)
        self._tally.has_diff = self._tally.has_diff or (bool(done.diff) and not is_written)
        for words in done.account(is_written=is_written):
            call.output.say(words)
        self._take(done.checked)

    def _take(self, checked: Checked) -> None:
        self._tally.add(checked)
        self._progress.done()
        trouble = checked.trouble
        if trouble is not None and trouble.path in self._told:
            return  # one stylebook may be that of many editions
        if trouble is not None:
            self._told.add(trouble.path)
            self._call.output.say(trouble.render(self._call.tongue))
        for taker in (self._report, self._baseline):
            if taker is not None:
                taker.add(checked)

    def _close(self) -> None:
        """Say what the run comes to, where there is something to say or somebody to say it to."""
        call, tally = self._call, self._tally
        if self._baseline is not None:
            self._baseline.write()
            words = _WRITTEN.filled(count=self._baseline.count, file=self._baseline.path)
            call.output.say(words)
        elif tally.files and (not tally.is_silent or call.output.is_watched):
            is_fixing = call.has("fix") or call.has("diff")
            call.output.say(tally.line(call.tongue, is_fixing=is_fixing, is_written=call.has("fix")))
        if not can_decode() and not call.has("only"):
            call.output.say(_NOT_DECODED)


def _report(call: Call) -> Report:
    """Return the report of ``--format``; only that one is imported."""
    match call.request.options.get("format"):
        case "json":
            from reader.cli.check_json import JsonReport

            return JsonReport(call.output)
        case "sarif":
            from reader.cli.check_sarif import SarifReport

            return SarifReport(call.output, has_baseline=call.has("baseline"))
        case "github":
            from reader.cli.check_github import GithubReport

            return GithubReport(call.output)
        case _:
            from reader.cli.check_text import TextReport

            return TextReport(call.output)


def _refuse_misuse(call: Call) -> None:
    """Refuse options that contradict each other.

    Raises:
        WrongUse: they do.
    """
    is_text = call.request.options.get("format", "text") == "text"
    if call.has("diff") and not is_text:
        what = Wording("--diff 印的是差异，不能另选 --format", "--diff prints a diff and takes no --format")
        raise WrongUse(what, Wording("两个写一个", "write one of the two"))
    if call.has("write-baseline") and (call.has("diff") or not is_text):
        what = Wording("--write-baseline 只写文件，不印", "--write-baseline writes a file and prints nothing")
        raise WrongUse(what, Wording("去掉 --diff 和 --format", "leave out --diff and --format"))
    if call.has("fix") and STANDARD_INPUT in call.request.words:
        what = Wording("标准输入无处写回", "there is no file to write standard input back to")
        raise WrongUse(what, Wording("用 --diff，或写文件名", "use --diff, or name the file"))
