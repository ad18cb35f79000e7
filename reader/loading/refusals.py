"""What YAML allows and an edition refuses, each in words that say what to write instead."""

from __future__ import annotations

from reader.edition.wording import Wording
from reader.loading.position import line_of
from reader.loading.problem import ProblemList, shown


def refuse_key(problems: ProblemList, key: str, first: int | None, at: int) -> None:
    """Refuse a key that stands at `first` already, or, where that is None, ``<<``; both positions packed."""
    if first is None:
        what = Wording("不能用“<<”合并", "“<<” merges are not read")
        problems.error(at, what, Wording("把要合并的各键写出来", "write the keys out"))
        return
    what = Wording(
        "“{key}”在第 {first} 行和第 {second} 行写了两次",
        "“{key}” stands twice, on lines {first} and {second}",
    ).filled(key=shown(key), first=line_of(first), second=line_of(at))
    problems.error(at, what, Wording("留下一个", "keep one of them"))


def refuse_key_of_many(problems: ProblemList, at: int) -> None:
    """Refuse a list or a mapping where a key should stand."""
    what = Wording("键是一个列表或映射", "a key is a list or a mapping")
    problems.error(at, what, Wording("键写成一个词", "write one word as the key"))


def refuse_anchor(problems: ProblemList, name: str, at: int) -> None:
    """Refuse ``&name`` before a value."""
    what = Wording("不能用锚点“&{name}”", "the anchor “&{name}” is not read").filled(name=shown(name))
    advice = Wording("删去锚点；文字以“&”开头就放进引号", "remove it, or quote a text that begins with “&”")
    problems.error(at, what, advice)


def refuse_tag(problems: ProblemList, tag: str, at: int) -> None:
    """Refuse ``!tag`` before a value."""
    what = Wording("不能用标签“{tag}”", "the tag “{tag}” is not read").filled(tag=shown(tag))
    advice = Wording("删去标签；文字以“!”开头就放进引号", "remove it, or quote a text that begins with “!”")
    problems.error(at, what, advice)


def refuse_alias(problems: ProblemList, name: str, at: int) -> None:
    """Refuse ``*name`` in place of a value."""
    what = Wording("不能用别名“*{name}”", "the alias “*{name}” is not read").filled(name=shown(name))
    advice = Wording(
        "把内容再写一遍；文字以“*”开头就放进引号",
        "write the content again, or quote a text that begins with “*”",
    )
    problems.error(at, what, advice)


def refuse_depth(problems: ProblemList, most: int, at: int) -> None:
    """Refuse a list or a mapping that stands in `most` others."""
    what = Wording("嵌套超过 {depth} 层", "nested deeper than {depth} levels").filled(depth=most)
    advice = Wording("删去多余的“[”“{{”“- ”", "remove the “[”, “{{” or “- ” too many").filled()
    problems.error(at, what, advice)


def refuse_number(problems: ProblemList, most: int, at: int) -> None:
    """Refuse the value after the first `most`."""
    what = Wording("文件里有 {count} 个以上的值", "the file holds more than {count} values").filled(
        count=most
    )
    advice = Wording("拆成几个文件，或用 --max-size 提高上限", "split it, or raise the limit with --max-size")
    problems.error(at, what, advice)


def refuse_document(problems: ProblemList, at: int) -> None:
    """Refuse a second document in the file."""
    what = Wording("文件里有第二个文档", "there is a second document in the file")
    problems.error(at, what, Wording("一个文件只放一期", "one file holds one edition"))


def refuse_directive(problems: ProblemList, at: int) -> None:
    """Refuse ``%TAG`` before a document."""
    what = Wording("不能用 %TAG 指令", "%TAG directives are not read")
    problems.error(at, what, Wording("删去这一行", "remove this line"))


def refuse_emptiness(problems: ProblemList) -> None:
    """Refuse a file without a word in it."""
    what = Wording("文件是空的", "the file is empty")
    advice = Wording("至少写上 format、paper、date 和 sections", "write format, paper, date and sections")
    problems.error(0, what, advice)


def warn_of_open_end(problems: ProblemList, at: int) -> None:
    """Warn that a file does not end with ``...`` and so may have lost its end."""
    what = Wording("没有最后一行“...”，文件可能被截断", "there is no last line “...”: the file may be cut")
    problems.warning(at, what, Wording("写全后在末行加“...”", "end it with a line “...”"))
