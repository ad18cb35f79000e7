"""Names of people as Chinese text gives them: what may be one, and how near two of them are."""

from __future__ import annotations

import re

# The common surnames, without those that are as common as other words (时, 从, 全, 应, 和, 公…): a pattern
# like 部长时强调 must not be read as a person.
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗凤"
    "方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安乐于傅皮卞齐康伍余元顾孟黄穆萧肖尹姚邵汪祁毛禹狄米贝臧"
    "戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫"
    "房丁宣邓郁杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀甄曲封储靳段焦巴侯班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶"
    "幸司黎薄印白蒲邰鄂索赖卓屠蒙池乔胥苍闻党翟谭劳姬申冉桑桂牛尚温庄晏柴阎慕习艾鱼容易廖终耿满匡文寇广欧"
    "沃蔚越隆巩聂晁冷阚简饶曾游权盖桓付岳代仝涂闫佟丛兰冀原呼哈商巫戈敖木欒泰漆牟甯盘竺练缪芦苑蔺褟亓"
)
_DOUBLE = "欧阳|上官|司马|司徒|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|东方|南宫|端木"
_HAN = "\u4e00-\u9fff"
NAME = rf"(?:(?:{_DOUBLE})[{_HAN}]{{1,2}}|[{SURNAMES}][{_HAN}]{{1,2}})(?<!摄)"
"""A Chinese name, for a regular expression; what follows must be known, as nothing parts it from the text."""

_NAME = re.compile(NAME)


def is_name(word: str) -> bool:
    """May this be a Chinese name: a surname, and one or two characters?"""
    return _NAME.fullmatch(word) is not None


def are_one_apart(one: str, other: str) -> bool:
    """Do two names, at least three long, differ in one character: 林一舟 and 林一洲, “Vale” and “Vane”?"""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return long[at + 1 :] == (short[at + 1 :] if len(short) == len(long) else short[at:])
