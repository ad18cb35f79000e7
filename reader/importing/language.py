"""Which language a text is in, as far as its script tells."""

from __future__ import annotations

import re

_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")

# Characters that mainland Chinese print does not have, and those that only it has (Table of General Standard
# Chinese Characters, 2013): the most frequent ones of newspapers.
_TRADITIONAL = frozenset("這個們來時說國會學後對發現經過還從長問間開關電話報導區縣鄉鎮應實為與體點無當種機動")
_SIMPLIFIED = frozenset("这个们来时说国会学后对发现经过还从长问间开关电话报导区县乡镇应实为与体点无当种机动")


def language_of(text: str) -> str:
    """Return ``zh-CN``, ``zh-TW``, ``ja``, ``ko`` or ``en`` for what most of this text is written in.

    Scripts are all that is looked at: Latin text counts as English, four letters weighing as one character.
    """
    han, kana, hangul = (len(script.findall(text)) for script in (_HAN, _KANA, _HANGUL))
    latin = len(_LATIN.findall(text)) / 4
    if max(han + kana, hangul) == 0 or latin > han + kana + hangul:
        return "en"
    if hangul > han + kana:
        return "ko"
    if kana * 5 > han:
        return "ja"
    traditional = sum(character in _TRADITIONAL and character not in _SIMPLIFIED for character in text)
    simplified = sum(character in _SIMPLIFIED and character not in _TRADITIONAL for character in text)
    return "zh-TW" if traditional > simplified else "zh-CN"
