"""Imports put together: what belongs to one edition of one paper becomes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import count
from pathlib import PurePosixPath

from reader.edition.article import Article, Jump
from reader.edition.edition import Edition, Masthead, Section
from reader.edition.notice import Notice
from reader.edition.wording import Wording
from reader.importing.ended import named_after_ended, rightly_ended
from reader.importing.finishing import numbered
from reader.importing.imported import Imported, Picture
from reader.importing.observation import Grade, Observation

_STATED = ("paper", "date", "language", "timezone")
"""Keys that every edition has; what one import guessed counts as guessed unless another says the same."""
_TWICE = Wording("“{title}”来了两次，一字不差，只留一次", "“{title}” comes twice, word for word; kept once")
_NOTICE_TWICE = Wording("公告“{id}”来了两次，以后到的为准", "notice “{id}” comes twice; the later one counts")
_NOTHING_TO_DO = Wording(
    "不用管；两次都要，就给它们不同的 id", "nothing to do; to keep both, give them ids of their own"
)
_CHECK_ORDER = Wording(
    "要以先到的为准，就换一换导入的次序", "import them in another order for the first one to count"
)


def gathered(imports: Sequence[Imported]) -> list[Imported]:
    """Return one import for each paper, date and edition, in the order each first appears.

    Sections of the same name and page are joined, their articles in the order they come; an article that
    comes twice (id of its own and all its fields the same) is kept once, a notice as it comes last, and both
    are told. Pictures keep names of their own: of two alike the second is renamed, in its photos too.
    Articles are numbered anew, and what refers to them (`inferred`, jumps, corrections) follows. Masthead,
    issue, language and time zone are those of the first import that says so. Which notices end which is put
    right over all of them (`rightly_ended`).
    """
    groups: dict[tuple[object, ...], list[Imported]] = {}
    for each in imports:
        edition = each.edition
        groups.setdefault((edition.paper, edition.date, edition.edition), []).append(each)
    return [group[0] if len(group) == 1 else _Gathering(group).made() for group in groups.values()]


class _Gathering:
    """The imports of one edition, taken in one after the other."""

    def __init__(self, group: Sequence[Imported]) -> None:
        self._group = group
        first = group[0].edition
        self._name = f"{first.paper} {first.date}"
        self._sections: dict[tuple[str, str | None], list[tuple[int, Article]]] = {}
        self._kept: dict[Article, tuple[int, Article]] = {}
        self._twice: list[tuple[int, Article]] = []
        self._notices: dict[str, tuple[int, Notice]] = {}
        self._files: set[str] = set()
        self._numbers: dict[str, count[int]] = {}
        self._pictures: list[Picture] = []
        self._told: list[Observation] = []

    def made(self) -> Imported:
        for at, each in enumerate(self._group):
            self._told += each.observations
            self._take_notices(at, each.edition)
            self._take_articles(at, each)
        edition, renamed = self._numbered()
        inferred = tuple(dict.fromkeys(self._inferred(renamed)))
        notices, named = named_after_ended(edition.notices, frozenset(inferred), self._name)
        edition = replace(edition, inferred=inferred, notices=notices)
        return Imported(edition, (*self._told, *named), tuple(self._pictures))

    def _take_notices(self, at: int, edition: Edition) -> None:
        for notice in edition.notices:
            if notice.id in self._notices:
                self._tell(notice.id, _NOTICE_TWICE.filled(id=notice.id), _CHECK_ORDER)
            self._notices[notice.id] = (at, notice)

    def _take_articles(self, at: int, each: Imported) -> None:
        kept: list[tuple[list[tuple[int, Article]], Article]] = []
        for section in each.edition.sections:
            place = self._sections.setdefault((section.name, section.page), [])
            for article in section.articles:
                if article.has_own_id and article in self._kept:
                    self._twice.append((at, article))
                    self._tell(article.id, _TWICE.filled(title=article.title), _NOTHING_TO_DO)
                    continue
                self._kept.setdefault(article, (at, article))
                kept.append((place, article))
        names = self._take_pictures(each, [article for _, article in kept])
        for place, article in kept:
            place.append((at, _with_files(article, names) if names else article))

    def _take_pictures(self, each: Imported, kept: Sequence[Article]) -> dict[str, str]:
        """Take the pictures still shown; return new names for those whose name another import has taken."""
        shown = {photo.file for article in kept for photo in article.photos if photo.file}
        own = {file.casefold() for file in shown}
        names: dict[str, str] = {}
        for picture in each.pictures:
            if picture.file in shown:
                free = self._free(picture.file, own)
                self._pictures.append(picture._replace(file=free))
                if free != picture.file:
                    names[picture.file] = free
        self._files |= {names.get(file, file).casefold() for file in shown}
        return names

    def _free(self, file: str, own: set[str]) -> str:
        """Return the name itself, or one with a number; file systems may not tell capitals apart."""
        if file.casefold() not in self._files:
            return file
        path = PurePosixPath(file)
        numbers = self._numbers.setdefault(file.casefold(), count(2))
        names = (f"{path.stem}-{number}{path.suffix}" for number in numbers)
        free = next(
            name for name in names if name.casefold() not in self._files and name.casefold() not in own
        )
        own.add(free.casefold())
        return free

    def _numbered(self) -> tuple[Edition, list[dict[str, str]]]:
        """Return the edition, and for each import how the ids of its articles have changed."""
        places = [(key, place) for key, place in self._sections.items() if place]
        sections = numbered(
            Section(name=name, page=page, articles=tuple(article for _, article in place))
            for (name, page), place in places
        )
        renamed: list[dict[str, str]] = [{} for _ in self._group]
        by_old: dict[tuple[int, str], str] = {}
        for section, (_, place) in zip(sections, places, strict=True):
            for new, (at, old) in zip(section.articles, place, strict=True):
                renamed[at][old.id] = by_old[at, old.id] = new.id
        for at, article in self._twice:
            first = self._kept[article]
            renamed[at][article.id] = by_old[first[0], first[1].id]
        followed = tuple(
            replace(
                section,
                articles=tuple(
                    self._following(new, renamed[at])
                    for new, (at, _) in zip(section.articles, place, strict=True)
                ),
            )
            for section, (_, place) in zip(sections, places, strict=True)
        )
        notices = rightly_ended([notice for _, notice in self._notices.values()])
        return replace(self._front(), sections=followed, notices=notices), renamed

    def _front(self) -> Edition:
        """Return the first edition with what the others say and it does not."""
        editions = [each.edition for each in self._group]
        mastheads = [edition.masthead for edition in editions]
        masthead = {
            field.name: next(filter(None, (getattr(each, field.name) for each in mastheads)), None)
            for field in fields(Masthead)
        }
        return replace(
            editions[0],
            masthead=Masthead(**masthead),
            issue=next((edition.issue for edition in editions if edition.issue), None),
            language=self._saying("language").language,
            timezone=self._saying("timezone").timezone,
        )

    def _saying(self, key: str) -> Edition:
        """Return the first edition that says this key itself; when none does, the first."""
        editions = (each.edition for each in self._group)
        return next((edition for edition in editions if key not in edition.inferred), self._group[0].edition)

    def _following(self, article: Article, renamed: dict[str, str]) -> Article:
        """Return an article whose jumps and corrections lead to the new ids of its own import."""
        changed: dict[str, object] = {}
        for key in ("jump_from", "jump_to"):
            jump = getattr(article, key)
            if isinstance(jump, Jump) and jump.article is not None:
                changed[key] = replace(jump, article=self._led(jump.article, renamed))
        if article.corrects is not None:
            changed["corrects"] = self._led(article.corrects, renamed)
        return replace(article, **changed) if changed else article  # type: ignore[arg-type]

    def _led(self, words: str, renamed: dict[str, str]) -> str:
        day, slash, piece = words.partition("/")
        if not slash:
            return renamed.get(words, words)
        if day == self._group[0].edition.date.isoformat():
            return f"{day}/{renamed.get(piece, piece)}"
        return words

    def _inferred(self, renamed: Sequence[dict[str, str]]) -> Iterator[str]:
        """Yield what the imports have inferred, by the new ids, as far as it is still a guess."""
        stated = {key for key in _STATED if key not in self._saying(key).inferred}
        for at, each in enumerate(self._group):
            for name in each.edition.inferred:
                owner, dot, key = name.rpartition(".")
                owner = owner if dot else name
                if owner in renamed[at]:
                    yield renamed[at][owner] + (f".{key}" if dot else "")
                elif owner in self._notices:
                    if self._notices[owner][0] == at:
                        yield name
                elif name not in stated:
                    yield name

    def _tell(self, part: str, what: Wording, advice: Wording) -> None:
        self._told.append(Observation(Grade.DROPPED, self._name, part, what, advice))


def _with_files(article: Article, names: dict[str, str]) -> Article:
    photos = tuple(replace(photo, file=names.get(photo.file or "", photo.file)) for photo in article.photos)
    return replace(article, photos=photos)
