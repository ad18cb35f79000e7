"""S-NOTICE: a public notice that does not say who, when, how grave, or is out of date.

A warning in force names its issuer and its level (an error where they are missing) and when it was issued (a
warning); a notice that is no warning, such as a cut in the water supply, needs no level. A notice that has
expired when its edition appears is an error unless another of the edition takes its place, and so is one
issued after the edition's day. Only mentioned: that it holds until lifted, and that it begins at 0 o'clock of
the edition's own day, which is past when the paper is read. Exercises, tests and drafts need neither issuer
nor level, notices that only lift others need no level.

预警须写明发布单位、级别（缺者为差错）和发布时间（缺者为警告）；停水一类公告没有级别，不查级别。见报时已经
到期、又没有被本期别的公告取代的，发布时间在出报日之后的，都是差错。“解除时间另行通知”和从出报当日0时起生
效的只作提示：读者看到报纸时0时已过。演练、测试、草稿不查单位和级别，只用来解除别的公告的不查级别。

Passes: notices:
      - id: cold-1
        event: 寒潮预警
        level: blue
        issuer: 河湾市气象台
        issued: 2024-12-22T16:00
        effective: 2024-12-22T20:00
        expires: 2024-12-24T20:00
        text: |
          明后两天有寒潮。
Fails: notices:
      - id: cold-2
        event: 寒潮预警
        effective: 2024-12-23T00:00
        expires: until-lifted
        text: |
          明后两天有寒潮。
Fails: notices:
      - id: water-1
        event: Water off
        issuer: Marlbury Water Company
        issued: 2024-12-20T16:00
        effective: 2024-12-21T08:00
        expires: 2024-12-21T18:00
        text: |
          The supply to Mill Lane will be cut off.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from reader.edition.edition import Edition
from reader.edition.notice import Notice, Status
from reader.edition.wording import Wording
from reader.proofreading.finding import Remark, Spot
from reader.proofreading.proof import Proof, ProofNotice
from reader.proofreading.rule import Fixing, Rule
from reader.proofreading.severity import Severity
from reader.proofreading.stylebook import Stylebook

_WARNING = re.compile("预警|警报|\\b(?:warning|alert)s?\\b", re.IGNORECASE)
_NO_ISSUER = Wording("公告没有发布单位", "a notice without an issuer")
_NO_LEVEL = Wording("预警没有级别", "a warning without a level")
_NO_ISSUED = Wording("公告没有发布时间", "a notice without its time of issue")
_NO_TEXT = Wording("公告没有内容", "a notice that says nothing")
_DRAFT = Wording("草稿状态的公告不应付印", "a draft of a notice should not be printed")
_EXPIRED = Wording("见报时公告已到期", "the notice has expired when the paper appears")
_LATE = Wording("发布时间在出报日之后", "issued after the day of the paper")
_OPEN = Wording("没有截止时间，解除时间另行通知", "no end: in force until lifted")
_MIDNIGHT = Wording(
    "从出报当日0时起生效，见报时已过", "in force from 0 o'clock of the paper's own day, past when it is read"
)
_WATCH = Wording("记得在解除后刊出解除公告", "print a notice when it is lifted")
_SAY_SINCE = Wording("确认起始时间，宜写明已经生效", "check the time, and say that it is in force")
_TAKE_OUT = Wording("撤下，或改截止时间", "take it out, or correct its end")
_CORRECT = Wording("改正发布时间", "correct the time of issue")


def check(proof: Proof, _: Stylebook) -> Iterator[Remark]:
    """Remark what notices lack and what is out of date."""
    edition = proof.edition
    ended = {
        notice_id
        for notice in edition.notices
        if notice.effective <= edition.last_instant()
        for notice_id in (*notice.supersedes, *notice.cancels)
    }
    for proof_notice in proof.notices:
        yield from _missing(proof_notice)
        yield from _times(proof_notice, proof, is_ended=proof_notice.notice.id in ended)


def _missing(proof_notice: ProofNotice) -> Iterator[Remark]:
    notice, spot = proof_notice.notice, proof_notice.spot()
    if notice.status is Status.DRAFT:
        yield Remark(_DRAFT, proof_notice.spot("status"), severity=Severity.WARNING)
    if not (notice.text or notice.instruction or notice.headline):
        yield Remark(_NO_TEXT, spot, severity=Severity.WARNING)
    if notice.status is not Status.ACTUAL:
        return
    if not notice.issuer:
        yield Remark(_NO_ISSUER, spot)
    if notice.issued is None:
        yield Remark(_NO_ISSUED, spot, severity=Severity.WARNING)
    if notice.level is None and not notice.is_lifting and _is_warning(notice):
        yield Remark(_NO_LEVEL, spot)


def _is_warning(notice: Notice) -> bool:
    words = (notice.event, notice.headline, notice.column, notice.text)
    return any(_WARNING.search(text or "") for text in words)


def _times(proof_notice: ProofNotice, proof: Proof, *, is_ended: bool) -> Iterator[Remark]:
    notice, edition = proof_notice.notice, proof.edition
    if notice.issued is not None and notice.issued > edition.last_instant():
        yield Remark(_LATE, _whole(proof, proof_notice, "issued"), advice=_CORRECT)
    if is_ended or notice.is_lifting:
        return
    if notice.expires is not None and notice.expires <= edition.begins():
        yield Remark(_EXPIRED, _whole(proof, proof_notice, "expires"), advice=_TAKE_OUT)
    elif notice.expires is None:
        spot = _whole(proof, proof_notice, "expires")
        yield Remark(_OPEN, spot, advice=_WATCH, severity=Severity.INFO)
    if _begins_at_midnight(notice, edition):
        spot = _whole(proof, proof_notice, "effective")
        yield Remark(_MIDNIGHT, spot, advice=_SAY_SINCE, severity=Severity.INFO)


def _begins_at_midnight(notice: Notice, edition: Edition) -> bool:
    return notice.effective.astimezone(dt.UTC) == edition.begins().astimezone(dt.UTC)


def _whole(proof: Proof, proof_notice: ProofNotice, key: str) -> Spot:
    field = f"{proof_notice.path}.{key}"
    return Spot(field, 0, len(proof.texts.get(field, "")))


RULE = Rule(
    id="S-NOTICE",
    name=Wording("公告要素", "notice"),
    severity=Severity.ERROR,
    fixing=Fixing.NONE,
    clause=Wording(
        "预警信息发布惯例：单位、时间、级别齐全（参照 CAP 1.2）",
        "public warnings: issuer, times and level (after CAP 1.2)",
    ),
    advice=Wording("补齐公告要素", "add what the notice lacks"),
    check=check,
    weight=1,
)
