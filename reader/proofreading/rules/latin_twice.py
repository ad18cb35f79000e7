"""T-LATIN-TWICE: a small word twice in a row.

“The the” and “of of” are what is left of a correction. Only articles, prepositions, conjunctions and pronouns
are looked at, and none that may rightly meet itself (had had, that that, in in, is is).

英文里 the the、of of 之类多半是改稿留下的。只看冠词、介词、连词和代词，而且不看本来就可能相连的（had had、
that that、in in、is is）。

Passes: She had had enough, and he said that that was that. What it is is a press. Bye bye.
Fails: The road to the the river is open.
Fails: A cup of of tea.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.passage import Role
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_WORDS = (
    *("the", "a", "an", "and", "or", "but", "of", "for", "from", "with", "at", "by", "as", "than", "if"),
    *("their", "our", "your", "my", "its", "they", "we", "he", "she", "into", "was", "were", "are", "be"),
)
_TWICE = re.compile(rf"\b({'|'.join(_WORDS)})([ \u00a0]+\1)(?![\w’'-])", re.IGNORECASE)
_MESSAGE = Wording("“{word}”连写了两遍", "“{word}” twice in a row")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every small word that follows itself."""
    for passage in proof.passages():
        if passage.role in (Role.VERSE, Role.CELL):
            continue
        for match in _TWICE.finditer(passage.text):
            word = match[1]
            if word.isupper() and len(word) > 1 and not passage.text.isupper():
                continue  # a name: AND AND
            yield passage.remark(*match.span(), _MESSAGE.filled(word=word.lower()), word)


RULE = Rule(
    id="T-LATIN-TWICE",
    name=Wording("英文词重复", "word twice"),
    severity=Severity.WARNING,
    fixing=Fixing.PREVIEW,
    clause=Wording("英文编排惯例", "editorial practice"),
    advice=Wording("删去一个", "take one away"),
    check=check,
    language=Language.LATIN,
    weight=1.0,
)
