"""The part of a sitting that looks: what was found in the text as it now is, and where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.copydesk.examine import Examined, Located
from reader.copydesk.examiner import Examiner
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.proof_list import ProofList, RowKey
from reader.copydesk.proof_state import ProofState, Said
from reader.copydesk.shared_copy import SharedCopy
from reader.edition.wording import Wording
from reader.proofreading.error_rate import ErrorRate, error_rate
from reader.proofreading.finding import Spot

QUICK_BYTES = 256 * 1024
"""A file up to this size is read again at once after each change; a larger one when somebody asks for it."""


class Look(NamedTuple):
    """What was found in one state of the file."""

    ignored: tuple[Ignored, ...]
    examined: Examined
    rate: ErrorRate


class LookingSitting:
    """Every verb returns the state the sitting is in after it."""

    def __init__(self, copy: SharedCopy, examiner: Examiner, why_read_only: Wording | None = None) -> None:
        self.copy = copy
        self._examiner = examiner
        self._silenced: list[Located] = []
        """What is ignored, carried along with the text until that is read again."""
        self.state = ProofState(
            manuscript=copy.manuscript,
            listed=ProofList(),
            is_settled=False,
            why_read_only=why_read_only or copy.why_read_only,
        )

    # -- the cursor -----------------------------------------------------------------------------

    def move(self, by: int) -> ProofState:
        """Move the cursor by so many rows."""
        return self._stand(self.state.listed.moved(by))

    def move_to_error(self, by: int) -> ProofState:
        """Move the cursor to the next error, or with -1 to the one before."""
        return self._stand(self.state.listed.moved_to_error(by))

    def go(self, key: RowKey) -> ProofState:
        """Move the cursor to a row."""
        return self._stand(self.state.listed.standing_on(key))

    def go_to_article(self, reference: str) -> ProofState:
        """Move the cursor to the findings of an article or a notice, or of the next that has some."""
        return self._stand(self.state.listed.standing_in(reference))

    def toggle_fold(self) -> ProofState:
        """Show the findings of a fold one by one, or as one again."""
        return self._stand(self.state.listed.toggled())

    def narrow(self, words: str) -> ProofState:
        """List only the findings that hold these words in rule, severity, message or article."""
        return self._stand(self.state.listed.narrowed(self.state.manuscript, words))

    def _stand(self, listed: ProofList) -> ProofState:
        self.state = replace(self.state, listed=listed, said=None, lost=())
        return self.state

    # -- looking --------------------------------------------------------------------------------

    @property
    def is_quick(self) -> bool:
        """Is the file so small that it is read again at once after each change?"""
        return len(self.copy.manuscript.data) <= QUICK_BYTES

    def looker(self) -> Callable[[], Look]:
        """Return what examines the file as it now is; it may be called in any thread, for `take`."""
        manuscript, ignored = self.copy.manuscript, self.copy.ignored

        def look() -> Look:
            examined = self._examiner.examine(manuscript, ignored)
            return Look(ignored, examined, rate_of(manuscript, examined.findings))

        return look

    def take(self, look: Look) -> ProofState:
        """Take over what was found, unless the file has been changed meanwhile."""
        examined = look.examined
        if examined.manuscript is not self.copy.manuscript or look.ignored is not self.copy.ignored:
            return self.state
        findings, silenced, rate = list(examined.findings), list(examined.ignored), look.rate
        if again := dict(self._come_back(findings)):
            # Left as they are before, they are known by other fingerprints now.
            prints = {(one.rule, old): one.fingerprint for one, old in again.values()}
            self.copy.amend_ignored(tuple(_renamed(entry, prints) for entry in self.copy.ignored))
            # What the old one has named meanwhile, of several alike, was never ignored.
            named = [one for one in silenced if (one.rule, one.fingerprint) in prints]
            silenced = [one for one in silenced if (one.rule, one.fingerprint) not in prints]
            silenced += [one for one, _ in again.values()]
            findings = [one for one in findings if id(one) not in again] + named
            findings.sort(key=lambda one: (one.place.start, one.place.end, one.rule))
            rate = rate_of(examined.manuscript, findings)
        self._silenced = silenced
        listed = self.state.listed.filled(examined.manuscript, findings)
        self.state = replace(
            self.state, manuscript=examined.manuscript, listed=listed, is_settled=True,
            silenced=len(silenced), rate=rate, pending=self.copy.pending,
        )  # fmt: skip
        return self.state

    def settle(self) -> ProofState:
        """Read the text again at once, if it was changed since."""
        return self.state if self.state.is_settled else self.take(self.looker()())

    def _come_back(self, findings: Iterable[Located]) -> Iterator[tuple[int, tuple[Located, str]]]:
        """Yield what is found again although it is ignored, with the fingerprint it is ignored by."""
        entries = {(entry.rule, entry.fingerprint) for entry in self.copy.ignored if entry.fingerprint}
        wanted = {
            (one.rule, *one.finding.spot): one.fingerprint
            for one in self._silenced
            if one.finding is not None and (one.rule, one.fingerprint) in entries
        }
        for one in findings:
            if one.finding is not None and (old := wanted.get((one.rule, *one.finding.spot))) is not None:
                yield id(one), (one, old)

    def _changed(self, findings: Iterable[Located], said: Said | None) -> ProofState:
        """Show what is left of the findings after a change, and read a small file again at once."""
        manuscript = self.copy.manuscript
        listed = self.state.listed.filled(manuscript, tuple(findings))
        self.state = replace(
            self.state, manuscript=manuscript, listed=listed, is_settled=False, pending=self.copy.pending,
            said=said, lost=(),
        )  # fmt: skip
        return self.settle() if self.is_quick else self.state

    def _unchanged_since(self, before: Manuscript) -> list[Located]:
        """Return the findings that lie in texts which are what they were."""
        now, then = self.copy.manuscript.scalars.texts, before.scalars.texts

        def is_as_it_was(spot: Spot) -> bool:
            one, other = now.get(spot.field), then.get(spot.field)
            return one is not None and other is not None and one.value == other.value

        return [
            one
            for one in self.state.listed.findings
            if one.finding is not None and is_as_it_was(one.finding.spot)
        ]

    def say(self, words: Wording, *, is_trouble: bool = False, **values: object) -> ProofState:
        """Say a sentence; nothing else changes."""
        said = Said(words.filled(**values) if values else words, is_trouble)
        self.state = replace(self.state, said=said)
        return self.state


def rate_of(manuscript: Manuscript, findings: Iterable[Located]) -> ErrorRate:
    """Return the weighted error rate of an edition in which these are found."""
    return error_rate((one.finding for one in findings if one.finding is not None), manuscript.proof)


def _renamed(entry: Ignored, prints: dict[tuple[str, str], str]) -> Ignored:
    fingerprint = prints.get((entry.rule, entry.fingerprint))
    return entry if fingerprint is None else entry._replace(fingerprint=fingerprint)
