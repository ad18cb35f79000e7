"""What there is to tell of an issue besides the edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.edition.wording import Wording
from reader.importing.observation import Grade, Observation

_LOOK = Wording("对照原版面核对", "compare with the page")
_MOVE = Wording("看过之后移到该在的地方", "move it where it belongs")
_IN_ORDER = Wording("看看要不要改 METS", "see whether the METS file is to be corrected")
_SHOWN = 3


def told(
    grade: Grade, source: str, part: str, what: Wording, advice: Wording = _LOOK, **words: object
) -> Observation:
    """Return an observation whose words are filled in."""
    return Observation(grade, source, part, what.filled(**words), advice)


def unknown_areas(source: str, names: Sequence[tuple[str, str]]) -> Observation:
    """Tell of places that the structure points to and that no page has; `names` are places and IDs."""
    what = Wording(
        "有 {count} 处指向版面上没有的编号，如 {names}",
        "{count} pointers lead to nothing on the pages: {names}",
    )
    shown = ", ".join(name for _, name in names[:_SHOWN])
    return told(Grade.UNDECIDED, source, names[0][0], what, _IN_ORDER, count=len(names), names=shown)


def shared_pages(source: str, pages: Sequence[str]) -> Observation:
    """Tell of pages that several articles have, without saying which words are whose."""
    what = Wording(
        "第 {pages} 版由几篇文章共有，分不出各篇的文字",
        "pages {pages} belong to several articles; which words are whose is not said",
    )
    return told(Grade.UNDECIDED, source, "", what, _MOVE, pages=", ".join(pages))


def twice_claimed(source: str, titles: Sequence[str]) -> Observation:
    """Tell of items all of whose words belong to others as well."""
    what = Wording(
        "{count} 篇的文字已归前面的文章，没有重复收入：{titles}",
        "{count} items have only words of earlier ones, and get them no second time: {titles}",
    )
    return told(Grade.UNDECIDED, source, "", what, count=len(titles), titles="; ".join(titles[:_SHOWN]))


def left_over(source: str, words: int, pages: Sequence[str]) -> Observation:
    """Tell of text that no article has."""
    what = Wording(
        "第 {pages} 版有 {words} 个词不属于任何文章，收在“未归入文章的文字”里",
        "{words} words on pages {pages} belong to no article; they are kept under “Not in any article”",
    )
    return told(Grade.UNDECIDED, source, "", what, _MOVE, words=words, pages=", ".join(pages))


def divided_here(source: str) -> Observation:
    """Tell that articles were divided by headings, for the source divides none."""
    what = Wording(
        "没有划分文章，按标题字号分开", "it divides no articles; they are divided at large type and tags"
    )
    return told(Grade.GUESSED, source, "", what)


def doubtful_pages(source: str, pages: Iterable[tuple[str, float]]) -> Observation:
    """Tell of pages whose recognition is not sure of itself; `pages` are labels and confidences."""
    what = Wording("识别把握不大的版：{pages}", "recognition is doubtful on pages {pages}")
    shown = ", ".join(f"{label} ({round(sure * 100)}%)" for label, sure in pages)
    return told(Grade.UNDECIDED, source, "", what, pages=shown)


def put_together(source: str, count: int) -> Observation:
    """Tell how many words broken at lines' ends were put back together."""
    what = Wording("接回了 {count} 个行末断开的词", "words broken at lines’ ends put back together: {count}")
    return told(Grade.GUESSED, source, "", what, count=count)


def pictures_left(source: str, captioned: int, bare: int) -> Observation:
    """Tell that pictures are not cut out of the pages."""
    what = Wording(
        "图片没有从版面上裁下：{captioned} 张留有说明，{bare} 张没有说明、未收",
        "pictures are not cut out of the pages; kept as captions: {captioned}, without any: {bare}",
    )
    advice = Wording("需要的图片另存后填进 photos", "save those you need and name them in photos")
    return told(Grade.DROPPED, source, "", what, advice, captioned=captioned, bare=bare)


def other_versions(source: str, count: int) -> Observation:
    """Tell that a page has several files of text, of which one is read."""
    what = Wording(
        "有 {count} 个文件是同一版的另一种文本，没有读",
        "{count} files are other versions of a page’s text, not read",
    )
    return told(
        Grade.DROPPED,
        source,
        "",
        what,
        Wording("要用就单独导入", "import one by itself to use it"),
        count=count,
    )


def other_maps(source: str, count: int) -> Observation:
    """Tell that there are several logical maps, of which the first is read."""
    what = Wording(
        "还有 {count} 个逻辑结构图，只读第一个", "there are {count} more logical maps; the first is read"
    )
    return told(Grade.DROPPED, source, "", what, _IN_ORDER, count=count)


def guessed(source: str, value: str, where: str, is_paper: bool) -> Observation:
    """Tell that the name of the paper or the day was taken from a label or a name."""
    what = (
        Wording("报名按{where}写作 {value}", "the paper’s name is taken from {where_en}: {value}")
        if is_paper
        else Wording("日期按{where}写作 {value}", "the date is taken from {where_en}: {value}")
    )
    advice = (
        Wording("不对就用 --paper 说明", "if it is not, name it with --paper")
        if is_paper
        else Wording("不对就用 --date 说明", "if it is not, give it with --date")
    )
    places = {"label": ("标签", "the label"), "file": ("文件名", "the file’s name")}
    return told(
        Grade.GUESSED,
        source,
        "",
        what,
        advice,
        value=value,
        where=places[where][0],
        where_en=places[where][1],
    )
