"""What a file of NewsML-G2 holds, made editions: a package is one, and each item that is in no package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from reader.edition.wording import Wording
from reader.importing.imported import Imported, Wishes
from reader.importing.newsml.item import front_of, read_news_item
from reader.importing.newsml.package import PackageReader, with_linked
from reader.importing.newsml.properties import place_of
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.safe_xml import LinedElement, local_name, parse_xml
from reader.importing.source import Source
from reader.importing.wire.neighbours import with_days
from reader.importing.wire.paper import item_papers, package_papers, refused_if_empty
from reader.importing.wire.pictures import PictureBox
from reader.importing.wire.story import Story, newest, usable

_OLD = (
    Wording("这是 NewsML 1.x（{version}），不是 NewsML-G2", "this is NewsML 1.x ({version}), not NewsML-G2"),
    Wording("请来稿单位改发 NewsML-G2、NITF 或 ninjs", "ask for NewsML-G2, NITF or ninjs"),
)
_NO_NEWS = Wording(
    "{name} 讲的是概念、日程或目录，不是新闻，没有收入",
    "a {name} is about concepts, plans or catalogs, not news, and was left out",
)
_NOTHING_TO_DO = Wording("不用管", "nothing to do")
_NO_ITEM = (
    Wording("里面没有稿件：最外层是 {name}", "there is no news item in it: its outermost element is {name}"),
    Wording("看看是不是这个文件", "see whether it is the right file"),
)
_OTHERS = ("knowledgeItem", "conceptItem", "planningItem", "catalogItem", "conceptSet")


def newsml_papers(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the editions of a file of NewsML-G2.

    Raises:
        CannotImport: it is not well-formed, NewsML 1.x, or has neither items nor packages.
    """
    root = parse_xml(source.data(), source.name, source.encoding)
    _refuse_old(root, source)
    elements = list(_outermost(root))
    box = PictureBox(source)
    news = [each for each in elements if local_name(each.tag) == "newsItem"]
    told = [
        Observation(
            Grade.DROPPED,
            source.name,
            place_of(each),
            _NO_NEWS.filled(name=local_name(each.tag)),
            _NOTHING_TO_DO,
        )
        for each in elements
        if local_name(each.tag) in _OTHERS
    ]
    stories, more = newest((read_news_item(each, source, box) for each in news), source.name)
    packages, older = _newest_packages(elements, source.name)
    told += [*more, *older]
    if not stories and not packages:
        what = told[0].what if told else _NO_ITEM[0].filled(name=local_name(root.tag))
        raise cannot_import(source.name, root.place, what, _NO_ITEM[1])
    stories, linked = with_linked(stories)
    papers = _Papers(source, box, wishes, stories, packages, linked, told)
    yield from refused_if_empty(papers.made(), source.name)


class _Papers:
    """Makes editions of items and packages."""

    def __init__(
        self,
        source: Source,
        box: PictureBox,
        wishes: Wishes,
        stories: list[Story],
        packages: dict[str, Element],
        linked: set[str],
        told: list[Observation],
    ) -> None:
        self._source = source
        self._box = box
        self._wishes = wishes
        self._stories = stories
        self._packages = packages
        self._used = linked
        self._told = told

    def made(self) -> Iterator[Imported | Observation]:
        """Yield the editions; what there is to tell besides goes with the first, or stands alone."""
        yield from self._of_packages()
        yield from self._of_items()
        yield from self._told

    def _of_packages(self) -> Iterator[Imported | Observation]:
        items = {story.guid: story for story in self._stories if story.guid and story.guid not in self._used}
        for package in self._packages.values():
            front = front_of(package, self._source.name)
            if front.guid and front.guid in self._used:
                continue
            reader = PackageReader(self._source.name, items, self._packages, self._fetched)
            sections = reader.sections(package)
            self._used |= reader.used
            self._told += reader.told
            if sections:
                told, self._told = self._told, []
                yield from package_papers(front, sections, self._box, self._source.name, self._wishes, told)

    def _of_items(self) -> Iterator[Imported | Observation]:
        left = [story for story in self._stories if not story.guid or story.guid not in self._used]
        if not self._packages:
            left, more = usable(left, self._source.name)
            self._told += more
        for story in with_days(left, self._source.name):
            told, self._told = self._told, []
            whole = replace(story, told=(*told, *story.told))
            yield from item_papers(whole, self._box, self._source.name, self._wishes)

    def _fetched(self, reference: Element) -> Story | None:
        """Return the item that lies in a file beside this one, where a reference names it."""
        href = (reference.get("href") or "").strip().removeprefix("./")
        if not href or "//" in href:
            return None
        try:
            beside = self._source.beside(href)
            root = parse_xml(beside.data(), beside.name, self._source.encoding)
        except (CannotImport, OSError, ValueError):
            return None
        item = next((each for each in _outermost(root) if local_name(each.tag) == "newsItem"), None)
        return read_news_item(item, beside, self._box) if item is not None else None


def _newest_packages(elements: list[Element], source: str) -> tuple[dict[str, Element], list[Observation]]:
    """Return packages by their guids, of each guid the highest version."""
    packages = [each for each in elements if local_name(each.tag) == "packageItem"]
    fronts = [front_of(package) for package in packages]
    kept, told = newest(fronts, source)
    by_place = {id(front): package for front, package in zip(fronts, packages, strict=True)}
    return {front.guid or f" {number}": by_place[id(front)] for number, front in enumerate(kept)}, told


def _outermost(root: Element) -> Iterator[Element]:
    """Yield the items of a file: the root, or those in it that are in no other."""
    stack = [root]
    while stack:
        each = stack.pop()
        name = local_name(each.tag)
        if name in ("newsItem", "packageItem", *_OTHERS):
            yield each
        else:
            stack.extend(reversed(each))


def _refuse_old(root: LinedElement, source: Source) -> None:
    if local_name(root.tag) == "NewsML" or root.find(".//{*}NewsComponent") is not None:
        version = (root.get("Version") or "1.x").strip()
        raise cannot_import(source.name, root.place, _OLD[0].filled(version=version), _OLD[1])
