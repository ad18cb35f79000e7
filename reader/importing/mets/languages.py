"""Names and codes of languages as library catalogues write them, as tags of BCP 47."""

from __future__ import annotations

import re

# ISO 639-2, bibliographic and terminological, of the languages that newspapers are digitised in.
_CODES = """
afr af  alb sq  sqi sq  amh am  ara ar  arm hy  hye hy  aze az  baq eu  eus eu  bel be  ben bn  bos
bs  bul bg  bur my  mya my  cat ca  chi zh  zho zh  cym cy  wel cy  cze cs  ces cs  dan da  dut nl
nld nl  eng en  epo eo  est et  fao fo  fin fi  fre fr  fra fr  fry fy  geo ka  kat ka  ger de  deu
de  gla gd  gle ga  glg gl  gre el  ell el  guj gu  hat ht  hau ha  heb he  hin hi  hrv hr  scr hr
hun hu  ice is  isl is  ind id  ita it  jpn ja  kan kn  kaz kk  khm km  kir ky  kor ko  kur ku  lao
lo  lat la  lav lv  lit lt  ltz lb  mac mk  mkd mk  mal ml  mao mi  mri mi  mar mr  may ms  msa ms
mlt mt  mon mn  nep ne  nor no  nno nn  nob nb  oci oc  ori or  pan pa  per fa  fas fa  pol pl  por
pt  rum ro  ron ro  rus ru  san sa  sin si  slo sk  slk sk  slv sl  smo sm  som so  spa es  srp sr
scc sr  sun su  swa sw  swe sv  tam ta  tat tt  tel te  tgk tg  tgl tl  tha th  tib bo  bod bo  ton
to  tuk tk  tur tr  uig ug  ukr uk  urd ur  uzb uz  vie vi  xho xh  yid yi  yor yo  zul zu
"""
_NAMES = """
english en  french fr  français fr  german de  deutsch de  dutch nl  nederlands nl  finnish fi
suomi fi  swedish sv  svenska sv  danish da  norwegian no  spanish es  español es  portuguese pt
italian it  italiano it  latin la  latvian lv  lithuanian lt  estonian et  polish pl  czech cs
slovak sk  slovenian sl  slovene sl  croatian hr  serbian sr  hungarian hu  romanian ro  bulgarian
bg  russian ru  ukrainian uk  greek el  turkish tr  arabic ar  hebrew he  yiddish yi  persian fa
chinese zh  japanese ja  korean ko  luxembourgish lb  welsh cy  irish ga  icelandic is  maori mi
hawaiian haw
"""
_SAID = f"{_CODES} {_NAMES}".split()
_TAGS = dict(zip(_SAID[::2], _SAID[1::2], strict=True))
_UNSAID = frozenset({"und", "mul", "zxx", "mis", "xx"})
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*")


def language_tag(name: str) -> str | None:
    """Return the tag of a language given by an ISO 639 code, a tag or an English name; None if none is said.

    A tag keeps its region and script (``pt-BR``).
    """
    plain = name.strip().replace("_", "-")
    primary, dash, rest = plain.lower().partition("-")
    if primary in _UNSAID:
        return None
    if primary in _TAGS:
        return _TAGS[primary] + dash + plain[len(primary) + 1 :]
    return primary + dash + plain[len(primary) + 1 :] if _TAG.fullmatch(primary + dash + rest) else None
