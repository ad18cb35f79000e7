"""The part of a sitting that changes the text: fixes accepted one by one or by rule, other words, undoing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.copydesk import proof_sayings as sayings
from reader.copydesk.around import around
from reader.copydesk.carry import Carriage
from reader.copydesk.correct import Corrected, correct
from reader.copydesk.edit_in_place import EditRefused, Excerpt, change_of, edited, excerpt
from reader.copydesk.examine import Located
from reader.copydesk.proof_ignoring import IgnoringSitting
from reader.copydesk.proof_list import owner_of
from reader.copydesk.proof_state import ProofState, RulePreview, Said
from reader.edition.wording import Wording
from reader.loading.problem import EditionError
from reader.proofreading.finding import Change


class FixingSitting(IgnoringSitting):
    """Refuses what cannot be done, and says why; whatever it does can be undone."""

    # -- fixes ----------------------------------------------------------------------------------

    def accept(self) -> ProofState:
        """Make the changes of the finding the cursor is on, and no others."""
        one = self.target()
        if one is None:
            return self.state
        if one.finding is None or not one.finding.changes:
            return self.say(sayings.NO_FIX, rule=one.rule, advice=one.advice)
        if not one.is_fixable:
            return self.say(sayings.NOT_TRACED, advice=one.advice)
        done = self._corrected([one])
        if not done.made:
            return self.say(sayings.REFUSED, is_trouble=True)
        words = around(self.copy.manuscript, one)
        fix = sayings.FIX.filled(rule=one.rule, before=words.words, after=words.fixed or "")
        return self._make(done, fix, sayings.ACCEPTED.filled(fix=fix))

    def preview_rule(self, *, is_here_only: bool = False) -> RulePreview | None:
        """Return what accepting every fix of this rule would do, in the edition or only in this article.

        None when the rule has none that could be made; the state says so.
        """
        one = self.target()
        if one is None:
            return None
        before = self.copy.manuscript
        owner = owner_of(before, one) if is_here_only else ""
        alike = [
            other
            for other in self.state.listed.findings
            if other.rule == one.rule and (not is_here_only or owner_of(before, other) == owner)
        ]
        fixable = [other for other in alike if other.is_fixable]
        done = self._corrected(fixable)
        if not done.made:
            self.say(sayings.NO_FIXES, rule=one.rule)
            return None
        refused = [other for other in alike if not other.is_fixable]
        refused += done.refused
        return RulePreview(
            one.rule,
            owner,
            before,
            done.manuscript,
            tuple(sorted(done.made, key=_at)),
            tuple(refused),
            tuple(done.left),
        )

    def accept_all(self, preview: RulePreview) -> ProofState:
        """Do what was previewed."""
        if self.is_refused():
            return self.state
        if preview.before is not self.copy.manuscript:
            return self.say(sayings.PREVIEW_OLD, is_trouble=True)
        count, left = len(preview.made), len(preview.refused) + len(preview.left)
        words = sayings.FIXES.filled(rule=preview.rule, count=count)
        said = sayings.ACCEPTED_ALL.filled(rule=preview.rule, count=count)
        if left:
            said = sayings.ACCEPTED_SOME.filled(rule=preview.rule, count=count, left=left)
        done = Corrected(preview.after, preview.made, preview.left, preview.refused)
        return self._make(done, words, said)

    def _corrected(self, findings: list[Located]) -> Corrected:
        """Make these fixes; where the edition would not be one with them, none is made."""
        try:
            return correct(self.copy.manuscript, findings)
        except (EditionError, UnicodeError):
            return Corrected(self.copy.manuscript, (), (), tuple(findings))

    def _make(self, done: Corrected, words: Wording, said: Wording) -> ProofState:
        made = {id(one) for one in done.made}
        changes = [change for one in done.made if one.finding is not None for change in one.finding.changes]
        self.copy.change(done.manuscript, words, len(done.made))
        left = (one for one in self.state.listed.findings if id(one) not in made)
        return self._carried(left, changes, said)

    def _carried(self, findings: Iterable[Located], changes: list[Change], said: Wording) -> ProofState:
        carriage = Carriage(changes)
        self._silenced = list(carriage.carried(self._silenced))
        return self._changed(carriage.carried(findings), Said(said))

    # -- words ----------------------------------------------------------------------------------

    def excerpt(self) -> Excerpt | None:
        """Return the paragraph or the field the finding lies in, to be written otherwise.

        None where that cannot be done here; the state says why.
        """
        one = self.target()
        if one is None:
            return None
        try:
            return excerpt(self.copy.manuscript, one)
        except EditRefused as refused:
            self.say(refused.why, is_trouble=True)
            return None

    def edit(self, taken: Excerpt, words: str) -> bool:
        """Put other words in the place of an excerpt; False if that was refused, and the state says why."""
        if self.is_refused():
            return False
        change = change_of(taken, words)
        if change is None:
            self.say(sayings.NOT_EDITED)
            return True
        try:
            manuscript = edited(self.copy.manuscript, change)
        except EditRefused as refused:
            self.say(refused.why, is_trouble=True)
            return False
        self.copy.change(manuscript, sayings.EDIT)
        self._carried(self.state.listed.findings, [change], sayings.EDITED)
        return True

    # -- back -----------------------------------------------------------------------------------

    def undo(self) -> ProofState:
        """Take back the last thing done, to the byte; the cursor goes where it was."""
        if self.is_refused():
            return self.state
        before = self.copy.manuscript
        step = self.copy.undo()
        if step is None:
            return self.say(sayings.NOTHING_TO_UNDO)
        self._silenced = []
        self._changed(self._unchanged_since(before), Said(sayings.UNDONE.filled(words=step.words)))
        if step.pieces:
            listed = self.state.listed.standing_at(step.pieces[0].start)
            self.state = replace(self.state, listed=listed)
        return self.state


def _at(one: Located) -> int:
    return one.place.start
