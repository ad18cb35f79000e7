"""The part of a sitting that leaves findings as they are, and says what cannot be done here at all."""

from __future__ import annotations

from dataclasses import replace

from reader.copydesk import proof_sayings as sayings
from reader.copydesk.around import around
from reader.copydesk.examine import Located
from reader.copydesk.ignored_file import Ignored
from reader.copydesk.proof_list import owner_of, title_of
from reader.copydesk.proof_looking import LookingSitting, rate_of
from reader.copydesk.proof_state import ProofState, Said
from reader.edition.wording import Wording


class IgnoringSitting(LookingSitting):
    """Takes note of what an editor has looked at and left."""

    def is_refused(self) -> bool:
        """Say why nothing can be changed, if so."""
        if self.state.offer is not None:
            self.say(sayings.ANSWER_FIRST, is_trouble=True)
            return True
        if self.state.why_read_only is not None:
            self.say(sayings.READ_ONLY, is_trouble=True, why=self.state.why_read_only)
            return True
        return False

    def target(self) -> Located | None:
        """Return the finding to do something about; says why there is none."""
        if self.is_refused():
            return None
        if self.state.here is None:
            self.say(sayings.NOTHING_HERE)
        return self.state.here

    def ignore(self, reason: str = "") -> ProofState:
        """Leave the finding the cursor is on as it is, from now on, for this reason."""
        one = self._ignorable()
        if one is None:
            return self.state
        if not one.fingerprint:
            return self.say(sayings.NOT_KNOWN, is_trouble=True)
        near = around(self.copy.manuscript, one)
        entry = Ignored(
            one.rule, one.fingerprint, reason=reason.strip(), where=one.reference or "",
            words=f"{near.before}[{near.words}]{near.after}",
        )  # fmt: skip
        said = sayings.IGNORED.filled(rule=one.rule)
        return self._ignore(entry, [one], said)

    def ignore_rule(self, reason: str = "") -> ProofState:
        """Leave every finding of this rule in this article as it is, from now on, for this reason."""
        one = self._ignorable()
        if one is None:
            return self.state
        article = (one.reference or "").partition("/")[2]
        if not article:
            return self.say(sayings.NO_ARTICLE, is_trouble=True)
        alike = [
            other
            for other in self.state.listed.findings
            if other.rule == one.rule and other.reference == one.reference
        ]
        entry = Ignored(one.rule, article=article, reason=reason.strip(), where=one.reference or "")
        title = title_of(self.copy.manuscript, owner_of(self.copy.manuscript, one))
        return self._ignore(entry, alike, sayings.IGNORED_RULE.filled(title=title, rule=one.rule))

    def _ignorable(self) -> Located | None:
        if self.copy.ignored_trouble is not None and not self.is_refused():
            trouble = self.copy.ignored_trouble
            problem = Wording(trouble.render("zh"), trouble.render("en"))
            self.say(sayings.NO_IGNORED_FILE, is_trouble=True, problem=problem)
            return None
        return self.target()

    def _ignore(self, entry: Ignored, silenced: list[Located], said: Wording) -> ProofState:
        self.copy.ignore(entry, sayings.IGNORING.filled(rule=entry.rule))
        gone = {id(one) for one in silenced}
        self._silenced += silenced
        findings = tuple(one for one in self.state.listed.findings if id(one) not in gone)
        listed = self.state.listed.filled(self.copy.manuscript, findings)
        # Not yet settled it is told anew soon; to tell it now the whole edition would have to be laid out.
        rate = rate_of(self.copy.manuscript, findings) if self.state.is_settled else self.state.rate
        self.state = replace(
            self.state, listed=listed, silenced=len(self._silenced), pending=self.copy.pending,
            rate=rate, said=Said(said), lost=(),
        )  # fmt: skip
        return self.state
