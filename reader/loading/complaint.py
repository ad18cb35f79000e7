"""What the YAML parser complains of, in words that say what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.edition.wording import Wording
from reader.loading.claim import claims_in, refuse_stranger
from reader.loading.decoding import Source
from reader.loading.position import COLUMN_BITS
from reader.loading.problem import ProblemList
from reader.loading.slip import slip_behind
from reader.loading.words import Node

if TYPE_CHECKING:
    import yaml

_QUOTE = Wording("把整段文字放进引号", "put the whole text in quotation marks")
_ALIGN = Wording("让同一层的键左边对齐，用空格缩进", "align keys of one level, and indent with spaces")
_CLOSE = Wording("补上后半个引号或括号", "close the quotation mark or bracket")
_OPENED = Wording("这里开始的引号没有合上", "the quotation mark opened here is never closed")
_CLOSE_MARK = Wording("补上后半个引号", "close it")
_SPELL = Wording("改成字符本身，或用 \\\\ 写反斜线", "write the character itself, or \\\\ for a backslash")

# By a part of the parser's own words; the first that fits.
_COMPLAINTS: tuple[tuple[str, Wording, Wording], ...] = (
    (
        "mapping values are not allowed",
        Wording("这里不能再有“: ”", "there cannot be another “: ” here"),
        Wording(
            "文字里有冒号和空格就放进引号；如果是新的键，就对齐缩进",
            "put text that holds a colon and a space in quotation marks, or align it if it is a key",
        ),
    ),
    (
        "could not find expected ':'",
        Wording("这一行没有“键: ”", "this line has no “key: ”"),
        Wording(
            "写成“键: 文字”，或缩进到上一段文字里", "write “key: text”, or indent it under the text above"
        ),
    ),
    (
        "did not find expected <document start>",
        Wording("“...”之后还有内容", "there is more after the “...”"),
        Wording("一个文件只放一期，“...”写在最后", "one file holds one edition; put “...” last"),
    ),
    ("did not find expected key", Wording("这里应当是一个键", "a key was expected here"), _ALIGN),
    (
        "did not find expected '-'",
        Wording("这里应当是“- ”开头的一项", "an item beginning with “- ” was expected here"),
        _ALIGN,
    ),
    ("block sequence entries are not", Wording("这里不能有“- ”", "there cannot be a “- ” here"), _ALIGN),
    (
        "found a tab character",
        Wording("用制表符缩进了", "a tab is used to indent"),
        Wording("换成空格", "use spaces"),
    ),
    (
        "did not find expected ',' or",
        Wording("括号没有合上，或缺了逗号", "a bracket is not closed, or a comma is missing in it"),
        _CLOSE,
    ),
    ("unexpected end of stream", _OPENED, _CLOSE_MARK),
    ("unexpected document indicator", _OPENED, _CLOSE_MARK),
    ("unknown escape", Wording("没有这种 \\ 写法", "there is no such escape"), _SPELL),
    ("Unicode character escape", Wording("这个编号不是字符", "this number is not a character"), _SPELL),
    ("hexdecimal", Wording("\\x、\\u 后面的数字不全", "digits are missing after \\x or \\u"), _SPELL),
    (
        "tag",
        Wording("这里用了“!”标签", "there is a “!” tag here"),
        Wording("删去标签；文字以“!”开头就放进引号", "remove it, or quote a text that begins with “!”"),
    ),
    (
        "anchor or alias",
        Wording("“&”“*”在这里是锚点或别名", "“&” and “*” here are an anchor or an alias"),
        Wording("把整段文字放进引号", "put the whole text in quotation marks"),
    ),
    (
        "block scalar",
        Wording("“|”后面或它下面的缩进不对", "what follows “|”, or the indentation below it, is wrong"),
        Wording(
            "“|”后面换行，下面各行缩进相同的空格", "end the line after “|” and indent the lines below alike"
        ),
    ),
    (
        "comment or line break",
        Wording("“|”那一行还有文字", "there is text on the line of “|”"),
        Wording(
            "“|”后面换行，下面各行缩进；文字以“|”开头就放进引号",
            "end the line after “|” and indent the lines below, or quote a text that begins with “|”",
        ),
    ),
    ("chomping indicator", Wording("“|”后面不对", "what follows “|” is wrong"), _ALIGN),
    (
        "incompatible YAML",
        Wording("“%YAML”写的版本读不了", "this version of YAML is not read"),
        Wording("删去这一行", "remove this line"),
    ),
    (
        "non-alphabetical",
        Wording("一行不能以“%”开头", "a line cannot begin with “%”"),
        Wording("删去“%”，或把文字缩进到“键: |”下面", "remove it, or indent the text below “key: |”"),
    ),
    (
        "unexpected ':'",
        Wording("括号里的文字有冒号", "a text in brackets holds a colon"),
        Wording("把这一项放进引号", "put this item in quotation marks"),
    ),
    (
        "indentation indicator",
        Wording("“|”后面不对", "what follows “|” is wrong"),
        Wording("“|”后面换行", "end the line after “|”"),
    ),
    (
        "directive",
        Wording("“%”开头的指令读不了", "a “%” directive cannot be read"),
        Wording("删去这一行", "remove this line"),
    ),
    (
        "did not find expected node content",
        Wording("这里应当有内容", "something is missing here"),
        Wording("写上内容，或删去多余的符号", "write it, or remove the mark that announces it"),
    ),
)

_TAB = (
    Wording("用制表符缩进了", "a tab is used to indent"),
    Wording("换成空格", "use spaces"),
)


def complaint(parser_words: str, character: str) -> tuple[Wording, Wording]:
    """Return what is wrong and what to do; `character` is what stands at the place, "" at the end."""
    if "cannot start any token" in parser_words:
        if character == "\t":
            return _TAB
        what = Wording("文字不能以“{mark}”开头", "a text cannot begin with “{mark}”")
        return what.filled(mark=character), _QUOTE
    for part, what, advice in _COMPLAINTS:
        if part in parser_words:
            return what, advice
    what = Wording("这里不合 YAML 写法（{words}）", "this is not YAML ({words})").filled(words=parser_words)
    return what, Wording("检查缩进、冒号和引号", "check indentation, colons and quotation marks")


# Complaints told where the thing complained of begins, not where the parser gave up.
_BEGINS_EARLIER = (
    "unexpected end of stream",
    "expected ',' or",
    "document indicator",
    "could not find expected ':'",
    "non-alphabetical",
)


def tell_complaint(
    error: yaml.MarkedYAMLError, source: Source, problems: ProblemList, last: Node | None = None
) -> bool:
    """Add the parser's complaint to the problems, at its place in the file; `last` is the value before it.

    Return whether that value is not what was meant, whatever it is.
    """
    if not claims_in(source.text):
        refuse_stranger(problems)
        return False
    slip = slip_behind(error, source, last)
    if slip is not None:
        problems.error(source.in_file(slip.at), slip.what, slip.advice)
        return slip.is_all_of_last
    words = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and any(part in words for part in _BEGINS_EARLIER):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    character = source.line(line + 1)[column : column + 1]
    problems.error(source.in_file(line << COLUMN_BITS | column), *complaint(words, character))
    return False
