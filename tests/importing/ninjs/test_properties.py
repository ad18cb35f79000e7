from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.importing.ninjs.properties import Properties, Rendition, Worded


def test_names_are_read_whatever_their_capitals() -> None:
    assert Properties({"versionCreated": "x"}).text("versioncreated") == "x"
    assert Properties({"versioncreated": "x"}).text("versioncreated") == "x"


def test_the_first_text_with_words_is_taken() -> None:
    about = Properties({"a": " ", "b": ["x"], "c": " y ", "d": "z"})
    assert about.text("a", "b", "c", "d") == "y"
    assert about.text("a", "b") is None


def test_the_texts_of_versions_one_to_three_are_read_alike() -> None:
    first = Properties({"headline": "H", "headline_sub": "D"}).worded("headlines", "headline")
    second = Properties({"headlines": [{"role": "main", "contenttype": "text/plain", "value": "H"}]})
    third = Properties(
        {"headlines": [{"role": "http://x/roles/Main", "contentType": "text/html; a=b", "value": "H"}]}
    )
    assert first == [Worded("", "", "H"), Worded("sub", "", "D")]
    assert second.worded("headlines", "headline") == [Worded("main", "text/plain", "H")]
    assert third.worded("headlines", "headline") == [Worded("main", "text/html", "H")]


def test_roles_have_one_spelling() -> None:
    about = Properties({"body_text_Long_Form": "x", "bodies": [{"role": "hl:Sub Head", "value": "y"}]})
    assert [each.role for each in about.worded("bodies", "body")] == ["sub-head", "text-long-form"]


def test_a_single_text_where_a_list_is_due_is_a_list_of_one() -> None:
    assert Properties({"bodies": {"value": "x"}}).worded("bodies", "body") == [Worded("", "", "x")]
    assert Properties({"bodies": "x"}).worded("bodies", "body") == [Worded("", "", "x")]


def test_associations_are_an_object_or_a_list() -> None:
    item = {"uri": "u", "name": "n"}
    assert list(Properties({"associations": {"main": item}}).associations()) == [("main", item)]
    assert list(Properties({"associations": [item, "x", None]}).associations()) == [("n", item)]
    assert list(Properties({"associations": {"many": [item, item]}}).associations()) == [("many", item)] * 2
    assert list(Properties({"associations": "x"}).associations()) == []


def test_renditions_are_an_object_or_a_list_and_have_an_address() -> None:
    one = {"main": {"href": "a.jpg", "mimetype": "image/jpeg", "width": "100"}, "none": {"width": "1"}}
    many = [{"name": "Main", "href": "a.jpg", "contentType": "image/jpeg", "width": "100", "title": "T"}]
    assert Properties({"renditions": one}).renditions() == [Rendition("main", "a.jpg", "image/jpeg", 100)]
    assert Properties({"renditions": many}).renditions() == [
        Rendition("main", "a.jpg", "image/jpeg", 100, "T")
    ]


def test_a_width_that_is_no_number_is_none() -> None:
    for width in ("wide", "1e9", "", "9" * 40, "12px"):
        [found] = Properties({"renditions": [{"href": "a", "width": width}]}).renditions()
        assert found.width == 0


def test_alternative_identifiers_are_a_list_or_an_object() -> None:
    assert Properties({"altIds": [{"role": "Page", "value": "03"}]}).alternative("page") == "03"
    assert Properties({"altids": {"page": "03"}}).alternative("page") == "03"
    assert Properties({}).alternative("page") is None


def test_names_or_codes_of_objects_are_read() -> None:
    about = Properties({"genre": [{"name": "Feature"}, {"code": "op"}, {}, "x"]})
    assert about.named("genres", "genre") == ["Feature", "op"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "value", "role", "href"]), inner)
    ),
    max_leaves=8,
)
_KEYS = st.sampled_from(
    ["headlines", "headline", "headline_x", "associations", "renditions", "altids", "genres"]
)


@given(st.dictionaries(_KEYS, _JSON))
def test_whatever_the_values_are_they_are_read(item: dict[str, object]) -> None:
    about = Properties(item)
    assert all(each.value.strip() for each in about.worded("headlines", "headline"))
    assert all(isinstance(part, dict) for _, part in about.associations())
    assert all(each.href for each in about.renditions())
    assert about.alternative("page") is None or about.alternative("page")
    assert all(about.named("genres"))
