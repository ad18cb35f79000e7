"""What an alert says besides its texts, and what of it no newspaper prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.edition.wording import Wording
from reader.importing.cap.elements import Part
from reader.importing.cap.prose import body_from
from reader.importing.cap.vocabulary import OWN

_RESPONSES = {
    "shelter": Wording("就地避险", "Take shelter in place"),
    "evacuate": Wording("按指引撤离", "Relocate as instructed"),
    "prepare": Wording("做好准备", "Make preparations"),
    "execute": Wording("执行预定的应对措施", "Do what was planned for this"),
    "avoid": Wording("避开危险区域", "Avoid the hazard"),
    "monitor": Wording("留意后续信息", "Attend to further information"),
}
"""`responseType` (CAP 1.2 §3.2.2) for people; those that ask for nothing are not here."""

_WEB = Wording("详情：{words}", "More: {words}")
_CONTACT = Wording("联系：{words}", "Contact: {words}")
_RESOURCE = Wording("附件：{words}", "Attached: {words}")
_AUDIENCE = Wording("面向：{words}", "For: {words}")

# Said in a field of the notice, or part of what an alert is.
_ALERT = {"identifier", "sender", "sendercode", "sent", "sendtime", "status", "msgtype", "scope"}
_ALERT |= {"note", "references"}
_INFO = {"language", "event", "severity", "effective", "onset", "expires", "sendername", "headline"}
_INFO |= {"description", "instruction", "web", "contact", "audience"}
_WRITTEN = {
    "eventcode": "eventCode",
    "responsetype": "responseType",
    "derefuri": "derefUri",
    "secclassification": "secClassification",
    "mimetype": "mimeType",
    "eventtype": "eventType",
}


def instruction(info: Part, tongue_is_chinese: bool) -> str:
    """Return what people should do: the instruction or else the response types, then where to learn more."""

    def say(wording: Wording, words: str = "") -> str:
        return (wording.zh if tongue_is_chinese else wording.en).format(words=words)

    own = info.text("instruction") or ""
    parts = [body_from(own)] if own else []
    if not own:
        wanted = [
            _RESPONSES[name] for each in info.all("responsetype") if (name := each.lower()) in _RESPONSES
        ]
        if wanted:
            stop, comma = ("。", "；") if tongue_is_chinese else (".", "; ")
            parts.append(body_from(comma.join(dict.fromkeys(map(say, wanted))) + stop))
    for name, wording in (("web", _WEB), ("contact", _CONTACT)):
        parts += [body_from(say(wording, words)) for words in info.all(name) if words not in own]
    return "\n\n".join(filter(None, parts))


def audience(info: Part, tongue_is_chinese: bool) -> list[str]:
    """Return a line that says whom the alert is for. Source: CAP 1.2 §3.2.2, `audience`."""
    wording = _AUDIENCE.zh if tongue_is_chinese else _AUDIENCE.en
    return [wording.format(words=words) for words in info.all("audience")]


def resources(info: Part, tongue_is_chinese: bool) -> list[str]:
    """Return a line for each file the alert comes with: what it is, and where it lies."""
    wording = _RESOURCE.zh if tongue_is_chinese else _RESOURCE.en
    words = (
        " ".join(filter(None, (resource.text("resourcedesc"), resource.text("uri"))))
        for resource in info.inner("resource")
    )
    return [wording.format(words=each) for each in words if each]


def area(info: Part, tongue_is_chinese: bool) -> str | None:
    """Return every area of an `info`, each once."""
    described = (words for each in info.inner("area") for words in each.all("areadesc"))
    # An area that is nothing but text: a feed's own short form.
    names = dict.fromkeys(" ".join(words.splitlines()) for words in (*described, *info.all("area")))
    return ("；" if tongue_is_chinese else "; ").join(names) or None


def unprinted(alert: Part, infos: Sequence[Part]) -> tuple[str, ...]:
    """Return the names of the elements that say something and are not printed, in order, each once.

    They are for machines: codes, shapes on a map, what a sender's own system needs.
    """
    names = dict.fromkeys(_unprinted(alert, infos))
    return tuple(_WRITTEN.get(name, name) for name in names)


def _unprinted(alert: Part, infos: Sequence[Part]) -> Iterator[str]:
    yield from (name for name in alert.texts if name not in _ALERT)
    yield from (name for name in alert.parts if name != "info")
    for info in infos:
        for name, texts in info.texts.items():
            is_said = name in _INFO or (name == "responsetype" and not info.text("instruction"))
            if not is_said and name != "area" and any(text.lower() not in _NOTHING for text in texts):
                yield name
        for part in info.inner("parameter"):
            name = part.text("valuename") or ""
            if part.text("value") is not None and not name.startswith(OWN):
                yield f"parameter {name}".strip()
        yield from (name for name in info.parts if name in ("eventcode",))
        for each in info.inner("area"):
            yield from (name for name in (*each.texts, *each.parts) if name != "areadesc")
        for each in info.inner("resource"):
            yield from (name for name in each.texts if name not in ("resourcedesc", "uri"))


_NOTHING = {"unknown", "none", "other"}
