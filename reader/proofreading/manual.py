"""The manual page of a rule, and the table of all rules, as text that is Markdown too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.edition.joining import joined
from reader.edition.wording import Tongue, Wording
from reader.proofreading.passage import is_han_text
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.stylebook import RuleOption, Value

_EXAMPLE = re.compile(r"(Passes|Fails|With):[ ]?(.*)")
_MARGIN = "    "
_MOST_SHOWN = 8
_PASSES = Wording("合格", "passes")
_FAILS = Wording("不合格", "fails")
_WITH = Wording("体例", "stylebook")
_FIXINGS = {
    Fixing.NONE: Wording("不自动改", "by hand"),
    Fixing.SAFE: Wording("可自动改", "automatic"),
    Fixing.PREVIEW: Wording("有建议，看过再改", "suggested, to be looked at"),
}
_LANGUAGES = {
    Language.ANY: Wording("中文、英文", "Chinese and English"),
    Language.CHINESE: Wording("中文", "Chinese"),
    Language.LATIN: Wording("英文", "English"),
}
_ON = {True: Wording("启用", "on"), False: Wording("不启用", "off")}
_LINES = (
    Wording("级别：{severity}", "Severity: {severity}"),
    Wording("修改：{fixing}", "Fix: {fixing}"),
    Wording("默认：{is_on}", "By default: {is_on}"),
    Wording("适用：{language}", "Reads: {language}"),
    Wording("依据：{clause}", "Rests on: {clause}"),
    Wording("处理：{advice}", "What to do: {advice}"),
)
_OPTION = Wording("选项 `{name}`：{about}；默认 {usual}", "Option `{name}`: {about}; usually {usual}")
_EMPTY = Wording("空", "empty")


class Example(NamedTuple):
    """An example of a rule's manual page: a body's text, or keys of an article or of an edition."""

    passes: bool
    text: str


class RuleRow(NamedTuple):
    """One rule in the table of all, every cell in words."""

    id: str
    name: str
    severity: str
    fixing: str
    is_on: str
    """Is it in force by default?"""


def manual_page(rule: Rule, tongue: Tongue) -> str:
    """Return a rule's manual page in one language: what is known of it, its prose, its examples."""
    parts = [f"# {rule.id} {rule.name.say(tongue)}", "\n".join(_facts(rule, tongue)), *_prose(rule, tongue)]
    if settings := settings_of(rule):
        parts += [f"{_WITH.say(tongue)}:" if tongue == "en" else f"{_WITH.zh}：", _block(settings)]
    for example in examples_of(rule):
        label = (_PASSES if example.passes else _FAILS).say(tongue)
        parts += [f"{label}:" if tongue == "en" else f"{label}：", _block(example.text)]
    return "\n\n".join(parts) + "\n"


def rules_table(tongue: Tongue, rules: Sequence[Rule] | None = None) -> list[RuleRow]:
    """Return a row for every rule, in the order given; `rules` are the house's own if not said otherwise."""
    if rules is None:
        from reader.proofreading.rules import RULES  # late: it imports every rule there is

        rules = RULES
    return [
        RuleRow(
            rule.id,
            rule.name.say(tongue),
            rule.severity.wording.say(tongue),
            _FIXINGS[rule.fixing].say(tongue),
            _ON[rule.is_default].say(tongue),
        )
        for rule in rules
    ]


def examples_of(rule: Rule) -> list[Example]:
    """Return the examples of a rule's manual; a line indented by four blanks belongs to the one above it."""
    return [Example(kind == "Passes", text) for kind, text in _examples(rule) if kind != "With"]


def settings_of(rule: Rule) -> str:
    """Return what the stylebook says in the examples of a rule's manual, in TOML; mostly nothing."""
    return "\n".join(text for kind, text in _examples(rule) if kind == "With")


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    lines = rule.manual.split("\n")
    for number, line in enumerate(lines):
        if match := _EXAMPLE.match(line):
            block = [match[2]] if match[2] else []
            for after in lines[number + 1 :]:
                if after and not after.startswith(_MARGIN):
                    break
                block.append(after[len(_MARGIN) :])
            yield match[1], "\n".join(block).rstrip()


def _facts(rule: Rule, tongue: Tongue) -> Iterator[str]:
    words = {
        "severity": rule.severity.wording,
        "fixing": _FIXINGS[rule.fixing],
        "is_on": _ON[rule.is_default],
        "language": _LANGUAGES[rule.language],
        "clause": rule.clause,
        "advice": rule.advice,
    }
    for line in _LINES:
        yield f"- {line.filled(**words).say(tongue)}"
    for option in rule.options:
        yield f"- {_option(option).say(tongue)}"


def _option(option: RuleOption) -> Wording:
    usual = _shown(option.usual)
    return _OPTION.filled(name=option.name, about=option.about, usual=f"`{usual}`" if usual else _EMPTY)


def _shown(value: Value) -> str:
    """A value as the stylebook has it, of a long list the first few; nothing where it is empty."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, dict | list):
        return str(value)
    if isinstance(value, dict):
        items = [f'"{wrong}" = "{right}"' for wrong, right in value.items()]
    else:
        items = [f'"{one}"' if isinstance(one, str) else _shown(one) for one in value]
    if not items:
        return ""
    inner = ", ".join(items[:_MOST_SHOWN]) + (f", … ({len(items)})" if len(items) > _MOST_SHOWN else "")
    return f"{{ {inner} }}" if isinstance(value, dict) else f"[{inner}]"


def _prose(rule: Rule, tongue: Tongue) -> Iterator[str]:
    """Yield the paragraphs in this language, each in one line; the first sentence is English."""
    first, *others = re.split(r"^(?:Passes|Fails|With):", rule.manual, maxsplit=1, flags=re.MULTILINE)[
        0
    ].split("\n\n")
    paragraphs = [first.removeprefix(f"{rule.id}: "), *others]
    for paragraph in paragraphs:
        if paragraph.strip() and is_han_text(paragraph) is (tongue == "zh"):
            lines = [line.strip() for line in paragraph.strip().split("\n")]
            text = joined(lines) if tongue == "zh" else " ".join(lines)
            yield text[0].upper() + text[1:]


def _block(text: str) -> str:
    return "\n".join(_MARGIN + line if line else "" for line in text.split("\n"))
