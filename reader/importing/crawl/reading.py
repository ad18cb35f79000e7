"""Reads what a crawler has saved: a folder, one file of an article, or JSON; an edition a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from reader.edition.wording import Wording
from reader.importing.crawl.day import by_paper, edition_of
from reader.importing.crawl.decoding import Decoded, decoded
from reader.importing.crawl.files import Saved, saved, sorted_files, untaken_files
from reader.importing.crawl.heads import Habit
from reader.importing.crawl.json_file import json_pieces
from reader.importing.crawl.piece import Piece
from reader.importing.crawl.text_file import piece_of
from reader.importing.crawl.texts import habit_in
from reader.importing.imported import Imported, Wishes
from reader.importing.observation import CannotImport, Grade, Observation, cannot_import
from reader.importing.source import Source

_NOTHING = Wording("文件夹里没有按日保存的文章", "there are no daily files of articles in this folder")
_BAD_DATE = Wording("文件名里的日期不存在", "there is no such day as its name says")
_NAME_DAY = Wording(
    "改正文件名，或用 --from 说明是别的格式", "correct the name, or say with --from what it is"
)
_SHOULD_BE = Wording(
    "文章文件叫 20250301-01-02.txt，或用 JSON", "call them like 20250301-01-02.txt, or save JSON"
)
_EMPTY = Wording("文件是空的", "the file is empty")
_FETCH_AGAIN = Wording("重新抓取，或删去它", "fetch it again, or delete it")
_NO_ARTICLES = Wording("里面没有文章", "there is no article in it")
_INDEX = Wording(
    "只有标题，没有正文，当目录看，没有收", "it has headlines only: taken for an index, and left out"
)
_NO_INDEX = Wording("要收就单独导入它", "import it by itself to have them")
_ENCODING = Wording(
    "有 {count} 个文件不是 UTF-8，按 GB18030 读", "read as GB 18030, not being UTF-8: {count} files"
)
_SAY_ENCODING = Wording("不对就用 --encoding 说明", "if it is not, say so with --encoding")
_CUT = Wording("文件在一个字的中间断了，断字没有收", "the file stops inside a character, which is left out")


def read(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    """Yield an edition for each day in order of time, and what cannot be read.

    Raises:
        CannotImport: there is nothing to read in it.
    """
    if source.is_folder:
        yield from _folder(source, wishes)
        return
    each = saved(source)
    if each.name.is_bad_date:
        raise cannot_import(source.name, "", _BAD_DATE, _NAME_DAY)
    data = source.data()
    if not each.is_json and not each.name.is_article:
        # Named with --from: what it is shows in its first character.
        each = each._replace(is_json=data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["))
    results = list(_day([each], wishes, lambda: None))
    errors = [result for result in results if isinstance(result, Observation) and result.grade is Grade.ERROR]
    if any(isinstance(result, Imported) for result in results):
        yield from results
    elif errors:
        yield from (result for result in results if result is not errors[-1])
        raise CannotImport(errors[-1])
    else:
        raise cannot_import(source.name, "", _NO_ARTICLES, _FETCH_AGAIN)


def _folder(source: Source, wishes: Wishes) -> Iterator[Imported | Observation]:
    files = sorted_files(source)
    if not files.total:
        bad = next((told for told in files.told if told.grade is Grade.ERROR), None)
        raise CannotImport(bad) if bad else cannot_import(source.name, "", _NOTHING, _SHOULD_BE)
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        wishes.step(done, files.total)

    yield from files.told
    pictures: set[str] = set()
    for group in files.days:
        for result in _day(group, wishes, step):
            if isinstance(result, Imported):
                pictures |= {picture.file for picture in result.pictures}
            yield result
    yield from untaken_files(source, files.strangers, pictures)


def _day(
    group: Sequence[Saved], wishes: Wishes, step: Callable[[], None]
) -> Iterator[Imported | Observation]:
    """Yield the editions of files that belong together, mostly one; first what could not be read of them."""
    texts: list[tuple[Saved, Decoded]] = []
    for each in group:
        try:
            texts.append((each, _decoded(each)))
        except CannotImport as error:
            yield error.observation
        step()
    habit = habit_in([text.text for each, text in texts if not each.is_json])
    by_day: dict[dt.date | None, list[Piece]] = {}
    for each, text in texts:
        try:
            for piece in _pieces(each, text, habit, has_texts=not group[0].is_json):
                if isinstance(piece, Observation):
                    yield piece
                else:
                    by_day.setdefault(piece.date, []).append(piece)
        except CannotImport as error:
            yield error.observation
    guessed = [each.source.name for each, text in texts if text.is_guessed]
    for day in sorted(by_day, key=lambda day: (day is None, day or dt.date.min)):
        for pieces in by_paper(by_day[day]):
            imported = edition_of(pieces, day, group[0].paper, wishes)
            if guessed:
                what = _ENCODING.filled(count=len(guessed))
                told = Observation(Grade.GUESSED, guessed[0], "", what, _SAY_ENCODING)
                imported = imported._replace(observations=(*imported.observations, told))
                guessed = []
            yield imported


def _decoded(each: Saved) -> Decoded:
    text = decoded(each.source.data(), each.source.name, each.source.encoding)
    if not text.text.strip():
        raise cannot_import(each.source.name, "", _EMPTY, _FETCH_AGAIN)
    return text


def _pieces(each: Saved, text: Decoded, habit: Habit, *, has_texts: bool) -> Iterator[Piece | Observation]:
    source = each.source.name
    if text.is_cut:
        yield Observation(Grade.UNDECIDED, source, "", _CUT, _FETCH_AGAIN)
    if not each.is_json:
        yield piece_of(text.text, source, each.name, habit)
        return
    pieces = list(json_pieces(text.text, each.source, each.name))
    articles = [piece.article for piece in pieces if isinstance(piece, Piece)]
    if not pieces:
        raise cannot_import(source, "", _NO_ARTICLES, _FETCH_AGAIN)
    if has_texts and articles and not any(article.body or article.photos for article in articles):
        yield Observation(Grade.UNDECIDED, source, "", _INDEX, _NO_INDEX)
        return
    yield from pieces
