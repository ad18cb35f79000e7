"""T-WIDTH: a half-width mark in Chinese text.

Chinese text has the marks ，：；！？（）, one character wide. A half-width one is an error next to Chinese
characters, with only figures, signs or quotation marks between them and it, and in a Chinese sentence.
Brackets are seen as pairs: both become full-width or neither does. Left alone are figures (12:30, 1,691,
3:1), web and mail addresses, file names, formulas like f(x), and the marks of English words and sentences;
where it cannot be told whose a mark is, nothing is said. Paragraphs without Chinese are not read.

中文里的点号和括号占一个字的位置。紧靠汉字（隔着数字、符号或引号也算）、或处在中文句子里的半角标点
是差错，可以放心改成全角。括号成对处理：要么都改，要么都不改。数字（12:30、1,691、3:1）、网址邮箱、
文件名、f(x) 一类算式、英文短语和句子里的标点不动，分不清属于中文还是英文的也不动；没有中文的段落不读。

Passes: 全县有拖拉机2325台，收割机633台，12:30开工，共1,691人，比分3:1。
Passes: 他用英文写道：“Come rain, come shine!” 详见 https://example.org/a,b?c=d 和附件“名单(1).docx”。
Passes: 函数f(x,y)的值大于0。
Passes: A caption in English, with its own marks (and brackets)!
Fails: 全县有拖拉机2325台,收割机633台。
Fails: 记者牛小惠报道:我市（原名潞州)下雪。
Fails: signoff: (林一舟)
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Language, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook
from reader.proofreading.widening import FULL_WIDTH, half_width_marks

_MESSAGES = {
    mark: Wording("中文里用了半角“{mark}”", "half-width “{mark}” in Chinese text").filled(mark=mark)
    for mark in FULL_WIDTH
}


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every half-width mark that stands in Chinese text."""
    for passage in proof.passages():
        for at in half_width_marks(passage.text):
            mark = passage.text[at]
            yield passage.remark(at, at + 1, _MESSAGES[mark], FULL_WIDTH[mark])


RULE = Rule(
    id="T-WIDTH",
    name=Wording("半角标点", "half-width mark"),
    severity=Severity.ERROR,
    fixing=Fixing.SAFE,
    clause=Wording("GB/T 15834—2011 5.1（点号、括号占一个字位置）", "GB/T 15834—2011, 5.1"),
    advice=Wording("改为全角", "write the full-width mark"),
    check=check,
    language=Language.CHINESE,
    weight=0.1,
)
