"""What a sitting of proofreading has to show: one value for each moment of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from reader.copydesk.examine import Located
from reader.copydesk.journal import Kept
from reader.copydesk.manuscript import Manuscript
from reader.copydesk.patch import Piece
from reader.copydesk.proof_list import ProofList
from reader.copydesk.shared_copy import Disk
from reader.copydesk.working_copy import Pending
from reader.edition.wording import Wording
from reader.proofreading.error_rate import ErrorRate


class Said(NamedTuple):
    """What came of the last thing done, in a sentence."""

    words: Wording
    is_trouble: bool = False


class Offer(NamedTuple):
    """What an earlier sitting has left, to be taken up or not."""

    kept: Kept
    is_of_this_file: bool
    """Is the file still the one it was left on?"""


_NOTHING = Pending()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofState:
    """The sitting as it now is."""

    manuscript: Manuscript
    listed: ProofList
    pending: Pending = _NOTHING
    is_settled: bool = True
    """Has the text been read again since it was changed? Until then findings are carried over."""
    rate: ErrorRate | None = None
    """The weighted error rate; None until the text has been read once."""
    silenced: int = 0
    """How many findings are ignored."""
    disk: Disk = Disk.SAME
    why_read_only: Wording | None = None
    offer: Offer | None = None
    """Nothing can be changed until it is answered."""
    lost: tuple[Piece, ...] = ()
    """Changes that did not find their place in a file that others have changed."""
    said: Said | None = None

    @property
    def here(self) -> Located | None:
        """The finding the cursor is on."""
        return self.listed.here


class RulePreview(NamedTuple):
    """What accepting every fix of a rule would do; nothing is done yet."""

    rule: str
    owner: str
    """The article or notice it is for; empty for the whole edition."""
    before: Manuscript
    after: Manuscript
    made: tuple[Located, ...]
    """Those that would be put right, in file order, as they are before."""
    refused: tuple[Located, ...]
    """Those that cannot: no fix is known, or the file would change elsewhere."""
    left: tuple[Located, ...]
    """Those that lie under another fix; they may be there again after it."""

    @property
    def is_safe(self) -> bool:
        """Is every change one that needs no look?"""
        return all(one.is_safe for one in self.made)
