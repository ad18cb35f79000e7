"""`paper-reader show`: an edition, an article or a notice as text, Markdown or JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reader.cli.call import Call
from reader.cli.choosing import Opened, open_edition
from reader.cli.exit_status import DONE
from reader.cli.judging import Judged, judged_alone
from reader.cli.wrong_use import WrongUse
from reader.edition.article import Article
from reader.edition.edition import Edition
from reader.edition.notice_board import Standing
from reader.edition.printable import printable_line
from reader.edition.reference import NOTICE_PREFIX, Reference
from reader.edition.wording import Wording
from reader.loading.nearest import did_you_mean, nearest

_LISTED = 8
"""How many ids a message names."""
_OF_A_DAY = Wording(
    "REFERENCE 写这一期里的编号，往期文件夹里别的一天写 {day}/编号",
    "a REFERENCE is an id of this edition, or {day}/ID for that day of a library",
)


def show(call: Call) -> int:
    """Print what PATH and REFERENCE name, typeset to ``--width`` cells, or in another ``--format``."""
    reference = call.word(1)
    date, piece = _parts(reference)
    opened = open_edition(
        call, call.word(0), date, lambda edition: bool(piece) and _holds(edition, piece or "")
    )
    edition = opened.loaded.edition
    if date is not None and date != edition.date.isoformat():
        what = Wording(
            f"这一期是 {edition.date} 的，不是 {date}", f"this edition is of {edition.date}, not of {date}"
        )
        advice = Wording("写往期文件夹，或去掉日期", "name the library's folder, or leave the date out")
        raise WrongUse(what, advice, f"{opened.path}:1:1")
    return print_edition(call, opened, piece)


def print_edition(call: Call, opened: Opened, piece: str | None = None) -> int:
    """Print an edition, or the piece of it with this id, as the options ask.

    Raises:
        WrongUse: the edition has no such piece.
    """
    edition = opened.loaded.edition
    if call.has("page"):
        return print_page(call, opened, piece)
    if call.has("height"):
        raise WrongUse(
            Wording("--height 只用于版面", "--height is for a page"), Wording("加上 --page N", "add --page N")
        )
    for warning in opened.loaded.warnings:
        call.output.say(warning.render(opened.path, call.tongue))
    judged = _judged(edition)
    article, standing = _found(opened, judged, piece) if piece else (None, None)
    match call.request.options.get("format", "text"):
        case "json":
            _print_json(call, edition, article, standing)
        case "markdown":
            blocks = _markdown(edition, judged, article, standing)
            call.output.lines(
                line for number, block in enumerate(blocks) for line in ([""] * bool(number) + [block])
            )
        case _:
            call.output.lines(_text(call, edition, judged, article, standing))
    return DONE


def print_page(call: Call, opened: Opened, piece: str | None) -> int:
    """Print the page ``--page`` names, made up for ``--width`` cells and ``--height`` rows.

    Raises:
        WrongUse: there is no such page, or an article or a format is asked for as well.
    """
    from reader.edition.pages import page_named, printed_pages
    from reader.exporting.page_text import page_text
    from reader.typesetting.line import Setting
    from reader.typesetting.make_up import make_up

    options, edition = call.request.options, opened.loaded.edition
    if piece is not None:
        what = Wording("--page 印整版，不印单篇", "--page prints a page, not an article")
        raise WrongUse(what, Wording("去掉编号或 --page", "leave out the reference or --page"))
    if options.get("format", "text") != "text":
        what = Wording("版面只能印成文本", "a page is printed as text only")
        raise WrongUse(what, Wording("去掉 --format", "leave out --format"))
    wanted, pages = str(options["page"]), printed_pages(edition)
    page = page_named(pages, wanted)
    if page is None:
        listed = ", ".join(page.asked_as for page in pages[:_LISTED])
        what = Wording(f"没有第 {wanted} 版", f"there is no page {wanted}")
        raise WrongUse(what, Wording(f"有 {listed}", f"there are {listed}"), f"{opened.path}:1:1")
    setting = Setting(
        measure=call.settings.measure,
        ambiguous=call.settings.ambiguous_width,
        gutter=call.settings.gutter,
        justified=call.settings.justified,
        plain=not call.output.carries_unicode,
    )
    width, height = call.output.size()
    width, height = int(options.get("width") or width), int(options.get("height") or height)
    made = make_up(edition, page, _judged(edition).standings, width, height, setting)
    call.output.lines(page_text(made))
    return DONE


def _print_json(call: Call, edition: Edition, article: Article | None, standing: Standing | None) -> None:
    from reader.exporting.edition_json import article_fields, edition_fields, printed_notice_fields

    if article is not None:
        call.output.json(article_fields(edition, article))
    elif standing is not None:
        call.output.json(printed_notice_fields(edition, standing.notice))
    else:
        call.output.json(edition_fields(edition))


def _markdown(
    edition: Edition, judged: Judged, article: Article | None, standing: Standing | None
) -> Iterator[str]:
    from reader.exporting.markdown import article_markdown, edition_markdown, notice_markdown
    from reader.typesetting.article_copy import paper_tongue

    if article is not None:
        return article_markdown(edition, article, 1)
    if standing is not None:
        return notice_markdown(edition, standing, paper_tongue(edition), 1)
    return edition_markdown(edition, judged.standings, judged.as_of)


def _text(
    call: Call, edition: Edition, judged: Judged, article: Article | None, standing: Standing | None
) -> Iterator[str]:
    from reader.exporting.text import article_text, edition_text, notice_text, plain_setting
    from reader.typesetting.article_copy import paper_tongue

    setting = plain_setting(edition, call.width, call.settings.ambiguous_width)
    if article is not None:
        return article_text(edition, article, setting)
    if standing is not None:
        return notice_text(edition, standing, paper_tongue(edition), setting)
    return edition_text(edition, judged.standings, judged.as_of, setting)


def _judged(edition: Edition) -> Judged:
    return judged_alone(edition, dt.datetime.now(edition.zone))


def _holds(edition: Edition, piece: str) -> bool:
    notice_id = piece.removeprefix(NOTICE_PREFIX)
    is_article = edition.article(piece) is not None
    return is_article or any(notice.id == notice_id for notice in edition.notices)


def _parts(reference: str | None) -> tuple[str | None, str | None]:
    """Return date and piece of a reference as written; the date may be left out."""
    if reference is None:
        return None, None
    try:
        parsed = Reference.parse(reference)
    except ValueError:
        return None, reference
    return parsed.date.isoformat(), parsed.piece


def _found(opened: Opened, judged: Judged, piece: str) -> tuple[Article | None, Standing | None]:
    edition = opened.loaded.edition
    article = None if piece.startswith(NOTICE_PREFIX) else edition.article(piece)
    standing = None if article else judged.notice(piece.removeprefix(NOTICE_PREFIX))
    if article is None and standing is None:
        known = [one.id for one in edition.articles()]
        known += [NOTICE_PREFIX + notice.id for notice in edition.notices]
        listed = ", ".join(known[:_LISTED]) + (", …" if len(known) > _LISTED else "")
        shown = printable_line(piece)
        what = Wording(f"这一期没有 {shown}", f"there is no {shown} in this edition")
        advice = did_you_mean(nearest(piece, known), Wording(f"有 {listed}", f"there are {listed}"))
        advice = _OF_A_DAY.filled(day=piece.rstrip("/")) if _is_day(piece) else advice
        raise WrongUse(what, advice, f"{opened.path}:1:1")
    return article, standing


def _is_day(words: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(words.rstrip("/")))
    except ValueError:
        return False
