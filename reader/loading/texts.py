"""Texts as they were written, unless YAML has changed or cut them."""

from __future__ import annotations

from reader.edition.joining import joined
from reader.edition.printable import printable, printable_line
from reader.edition.wording import Wording
from reader.loading.fields import Field
from reader.loading.problem import ProblemList, shown
from reader.loading.shapes import Shape
from reader.loading.slip import Slip, dash_without_space, full_width_colon, full_width_key
from reader.loading.words import (
    CUT,
    FOLDED,
    LITERAL,
    MANY_LINES,
    QUOTED_LINES,
    REFUSED,
    UNSEEN,
    Listing,
    Mapping,
    Node,
    Word,
)

_BAD_TEXT = FOLDED | MANY_LINES | QUOTED_LINES | CUT | REFUSED

_KINDS = {
    Word: Wording("一段文字", "a text"),
    Mapping: Wording("一组键值", "a mapping"),
    Listing: Wording("一个列表", "a list"),
}
_WRITE = {
    Word: Wording(
        "写成“{key}: 文字”，文字以“[”“{{”开头就放进引号",
        "write “{key}: text”, in quotation marks if it begins with “[” or “{{”",
    ),
    Mapping: Wording("在“{key}:”下面缩进写各个键", "write its keys indented below “{key}:”"),
    Listing: Wording(
        "写成“{key}: [一, 二]”，或每项一行“- ”", "write “{key}: [a, b]”, or each item after “- ”"
    ),
}
_LITERAL = Wording("写成“{key}: |”，文字另起行并缩进", "write “{key}: |” and the text indented below it")

_FLAWS = (
    (
        FOLDED,
        Wording(
            "“{key}”用了折叠块“>”，它会在两个汉字之间加空格",
            "“{key}” is folded with “>”, which puts a space between two Chinese lines",
        ),
        _LITERAL,
    ),
    (
        MANY_LINES,
        Wording(
            "“{key}”的文字跨了几行，YAML 会在两个汉字之间加空格",
            "the text of “{key}” runs over several lines; YAML puts a space between two Chinese lines",
        ),
        _LITERAL,
    ),
    (
        CUT,
        Wording(
            "“{key}”的文字在“ #”处断了，后面成了注释",
            "the text of “{key}” is cut at “ #”, and the rest is a comment",
        ),
        Wording(
            "整段文字放进引号；若确是注释，“#”后加空格",
            "put the whole text in quotation marks, or a space after “#” if it is a comment",
        ),
    ),
)
_QUOTED_LINES = Wording(
    "“{key}”的引号跨了几行，换行会变成空格",
    "the quotation marks of “{key}” run over several lines; line ends become spaces",
)


class TextReader:
    """Reads what stands under a field as text; what is wrong is told, and the value is None."""

    def __init__(self, problems: ProblemList, *, is_lenient: bool = False) -> None:
        """Take where problems go; the lenient take a folded text as the YAML parser reads it."""
        self._problems = problems
        self._bad_text = _BAD_TEXT & ~(FOLDED | MANY_LINES) if is_lenient else _BAD_TEXT

    def line(self, field: Field, node: Node) -> str | None:
        """Return one line of text; the lines of a literal block are joined as those of a body."""
        if type(node) is Word and not node.flaws and (text := node.text.strip()):  # nearly all of them
            return text
        written = self._text(field, node)
        if written is None:
            return None
        if type(node) is Word and node.flaws & LITERAL:
            written = joined(line.strip() for line in written.split("\n"))
        line = printable_line(written.strip())
        if not line:
            self._tell_empty(field, node, is_error=field.required or field.shape is Shape.LINES)
            return None
        return line

    def prose(self, field: Field, node: Node) -> str | None:
        """Return text with its lines, but for those that are empty at its end."""
        text = self._text(field, node)
        if text is None:
            return None
        text = text.rstrip("\n")
        return printable(text) if type(node) is Word and node.flaws & UNSEEN else text

    def word(self, field: Field, node: Node) -> str | None:
        """Return a word that will be given a meaning; an empty one is an error."""
        if type(node) is not Word:
            self.tell_wrong_kind(field, node, Word)
            return None
        if node.flaws & REFUSED:
            return None
        word = node.text.rstrip("\n") if node.flaws & LITERAL else node.text
        if not word.strip():
            self._tell_empty(field, node, is_error=True)
            return None
        return word

    def _text(self, field: Field, node: Node) -> str | None:
        """Return the text as written, or None when it is none or YAML has changed it."""
        if type(node) is not Word:
            self.tell_wrong_kind(field, node, Word)
            return None
        flaws = node.flaws
        if flaws & self._bad_text:
            for flaw, what, advice in _FLAWS:
                if flaws & flaw:
                    self._problems.error(node.at, what.filled(key=field.key), advice.filled(key=field.key))
                    return None
            if flaws & REFUSED:
                return None
            what = _QUOTED_LINES.filled(key=field.key)
            self._problems.warning(node.at, what, _LITERAL.filled(key=field.key))
        return node.text

    def refuse(self, field: Field, node: Node, word: str, advice: Wording) -> None:
        """Tell that a field cannot be this word."""
        what = Wording("“{key}”不能是“{word}”", "“{key}” cannot be “{word}”")
        self._problems.error(node.at, what.filled(key=field.key, word=shown(word)), advice)

    def tell_wrong_kind(self, field: Field, node: Node, wanted: type[Node]) -> None:
        """Tell that a text, list or mapping stands where another of them should, or nothing at all."""
        if type(node) is Word and node.flaws & REFUSED:
            return
        if type(node) is Word and not node.text:
            self._tell_empty(field, node, is_error=True)
            return
        if slip := _slip_of_kind(node, wanted):
            if isinstance(node, Word) or node.is_whole:  # else it has been told, as what broke the file off
                self._problems.error(slip.at, slip.what, slip.advice)
            return
        what = Wording(
            "“{key}”应当是{wanted}，这里是{found}", "“{key}” should be {wanted}, but this is {found}"
        )
        what = what.filled(key=field.key, wanted=_KINDS[wanted], found=_KINDS[type(node)])
        self._problems.error(node.at, what, _WRITE[wanted].filled(key=field.key))

    def _tell_empty(self, field: Field, node: Node, *, is_error: bool) -> None:
        what = Wording("“{key}”（{called}）是空的", "“{key}” is empty")
        what = what.filled(key=field.key, called=field.called)
        if field.required:
            advice = Wording("写上内容", "write it")
        else:
            advice = Wording("写上内容，或删去“{key}”", "write it, or remove “{key}”").filled(key=field.key)
        tell = self._problems.error if is_error else self._problems.warning
        tell(node.at, what, advice)


def _slip_of_kind(node: Node, wanted: type[Node]) -> Slip | None:
    """Return the slip that made a text of a mapping, or a mapping of a list."""
    if wanted is Mapping and type(node) is Word and (key := full_width_key(node.text)):
        return full_width_colon(node.at + node.text.index("："), key)
    if wanted is Listing and type(node) is Mapping:
        first = next(iter(node.keys), "")
        if first[:1] == "-":
            return dash_without_space(node.at, first.lstrip("-"))
    return None
