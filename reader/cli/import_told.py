"""What an import tells: every failure, some of what was guessed, and at the end what has come of it."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.call import Call
from reader.cli.import_shelf import Written
from reader.edition.edition import Edition
from reader.edition.printable import printable_line
from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation

_SHOWN = 30
"""Observations that are shown of a run, failures not counted; ``--verbose`` shows all."""

_ONE = Wording("{path}：{articles} 篇，{notices} 则公告", "{path}: articles: {articles}, notices: {notices}")
_SAME = Wording("{path}：没有变化", "{path}: unchanged")
_MANY = Wording(
    "{editions} 期，{articles} 篇，{notices} 则公告；未变 {same} 期，失败 {failed} 处",
    "editions: {editions}, articles: {articles}, notices: {notices}; unchanged: {same}, failures: {failed}",
)
_MORE = Wording(
    "推断、存疑、略去的还有 {count} 处；加 --verbose 逐条列出",
    "guessed, undecided or left out besides: {count}; --verbose lists them",
)


class Told:
    """Tells on standard error and keeps count."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._is_verbose = call.has("verbose")
        self._shown = 0
        self._held_back = 0
        self._editions: list[tuple[str, int, int]] = []
        self._same: list[str] = []
        self._articles = 0
        self._notices = 0
        self.failed = 0
        """How many sources or items could not be imported."""

    @property
    def editions(self) -> int:
        """How many editions have come of it, those that lay there already among them."""
        return len(self._editions) + len(self._same)

    def tell(self, observations: Iterable[Observation]) -> None:
        """Say them, failures always."""
        for observation in observations:
            if observation.grade is Grade.ERROR:
                self.failed += 1
            elif not self._is_verbose:
                if self._shown >= _SHOWN:
                    self._held_back += 1
                    continue
                self._shown += 1
            self._call.output.say(observation.render(self._call.tongue))

    def fail(self, source: str, part: str, what: Wording, advice: Wording) -> None:
        """Say that something could not be imported."""
        self.tell([Observation(Grade.ERROR, source, part, what, advice)])

    def wrote(self, edition: Edition, written: Written) -> None:
        """Count an edition that is where it should be."""
        articles, notices = sum(1 for _ in edition.articles()), len(edition.notices)
        name = printable_line(str(written.path)) if written.path is not None else "-"
        if not written.is_new:
            self._same.append(name)
            return
        self._editions.append((name, articles, notices))
        self._articles += articles
        self._notices += notices

    def close(self, *, is_batch: bool) -> None:
        """Say what was not listed, and what has come of it all."""
        if self._held_back:
            self._call.output.say(_MORE.filled(count=self._held_back))
        if not is_batch and self.editions <= 1:
            for name, articles, notices in self._editions:
                self._call.output.say(_ONE.filled(path=name, articles=articles, notices=notices))
            for name in self._same:
                self._call.output.say(_SAME.filled(path=name))
        else:
            words = _MANY.filled(
                editions=len(self._editions),
                articles=self._articles,
                notices=self._notices,
                same=len(self._same),
                failed=self.failed,
            )
            self._call.output.say(words)
