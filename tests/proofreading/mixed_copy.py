"""Clean Chinese copy with figures and Latin words in it, made by chance; and copy to be left alone."""

from __future__ import annotations

import random

FULL = "，：；！？（）"
HALF = ",:;!?()"
_NARROW = str.maketrans(FULL, HALF)

_SENTENCES = (
    "{place}今天下雪，路上结冰；{name}（{age}岁）仍按时出车。",
    "记者{name}报道：{place}新修渠道{big}米，灌溉{small}万亩，比上年增长{share}%，其中滴灌占{share}%（含示范田）。",
    "“门前的路修好了，出门方便了！”{name}说，“什么时候修到河边呢？”",
    "大会讨论了三件事：一是“快”；二是“准”；三是“稳”！",
    "今年共有{big}人报名（上年为{big}人），录取{small}人，{place}占{share}%；其余为外地考生。",
    "{place}引进{latin}技术，与{latin}公司（总部在{place}）合作：一期投资{small}亿元，二期投资{small}亿元。",
    "空气质量指数（AQI）为{small}，{place}发布Ⅲ级（黄色）预警：老人、儿童减少外出，学校停课！",
    "《渡口：一条河的故事》（{name}著）出版，定价{small}元；《水边的村庄》，{year}年再版。",
    "咨询电话：（0355）{phone}，联系人：{name}；逾期不候！",
    "（1）修路，（2）架桥，（3）种树：{place}这三件事办得怎么样？",
    "气温{small}℃，风力{digit}级，湿度{share}%：这样的天气，“{latin}”赛事（第{digit}届）照常举行！",
    "{name}问：“谁来写，写什么，怎么写？”{name}答：“请看‘{place}夜话’（每周一期）！”",
    "雪后的{place}，真美！真静！你来不来？",
    "比赛在{time}开始，{place}队以{digit}:{digit}获胜；门票收入{grouped}元，全部捐出。",
    "{latin}和{place}重工（下称“重工”）签约，{latin}：“合作刚刚开始。”成员还有HPC，HTU和KAD。",
)
_NAMES = ("林一舟", "周望川", "沈晓岚", "何知远", "陆青禾")
_PLACES = ("河湾市", "柳溪县", "青石镇", "石磨村", "东桥街道")
_LATIN = ("HERON", "Kelo", "WTF3", "Blue Harbour", "T-34", "β")

KEPT = (
    "比赛在12:30开始，到15:45:10结束；男女比例3:1，比分 2 : 0。",
    "全市共有1,691台，总值12,345,678.90元。",
    "日AQI>150持续48小时，PM2.5:75，端口localhost:8080。",
    "详见https://example.org/a,b?c=d;e!f(1)一页，或example.com/list?id=3,4&x=1。",
    "邮箱lin.yizhou@example.com，附件“名单(1).docx”和report(final).pdf已发，文件在C:\\docs\\a(1).txt里。",
    "函数f(x)和g(x,y)连续，公式(a+b)^2=a^2+2ab+b^2很有名，点(3,4)在直线上，2(x+1)>0。",
    "他说“Come in, please!”然后走了。",
    "他用英语念道：“Come rain, come shine: we print!” 台下鼓掌。",
    "会上播放了 Let it snow, let it rain! 这首歌。",
    "英文原文是 The old printer set the page, and it ran; who knows? 大家都笑了。",
    "Snow fell in Hewan, and the roads were closed (again): see page 2!",
    "He met 林一舟, who said hello (你好) and left; they were late!",
    "Hewan (河湾市城区东桥街道) is a town in the north, isn't it?",
    "河湾市新闻界协会（Hewan Press Club, HPC）宣布。",
    "化合物2,4-滴和1,2-二氯乙烷、N,N-二甲基甲酰胺超标，Ca(OH)2合格。",
    "程序运行print(a,b)后输出，版权归 Hewan Media Co., Ltd. 所有。",
    "他买了Yahoo!公司的股票，读了《Hello, World!》。",
    "Ctrl+P (or a colon) opens it: type a few letters.",
    "Copyright (c) 2024 河湾晨报",
    "(Reuters)",
    "按“?”键看说明，按 : 再按 ! 也行，图由“![图名]”决定。",
    "paper: 河湾晨报",
    "今天下雪 :)",
    "12:30, 15:40 (2)",
)
"""Lines whose half-width marks all belong to figures, addresses, formulas or another language."""


def halved(text: str) -> str:
    """Return the text with its full-width marks made half-width."""
    return text.translate(_NARROW)


def mixed_paragraph(chance: random.Random, sentences: int = 6) -> str:
    """Return a paragraph of clean copy."""
    return "".join(_filled(chance.choice(_SENTENCES), chance) for _ in range(sentences))


def _filled(template: str, chance: random.Random) -> str:
    parts = template.split("{")
    text = parts[0]
    for part in parts[1:]:
        gap, rest = part.split("}", 1)
        text += _word(gap, chance) + rest
    return text


def _word(gap: str, chance: random.Random) -> str:
    fixed = {"name": _NAMES, "place": _PLACES, "latin": _LATIN}
    if gap in fixed:
        return chance.choice(fixed[gap])
    number = {
        "age": chance.randint(20, 80),
        "big": chance.randint(1000, 9999),
        "small": chance.randint(10, 400),
        "share": chance.randint(1, 99),
        "year": chance.randint(1950, 2024),
        "digit": chance.randint(1, 9),
        "phone": chance.randint(2000000, 8999999),
        "time": f"{chance.randint(8, 20)}:{chance.randint(10, 59)}",
        "grouped": f"{chance.randint(1000, 999999):,}",
    }
    return str(number[gap])
