"""How grave a finding is."""

from __future__ import annotations

from enum import StrEnum

from reader.edition.wording import Wording


class Severity(StrEnum):
    """Errors must go before the paper is printed, warnings be looked at; information is for whoever asks."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def gravity(self) -> int:
        """1 for information to 3 for errors."""
        return {"error": 3, "warning": 2, "info": 1}[self.value]

    @property
    def wording(self) -> Wording:
        """The severity in words."""
        return _WORDS[self]


_WORDS = {
    Severity.ERROR: Wording("差错", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "info"),
}
