from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.paper import paper_reader, printed, put, said, wind_warning


def states(*arguments: str | Path, home: Path) -> dict[str, str]:
    done = paper_reader("notices", *arguments, "--json", home=home)
    assert done.returncode == 0, said(done)
    return {notice["id"]: notice["state"] for notice in json.loads(printed(done))}


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2025-04-06T05:59", "upcoming"),
        ("2025-04-06 06:00", "active"),
        ("2025-04-05", None),
        ("2025-04-06", "expired"),
        ("2025-04-06T06:00", "active"),
        ("2025-04-05T22:00Z", "active"),
        ("2025-04-06T19:59:59", "active"),
        ("2025-04-06T20:00", "expired"),
        ("2025-04-06T24:00", "expired"),
        ("2025-04-06T14:00+02:00", "expired"),
    ],
)
def test_a_state_is_that_of_the_instant_asked_for(
    home: Path, library: Path, at: str, state: str | None
) -> None:
    assert states(library, "--at", at, home=home) == ({"wind-06": state} if state else {})


def test_a_date_alone_is_the_end_of_its_day(home: Path, library: Path) -> None:
    notice = json.loads(printed(paper_reader("notices", library, "--at=2025-04-06", "--json", home=home)))[0]
    assert notice["as_of"] == "2025-04-06T23:59:59+08:00"
    assert "at the end of a day" in printed(paper_reader("notices", "--help", home=home))


def test_a_notice_is_not_known_before_the_day_it_was_printed(home: Path, library: Path) -> None:
    assert states(library, "--at", "2025-04-05T23:59", home=home) == {}


def test_an_old_paper_is_judged_at_the_end_of_its_newest_day(home: Path, library: Path) -> None:
    notice = json.loads(printed(paper_reader("notices", library, "--json", home=home)))[0]
    assert notice["state"] == "expired"
    assert notice["as_of"] == "2025-04-07T23:59:59+08:00"


def test_json_is_the_notice_with_state_edition_and_where(home: Path, library: Path, edition: Path) -> None:
    done = paper_reader("notices", library, "--at", "2025-04-06T12:00", "--json", home=home)
    assert json.loads(printed(done)) == [
        {
            "reference": "2025-04-06/notice:wind-06",
            "state": "active",
            "lifting": False,
            "as_of": "2025-04-06T12:00:00+08:00",
            "paper": "河湾晨报",
            "edition": "2025-04-06",
            "path": str(edition),
            "id": "wind-06",
            "event": "大风",
            "headline": "大风蓝色预警",
            "level": "blue",
            "status": "actual",
            "issuer": "河湾气象台",
            "issued": "2025-04-06T05:00:00+08:00",
            "effective": "2025-04-06T06:00:00+08:00",
            "expires": "2025-04-06T20:00:00+08:00",
            "text": "今天白天有6到7级偏北风，请收好阳台上的东西。",
        }
    ]


def test_text_groups_notices_by_state_in_words(home: Path, library: Path) -> None:
    put(library, "2025-04-08", notices=wind_warning("2025-04-08"))
    text = printed(paper_reader("notices", library, "--at=2025-04-08T07:00", "--lang=zh", home=home))
    marks = ["河湾晨报：2则公告，截至 2025-04-08 07:00", "【生效中】", "解除时间另行通知", "【已到期】"]
    assert sorted(marks, key=text.index) == marks
    assert text.count("蓝色预警 Ⅳ级") == 2
    english = printed(paper_reader("notices", library, "--at=2025-04-08T07:00", home=home))
    assert "[ In force ]" in english
    assert "Blue alert, level IV" in english


def test_a_notice_lifted_by_another_names_it(home: Path, library: Path) -> None:
    put(library, "2025-04-08", notices=wind_warning("2025-04-08"))
    lifting = wind_warning("2025-04-09", "2025-04-10T00:00") + "    cancels: [wind-08]\n"
    put(library, "2025-04-09", notices=lifting)
    done = paper_reader("notices", library, "--at", "2025-04-09T12:00", "--json", home=home)
    notices = {notice["id"]: notice for notice in json.loads(printed(done))}
    assert notices["wind-08"]["state"] == "lifted"
    assert notices["wind-08"]["ended_by"] == "2025-04-09/notice:wind-09"
    assert notices["wind-08"]["expires"] == "until-lifted"
    assert (notices["wind-08"]["lifting"], notices["wind-09"]["lifting"]) == (False, True)
    assert notices["wind-09"]["state"] == "active"


def test_a_lifting_notice_does_not_stand_among_the_warnings_in_force(home: Path, library: Path) -> None:
    put(library, "2025-04-08", notices=wind_warning("2025-04-08"))
    both = wind_warning("2025-04-09", "2025-04-10T00:00") + "    cancels: [wind-08]\n"
    both += wind_warning("2025-04-10").replace("notices:\n", "").replace("2025-04-10T", "2025-04-09T")
    put(library, "2025-04-09", notices=both)
    text = printed(paper_reader("notices", library, "--at=2025-04-09T12:00", "--lang=zh", home=home))
    marks = ["【生效中】", "状态：生效中", "【解除公告】", "状态：解除公告，不是预警", "【已解除】"]
    assert sorted(marks, key=text.index) == marks
    assert text.count("状态：生效中") == 1
    assert "失效时间：2025年4月9日24时" in text
    english = printed(paper_reader("notices", library, "--at=2025-04-09T12:00", home=home))
    assert "[ Lifting notices ]" in english
    assert "In force until: 9 Apr 2025 24:00" in english


def test_papers_are_judged_one_by_one(home: Path, library: Path) -> None:
    put(library, "2025-04-01", "other.yaml", paper="乡镇周报", notices=wind_warning("2025-04-01"))
    notices = json.loads(printed(paper_reader("notices", library, "--json", home=home)))
    assert {(one["paper"], one["id"], one["state"]) for one in notices} == {
        ("河湾晨报", "wind-06", "expired"),
        ("乡镇周报", "wind-01", "active"),
    }


def test_an_open_ended_notice_is_unconfirmed_two_days_after_the_newest_paper(
    home: Path, library: Path
) -> None:
    put(library, "2025-04-08", notices=wind_warning("2025-04-08"))
    assert states(library, "--at", "2025-04-10T00:00", home=home)["wind-08"] == "active"
    assert states(library, "--at", "2025-04-10T00:01", home=home)["wind-08"] == "unconfirmed"


def test_a_single_edition_is_a_board_of_its_own(home: Path, edition: Path) -> None:
    assert states(edition, "--at", "2025-04-06T12:00", home=home) == {"wind-06": "active"}


def test_a_library_without_notices_says_so_and_is_done(home: Path, tmp_path: Path) -> None:
    put(tmp_path / "quiet", "2025-04-05")
    done = paper_reader("notices", tmp_path / "quiet", home=home)
    assert (done.returncode, printed(done)) == (0, "河湾晨报: no notices\n")


def test_a_folder_without_editions_is_no_hit(home: Path) -> None:
    done = paper_reader("notices", home, "--json", home=home)
    assert (done.returncode, json.loads(printed(done))) == (1, [])


def test_an_edition_that_cannot_be_read_is_named_for_it_may_lift_a_warning(home: Path, library: Path) -> None:
    broken = put(library, "2025-04-08", notices=wind_warning("2025-04-08", "someday"))
    done = paper_reader("notices", library, "--json", home=home)
    assert done.returncode == 2
    assert [notice["id"] for notice in json.loads(printed(done))] == ["wind-06"]
    assert str(broken) in said(done)


@pytest.mark.parametrize("at", ["now", "2025", "2025-02-30", "2025-04-06T25:00", "2025-04-06 noon", "T", ""])
def test_a_time_that_is_none_is_wrong_use(home: Path, library: Path, at: str) -> None:
    done = paper_reader("notices", library, f"--at={at}", home=home)
    assert (done.returncode, printed(done)) == (2, "")
    assert "--at" in said(done)
    assert said(done).count("\n") == 1
