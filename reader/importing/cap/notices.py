"""The notices of one alert: one for each `info` block of the paper's language."""

from __future__ import annotations

import datetime as dt
import json
from typing import NamedTuple

from reader.edition.joining import is_cjk
from reader.edition.notice import Level, Notice
from reader.edition.wording import Wording
from reader.importing.cap import facts
from reader.importing.cap.colour import printed_event, printed_level
from reader.importing.cap.elements import Part
from reader.importing.cap.languages import Chosen, chosen
from reader.importing.cap.message import Message, own_parameters
from reader.importing.cap.prose import body_from, plain_from
from reader.importing.cap.references import notice_id
from reader.importing.cap.vocabulary import (
    CANCELS,
    COLUMN,
    DEFAULT_LANGUAGE,
    EXPIRES,
    INSTRUCTION,
    LEVELS,
    NOT_GIVEN,
    SUPERSEDES,
    TEXT,
)
from reader.importing.observation import Grade, Observation

_MOMENT = dt.timedelta(seconds=1)


class Noted(NamedTuple):
    """The notices of an alert."""

    notices: tuple[Notice, ...]
    language: str | None
    """None where the alert does not name it and it is not English."""
    inferred: tuple[str, ...]
    """`<id>.<key>` of what was made up."""
    observations: tuple[Observation, ...]


def noted(message: Message, base: str, wanted: str | None, source: str) -> Noted:
    """Return the notices of a message, whose ids are `base`, or `base.1`, `base.2` … of several.

    `wanted` is the language the paper wants. The alert's own end is kept even where it makes no sense: then
    the beginning gives way, for a warning that has ended must never look as if it went on.
    """
    told = list(message.observations)
    infos = message.infos or (Part(message.part.place, {}, {}),)
    selected = chosen(infos, wanted)
    if selected.others:
        what = _OTHER_LANGUAGES.filled(chosen=selected.language, others=", ".join(selected.others))
        told.append(Observation(Grade.DROPPED, source, message.part.place, what, _SAY_LANGUAGE))
    left = facts.unprinted(message.part, selected.infos)
    if left:
        what = _UNPRINTED.filled(names=", ".join(left))
        told.append(Observation(Grade.DROPPED, source, message.part.place, what, _SEE_ALERT))
    notices: list[Notice] = []
    inferred: list[str] = []
    for number, info in enumerate(selected.infos, 1):
        own = base if len(selected.infos) == 1 else f"{base}.{number}"
        maker = _Maker(message, info, selected, own, source)
        notices.append(maker.notice())
        inferred += [f"{own}.{key}" for key in dict.fromkeys((*message.guessed, *maker.inferred))]
        told += maker.told
    named = infos[0].text("language") or selected.language == DEFAULT_LANGUAGE
    return Noted(tuple(notices), selected.language if named else None, tuple(inferred), tuple(told))


class _Maker:
    """Makes the notice of one `info` block."""

    def __init__(self, message: Message, info: Part, selected: Chosen, own_id: str, source: str) -> None:
        self.inferred: list[str] = []
        self.told: list[Observation] = []
        self._message = message
        self._info = info
        self._id = own_id
        self._source = source
        self._is_chinese = selected.language.lower().split("-")[0] in ("zh", "yue", "lzh", "wuu")
        self._own = own_parameters(info)
        self._not_given = frozenset(self._own.get(NOT_GIVEN, "").split())

    def notice(self) -> Notice:
        message, info = self._message, self._info
        supersedes, cancels = self._ended()
        effective, expires = self._span(is_lifting=bool(cancels))
        if self._is_over() and not cancels:
            expires = self._at_once(effective, expires)
        elif cancels and expires is not None and expires <= effective:
            self._guess("expires", _LIFTED_FOR_GOOD, _NO_NEED)
            expires = None
        elif expires is not None and expires <= effective:
            self._guess("effective", _ENDS_EARLY, _CHECK)
            effective = expires - _MOMENT
        return Notice(
            id=self._id,
            event=self._event(),
            headline=info.text("headline"),
            column=self._own.get(COLUMN),
            level=self._level(is_lifting=bool(cancels)),
            status=message.status,
            issuer=self._issuer(),
            area=facts.area(info, self._is_chinese),
            issued=None if "sent" in self._not_given else message.sent,
            effective=effective,
            onset=self._moment("onset"),
            expires=expires,
            supersedes=supersedes,
            cancels=cancels,
            text=self._text(),
            instruction=self._instruction(),
        )

    def _guess(self, key: str, what: Wording, advice: Wording) -> None:
        self.inferred.append(key)
        self._tell(Grade.GUESSED, what, advice)

    def _tell(self, grade: Grade, what: Wording, advice: Wording) -> None:
        self.told.append(Observation(grade, self._source, self._info.place, what, advice))

    def _is_over(self) -> bool:
        """Does it say that something has ended, so that it must not be shown as a warning?"""
        return self._message.kind == "cancel" or self._is_all_clear()

    def _is_all_clear(self) -> bool:
        return "allclear" in {each.lower() for each in self._info.all("responsetype")}

    def _ended(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        ids = tuple(dict.fromkeys(map(notice_id, self._message.referred)))
        ids = tuple(each for each in ids if each != self._id)
        kind = self._message.kind
        if kind == "alert":
            if ids:
                self._tell(Grade.DROPPED, _NEW_REFERS.filled(ids=", ".join(ids)), _CHECK)
            return (), ()
        if not ids and not self._is_over():
            self._tell(Grade.UNDECIDED, _NOTHING_NAMED, _NAME_IT)
        if not self._is_over():
            return ids, ()
        if SUPERSEDES not in self._own:
            return (), ids
        named = (self._own.get(name, "").split() for name in (SUPERSEDES, CANCELS))
        supersedes, cancels = (tuple(each for each in some if each in ids) for some in named)
        return supersedes, cancels or ids

    def _span(self, *, is_lifting: bool) -> tuple[dt.datetime, dt.datetime | None]:
        effective = self._moment("effective") or self._message.sent
        words = self._info.text("expires")
        expires = self._moment("expires")
        is_said = words is None and self._own.get(EXPIRES) is not None
        if expires is None and not is_said and (is_lifting or not self._is_over()):
            self._guess("expires", _NO_END, _SAY_END)
        return effective, expires

    def _at_once(self, effective: dt.datetime, expires: dt.datetime | None) -> dt.datetime:
        """Return the end of a message that ends what it does not name: at once."""
        words = expires.isoformat() if expires is not None else "—"
        self._guess("expires", _ENDS_UNNAMED.filled(expires=words), _NAME_LIFTED)
        return effective + _MOMENT

    def _moment(self, name: str) -> dt.datetime | None:
        words = self._info.text(name)
        found = self._message.moment(words) if words is not None else None
        if words is not None and found is None:
            self._tell(Grade.UNDECIDED, _NO_TIME.filled(name=name, words=words), _CHECK)
        return found

    def _event(self) -> str:
        event = self._info.text("event")
        if event is not None:
            return event
        headline = self._info.text("headline") or self._message.part.text("note") or ""
        guessed = printed_event(headline) or _begin(" ".join(headline.split()))
        if not guessed:
            codes = (code.text("value") for code in self._info.inner("eventcode"))
            guessed = next(filter(None, (*codes, self._info.text("eventtype"))), "")
        if not guessed:
            guessed = _UNNAMED.zh if self._is_chinese else _UNNAMED.en
        self._guess("event", _NO_EVENT.filled(event=guessed), _SAY_EVENT)
        return guessed

    def _level(self, *, is_lifting: bool) -> Level | None:
        words = (self._info.text("severity") or "unknown").lower()
        if words not in LEVELS:
            self._tell(Grade.UNDECIDED, _NO_LEVEL.filled(words=words), _CHECK)
        level = LEVELS.get(words)
        if NOT_GIVEN in self._own:
            return level  # of our own making: the notice had this level whatever its headline says
        if is_lifting:
            return None  # the colour is that of the warning which is over
        texts = (self._info.text("headline"), self._info.text("event"))
        printed = next((found for text in texts if text and (found := printed_level(text))), None)
        if printed is not None and printed is not level and level is not None:
            what = _LEVELS_DIFFER.filled(printed=printed.wording, severity=self._info.text("severity"))
            self._tell(Grade.UNDECIDED, what, _CHECK)
        return level if printed is None else printed

    def _issuer(self) -> str | None:
        name, sender = self._info.text("sendername"), self._message.sender
        if "sender" in self._not_given:
            return name
        if self._message.is_chinese_platform and sender is not None:
            if name is not None and name != sender:
                self._tell(Grade.DROPPED, _CLERK, _SEE_ALERT)
            return sender
        return name or sender

    def _text(self) -> str:
        plain = self._info.text("description") or ""
        if (own := self._kept(TEXT, plain)) is not None:
            return own
        note = self._message.part.text("note") or ""
        said = " ".join((plain, self._info.text("headline") or "", self._info.text("event") or ""))
        more = (facts.audience, facts.resources)
        parts = [plain, *(words for each in more for words in each(self._info, self._is_chinese))]
        if " ".join(note.split()) not in " ".join(said.split()):
            parts.insert(1, note)
        return "\n\n".join(filter(None, map(body_from, filter(None, parts))))

    def _instruction(self) -> str:
        own = self._kept(INSTRUCTION, self._info.text("instruction") or "")
        return own if own is not None else facts.instruction(self._info, self._is_chinese)

    def _kept(self, name: str, plain: str) -> str | None:
        """Return a text with its marks as our own export has kept it, if the plain one is still the same."""
        try:
            kept = json.loads(self._own.get(name, ""))
        except (ValueError, RecursionError):
            return None
        is_same = isinstance(kept, str) and plain_from(kept).strip() == plain
        return kept if is_same else None


def _begin(words: str) -> str:
    """Return as much of these words as an event may have, Latin words whole."""
    cut = words[:_LONGEST_EVENT]
    if len(cut) < len(words) and not is_cjk(cut[-1]):
        cut = words[: _LONGEST_EVENT + 1].rpartition(" ")[0] or cut
    return cut + "…" * (len(cut) < len(words))


_LONGEST_EVENT = 40
_SAY_LANGUAGE = Wording("要别的语言就用 --language", "for another language say --language")
_SEE_ALERT = Wording("需要就看原件", "see the alert itself if it is needed")
_CHECK = Wording("向发布单位核实", "ask whoever issued it")
_NO_NEED = Wording("解除本身不会再生效", "a lifting does not end by itself")
_OTHER_LANGUAGES = Wording(
    "收了 {chosen} 的文字，没收 {others}", "the text in {chosen} was taken, not that in {others}"
)
_UNPRINTED = Wording("给机器看的没有收：{names}", "left out, for machines read it and people do not: {names}")
_NO_END = Wording(
    "没写截止时间（expires），暂作解除时间另行通知", "it has no expires; assumed to hold until lifted"
)
_SAY_END = Wording("有了截止时间就补上", "add an end when there is one")
_ENDS_EARLY = Wording(
    "截止时间不晚于生效时间；截止照录，生效改在此前一秒",
    "it ends before or as it takes effect; its end is kept, and it takes effect one second before",
)
_LIFTED_FOR_GOOD = Wording(
    "解除的截止时间不晚于生效时间，不收", "the end of this lifting is not after its beginning; left out"
)
_ENDS_UNNAMED = Wording(
    "它解除预警，却没说是哪一则；不当预警，生效一秒即止（原写截止 {expires}）",
    "it lifts a warning and names none; to be no warning itself it holds for one second"
    " (its expires: {expires})",
)
_NAME_LIFTED = Wording("查明解除哪一则，写进 cancels", "find out which, and write it under cancels")
_NEW_REFERS = Wording("新预警也提到了别的消息：{ids}", "a new alert refers to other messages: {ids}")
_NOTHING_NAMED = Wording("它更新预警，却没说是哪一则", "it updates a warning and names none")
_NAME_IT = Wording("查明取代哪一则，写进 supersedes", "find out which, and write it under supersedes")
_NO_TIME = Wording("{name} 不是时间：{words}", "{name} is no time: {words}")
_NO_EVENT = Wording("没写事件（event），先写作“{event}”", "it has no event; “{event}” for now")
_SAY_EVENT = Wording("改成预警的是什么", "write what it warns of")
_NO_LEVEL = Wording("不认得级别（severity）“{words}”", "“{words}” is no severity")
_LEVELS_DIFFER = Wording(
    "标题印的是{printed}，severity 是 {severity}；按标题",
    "the headline prints {printed}, the severity is {severity}; the headline counts",
)
_CLERK = Wording("senderName 是经办人，没有收", "senderName is a clerk's name and was left out")
_UNNAMED = Wording("预警信息", "Alert")
