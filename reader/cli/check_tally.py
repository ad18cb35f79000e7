"""What a run of `check` comes to: how many of what, in one line, and what the shell is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.cli.checked import Checked
from reader.cli.exit_status import DONE, FINDINGS, WRONG
from reader.edition.wording import Tongue, Wording
from reader.proofreading.error_rate import ErrorRate, error_rate
from reader.proofreading.severity import Severity

NEVER = "never"
"""The word of ``--fail-on`` that makes no finding a failure."""

_FILES = (Wording("{count} 期", "1 edition"), Wording("{count} 期", "{count} editions"))
_COUNTED = {
    Severity.ERROR: (Wording("差错 {count}", "1 error"), Wording("差错 {count}", "{count} errors")),
    Severity.WARNING: (Wording("警告 {count}", "1 warning"), Wording("警告 {count}", "{count} warnings")),
    Severity.INFO: (Wording("提示 {count}", "1 remark"), Wording("提示 {count}", "{count} remarks")),
}
_PROPOSED = Wording("{count} 处附改法待看", "{count} with a proposal to look at")
_UNSEEN = Wording("没能看的 {count} 个", "{count} could not be looked at")
_FIXABLE = Wording("--fix 可改 {count} 处", "--fix can put right {count}")
_MADE = Wording("已改 {count} 处", "{count} put right")
_WOULD = Wording("可改 {count} 处", "{count} would be put right")
_IGNORED = Wording("已忽略 {count} 处", "{count} ignored")
_KNOWN = Wording("基线内 {count} 处", "{count} in the baseline")
_CLEAN = Wording("没有要改的", "nothing to put right")


class Tally:
    """Counts what is found, file after file."""

    def __init__(self) -> None:
        self.files = 0
        """Files that could be looked at."""
        self.severities: Counter[Severity] = Counter()
        self.fixable = 0
        """Findings that ``--fix`` would put right."""
        self.proposed = 0
        """Findings with a change that somebody should look at first."""
        self._rate = ErrorRate(0.0, 0)
        self.ignored = 0
        self.known = 0
        self.made = 0
        """Findings that were put right, or with ``--diff`` alone would be."""
        self.unseen = 0
        """Files that could not be looked at."""
        self.has_trouble = False
        self.has_diff = False

    def add(self, checked: Checked) -> None:
        """Count a file."""
        if checked.trouble is not None:
            self.has_trouble = True
        if checked.trouble is not None and checked.manuscript is None:
            self.unseen += 1
        else:
            self.files += 1
        self.severities.update(one.severity for one in checked.findings)
        self.fixable += sum(one.is_safe for one in checked.findings)
        self.proposed += sum(one.is_fixable and not one.is_safe for one in checked.findings)
        self.ignored += len(checked.silenced)
        self.known += len(checked.known)
        self._weigh(checked)

    def _weigh(self, checked: Checked) -> None:
        """Add a Chinese edition to the error rate; the law counts characters, which letters are not."""
        if checked.manuscript is None or not checked.manuscript.proof.edition.is_cjk:
            return
        found = [one.finding for one in checked.findings if one.finding is not None]
        own = error_rate(found, checked.manuscript.proof)
        self._rate = ErrorRate(self._rate.weighted + own.weighted, self._rate.characters + own.characters)

    @property
    def is_silent(self) -> bool:
        """Is there nothing to tell?"""
        return not (self.severities or self.ignored or self.known or self.made or self.has_trouble)

    def status(self, fail_on: str) -> int:
        """Return the exit status, where findings of this severity (or `NEVER`) fail."""
        if self.has_trouble:
            return WRONG
        if self.has_diff:
            return FINDINGS
        if fail_on == NEVER:
            return DONE
        gravity = Severity(fail_on).gravity
        return FINDINGS if any(one.gravity >= gravity for one in self.severities) else DONE

    def line(self, tongue: Tongue, *, is_fixing: bool, is_written: bool) -> str:
        """Return the tally in one line."""
        parts = [_counted(_FILES, self.files).say(tongue)]
        marks = {"zh": ("：", "、", "；"), "en": (": ", ", ", "; ")}[tongue]
        found = [
            _counted(_COUNTED[severity], self.severities[severity]).say(tongue)
            for severity in Severity
            if self.severities[severity]
        ]
        parts += [marks[0], marks[1].join(found) if found else _CLEAN.say(tongue)]
        for words in self._more(is_fixing=is_fixing, is_written=is_written):
            parts += [marks[2], words.say(tongue)]
        return "".join(parts)

    def _more(self, *, is_fixing: bool, is_written: bool) -> Iterator[Wording]:
        if self.made:
            yield (_MADE if is_written else _WOULD).filled(count=self.made)
        if self.fixable and not is_fixing:
            yield _FIXABLE.filled(count=self.fixable)
        if self.proposed:
            yield _PROPOSED.filled(count=self.proposed)
        if self.ignored:
            yield _IGNORED.filled(count=self.ignored)
        if self.known:
            yield _KNOWN.filled(count=self.known)
        if self._rate.weighted:
            yield self._rate.wording
        if self.unseen:
            yield _UNSEEN.filled(count=self.unseen)


def _counted(words: tuple[Wording, Wording], count: int) -> Wording:
    return words[count != 1].filled(count=count)
