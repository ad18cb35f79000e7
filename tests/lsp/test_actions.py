"""What can be done about findings, and what it changes."""

from __future__ import annotations

import pytest

from reader.copydesk.correct import correct_safely
from reader.lsp.actions import FIX_ALL, MOST, Offer, Order, carried_out, offers
from reader.lsp.client import Client
from reader.lsp.positions import UTF8, UTF16, UTF32
from tests.copydesk.desk import FAULTY
from tests.lsp.drafts import WIDTH_ONLY, after, an_examination

FIRST = FAULTY.index(",")
STYLES = [
    "老桥重开,车流如织",
    "'老桥重开,车流''如''织'",
    '"老桥重开,车流\\"如\\"织"',
    "|-\n          老桥重开,车流如织",
]


def offered(start: int = FIRST, end: int = FIRST, *only: str, text: str = FAULTY) -> list[Offer]:
    return offers(an_examination(text), start, end, only or None)


def test_a_finding_can_be_put_right_ignored_or_put_right_with_all_like_it() -> None:
    titles = [offer.title.en for offer in offered()]
    assert titles == [
        "Change to “，” (T-WIDTH)",
        "Ignore T-WIDTH here (adds a comment)",
        "Fix all T-WIDTH in this file (7)",
        "Fix all that is safe to fix (7)",
    ]


def test_a_safe_fix_is_the_preferred_one() -> None:
    assert [offer.is_preferred for offer in offered()] == [True, False, False, False]


def test_where_nothing_was_found_only_the_file_as_a_whole_is_offered() -> None:
    assert [offer.order.what for offer in offered(0, 0)] == ["fix-safe"]


@pytest.mark.parametrize(
    ("only", "orders"),
    [
        ("", ["fix", "ignore", "fix-rule", "fix-safe"]),
        ("quickfix", ["fix", "ignore", "fix-rule"]),
        ("source", ["fix-safe"]),
        ("source.fixAll", ["fix-safe"]),
        (FIX_ALL, ["fix-safe"]),
        ("source.fixAll.other", []),
        ("refactor", []),
        ("quick", []),
    ],
)
def test_only_the_kinds_that_are_wanted_are_offered(only: str, orders: list[str]) -> None:
    assert [offer.order.what for offer in offered(FIRST, FIRST, only)] == orders


def test_of_a_selection_every_finding_is_offered_up_to_a_number() -> None:
    assert len([offer for offer in offered(0, len(FAULTY)) if offer.order.what == "fix"]) == 7
    text = FAULTY.replace("车流如织", "车流如织," * 40)
    assert len([offer for offer in offered(0, len(text), text=text) if offer.order.what == "fix"]) == MOST


def test_in_what_is_no_edition_nothing_is_offered() -> None:
    text = FAULTY.replace("format: 1", "format: 7")
    assert offered(0, len(text), text=text) == []
    assert carried_out(an_examination(text), Order("fix-safe")) == ()


def test_what_the_loader_finds_can_be_neither_fixed_nor_ignored() -> None:
    text = FAULTY.removesuffix("...\n")
    assert "S-FORMAT" in {one.finding.rule for one in an_examination(text).stretches}
    assert "S-FORMAT" not in {offer.order.rule for offer in offered(0, len(text), text=text)}


@pytest.mark.parametrize("headline", STYLES)
def test_one_finding_is_put_right_in_every_style(headline: str) -> None:
    text = FAULTY.replace("老桥重开,车流如织", headline)
    examination = an_examination(text)
    first = examination.stretches[0].finding
    changed = after(examination, Order("fix", "T-WIDTH", first.fingerprint))
    assert changed == text.replace("老桥重开,", "老桥重开，")


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_all_that_is_safe_is_what_check_would_make(encoding: str, mark: str) -> None:
    text = mark + FAULTY.replace("栏杆", "😀栏杆").replace("\n", "\r\n")
    examination = an_examination(text, client=Client(encoding=encoding))
    assert examination.examined is not None
    wanted = correct_safely(examination.examined, WIDTH_ONLY.stylebook).manuscript.text
    assert after(examination, Order("fix-safe")) == mark + wanted
    assert after(examination, Order("fix-rule", "T-WIDTH")) == mark + wanted


def test_an_edit_changes_no_more_than_the_marks() -> None:
    pieces = carried_out(an_examination(), Order("fix-safe"))
    assert "".join(FAULTY[piece.start : piece.end] for piece in pieces) == ",,,;(),"


def test_ignoring_adds_the_comment_and_the_finding_is_gone() -> None:
    examination = an_examination()
    first = examination.stretches[0].finding
    changed = after(examination, Order("ignore", "T-WIDTH", first.fingerprint))
    assert changed == FAULTY.replace("车流如织", "车流如织  # proof-ignore: T-WIDTH")
    assert len(an_examination(changed).stretches) == 6


@pytest.mark.parametrize("what", ["fix", "ignore"])
def test_a_finding_that_is_gone_changes_nothing(what: str) -> None:
    assert carried_out(an_examination(), Order(what, "T-WIDTH", "0" * 16)) == ()
    assert carried_out(an_examination(), Order(what, "T-DASH", "")) == ()


def test_a_long_replacement_is_told_by_its_advice() -> None:
    from reader.lsp.actions import _fix_title

    finding = an_examination().stretches[0].finding
    long = finding._replace(replacement="老桥重开" * 9)
    assert _fix_title(long).en == "write the full-width mark (T-WIDTH)"
    assert _fix_title(finding._replace(replacement="")).zh == "删去（T-WIDTH）"
    assert "⏎" in _fix_title(finding._replace(replacement="一\n二")).zh
