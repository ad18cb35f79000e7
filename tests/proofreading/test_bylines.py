"""The bylines of articles in all forms."""

from __future__ import annotations

import pytest

from reader.proofreading.bylines import Byline, Form, byline_of
from tests.proofreading.manuscripts import a_proof, edition_yaml


def _byline(example: str) -> Byline | None:
    proof = a_proof(edition_yaml(f"headline: {'雪' if not example.isascii() else 'Snow'}\n{example}"))
    return byline_of(proof.articles[0])


@pytest.mark.parametrize(
    ("example", "form", "names"),
    [
        ("byline: □ 本报记者 林一舟\nbody: 路通了。", Form.BULLET, ["林一舟"]),
        ("byline: ■本报记者林一舟 苏小禾\nbody: 路通了。", Form.BULLET, ["林一舟", "苏小禾"]),
        ("byline: 本报记者 林一舟\nbody: 路通了。", Form.PLAIN, ["林一舟"]),
        ("body: 本报讯 记者林一舟 见习记者苏小禾报道：路通了。", Form.REPORT, ["林一舟", "苏小禾"]),
        ("body: 本报河湾12月22日讯 记者林一舟报道：路通了。", Form.REPORT, ["林一舟"]),
        ("body: 本报讯（记者 林一舟 通讯员 苏小禾）路通了。", Form.BRACKETS, ["林一舟", "苏小禾"]),
        ("body: 本报讯（记者林一舟）路通了。", Form.BRACKETS, ["林一舟"]),
        ("body: |\n  □ 本报记者 林一舟\n\n  路通了。", Form.BULLET, ["林一舟"]),
        ("body: |\n  ### ——开通记\n\n  本报记者 林一舟\n\n  路通了。", Form.PLAIN, ["林一舟"]),
        ("body: 路通了。（林一舟 苏小禾）", Form.CLOSING, ["林一舟", "苏小禾"]),
        ("body: |\n  路通了。（林一舟）\n\n  别的文字。", Form.CLOSING, ["林一舟"]),
        ("body: 路通了。\nsignoff: （林一舟）", Form.CLOSING, ["林一舟"]),
        ("byline: By Ada Vale and Tom Moss\nbody: It snowed.", Form.BULLET, ["Ada Vale", "Tom Moss"]),
        ("byline: Ada Vale, staff writer\nbody: It snowed.", Form.PLAIN, ["Ada Vale"]),
        ("body: |\n  By Ada Vale\n\n  It snowed.", Form.BULLET, ["Ada Vale"]),
        ("body: It snowed. (Ada Vale)", Form.CLOSING, ["Ada Vale"]),
        ("body: It snowed.\nsignoff: Ada Vale", Form.CLOSING, ["Ada Vale"]),
    ],
)
def test_a_byline_is_read_with_its_form_and_its_names(example: str, form: Form, names: list[str]) -> None:
    byline = _byline(example)
    assert byline is not None
    assert (byline.form, [signer.name for signer in byline.signers]) == (form, names)
    assert all(byline.passage.text[one.start : one.end] == one.name for one in byline.signers)


@pytest.mark.parametrize(
    "example",
    [
        "body: 路通了。",
        "body: 路通了（全文完）。",
        "body: 路通了。（未完待续）",
        "body: 路通了。（图片）",
        "body: 路通了。（记者另有报道，见第二版）",
        "body: 记者走进村里，路通了。",
        "body: By noon the road was open.",
        "body: It snowed (again and again)",
        "body: 路通了。\nsignoff: （全文完）",
    ],
)
def test_other_words_in_the_same_places_are_none(example: str) -> None:
    assert _byline(example) is None


def test_only_what_has_no_field_of_its_own_is_in_the_body() -> None:
    inside, outside = _byline("body: 路通了。（林一舟）"), _byline("body: 路通了。\nsignoff: （林一舟）")
    assert inside is not None
    assert outside is not None
    assert inside.is_in_body
    assert not outside.is_in_body


def test_the_forms_have_words_of_their_own() -> None:
    assert len({form.wording for form in Form}) == len(Form)
