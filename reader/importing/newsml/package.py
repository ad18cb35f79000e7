"""A package of NewsML-G2: its groups in order as sections, its items as their articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from reader.edition.article import Article, Kind, Photo
from reader.edition.wording import Wording
from reader.importing.newsml.item import front_of, photo_of_story
from reader.importing.newsml.properties import child, children, code, place_of, role_of, words
from reader.importing.observation import Grade, Observation
from reader.importing.safe_xml import local_name
from reader.importing.wire.markup import line_of
from reader.importing.wire.paper import Part
from reader.importing.wire.story import Story, Use, use_of

_NOT_HERE = Wording(
    "“{title}”的全文不在这里，只有提要", "the text of “{title}” is not here, only what is said of it"
)
_PUT_TOGETHER = Wording("把它与稿件包放在一起导入", "import it together with the package")
_LEFT = Wording("“{title}”撤稿或暂缓刊发，没有收入", "“{title}” is withheld or canceled and was left out")
_ASK = Wording("见报前先问来稿单位", "ask who sent it before printing it")
_GONE = Wording("稿件包里说到的“{guid}”不在这里", "“{guid}”, which the package names, is not here")
_NOTE = Wording("给编辑的话没有收入：{words}", "a note to editors was left out: {words}")
_READ = Wording("看看有没有要照办的", "see whether it asks for something")
_NO_SECTION = Wording(
    "“{title}”下面没有直接放稿件，这个名称没有收入",
    "nothing stands right under “{title}”, which was left out",
)
_LOOK = Wording("要用就作版面的名称", "name a section so if you want it")
_PICTURES = frozenset({"picture", "graphic", "photo"})


@dataclass(slots=True)
class _Section:
    """A section while it is gathered."""

    title: str | None
    stories: list[Story] = field(default_factory=list)


class PackageReader:
    """Follows the groups of a package from its root; each item and each package is taken once."""

    def __init__(
        self,
        source: str,
        items: Mapping[str, Story],
        packages: Mapping[str, Element],
        fetch: Callable[[Element], Story | None],
    ) -> None:
        self._source = source
        self._items = items
        self._packages = packages
        self._fetch = fetch
        self._sections: list[_Section] = []
        self._last: tuple[list[Story], int] | None = None
        self._titles: dict[str, str] = {}
        self._opened: set[int] = set()
        self._seen: set[int] = set()
        self.used: set[str] = set()
        """The guids of the items that were taken."""
        self.told: list[Observation] = []

    def sections(self, package: Element) -> list[Part]:
        """Return the sections of a package. Source: NewsML-G2 2.x, "groupSet"; modes make no difference."""
        self._package(package)
        used = {section.title for section in self._sections if section.stories}
        for title, place in self._titles.items():
            if title not in used:
                what = _NO_SECTION.filled(title=title)
                self.told.append(Observation(Grade.DROPPED, self._source, place, what, _LOOK))
        return [Part(section.title, section.stories) for section in self._sections if section.stories]

    def _package(self, package: Element) -> None:
        if id(package) in self._opened:
            return
        self._opened.add(id(package))
        front = front_of(package, self._source)
        self.used.update(filter(None, [front.guid]))
        title = front.article.headline or front.section
        if title:
            self._titles.setdefault(title, front.place)
        self._begin(title)
        if front.article.summary:
            self._sections[-1].stories.append(front)
        elif len(self._opened) > 1:
            self.told += front.told  # those of the outermost go with the edition
        sets = children(package, "groupSet") or [package]
        for group_set in sets:
            groups = {each.get("id", ""): each for each in children(group_set, "group")}
            root = groups.get(group_set.get("root", ""))
            all_groups = [*groups.values()] or [group_set]
            for group in all_groups if root is None else [root]:
                left = self._titled(group, groups)
                self._sections[-1].stories.extend(left)

    def _titled(self, group: Element, groups: Mapping[str, Element]) -> list[Story]:
        """Take a group, one with a title as a section of its own; returns pictures left over."""
        title = words(group, "title", "name", "headline")
        if not title:
            return self._group(group, groups)
        before = self._sections[-1].title
        self._titles.setdefault(title, place_of(group))
        self._begin(title)
        left = self._group(group, groups)
        self._sections[-1].stories.extend(left)
        self._begin(before)
        return []

    def _group(self, group: Element, groups: Mapping[str, Element]) -> list[Story]:
        """Take what a group holds; pictures in it are photos of the text before them in it, else after them.

        Pictures that no text of the group has taken are returned: they belong to one of the group around it.
        """
        if id(group) in self._seen:
            return []
        self._seen.add(id(group))
        outer, self._last = self._last, None
        waiting: list[Story] = []
        self._notes(group)
        for each in children(group, "itemRef", "groupRef"):
            self._notes(each)
            pictures: list[Story] = []
            if local_name(each.tag) == "groupRef":
                inner = groups.get(each.get("idref", ""))
                pictures = self._titled(inner, groups) if inner is not None else []
            elif (story := self._item(each)) is not None:
                if story.is_picture:
                    pictures = [story]
                else:
                    self._put(_with_photos(story, waiting))
                    waiting = []
            waiting += self._unattached(pictures)
        if self._last is None:
            self._last = outer
        return waiting

    def _notes(self, part: Element) -> None:
        for note in filter(None, map(line_of, children(part, "note", "edNote"))):
            what = _NOTE.filled(words=note)
            self.told.append(Observation(Grade.DROPPED, self._source, place_of(part), what, _READ))

    def _unattached(self, pictures: list[Story]) -> list[Story]:
        """Give pictures to the text before them; returned are those that have none before them."""
        if self._last is None or not pictures:
            return pictures
        stories, at = self._last
        stories[at] = _with_photos(stories[at], pictures)
        return []

    def _put(self, story: Story) -> None:
        stories = self._sections[-1].stories
        self._last = (stories, len(stories))
        stories.append(story)

    def _begin(self, title: str | None) -> None:
        if self._sections and not self._sections[-1].stories:
            self._sections.pop()
        self._last = None
        if not self._sections or self._sections[-1].title != title:
            self._sections.append(_Section(title))

    def _item(self, reference: Element) -> Story | None:
        """Return the item of a reference, else what the reference says of it; None when there is nothing."""
        guid = (reference.get("residref") or "").strip()
        if guid in self._packages:
            before = self._sections[-1].title
            self._package(self._packages[guid])
            self._begin(before)
            return None
        if guid and guid in self.used:
            return None
        story = self._items.get(guid) or self._fetch(reference) or self._hint(reference, guid)
        if story is None:
            return None
        self.used.update(filter(None, (guid, story.guid)))
        if story.use is not Use.USABLE:
            self._tell(Grade.DROPPED, story, _LEFT, _ASK)
            return None
        return story

    def _hint(self, reference: Element, guid: str) -> Story | None:
        title = words(reference, "headline", "title")
        described = [(role_of(each), line_of(each)) for each in children(reference, "description")]
        text = " ".join(filter(None, (words_ for _, words_ in described))) or None
        is_picture = code(reference, "itemClass") in _PICTURES
        if not (title or text):
            what = _GONE.filled(guid=guid or reference.get("href") or "—")
            self.told.append(
                Observation(Grade.UNDECIDED, self._source, place_of(reference), what, _PUT_TOGETHER)
            )
            return None
        article = Article(id="", headline=title, summary=text)
        if is_picture:
            article = replace(article, kind=Kind.PHOTO, summary=None, photos=(Photo(caption=text or title),))
        status = child(reference, "pubStatus")
        story = Story(
            article=article,
            place=place_of(reference),
            guid=guid,
            use=use_of(status.get("qcode") if status is not None else None),
            is_picture=is_picture,
        )
        if story.use is Use.USABLE:
            self._tell(Grade.UNDECIDED, story, _NOT_HERE, _PUT_TOGETHER)
        return story

    def _tell(self, grade: Grade, story: Story, what: Wording, advice: Wording) -> None:
        filled = what.filled(title=story.article.headline or story.article.slug or story.guid)
        self.told.append(Observation(grade, self._source, story.place, filled, advice))


def _with_photos(story: Story, pictures: list[Story]) -> Story:
    """Return a story with the photos that pictures are to it."""
    photos = [photo for photo in map(photo_of_story, pictures) if photo]
    told = [observation for picture in pictures for observation in picture.told]
    article = replace(story.article, photos=(*story.article.photos, *photos))
    return replace(story, article=article, told=(*story.told, *told))


def with_linked(stories: list[Story]) -> tuple[list[Story], set[str]]:
    """Return stories with the pictures they link to as their photos, and the guids of these."""
    pictures = {story.guid: story for story in stories if story.is_picture and story.guid}
    made = [
        story
        if story.is_picture
        else _with_photos(story, [pictures[link] for link in story.links if link in pictures])
        for story in stories
    ]
    return made, {
        link for story in stories if not story.is_picture for link in story.links if link in pictures
    }
