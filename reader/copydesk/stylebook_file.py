"""The paper's stylebook: ``stylebook.toml`` beside its editions or in a folder above them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.edition.printable import printable_line
from reader.edition.wording import Tongue, Wording
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.problem import Problem
from reader.proofreading.rules import BY_ID, RULES
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook, Value

NAME = "stylebook.toml"
"""What the file is called."""

_OWN = ("on", "off", "severity")
_LARGEST = 4_000_000  # bytes; a list of terms may be long
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_SEE = Wording("看 paper-reader rules", "see paper-reader rules")


class StylebookError(Exception):
    """A stylebook that cannot be followed, with every problem found in it."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = problems
        super().__init__(path, problems)

    def render(self, tongue: Tongue) -> str:
        """Return every problem, one a line."""
        return "\n".join(problem.render(self.path, tongue) for problem in self.problems)


def find_stylebook(edition: Path) -> Path | None:
    """Return the stylebook nearest above an edition, or None."""
    for folder in edition.absolute().parents:
        path = folder / NAME
        if path.is_file():
            return path
    return None


def read_stylebook(path: Path) -> Stylebook:
    """Return what a stylebook says.

    Raises:
        StylebookError: with every problem of the file.
    """
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise StylebookError(path, (_not_toml(str(error)),)) from error
    options = {option.name: option for rule in RULES for option in rule.options}
    problems: list[Problem] = []
    values: dict[str, Value] = {}
    for name, value in table.items():
        at = _place(text, name)
        if name in _OWN:
            problems += _own_problems(text, name, value)
        elif name not in options:
            what = Wording("没有“{name}”这一项", "there is no “{name}”").filled(name=_shown(name))
            near = nearest(name, [*_OWN, *options])
            problems.append(Problem(*at, what, did_you_mean(near, _SEE)))
        elif not _fits(value, options[name]):
            what = Wording("“{name}”的值不对", "“{name}” has a value it cannot have").filled(name=name)
            problems.append(Problem(*at, what, _expected(options[name])))
        else:
            values[name] = value
    if problems:
        raise StylebookError(path, tuple(sorted(problems, key=lambda one: (one.line, one.column))))
    return Stylebook(
        on=frozenset(table.get("on", ())),
        off=frozenset(table.get("off", ())),
        severities={rule: Severity(word) for rule, word in table.get("severity", {}).items()},
        values=values,
    )


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) <= _LARGEST:
            return data.decode("utf-8-sig").replace("\r\n", "\n")
        what = Wording("文件太大", "the file is too large")
    except UnicodeDecodeError:
        what = Wording("文件不是 UTF-8", "the file is not UTF-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        what = Wording("读不了：{why}", "it cannot be read: {why}").filled(why=reason)
    advice = Wording("给出一个 TOML 文件", "name a TOML file")
    raise StylebookError(path, (Problem(1, 1, what, advice),))


def _not_toml(message: str) -> Problem:
    found = _PLACE.search(message)
    at = (int(found[1]), int(found[2])) if found else (1, 1)
    why = _PLACE.sub("", message).strip()
    what = Wording("不是 TOML：{why}", "this is no TOML: {why}").filled(why=printable_line(why))
    return Problem(*at, what, Wording("改正这一处", "correct this"))


def _own_problems(text: str, name: str, value: Any) -> Iterator[Problem]:
    at = _place(text, name)
    if name == "severity":
        if not isinstance(value, dict):
            what = Wording("“severity”应当是一个表", "“severity” should be a table")
            yield Problem(*at, what, Wording('写 "E-LONG" = "warning"', 'write "E-LONG" = "warning"'))
            return
        words = {severity.value for severity in Severity}
        for rule, word in value.items():
            yield from _rule_problem(text, rule)
            if word not in words:
                what = Wording("“{word}”不是严重程度", "“{word}” is no severity").filled(word=_shown(word))
                advice = Wording("写 error、warning 或 info", "write error, warning or info")
                yield Problem(*_place(text, rule), what, advice)
        return
    if not (isinstance(value, list) and all(isinstance(rule, str) for rule in value)):
        what = Wording("“{name}”应当是规则的列表", "“{name}” should be a list of rules").filled(name=name)
        advice = Wording('写 {name} = ["T-SPACE"]', 'write {name} = ["T-SPACE"]').filled(name=name)
        yield Problem(*at, what, advice)
        return
    for rule in value:
        yield from _rule_problem(text, rule)


def _rule_problem(text: str, rule: str) -> Iterator[Problem]:
    if rule not in BY_ID:
        what = Wording("没有规则“{rule}”", "there is no rule “{rule}”").filled(rule=_shown(rule))
        yield Problem(*_place(text, rule), what, did_you_mean(nearest(rule, BY_ID), _SEE))


def _fits(value: object, option: RuleOption) -> bool:
    """Has a value the shape of the option's usual one?"""
    usual = option.usual
    if isinstance(usual, bool):
        return isinstance(value, bool)
    if isinstance(usual, int):
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if isinstance(usual, str):
        return isinstance(value, str) and (not option.choices or value in (usual, *option.choices))
    if isinstance(usual, dict):
        return isinstance(value, dict) and all(isinstance(word, str) for word in value.values())
    if not isinstance(value, list):
        return False
    if option.is_pairs:
        return all(
            isinstance(item, list) and len(item) == 2 and all(isinstance(word, str) for word in item)
            for item in value
        )
    return all(isinstance(item, str) for item in value)


def _expected(option: RuleOption) -> Wording:
    usual = option.usual
    if isinstance(usual, bool):
        return Wording("写 true 或 false", "write true or false")
    if isinstance(usual, int):
        return Wording("写一个整数", "write a whole number")
    if option.choices:
        words = "、".join(option.choices)
        return Wording(f"写 {words} 之一", f"write one of {words.replace('、', ', ')}")
    if isinstance(usual, str):
        return Wording("写带引号的文字", "write text in quotes")
    if isinstance(usual, dict):
        return Wording('写一个表，每行 "错" = "对"', 'write a table, "wrong" = "right" a line')
    if option.is_pairs:
        return Wording('写 [["甲", "乙"], …]', 'write [["one", "other"], …]')
    return Wording('写 ["甲", "乙"]', 'write ["one", "other"]')


def _place(text: str, word: str) -> tuple[int, int]:
    """Return line and column of a key or a word of a list, as far as looking for it tells."""
    match = re.search(rf"""(?m)(?<![\w-])["']?{re.escape(word)}["']?(?![\w-])""", text)
    if not match:
        return 1, 1
    before = text[: match.start()]
    return before.count("\n") + 1, match.start() - (before.rfind("\n") + 1) + 1


def _shown(word: object) -> str:
    return printable_line(str(word))[:40]
