from __future__ import annotations

from tests.importing.cap.alerts import alert, info, notice, read, said

AREA = "<area><areaDesc>{}</areaDesc></area>"


def test_several_areas_are_all_named_each_once() -> None:
    areas = "".join(map(AREA.format, ["东区", "西区", "东区"]))
    assert notice(alert(info(areas))).area == "东区；西区"
    assert notice(alert(info(areas, language="en"))).area == "东区; 西区"
    assert notice(alert(info(""))).area is None


def test_where_to_learn_more_stands_at_the_end_of_the_instruction() -> None:
    extra = (
        "<web>http://localhost/rain</web><contact>12345</contact>"
        "<resource><resourceDesc>雷达图</resourceDesc><mimeType>image/png</mimeType>"
        "<uri>http://localhost/radar.png</uri></resource>"
    )
    found = notice(alert(info(instruction="减少外出。", extra=extra)))
    assert found.instruction == "减少外出。\n\n详情：http://localhost/rain\n\n联系：12345"
    assert found.text == "预计今天有大到暴雨。\n\n附件：雷达图 http://localhost/radar.png"
    found = notice(alert(info(language="en", instruction="Stay in.", extra=extra)))
    assert found.instruction == "Stay in.\n\nMore: http://localhost/rain\n\nContact: 12345"


def test_what_to_do_comes_from_the_response_types_only_without_an_instruction() -> None:
    extra = "<responseType>Shelter</responseType><responseType>Monitor</responseType>"
    assert notice(alert(info(extra=extra))).instruction == "就地避险；留意后续信息。"
    assert notice(alert(info(extra=extra, instruction="快跑。"))).instruction == "快跑。"
    assert notice(alert(info(extra="<responseType>None</responseType>"))).instruction == ""


def test_what_only_machines_read_is_told_by_name() -> None:
    extra = (
        "<eventCode><valueName>SAME</valueName><value>TOR</value></eventCode>"
        "<parameter><valueName>VTEC</valueName><value>/O.NEW/</value></parameter>"
    )
    area = "<area><areaDesc>河湾市</areaDesc><polygon>1,2 3,4 1,2</polygon><geocode>"
    area += "<valueName>UGC</valueName><value>X</value></geocode></area>"
    _, told = read(alert(info(area, extra=extra), incidents="flood", extra="<code>profile</code>"))
    names = {
        "incidents",
        "code",
        "category",
        "urgency",
        "certainty",
        "eventCode",
        "parameter",
        "polygon",
        "geocode",
    }
    (line,) = [line for line in said(told).splitlines() if "machines" in line]
    assert {name for name in names if name in line} == names


def test_a_parameter_that_is_left_out_is_told_by_its_own_name() -> None:
    extra = "<parameter><valueName>waveHeight</valueName><value>1.2 m</value></parameter>"
    empty = "<parameter><valueName>nothing</valueName><value/></parameter>"
    told = said(read(alert(info(extra=extra + empty)))[1])
    assert "parameter waveHeight" in told
    assert "nothing" not in told


def test_whom_an_alert_is_for_is_printed() -> None:
    found = notice(alert(info(audience="沿江居民")))
    assert found.text == "预计今天有大到暴雨。\n\n面向：沿江居民"
    assert notice(alert(info(language="en", audience="Boaters"))).text.endswith("\n\nFor: Boaters")
