"""E-LONG: a sentence that is too long.

Counted without blanks and the marks that end it: more than `longest_sentence` characters in Chinese, more
than `longest_sentence_words` words in English. A list of names may well be that long; so it is
information only.

一句话超过 longest_sentence 个字（不计空格和句末标点）、英文超过 longest_sentence_words 个词。名单一类的长
句难免，所以只作提示。

Passes: 雪停了，路通了。
Fails: 会议要求把清雪保畅作为眼下头等大事来抓，各街道各社区各单位要在天亮之前把门前的积雪清扫干净，
    把通往学校、医院、车站、市场的道路一条一条打通，把独居老人和残疾人家里的取暖情况一户一户问清楚，
    把停水停电的地方一处一处记下来报上去，做到不漏一户、不落一人、不留死角。
Passes: The snow has stopped, and the road is open.
Fails: The council asked that every street and every office clear the snow from its own door before
    daylight, that the roads to the schools, the hospital, the station and the market be opened one after
    another, and that somebody knock at the door of everyone who lives alone to see that the house is warm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.sentences import sentences
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import RuleOption, Stylebook

LONGEST_SENTENCE = RuleOption(
    "longest_sentence", 110, Wording("一句最多多少字", "characters a Chinese sentence may have")
)
LONGEST_SENTENCE_WORDS = RuleOption(
    "longest_sentence_words", 45, Wording("英文一句最多多少词", "words an English sentence may have")
)
_ENDS = re.compile("[。！？!?]")
_CHARACTERS = Wording("一句长{length}字", "a sentence of {length} characters")
_WORDS = Wording("一句长{length}词", "a sentence of {length} words")


def check(proof: Proof, stylebook: Stylebook) -> Iterator[Remark]:
    """Remark every sentence of prose that is longer than the house allows."""
    most = stylebook.number(LONGEST_SENTENCE)
    most_words = stylebook.number(LONGEST_SENTENCE_WORDS)
    for passage in proof.prose():
        if len(passage.text) <= min(most, most_words):
            continue
        is_han = passage.is_han
        if is_han and max(map(len, _ENDS.split(passage.text))) <= most:
            continue  # quicker than to see where each sentence ends
        for sentence in sentences(passage.text, is_han=is_han):
            if sentence.end - sentence.start <= (most if is_han else most_words):
                continue
            length = sentence.characters if is_han else sentence.words
            if length > (most if is_han else most_words):
                message = (_CHARACTERS if is_han else _WORDS).filled(length=length)
                yield passage.remark(sentence.start, sentence.end, message)


RULE = Rule(
    id="E-LONG",
    name=Wording("长句", "long sentence"),
    severity=Severity.INFO,
    fixing=Fixing.NONE,
    clause=Wording("本报文风", "the house’s style"),
    advice=Wording("拆成几句", "make it several"),
    check=check,
    options=(LONGEST_SENTENCE, LONGEST_SENTENCE_WORDS),
)
