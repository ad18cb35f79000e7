"""S-SEAM: a paragraph cut in two in the middle of a sentence.

Text taken from a printed page keeps the ends of its columns: one paragraph has become two, the first without
a final mark, the second in mid sentence. The two are joined: nothing is put between Chinese characters, one
space between words. Where a photo stands between them, somebody has to move it first.

Headings, decks, bylines, names, addresses, verse, salutations and lead-ins that end with a colon have no
final mark either and are left alone. So the first half must look like prose: it has a full stop inside, or a
comma and 40 characters, or begins as only sentences do, or ends with what asks for more (，、“（), or the
second half begins with what begins no paragraph. A paragraph cut within its first few words may go unnoticed.

从版面上取下的文字常在栏尾断成两段：前一段没有句末标点，后一段从句子中间说起。接排即可，汉字之间不加任何东
西，英文单词之间加一个空格；两段之间隔着图片的，先移开图片。标题、副题、署名、人名、地址、诗行、称呼、冒号
结尾的引领句本来就没有句末标点，不报；开头几个字就被截断的段落，可能看不出来。

Passes: 新桥上午通车，市民步行过桥。

    记者了解到，明年将再建3座桥。
Passes: 主要做法如下，逐条说明：

    一是分段包干，二是逐日记账。
Fails: 雨下了一夜。天亮以后，村民看见河水漫过石

    桥，把两岸的菜地淹了一半。
Fails: 去年秋天，学校请来4位老艺人，

    每周三下午教孩子们扎灯笼，一学期下来扎了两百多盏。
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.edition.wording import Wording
from reader.proofreading.finding import Remark
from reader.proofreading.proof import Proof
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.seams import seams
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_MESSAGE = Wording("段落在句中断开，下一段接着说", "a paragraph breaks off and the next one goes on")
_MOVE = Wording("先移开中间的图片，再接排", "move the photo between them, then join them")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark every pair of paragraphs that were one."""
    for seam in seams(proof):
        if seam.is_apart:
            yield Remark(_MESSAGE, seam.spot, advice=_MOVE)
        else:
            yield Remark(_MESSAGE, seam.spot, (seam.joining(),))


RULE = Rule(
    id="S-SEAM",
    name=Wording("栏尾断段", "cut paragraph"),
    severity=Severity.ERROR,
    fixing=Fixing.PREVIEW,
    clause=Wording("编排惯例：一段话不因栏尾断成两段", "make-up: a column's end does not end a paragraph"),
    advice=Wording("对照原版接成一段", "join the two after a look at the page"),
    check=check,
    weight=1,
)
