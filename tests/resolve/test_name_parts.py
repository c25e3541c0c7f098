"""Names as compared: what is the same name, and what the words of two names tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.compare import compared
from kg.resolve.names import parsed, slug

ALIKE = [
    ("Brelco", "BRELCO"),
    ("Brelco", "Brelco Inc"),
    ("Brelco", "Brelco, Inc."),
    ("Brelco", "Brelco A/S"),
    ("Brelco", "Brelco S.p.A."),
    ("Brelco", "Brelco GmbH & Co. KGaA"),
    ("Brelco", "PT Brelco Tbk"),
    ("Brelco", "Brelco Corporation Limited"),
    ("Brelco", "Brelco's"),
    ("Brelco", "Brelco’s"),
    ("Brelco", "Brelco 's"),
    ("Brelco", "the Brelco"),
    ("Brelco Corp", "BRELCO CORP /DE/"),
    ("Brelco Corp", "Brelco Corporation Class A Common Stock"),
    ("Brelco AG", "BRELCO AG  O.N."),
    ("Brelco AG", "BRELCO AG BRELCO ORD SHS"),
    ("Brelco plc", "BRELCO PLC  LS -,10"),
    ("The Harbour Authority", "Harbour Authority"),
    ("Ottavia Foods", "Ottavia-Foods"),
    ("Ottavia Foods", "Ottavia\u00a0Foods"),
    ("Ｂｒｅｌｃｏ", "Brelco"),
    ("Ægir Énergie", "ÆGIR ENERGIE"),
    ("Pirrip & Skarn", "Pirrip and Skarn"),
    ("P & O", "P&O"),
    ("A. O. Brelco", "A O Brelco Corp"),
]

APART = [
    ("Brelco", "Brelco Foods"),
    ("Brelco", "Brelka"),
    ("Brelco Group", "Brelco"),
    ("Kestria 3", "Kestria 4"),
    ("Pirrip & Skarn", "Pirrip Skarn"),
    ("Group", "Inc"),
    ("The", "Brelco"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_are_alike(one, other):
    assert parsed(one).key == parsed(other).key


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_are_apart(one, other):
    assert parsed(one).key != parsed(other).key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ottavia foods", "ottavia-foods"),
        ("a & b", "a-and-b"),
        ("ångström", "ångström"),
        ("—", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_slugs_are_readable(name, expected):
    assert slug(name) == expected


@given(st.text(max_size=60))
def test_any_text_is_a_name(text):
    name = parsed(text)
    assert parsed(name.key).key == parsed(parsed(name.key).key).key
    assert all(name.words)


COMPARED = [
    ("BRELCO COMM.", "Brelco Communications", "shortened", (("comm", "communications"),)),
    ("BRELCO INTL", "Brelco International", "shortened", (("intl", "international"),)),
    ("BRELCO PPTY", "Brelco Property", "shortened", (("ppty", "property"),)),
    ("Brelco Foods", "Brelco Fods", "respelled", ()),
    ("Ottavia Harbour", "Ottavia Harbor", "respelled", (("harbour", "harbor"),)),
    ("Sea Mark Lines", "Seamark Lines", "joined", 1),
    ("Brelco Group", "Brelco", "dispensed", ("group",)),
    ("Brelco Foods", "Brelco", "more", ("foods",)),
    ("Brelco Arctic Foods", "Brelco Foods", "within", ("arctic",)),
    ("Brelco Foods", "Brelco Steel", "replaced", True),
    ("EPC", "European Paper Council", "acronym", True),
    ("SKARN B Q CORP", "B. Q. Skarn", "turned", True),
    ("Müllbrand Werke", "Muellbrand Werke", "same", ("mullbrand", "werke")),
]


@pytest.mark.parametrize(("one", "other", "what", "expected"), COMPARED)
def test_names_compared(one, other, what, expected):
    found = compared(parsed(one), parsed(other))
    assert found is not None
    assert getattr(found, what) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Brelco", "Ottavia"), ("Micro", "Microlith"), ("Arctic Brelco", "Brelco"), ("EPC", "Eastern Paper"), ("", "A")],
)
def test_names_that_have_nothing_to_do_with_each_other(one, other):
    assert compared(parsed(one), parsed(other)) is None


@given(st.lists(st.sampled_from("brelco ottavia foods steel group intl and of the co 3".split()), max_size=5))
def test_a_name_is_wholly_like_itself(words):
    name = parsed(" ".join(words))
    found = compared(name, name)
    assert found is None or found.is_whole
