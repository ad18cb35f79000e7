"""T-CONTROL: a character that is not seen, or has no meaning.

Zero-width spaces, byte order marks, soft hyphens and the like are left behind by web pages and word
processors: nobody sees them, and searching, breaking lines and counting go wrong. Controls can steer a
terminal. Characters of a private use area are known to one font only; U+FFFD stands where a program could
not read a character. A radical such as U+2F08 looks like 人 and is another character, found in text copied
out of a PDF. The joiners that Indic and Arabic words and emoji need are right, and so are direction marks
beside Arabic or Hebrew. Every text of the file is read. What is not seen is deleted and radicals are
replaced without anybody looking; controls and direction overrides one should look at; a lost character has
to be found again by hand.

零宽空格、字节顺序标记、软连字符之类是网页和文字处理软件留下的，看不见，却会让检索、折行、计数出错；控制字符
还能操纵终端。私用区的字只有造它的字体认得；U+FFFD 表示原来的字没有读出来。从 PDF 里复制的字有的其实是部首（
U+2F08 看着像“人”）。印度系文字、阿拉伯文和表情符号要用的连接符，阿拉伯文和希伯来文旁边的方向标记，都是对的。
看不见的直接删去，部首直接换成字；控制字符和改变方向的符号看一眼再删；丢了的字只能人工找回来。

Passes: 河湾市今天下雪，路上结冰。
Fails: body: "河湾\\u200b市今天下雪。"
Fails: body: "河湾\\ufffd市今天下雪。"
Fails: body: "河湾\\u2F08民公园开门。"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Change, Remark, Spot
from reader.proofreading.invisible import PATTERN, Sort, has_any, is_needed, is_right_to_left
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MESSAGES = {
    Sort.ZERO_WIDTH: Wording("看不见的字符 {codes}", "invisible character {codes}"),
    Sort.JOINER: Wording("看不见的连接符 {codes}", "invisible joiner {codes}"),
    Sort.BIDI: Wording("改变书写方向的控制符 {codes}", "control of the direction of writing {codes}"),
    Sort.CONTROL: Wording("控制字符 {codes}", "control character {codes}"),
    Sort.LINE: Wording("异样的换行符 {codes}", "unusual line end {codes}"),
    Sort.LOST: Wording("这里的字没有读出来（{codes}）", "a character was lost here ({codes})"),
    Sort.OBJECT: Wording("粘贴图片留下的占位符 {codes}", "what is left of a pasted object {codes}"),
    Sort.PRIVATE: Wording("私用区的字符 {codes}", "character of a private use area {codes}"),
    Sort.TAG: Wording("看不见的标签字符 {codes}", "invisible tag characters {codes}"),
    Sort.RADICAL: Wording(
        "部首“{run}”（{codes}）不是字", "“{run}” ({codes}) is a radical, not the character"
    ),
}
_ADVICE = {
    Sort.LOST: Wording("对照原稿补上", "find it in the manuscript"),
    Sort.PRIVATE: Wording("改用通用的字", "write a character every font has"),
    Sort.RADICAL: Wording("改为字“{right}”", "write the character “{right}”"),
}
_SAFE = {Sort.ZERO_WIDTH, Sort.JOINER, Sort.RADICAL, Sort.TAG}
_MOST_CODES = 4


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every such character in any text of the file."""
    for field, text in proof.texts.items():
        if has_any(text):
            for match in PATTERN.finditer(text):
                sort = Sort[str(match.lastgroup)]
                if not is_needed(text, match.start(), match.end(), sort):
                    yield _remark(field, text, match, sort)


def _remark(field: str, text: str, match: re.Match[str], sort: Sort) -> Remark:
    run = match.group()
    start, end = match.span()
    codes = " ".join(f"U+{ord(character):04X}" for character in run[:_MOST_CODES])
    codes += " …" if len(run) > _MOST_CODES else ""
    message = _MESSAGES[sort].filled(codes=codes, run=run if sort is Sort.RADICAL else "")
    right = _right(text, match, sort)
    advice = _ADVICE.get(sort)
    if right is None:
        return Remark(message, Spot(field, start, end), advice=advice, is_safe=False)
    return Remark(
        message,
        Spot(field, start, end),
        (Change(field, start, end, right),),
        advice.filled(right=right) if advice else None,
        is_safe=sort in _SAFE or (sort is Sort.BIDI and not is_right_to_left(text)),
    )


def _right(text: str, match: re.Match[str], sort: Sort) -> str | None:
    """Return what belongs in the place of the run, or None if only the manuscript can tell."""
    if sort in (Sort.LOST, Sort.PRIVATE):
        return None
    if sort is Sort.RADICAL:
        right = unicodedata.normalize("NFKC", match.group())
        return None if has_any(right) else right
    if sort is Sort.LINE:
        beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        return " " if beside.isascii() and beside.isalnum() else ""
    return ""


RULE = Rule(
    id="T-CONTROL",
    name=Wording("不可见字符", "invisible or meaningless character"),
    severity=Severity.ERROR,
    fixing=Fixing.SAFE,
    clause=Wording(
        "Unicode 标准（格式字符、控制字符、私用区）", "The Unicode Standard: format, control and private use"
    ),
    advice=Wording("删去", "delete it"),
    check=check,
    weight=0.1,
)
