"""A book read from its container to a draft of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reader.edition.edition import Masthead, Section
from reader.edition.joining import joined
from reader.edition.wording import Wording
from reader.importing.epub.archive import Archive
from reader.importing.epub.article import article
from reader.importing.epub.chapters import Chapter, chapters, run_on
from reader.importing.epub.content import Content
from reader.importing.epub.dating import dated
from reader.importing.epub.navigation import read_navigation
from reader.importing.epub.package import Package, read_package
from reader.importing.epub.pictures import Pictures
from reader.importing.epub.recipes import is_list, is_recipe, section_name, without_bars
from reader.importing.epub.texts import read_texts
from reader.importing.finishing import Draft, finished
from reader.importing.html_blocks import inline_text
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.source import Source

_COVER = re.compile(r"cover|titlepage", re.IGNORECASE)
_LONGEST_MOTTO = 120
_TWO_LETTERS = {
    **dict.fromkeys(("zho", "chi", "cmn"), "zh"),
    **dict.fromkeys(("fra", "fre"), "fr"),
    **dict.fromkeys(("deu", "ger"), "de"),
    **{"eng": "en", "jpn": "ja", "kor": "ko", "spa": "es", "ita": "it", "por": "pt", "rus": "ru", "und": ""},
}

_NOTHING = Wording("里面没有文章", "there is no text in it")
_GET_AGAIN = Wording("重新下载，或重新生成", "download it again, or have it made again")
_LEFT_OUT = Wording("不是文章，没有导入：{what}", "left out, for it is no article: {what}")
_AS_IT_IS = Wording("不必处理", "nothing needs to be done")
_ONLY_YEAR = Wording("只写了 {written}，先写作 {date}", "it says only {written}; taken as {date}")
_SAY_DATE = Wording("用 --date 说明", "give it with --date")
_RUN_ON = Wording(
    "从这个文件起有 {count} 个文件目录没有列出，接在前一篇后面",
    "files that the contents do not name, from this one on, were added to the article before: {count}",
)
_PART = Wording("如果是另一篇，请分开", "if one is an article of its own, part them")
_RIGHTS = Wording("版权：{words}", "rights: {words}")
_HELPED = Wording("参与者：{words}", "contributors: {words}")
_DESCRIBED = Wording("全书简介：{words}", "the description of the whole: {words}")
_KINDS = {
    "cover": Wording("封面", "the cover"),
    "contents": Wording("目录页", "a page of contents"),
    "index": Wording("版面目录", "a list of articles"),
}
_FURNITURE = {
    "bar": Wording("导航条 {count} 处", "navigation bars, {count}"),
    "page number": Wording("纸书页码 {count} 处", "page numbers of the printed book, {count}"),
}


def read_book(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield the edition of a book, and before it what could not be read.

    Raises:
        CannotImport: it is no EPUB, is unsafe to open or encrypted, or nothing in it can be read.
    """
    archive = Archive(source.data(), source.name)
    package = read_package(archive)
    entries, unread = read_navigation(archive, package)
    texts, failed, told = read_texts(archive, package, source.encoding, wishes)
    is_news = is_recipe(package)
    kept = []
    for at, text in enumerate(texts):
        kind = _left_out(text, package, is_recipe=is_news, is_first=at == 0)
        if is_news:
            texts[at] = without_bars(text)
        if kind is None:
            kept.append(texts[at])
        else:
            told.append(_dropped(archive.source, text.path, _KINDS[kind]))
    pictures = Pictures(archive, package)
    name = section_name(texts) if is_news and not any(entry.entries for entry in entries) else None
    found = chapters(entries, kept, package.aside)
    if unnamed := run_on(found, entries):
        what = _RUN_ON.filled(count=len(unnamed))
        told.append(Observation(Grade.UNDECIDED, archive.source, unnamed[0], what, _PART))
    sections = _sections(found, pictures, name, is_recipe=is_news)
    if not sections and texts:
        # A book of nothing but its contents or its cover is better read than refused.
        sections = _sections(chapters((), texts), pictures, name, is_recipe=is_news)
        told = [observation for observation in told if observation.grade is not Grade.DROPPED]
    told += _furniture(archive.source, texts)
    if not sections:
        raise CannotImport(failed[0]) if failed else cannot_import(source.name, "", _NOTHING, _GET_AGAIN)
    told += [*unread, *package.observations, *pictures.told]
    yield from failed
    yield from (observation for observation in told if observation.grade is Grade.ERROR)
    told = [observation for observation in told if observation.grade is not Grade.ERROR]
    yield finished(_draft(package, archive.source, sections, pictures, told), wishes)


def _left_out(text: Content, package: Package, *, is_recipe: bool, is_first: bool) -> str | None:
    """Return what a text is that is no article, or None for one that is."""
    kind = package.guide.get(text.path, "")
    nav = package.item_with("nav")
    if nav is not None and text.path == nav.path:
        return "contents"
    if not text.has_text and text.pieces and (is_first or kind == "cover" or _COVER.search(text.path)):
        return "cover"
    if kind == "toc" and text.is_links:
        return "contents"
    return "index" if is_recipe and is_list(text) else None


def _dropped(source: str, path: str, what: Wording) -> Observation:
    return Observation(Grade.DROPPED, source, path, _LEFT_OUT.filled(what=what), _AS_IT_IS)


def _furniture(source: str, texts: list[Content]) -> list[Observation]:
    """Return what was left out within texts, told once for each kind."""
    told = []
    for kind, words in _FURNITURE.items():
        count = sum(text.furniture.get(kind, 0) for text in texts)
        if count:
            told.append(_dropped(source, "", words.filled(count=count)))
    return told


def _sections(
    found: list[Chapter], pictures: Pictures, unnamed: str | None, *, is_recipe: bool
) -> tuple[Section, ...]:
    """Return the chapters in sections; those in none are in the one of that name, if the paper has one."""
    sections = []
    for name, group in groupby(found, key=lambda chapter: chapter.section):
        articles = (article(chapter, pictures, is_recipe=is_recipe) for chapter in group)
        kept = tuple(each for each in articles if each is not None)
        if kept:
            sections.append(Section(name=name or unnamed or "", articles=kept))
    return tuple(sections)


def _draft(
    package: Package, source: str, sections: tuple[Section, ...], pictures: Pictures, told: list[Observation]
) -> Draft:
    language = next(iter(package.languages), "")
    language = _TWO_LETTERS.get(language.lower(), language)
    day = dated(next(iter(package.titles), ""), package.dates, language)
    inferred: tuple[str, ...] = ()
    if day.date is not None and not day.is_exact:
        inferred = ("date",)
        written = next((written for _, written in package.dates if written), "")
        what = _ONLY_YEAR.filled(written=written, date=day.date.isoformat())
        told.append(Observation(Grade.GUESSED, source, package.path, what, _SAY_DATE))
    others = list(dict.fromkeys(package.titles[1:]))
    motto = inline_text(package.description)
    if len(motto) > _LONGEST_MOTTO:
        words = Wording(motto[:40] + "…", motto[:40] + "…")
        told.append(_dropped(source, package.path, _DESCRIBED.filled(words=words)))
        motto = ""
    helpers = [name for name in package.contributors if not name.casefold().startswith("calibre")]
    for words, names in ((_HELPED, helpers), (_RIGHTS, package.rights)):
        if names:
            told.append(_dropped(source, package.path, words.filled(words=", ".join(names))))
    makers = [name for name in package.creators if name.casefold() not in {"calibre", day.title.casefold()}]
    publisher = package.publisher if package.publisher.casefold() != "calibre" else ""
    return Draft(
        source=source,
        paper=day.title or None,
        date=day.date,
        language=language or None,
        masthead=Masthead(
            motto=joined((*others, motto)) or None,
            publisher=publisher or None,
            editor=", ".join(makers) or None,
        ),
        inferred=inferred,
        sections=sections,
        observations=tuple(told),
        pictures=pictures.all(),
    )
