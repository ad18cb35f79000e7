"""`paper-reader search QUERY`: hits over all back issues, newest first, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reader.archive.archive_search import ArchiveHit, Order
from reader.archive.back_issues import BackIssues
from reader.archive.issue_index import IndexDamaged, IndexUnusable
from reader.archive.query import Query, QueryError, parse_query
from reader.cli.call import Call
from reader.cli.choosing import back_issues_of, library_of, root_place
from reader.cli.exit_status import DONE, NO_HIT
from reader.cli.index import take_stock, tell_trouble
from reader.cli.papers import chosen_paper
from reader.cli.wrong_use import WrongUse
from reader.edition.wording import Wording

USUAL_LIMIT = 50
"""Hits that are printed unless more are asked for."""

_EMPTY = Wording("查询是空的", "the query is empty")
_WRITE_WORDS = Wording("写要找的词，如 paper-reader search 物业", "write what to look for")
_MORE = Wording("只列出前 {count} 条；用 --limit 看更多", "only the first {count} hits; --limit gives more")
_NOTHING = Wording("没有找到“{query}”", "nothing found for “{query}”")
_AT = Wording("查询第{column}字处：{what}", "in the query, character {column}: {what}")
_MEND = Wording("改正查询；语法见 README", "mend the query; the README has the language")


def search(call: Call) -> int:
    """Print the hits of a query; status 1 when there are none, 2 when the query cannot be read."""
    words = " ".join(call.request.words)
    try:
        query = parse_query(words)
        if query.is_empty:
            raise WrongUse(_EMPTY, _WRITE_WORDS)
        library = library_of(call, None)
        issues = back_issues_of(call, library.root)
        tell_trouble(call, take_stock(call, issues))
        hits = _hits(call, issues, query)
        issues.close()
    except QueryError as fault:
        what = _AT.filled(column=fault.position + 1, what=fault.what)
        raise WrongUse(what, _MEND) from None
    if call.has("json"):
        call.output.json([hit_fields(hit) for hit in hits])
    elif hits:
        call.output.lines(_lines(hits))
    else:
        call.output.say(f"{root_place(library.root)}: {_NOTHING.filled(query=words).say(call.tongue)}")
    return DONE if hits else NO_HIT


def _hits(call: Call, issues: BackIssues, query: Query) -> list[ArchiveHit]:
    limit = call.number("limit", USUAL_LIMIT)
    paper = None
    if call.settings.paper is not None:
        paper = chosen_paper(call, (file.paper for file in issues.files().values() if file.is_edition))
    order = Order(str(call.request.options.get("order", Order.DATE.value)))
    for attempt in range(2):
        try:
            found = list(islice(issues.find(query, order, paper=paper), limit + 1))
            if len(found) > limit:
                call.output.say(f"paper-reader: {_MORE.filled(count=limit).say(call.tongue)}")
            return found[:limit]
        except IndexUnusable as trouble:
            if attempt:
                raise
            if isinstance(trouble, IndexDamaged):
                issues.discard()
            tell_trouble(call, take_stock(call, issues))
    raise AssertionError("the second attempt answers or raises")


def hit_fields(hit: ArchiveHit) -> dict[str, object]:
    """Return one hit as data; `matches` are start and end of every match in the snippet."""
    found = hit.hit
    return {
        "reference": str(hit.reference),
        "path": str(hit.path),
        "paper": hit.paper,
        "edition": hit.edition,
        "date": found.date.isoformat(),
        "section": found.section,
        "page": hit.page,
        "headline": found.title,
        "snippet": found.snippet,
        "matches": [list(span) for span in found.snippet_spans],
    }


def _lines(hits: list[ArchiveHit]) -> Iterator[str]:
    """Two lines a hit: its reference, paper, section and headline; the text around the match, in brackets."""
    for hit in hits:
        found = hit.hit
        yield "  ".join(
            filter(None, (str(hit.reference), hit.paper, hit.edition, found.section, found.title))
        )
        yield f"    {marked(found.snippet, found.snippet_spans)}"


def marked(snippet: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return a snippet with every match in square brackets."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start < at:
            continue  # one that overlaps the last
        parts += [snippet[at:start], "[", snippet[start:end], "]"]
        at = end
    return "".join([*parts, snippet[at:]])
