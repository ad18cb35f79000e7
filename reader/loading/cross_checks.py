"""What no single field can tell: notices that end each other, jumps and photos that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.edition.body import PhotoPlace, blocks
from reader.edition.wording import Wording
from reader.loading.completeness import is_all_read
from reader.loading.decoding import Source
from reader.loading.fields import RECORDS
from reader.loading.identity import PlacedArticle
from reader.loading.near_id import slip_for
from reader.loading.nearest import did_you_mean, nearest
from reader.loading.position import line_of, packed
from reader.loading.problem import ProblemList, shown
from reader.loading.records import Draft
from reader.loading.shapes import UNTIL_LIFTED
from reader.loading.words import LITERAL, Listing, Word

_REMOVE_OR_CORRECT = Wording("改正或删去", "correct or remove it")

_FEW = 200
_PHOTOS = Wording("图片", "photos")


def check_articles(
    edition: Draft, articles: list[PlacedArticle], source: Source, problems: ProblemList
) -> None:
    """Tell photos named twice or not there, and jumps and corrections that lead to no article."""
    known = {article.id for article in articles}
    nowhere: list[tuple[int, str]] = []
    for article in articles:
        draft, values = article.draft, article.draft.values
        photos = _told_once(values["photos"], problems, _PHOTOS) if "photos" in values else {}
        if "body" in values and "![" in values["body"]:
            _check_photo_places(draft, photos, source, problems)
        for key in ("jump_from", "jump_to"):
            if key in values and isinstance(values[key], Draft) and "article" in values[key].values:
                nowhere += _leads_nowhere(values[key], edition, known)
        if "corrects" in values:
            day, _, piece = values["corrects"].partition("/")
            if day == str(edition.values.get("date")) and piece not in known:
                nowhere.append((draft.at("corrects"), piece))
    if nowhere and is_all_read(edition):
        for at, piece in nowhere:
            _tell_no_article(at, piece, known, problems)


def _leads_nowhere(jump: Draft, edition: Draft, known: set[str]) -> list[tuple[int, str]]:
    words = jump.values["article"]
    day, slash, piece = words.partition("/")
    if not slash:
        day, piece = str(edition.values.get("date")), words
    if day == str(edition.values.get("date")) and piece not in known:
        return [(jump.at("article"), piece)]
    return []


def _tell_no_article(at: int, piece: str, known: set[str], problems: ProblemList) -> None:
    what = Wording("本期没有文章“{id}”", "this edition has no article “{id}”").filled(id=shown(piece))
    # Looking for the nearest of thousands, for each of thousands, would take minutes.
    meant = nearest(piece, known) if len(known) <= _FEW else None
    problems.warning(at, what, did_you_mean(meant, _REMOVE_OR_CORRECT))


def _told_once(records: Iterable[Draft], problems: ProblemList, name: Wording) -> dict[str, Draft]:
    """Return records by id; an id given twice is told with both lines."""
    by_id: dict[str, Draft] = {}
    for record in records:
        own_id = record.values.get("id")
        if own_id is None:
            continue
        other = by_id.setdefault(own_id, record)
        if other is not record:
            what = Wording(
                "第 {first} 行和第 {second} 行的{name}都叫“{id}”",
                "the {name} on lines {first} and {second} are both “{id}”",
            ).filled(
                id=shown(own_id), name=name, first=line_of(other.at("id")), second=line_of(record.at("id"))
            )
            problems.error(record.at("id"), what, Wording("改其中一个 id", "change one of the ids"))
    return by_id


def _check_photo_places(
    draft: Draft, photos: dict[str, Draft], source: Source, problems: ProblemList
) -> None:
    body = draft.values["body"]
    for block in blocks(body):
        if isinstance(block, PhotoPlace) and block.photo_id not in photos:
            what = Wording("“![{id}]”没有对应的图片", "“![{id}]” names no photo of this article")
            otherwise = Wording("在 photos 里加上 id: {id}", "add one with id: {id} to photos")
            id_shown = shown(block.photo_id)
            advice = did_you_mean(nearest(block.photo_id, photos), otherwise.filled(id=id_shown))
            at = _place_in_body(draft, body.count("\n", 0, block.start), source)
            problems.error(at, what.filled(id=id_shown), advice)


def _place_in_body(draft: Draft, line_in_body: int, source: Source) -> int:
    """Return where a line of the body (from 0) stands; only a literal block keeps its lines in the file."""
    node = draft.node.nodes["body"]
    if type(node) is not Word or not node.flaws & LITERAL:
        return node.at
    line = line_of(node.at) + 1 + line_in_body
    written = source.line(line)
    return packed(line, len(written) - len(written.lstrip(" ")) + 1)


def check_notices(edition: Draft, problems: ProblemList) -> None:
    """Tell ids given twice, notices that end before they begin, and notices that end each other."""
    notices: list[Draft] = edition.values.get("notices", [])
    by_id = _told_once(notices, problems, Wording("公告", "notices"))
    for notice in notices:
        effective, expires = notice.values.get("effective"), notice.values.get("expires")
        if effective is None or expires is None or expires == UNTIL_LIFTED:
            continue
        if effective >= expires:
            what = Wording("公告在生效之前就截止了", "the notice ends before or as it takes effect")
            advice = Wording(
                "expires 写在 effective（第 {line} 行）之后的时间",
                "write an expires later than effective on line {line}",
            ).filled(line=line_of(notice.at("effective")))
            problems.error(notice.at("expires"), what, advice)
    if len(by_id) <= _FEW and is_all_read(edition):
        _tell_slips(notices, by_id, problems)
    for circle in _circles(by_id):
        last = by_id[circle[-1]]
        key = "supersedes" if circle[0] in last.values.get("supersedes", ()) else "cancels"
        what = Wording("公告互相取代或解除：{circle}", "notices end each other: {circle}")
        chain = " → ".join(shown(notice_id) for notice_id in [*circle, circle[0]])
        lines = "、".join(str(line_of(by_id[notice_id].at("id"))) for notice_id in circle)
        advice = Wording(
            "从第 {lines} 行的公告里删去一处", "remove one of these from the notices on lines {comma}"
        ).filled(lines=lines, comma=lines.replace("、", ", "))
        problems.error(last.at(key), what.filled(circle=chain), advice)


def _tell_slips(notices: list[Draft], by_id: dict[str, Draft], problems: ProblemList) -> None:
    """Warn of ids that are nearly those of this edition; any other may stand in an edition before it."""
    for notice in notices:
        others = [known for known in by_id if known != notice.values.get("id")]
        for key in notice.values.keys() & {"supersedes", "cancels"}:
            for ended, at in zip(notice.values[key], _items_at(notice, key), strict=False):
                meant = None if ended in by_id else slip_for(ended, others)
                if meant is not None:
                    what = Wording("本期没有公告“{id}”", "this edition has no notice “{id}”")
                    advice = did_you_mean(meant, _REMOVE_OR_CORRECT)
                    problems.warning(at, what.filled(id=shown(ended)), advice)


def _items_at(record: Draft, key: str) -> list[int]:
    """Return where the items under a key stand."""
    listing = record.node.nodes[key]
    return [node.at for node in listing.nodes] if type(listing) is Listing else []


def _circles(by_id: dict[str, Draft]) -> Iterator[list[str]]:
    """Yield each circle of notices once; walks without recursion, as a chain may be long."""
    done: set[str] = set()
    for start in by_id:
        path: list[str] = []
        on_path: set[str] = set()
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            notice_id, is_left = waiting.pop()
            if is_left:
                path.pop()
                on_path.discard(notice_id)
                done.add(notice_id)
            elif notice_id in on_path:
                yield path[path.index(notice_id) :]
            elif notice_id not in done:
                path.append(notice_id)
                on_path.add(notice_id)
                waiting.append((notice_id, True))
                waiting += [(ended, False) for ended in _ended_by(by_id[notice_id]) if ended in by_id]


def _ended_by(notice: Draft) -> list[str]:
    return list(dict.fromkeys([*notice.values.get("supersedes", ()), *notice.values.get("cancels", ())]))


def check_inferred(edition: Draft, articles: list[PlacedArticle], problems: ProblemList) -> None:
    """Warn of inferred names that are neither a key of the format nor an id of this edition."""
    if "inferred" not in edition.values or not is_all_read(edition):
        return
    keys = {key for record in RECORDS for key in record.by_key}
    ids = {article.id for article in articles}
    ids |= {notice.values["id"] for notice in edition.values.get("notices", ()) if "id" in notice.values}
    listing = edition.node.nodes["inferred"]
    for node in listing.nodes if type(listing) is Listing else ():
        if type(node) is not Word or not node.text.strip() or problems.is_full:
            continue
        name = node.text.strip()
        owner, dot, key = name.rpartition(".")
        if name in keys or name in ids or (dot and owner in ids and key in keys):
            continue
        what = Wording("“{name}”不是键，也不是本期的文章", "“{name}” is neither a key nor an article here")
        advice = did_you_mean(nearest(name, [*sorted(keys), *sorted(ids)[:_FEW]]), _REMOVE_OR_CORRECT)
        problems.warning(node.at, what.filled(name=shown(name)), advice)
