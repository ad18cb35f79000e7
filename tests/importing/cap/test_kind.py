from __future__ import annotations

import subprocess
import sys

import pytest

from reader.importing.cap.kind import CAP
from reader.importing.importer import Likeness, Sample, most_like
from reader.importing.importers import IMPORTERS
from tests.importing.cap.alerts import CAP_10, CAP_11, CAP_12, alert

ATOM = "http://www.w3.org/2005/Atom"


def likeness(document: str | bytes, name: str = "x.xml") -> Likeness:
    head = document.encode() if isinstance(document, str) else document
    return CAP.likeness(Sample(name, head))


@pytest.mark.parametrize(
    "document",
    [
        *(alert(namespace=namespace) for namespace in (CAP_10, CAP_11, CAP_12)),
        alert(namespace=None),
        f'<?xml version="1.0"?>\n<!-- <note> -->\n<cap:alert xmlns:cap="{CAP_12}"/>',
        f'<feed xmlns="{ATOM}" xmlns:cap="{CAP_11}"><entry><cap:severity>Minor</cap:severity></entry></feed>',
        f"<rss><channel><item><description><![CDATA[{alert()}]]></description></item></channel></rss>",
        f"152\nXOUS53 HWAN 240240\nCAPHWA\n\n<?xml version='1.0'?>{alert()}",
        f"<EDXLDistribution>{alert()}</EDXLDistribution>",
        alert().encode("utf-16"),
    ],
)
def test_an_alert_is_known_by_its_content(document: str | bytes) -> None:
    assert likeness(document) is Likeness.SURE
    data = document.encode() if isinstance(document, str) else document
    assert most_like(IMPORTERS, Sample("x.xml", data)) is CAP  # and not that of feeds


@pytest.mark.parametrize(
    ("document", "name", "found"),
    [
        ("<html><body>alert</body></html>", "x.html", Likeness.NONE),
        (f'<feed xmlns="{ATOM}"/>', "x.xml", Likeness.NONE),
        (f'<feed xmlns="{ATOM}" xmlns:cap="{CAP_12}"><entry/></feed>', "x.xml", Likeness.NONE),
        ("format: 1\nalert: <b>", "x.yaml", Likeness.NONE),
        ("<warning/>", "x.cap", Likeness.NAME),
        ("", "x.cap", Likeness.NONE),
    ],
)
def test_what_is_no_alert_is_not_taken_for_one(document: str, name: str, found: Likeness) -> None:
    assert likeness(document, name) is found


def test_recognising_an_alert_reads_none() -> None:
    check = (
        "import sys; import reader.importing.cap.kind as kind; assert kind.CAP.is_item;"
        "loaded = [name for name in sys.modules if name.startswith('reader.importing.cap.')];"
        "assert loaded == ['reader.importing.cap.kind'], loaded"
    )
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
