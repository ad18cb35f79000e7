"""An article and the parts a newspaper gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.edition.joining import is_cjk
from reader.edition.wording import Wording


class Kind(StrEnum):
    """What sort of piece an article is."""

    NEWS = "news"
    FEATURE = "feature"
    OPINION = "opinion"
    BRIEF = "brief"
    PHOTO = "photo"
    INTERVIEW = "interview"
    LETTER = "letter"
    AD = "ad"
    CORRECTION = "correction"

    @property
    def wording(self) -> Wording:
        """The kind's name for readers."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    Kind.NEWS: Wording("消息", "News"),
    Kind.FEATURE: Wording("通讯", "Feature"),
    Kind.OPINION: Wording("言论", "Opinion"),
    Kind.BRIEF: Wording("简讯", "Brief"),
    Kind.PHOTO: Wording("图片", "Photo"),
    Kind.INTERVIEW: Wording("访谈", "Interview"),
    Kind.LETTER: Wording("来信", "Letter"),
    Kind.AD: Wording("广告", "Advertisement"),
    Kind.CORRECTION: Wording("更正", "Correction"),
}


class Prominence(StrEnum):
    """The weight of an article on its page."""

    LEAD = "lead"
    MAJOR = "major"
    NORMAL = "normal"
    MINOR = "minor"


class Cut(StrEnum):
    """Where text is missing from an article."""

    START = "start"
    END = "end"
    BOTH = "both"

    @property
    def at_start(self) -> bool:
        """Is text missing before the first word?"""
        return self is not Cut.END

    @property
    def at_end(self) -> bool:
        """Is text missing after the last word?"""
        return self is not Cut.START


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photograph with what the page prints about it."""

    id: str | None = None
    file: str | None = None
    """Path relative to the edition's file; never absolute, never upwards."""
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """The other half of an article that runs on elsewhere; both fields None when the page does not say."""

    page: str | None = None
    article: str | None = None
    """An article's id in this edition, or a whole reference into another one."""

    @property
    def is_unknown(self) -> bool:
        """Does the page say that there is another half, but not where?"""
        return self.page is None and self.article is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of an edition, in the trade's fields; only words, nothing set yet."""

    id: str
    """As the file gives it, else made from its place (``p01-a03``)."""
    has_own_id: bool = False
    kind: Kind = Kind.NEWS
    page: str | None = None
    column: str | None = None
    kicker: str | None = None
    headline: str | None = None
    slug: str | None = None
    deck: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    source: str | None = None
    summary: str | None = None
    body: str = ""
    """The body as written, marks included; `reader.edition.body.blocks` reads its blocks."""
    photos: tuple[Photo, ...] = ()
    signoff: str | None = None
    jump_from: Jump | None = None
    jump_to: Jump | None = None
    cut: Cut | None = None
    prominence: Prominence | None = None
    """None where the edition does not weigh it: then it is normal, or page make-up decides."""
    correction: str | None = None
    corrects: str | None = None

    @property
    def title(self) -> str:
        """The headline, or the working title in brackets of its own script when the page shows none."""
        if self.headline:
            return self.headline
        return f"［{self.slug}］" if any(map(is_cjk, self.slug or "")) else f"[{self.slug}]"
