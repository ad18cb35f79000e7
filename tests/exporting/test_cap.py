from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.edition import Edition
from reader.edition.notice import Level, Notice, Status
from reader.exporting.cap import edition_cap
from reader.exporting.edition_yaml import edition_yaml
from reader.importing.cap.kind import CAP as IMPORTER
from reader.importing.importer import Likeness, Sample
from reader.loading.load import read_edition
from reader.loading.problem import EditionError
from tests.exporting.cap_schema import CAP, faults
from tests.importing.cap.alerts import alert, info
from tests.importing.checked import WISHES, errors, imports

ATOM = "{http://www.w3.org/2005/Atom}"
CHINA = dt.timezone(dt.timedelta(hours=8))
EIGHT = dt.datetime(2025, 3, 1, 8, tzinfo=CHINA)
RAIN = Notice(
    id="rain-1",
    event="暴雨",
    headline="河湾市气象台发布暴雨橙色预警",
    column="预警",
    level=Level.ORANGE,
    issuer="河湾市气象台",
    area="河湾市；东港市",
    issued=EIGHT - dt.timedelta(minutes=5),
    effective=EIGHT,
    onset=EIGHT + dt.timedelta(hours=2),
    expires=EIGHT + dt.timedelta(hours=12),
    text="### 形势\n\n预计今天有大到暴雨。\n\n- 城区\n- 山区",
    instruction="减少外出。\n\n> 别出门 — 林一舟",
)
LIFTED = Notice(
    id="rain-2",
    event="暴雨",
    effective=EIGHT + dt.timedelta(hours=4),
    cancels=("rain-1",),
    supersedes=("fog-9",),
)


def edition(*notices: Notice) -> Edition:
    return Edition(paper="河湾日报", date=dt.date(2025, 3, 1), edition="晚报版", notices=notices)


def alerts_of(document: bytes) -> list[Element]:
    root = fromstring(document)
    return [root] if root.tag == f"{CAP}alert" else list(root.iter(f"{CAP}alert"))


def again(*notices: Notice) -> tuple[Notice, ...]:
    """Return what comes back of notices that were given away."""
    document = edition_cap(edition(*notices))
    assert [faults(alert) for alert in alerts_of(document)] == [[] for _ in notices]
    (found,), told = imports(IMPORTER, document, WISHES)
    assert errors(told) == []
    assert [name for name in found.inferred if "." in name] == []
    return found.notices


def field(notice: Notice, name: str) -> str | None:
    (alert,) = alerts_of(edition_cap(edition(notice)))
    found = alert.find(f".//{CAP}{name}")
    return None if found is None else found.text


def test_one_notice_is_an_alert_and_nothing_round_it() -> None:
    document = edition_cap(edition(RAIN))
    assert fromstring(document).tag == f"{CAP}alert"
    assert IMPORTER.likeness(Sample("x.cap", document)) is Likeness.SURE


def test_several_notices_are_a_feed_with_an_alert_in_each_entry() -> None:
    root = fromstring(edition_cap(edition(RAIN, LIFTED)))
    assert (root.tag, root.findtext(f"{ATOM}title")) == (f"{ATOM}feed", "河湾日报")
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [RAIN.title, "暴雨"]
    for entry in entries:
        assert {f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated"} <= {child.tag for child in entry}
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert [child.tag for child in content] == [f"{CAP}alert"]
        assert content.get("type") == "application/cap+xml"
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert root.findtext(f"{ATOM}updated") == "2025-03-01T12:00:00+08:00"


def test_an_edition_without_notices_is_a_feed_without_entries() -> None:
    root = fromstring(edition_cap(edition()))
    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated") == "2025-03-01T00:00:00+08:00"


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert edition_cap(edition(RAIN, LIFTED)) == edition_cap(edition(RAIN, LIFTED))


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        (Level.RED, "Extreme"),
        (Level.ORANGE, "Severe"),
        (Level.YELLOW, "Moderate"),
        (Level.BLUE, "Minor"),
        (None, "Unknown"),
    ],
)
def test_the_level_is_the_severity(level: Level | None, severity: str) -> None:
    assert field(replace(RAIN, level=level), "severity") == severity


def test_what_a_notice_does_not_say_is_unknown_and_listed_so() -> None:
    bare = Notice(id="a", event="大风", effective=EIGHT)
    assert [field(bare, name) for name in ("urgency", "certainty", "category")] == [
        "Unknown",
        "Unknown",
        "Other",
    ]
    assert field(bare, "sent") == "2025-03-01T08:00:00+08:00"
    (alert,) = alerts_of(edition_cap(edition(bare)))
    parameters = {
        each.findtext(f"{CAP}valueName"): each.findtext(f"{CAP}value")
        for each in alert.iter(f"{CAP}parameter")
    }
    assert parameters["paper-reader:not-given"] == "category urgency certainty severity sent sender"
    assert parameters["paper-reader:expires"] == "until-lifted"


def test_times_have_an_offset_and_utc_is_written_as_cap_wants_it() -> None:
    moment = dt.datetime(2025, 3, 1, 8, 0, 0, 999, tzinfo=dt.UTC)
    assert field(replace(RAIN, effective=moment), "effective") == "2025-03-01T08:00:00-00:00"


@pytest.mark.parametrize(
    ("notice", "kind"),
    [
        (RAIN, "Alert"),
        (replace(RAIN, supersedes=("a",)), "Update"),
        (replace(RAIN, cancels=("a",)), "Cancel"),
        (LIFTED, "Cancel"),
    ],
)
def test_what_a_notice_does_to_others_is_its_type(notice: Notice, kind: str) -> None:
    assert field(notice, "msgType") == kind


def test_a_reference_has_the_time_of_the_notice_it_names() -> None:
    _, lifted = alerts_of(edition_cap(edition(RAIN, LIFTED)))
    assert lifted.findtext(f"{CAP}references") == (
        "河湾日报,rain-1,2025-03-01T07:55:00+08:00 河湾日报,fog-9,2025-03-01T12:00:00+08:00"
    )


def test_descriptions_are_without_the_marks_of_the_format() -> None:
    assert field(RAIN, "description") == "形势\n\n预计今天有大到暴雨。\n\n- 城区\n- 山区"
    assert field(RAIN, "instruction") == "减少外出。\n\n别出门 — 林一舟"


def test_what_is_markup_to_xml_is_text() -> None:
    tricky = replace(RAIN, text="1 < 2 & ]]> <script>x</script>", headline="a & b < c")
    assert field(tricky, "headline") == "a & b < c"
    assert field(tricky, "description") == tricky.text


@pytest.mark.parametrize("status", Status)
def test_an_edition_s_notices_come_back_as_they_were(status: Status) -> None:
    notices = (replace(RAIN, status=status), replace(LIFTED, status=status))
    assert again(*notices) == notices


def test_a_level_that_the_headline_contradicts_comes_back() -> None:
    (found,) = again(replace(RAIN, level=Level.BLUE))
    assert found.level is Level.BLUE


def test_a_description_that_was_changed_on_the_way_counts_more_than_what_we_kept() -> None:
    document = edition_cap(edition(RAIN)).replace("大到暴雨。\n".encode(), "特大暴雨。\n".encode(), 1)
    (found,), _ = imports(IMPORTER, document, WISHES)
    assert "特大暴雨" in found.notices[0].text


CHARACTERS = st.characters(exclude_categories=["C", "Z"], include_characters=" 　")
LINES = st.text(CHARACTERS, max_size=24).map(str.strip)
IDS = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/[]"), min_size=1, max_size=12)
TIMES = st.integers(0, 10**6).map(lambda minutes: EIGHT + dt.timedelta(minutes=minutes))
LASTING = st.integers(1, 10**6).map(lambda minutes: dt.timedelta(minutes=minutes))
MARKED = st.lists(
    st.sampled_from(["", "### ", "> ", "- ", "1. ", "| ", "~ ", "\\", "---"]).flatmap(
        lambda mark: LINES.map(lambda line: mark + line)
    ),
    max_size=4,
)
BODIES = MARKED.map(lambda lines: "\n\n".join(line for line in lines if line.strip()))


@st.composite
def notices(draw: st.DrawFn) -> tuple[Notice, ...]:
    ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    made = []
    for number, own in enumerate(ids):
        before = [*ids[:number], "elsewhere,1"]
        effective = draw(TIMES)
        made.append(
            Notice(
                id=own,
                event=draw(LINES.filter(bool)),
                headline=draw(LINES.map(lambda line: line or None)),
                column=draw(LINES.map(lambda line: line or None)),
                level=draw(st.none() | st.sampled_from(Level)),
                status=draw(st.sampled_from(Status)),
                issuer=draw(LINES.map(lambda line: line or None)),
                area=draw(LINES.map(lambda line: line or None)),
                issued=draw(st.none() | TIMES),
                effective=effective,
                onset=draw(st.none() | TIMES),
                expires=draw(st.none() | LASTING.map(effective.__add__)),
                supersedes=tuple(draw(st.lists(st.sampled_from(before), unique=True, max_size=2))),
                cancels=tuple(draw(st.lists(st.sampled_from(before), unique=True, max_size=1))),
                text=draw(BODIES),
                instruction=draw(BODIES),
            )
        )
    return tuple(made)


@given(notices())
@settings(max_examples=150, deadline=None)
def test_whatever_notices_the_format_holds_come_back_as_they_were(made: tuple[Notice, ...]) -> None:
    try:
        held = read_edition(edition_yaml(edition(*made)).encode(), Path("x.yaml")).edition.notices
    except EditionError:
        return  # what one draws need not be an edition
    assert again(*held) == held


FOREIGN = [
    alert(info(), info(severity="Minor", event="大风", expires=None, headline=None)),
    alert(
        info(instruction="1.少出门；\n2.关好门窗。", extra="<web>http://localhost/</web>"),
        msgType="Update",
        references="hw-0",
    ),
    alert(
        info(description="a\n\n- b\n- c\n\n### d"), msgType="Cancel", references="a,hw-0,2025-03-01T08:00:00Z"
    ),
    alert(
        info(language="en", senderName=None, responseType="Evacuate"), status="Exercise", note="Only a drill."
    ),
    alert(
        info(description="<p>a</p><ul><li>b</li></ul>", effective="2025-03-01T10:00:00Z"),
        identifier="a/b c,d",
    ),
]


@pytest.mark.parametrize("document", FOREIGN)
def test_what_was_imported_from_others_comes_back_as_it_was(document: str) -> None:
    (found,), _ = imports(IMPORTER, document.encode(), WISHES)
    assert again(*found.notices) == found.notices


def test_the_language_of_the_edition_is_that_of_its_alerts() -> None:
    (alert_element,) = alerts_of(edition_cap(replace(edition(RAIN), language="zh-Hant-HK")))
    assert alert_element.findtext(f".//{CAP}language") == "zh-Hant-HK"


@pytest.mark.parametrize("paper", ["河湾 日报", "A, B & <C>", '"', "；,"])
def test_a_sender_never_holds_what_cap_forbids(paper: str) -> None:
    (alert_element,) = alerts_of(edition_cap(replace(edition(LIFTED), paper=paper)))
    assert faults(alert_element) == []


def test_nothing_unprintable_leaves() -> None:
    tricky = replace(RAIN, text="a\x1b]52;\u202eb", headline="c\x07")
    assert field(tricky, "headline") == "c␇"
    assert field(tricky, "description") == "a␛]52;⟦U+202E⟧b"
