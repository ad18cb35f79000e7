"""The names of people as bylines and signatures print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭肖萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖"
    "范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁"
    "岳翟殷詹申耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
    "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戈岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
    "張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮韓蕭葉蔣蘇呂盧鐘鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯莊聶魯關蘭齊喬龐顏倪"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "慕容",
    "司徒",
    "令狐",
    "端木",
    "歐陽",
    "司馬",
)
_HAN_NAME = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}\Z|[\u3400-\u9fff]{1,8}·[\u3400-\u9fff·]{1,12}\Z"
)
_PARTED = re.compile(r"[\s\u3000、,，;；/／&]+|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]{2})")
_ROLE = re.compile(
    r"(?:(?:本报|本网|本刊|本台|见习|實習|实习|特约|特派|首席|全媒体|融媒体|摄影|文字|驻[\u4e00-\u9fff]{1,4})\s*)*"
    r"(?:记者|記者|通讯员|通訊員|特约撰稿人|评论员|實習生|实习生|特派员|撰稿人|编辑|作者)\s*[:：]?"
)
_ROLE_APART = re.compile(r"(?:记者|記者|通讯员|通訊員|评论员|特派员|撰稿人|编辑)[\s\u3000:：]")
_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.'’-]*){1,3}\Z")
# Where the names of a report's makers stand at the head of its first paragraph: before 报道, or in brackets.
_OPENING = re.compile(
    r"(?:(?:本报|本网|本刊|本台|本報)?[讯訊]|\S{2,20}?\d+日[电讯]|(?=本报|本网|记者|記者|通讯员|见习记者))"
    r"[\s\u3000]*(?:[(（]([^()（）]{2,60})[)）]|((?:本报|本网|见习|实习|特约|首席|驻\S{1,4})*(?:记者|記者|通讯员|通訊員)"
    r"[^。；;!！?？()（）“”\"]{2,60}?)(?:综合)?(?:报道|報道|報導|摄影报道|摄)(?![\u4e00-\u9fff])[:：]?)"
)


def has_role(text: str) -> bool:
    """Does a text name a role such as 记者 or 通讯员?"""
    return _ROLE.search(text) is not None


def is_person(name: str) -> bool:
    """Is this shaped like a Chinese name, known surname included?"""
    if not _HAN_NAME.match(name):
        return False
    return name.startswith(_COMPOUND) or "·" in name or (name[0] in _SURNAMES and len(name) <= 3)


def are_names(text: str, *, is_strict: bool) -> bool:
    """Are these names of people, parted by blanks or marks? Strictly: with surnames most people have."""
    names = _together(_PARTED.split(text.strip()))
    if not 0 < len(names) <= 8:
        return False
    if all(_HAN_NAME.match(name) for name in names):
        return all(map(is_person, names)) if is_strict else any(map(is_person, names))
    return _LATIN_NAME.match(text.strip()) is not None and not text.isupper()


def are_staff(text: str) -> bool:
    """Is this a role and names, and nothing else: a surname most people have, or a blank or colon between?"""
    parts = _ROLE.split(text)
    names = [name for part in parts[1:] for name in _together(_PARTED.split(part))]
    if not names or not all(map(_HAN_NAME.match, names)):
        return False
    return all(map(is_person, names)) or _ROLE_APART.search(text) is not None


def reporters(paragraph: str) -> tuple[str, ...]:
    """Return the reporters that the head of a first paragraph names (``本报讯 记者X 见习记者Y报道:``)."""
    match = _OPENING.match(paragraph[:160])
    if match is None:
        return ()
    return tuple(dict.fromkeys(_named(match[1] or match[2])))


def _named(words: str) -> Iterator[str]:
    if not _ROLE.search(words):
        return
    for part in _ROLE.split(words)[1:]:
        for name in _together(_PARTED.split(part)):
            if _HAN_NAME.match(name):
                yield name


def _together(tokens: list[str]) -> list[str]:
    """Put together names of two characters that are set with a blank in between, as a column of names is."""
    names: list[str] = []
    is_half = False
    for token in filter(None, tokens):
        if is_half and len(token) == 1:
            names[-1] += token
            is_half = False
        else:
            names.append(token)
            is_half = len(token) == 1
    return names
