"""Findings as SARIF 2.1.0."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.baseline import NewBaseline
from reader.cli.check_sarif import SarifReport
from reader.cli.checked import Checked, Trouble
from reader.copydesk.ignored_file import Ignored, beside, write_ignored
from reader.edition.wording import Tongue, Wording
from reader.loading.problem import Problem
from tests.cli.faulty import FAULTY, FOLDED, WIDE, a_call, checked, put_faulty
from tests.cli.sarif import Log, put_right_by, schema_errors


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def log_of(*files: Checked, tongue: Tongue = "en", has_baseline: bool = False) -> Log:
    call, out = a_call("check", "x", tongue=tongue)
    report = SarifReport(call.output, has_baseline=has_baseline)
    for file in files:
        report.add(file)
    report.close()
    log: Log = json.loads(out.written())
    return log


def every_kind(folder: Path) -> list[Checked]:
    """Files with findings of every kind: fixable, of the format, ignored in both ways, known, in trouble."""
    text = FAULTY.replace("车流如织\n", "车流如织 # proof-ignore: T-WIDTH 沿用旧题\n")
    path = put_faulty(folder, "河湾 1.yaml", text.removesuffix("...\n"))
    found = checked(path)
    marks = [one for one in found.findings if one.rule == "T-WIDTH"]
    baseline = NewBaseline(folder / "old.json")
    baseline.add(found._replace(findings=marks[:2]))
    baseline.write()
    write_ignored(beside(path), [Ignored("T-WIDTH", marks[-1].fingerprint, reason="试行稿")])
    broken = put_faulty(folder, "broken.yaml", FAULTY.replace("paper:", "papre:"))
    problem = Problem(2, 3, Wording("坏了", "it is broken"), Wording("修好", "mend it"))
    return [
        checked(path, "--baseline", folder / "old.json"),
        checked(broken),
        Checked(folder / "no.yaml", trouble=Trouble(folder / "no.yaml", (problem,))),
    ]


@pytest.mark.parametrize("tongue", ["en", "zh"])
@pytest.mark.parametrize("has_baseline", [False, True])
def test_a_log_is_valid_by_the_published_schema(tongue: Tongue, has_baseline: bool, tmp_path: Path) -> None:
    assert schema_errors(log_of(*every_kind(tmp_path), tongue=tongue, has_baseline=has_baseline)) == []
    assert schema_errors(log_of(tongue=tongue)) == []


def test_the_schema_would_tell() -> None:
    log = log_of()
    log["runs"][0]["results"] = [{"message": {"texts": "?"}}]
    assert schema_errors(log) != []


def test_the_log_says_what_it_is_and_who_wrote_it() -> None:
    log = log_of()
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("paper-reader", __version__, "en-US")
    assert log_of(tongue="zh")["runs"][0]["tool"]["driver"]["language"] == "zh-CN"


def test_a_result_has_its_rule_its_level_its_words_and_its_place(tmp_path: Path) -> None:
    found = checked(put_faulty(tmp_path / "河湾 晨报"))
    run = log_of(found)["runs"][0]
    first = run["results"][0]
    rules = run["tool"]["driver"]["rules"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "T-WIDTH"
    assert first["level"] == "error"
    assert first["message"] == {"text": "half-width “,” in Chinese text; write the full-width mark"}
    assert first["properties"] == {"reference": "2024-12-23/p01-a01"}
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "%E6%B2%B3%E6%B9%BE%20%E6%99%A8%E6%8A%A5/2024-12-23.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 7, "startColumn": 23, "endLine": 7, "endColumn": 24},
    }
    assert first["partialFingerprints"] == {"paperReaderFinding/v1": found.findings[0].fingerprint}


def test_every_result_names_the_rule_of_its_index(tmp_path: Path) -> None:
    run = log_of(*every_kind(tmp_path))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert {rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"]} == {True}
    assert len({rule["id"] for rule in rules}) == len(rules)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_its_fixes_made_in_the_file_put_it_right_in_every_style_of_text(
    line_end: str, mark: str, tmp_path: Path
) -> None:
    quoted = FAULTY.replace("记者 林一舟'", "记者 林一舟,''本报''讯'").replace("馆延长", "馆\\u5EF6长\\t")
    path = put_faulty(tmp_path, text=mark + quoted.replace("\n", line_end))
    log = log_of(checked(path))
    wide = quoted.translate(str.maketrans(",;", "，；")).replace("(试行)", "（试行）")
    assert put_right_by(log, tmp_path, {"T-WIDTH"}) == {path: wide.replace("\n", line_end)}


def test_what_cannot_be_put_right_has_no_fix(tmp_path: Path) -> None:
    log = log_of(checked(put_faulty(tmp_path, text=FAULTY.replace("paper:", "papre:"))))
    assert ["fixes" in result for result in log["runs"][0]["results"]] == [False]


def test_a_fix_of_a_folded_text_is_of_the_file_too(tmp_path: Path) -> None:
    path = put_faulty(tmp_path, text=FOLDED)
    fixed = put_right_by(log_of(checked(path)), tmp_path, {"T-WIDTH"})
    assert fixed == {path: FOLDED.translate(str.maketrans(",;", "，；")).replace("(试行)", "（试行）")}


def test_what_is_ignored_is_told_as_suppressed_and_why(tmp_path: Path) -> None:
    results = log_of(*every_kind(tmp_path))["runs"][0]["results"]
    suppressed = [result["suppressions"] for result in results if result["suppressions"]]
    assert suppressed == [
        [{"kind": "inSource", "status": "accepted", "justification": "沿用旧题"}],
        [{"kind": "external", "status": "accepted", "justification": "试行稿"}],
    ]


def test_with_a_baseline_it_is_told_what_is_new(tmp_path: Path) -> None:
    files = every_kind(tmp_path)
    results = log_of(*files, has_baseline=True)["runs"][0]["results"]
    states = [result["baselineState"] for result in results]
    assert states.count("unchanged") == len(files[0].known) == 2
    assert set(states) == {"unchanged", "new"}
    assert all("baselineState" not in result for result in log_of(*files)["runs"][0]["results"])


def test_what_could_not_be_looked_at_is_told_of_the_run(tmp_path: Path) -> None:
    (invocation,) = log_of(*every_kind(tmp_path))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"] == {"text": "it is broken; mend it"}
    place = told["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "no.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 3}


def test_a_file_elsewhere_has_an_address_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put_faulty(tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    location = log_of(checked(path))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": f"file://{path}"}


def test_a_rule_has_words_for_every_place_a_service_shows_it(tmp_path: Path) -> None:
    for tongue in ("en", "zh"):
        rules = log_of(tongue=tongue)["runs"][0]["tool"]["driver"]["rules"]
        for rule in rules:
            assert re.fullmatch(r"[SNTEP](-[A-Z0-9]+)+", rule["id"])
            assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", rule["name"])
            assert rule["shortDescription"]["text"]
            assert rule["fullDescription"]["text"]
            assert rule["help"]["text"] in rule["help"]["markdown"]
            assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
            assert set(rule["properties"]["tags"]) & {
                "structure",
                "typography",
                "numerals",
                "editorial",
                "pictures",
            }


def test_a_whole_edition_put_right_by_its_log_is_clean(tmp_path: Path) -> None:
    path = put_faulty(tmp_path)
    fixed = put_right_by(log_of(checked(path)), tmp_path, {"T-WIDTH"})[path]
    assert fixed == WIDE
    path.write_text(fixed, encoding="utf-8")
    assert checked(path).findings == []
