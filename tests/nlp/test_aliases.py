"""The rules that join the names of one document, where what a name is taken for decides."""

import pytest

from kg.nlp.aliases import Joined, Names, cluster

SOLD, PLACES = frozenset({"Product"}), frozenset({"Place"})


def joined(order, kinds, **more):
    known = Names(order=order, kinds=dict(zip(order, kinds, strict=True)), sold=SOLD, places=PLACES, **more)
    return cluster(known)[order[1]]


@pytest.mark.parametrize("kind", ["Company", "Product", "Place", ""])
def test_a_lone_name_may_be_taken_for_anything(kind):
    order = ("Kestria Cranes", "Kestria")
    assert joined(order, ("Company", kind)) == Joined("Kestria Cranes", "short form")


@pytest.mark.parametrize(
    ("kinds", "more"),
    [
        (("Product", "Company"), {}),  # Kestria makes Kestria Cranes
        (("Company", "Place"), {"sited": frozenset({"Kestria"})}),  # "in Kestria"
        (("Company", "Place"), {"regions": frozenset({"kestria"})}),
        (("Company", "Company"), {"regions": frozenset({"cranes"})}),  # as in "Kestria Canada"
        (("Company", "Company"), {"apart": frozenset({frozenset({"kestria", "kestria cranes"})})}),
    ],
)
def test_a_name_of_something_else_stays_apart(kinds, more):
    assert joined(("Kestria Cranes", "Kestria"), kinds, **more) == Joined("Kestria")


def test_a_form_that_the_text_gives_is_joined_in_the_way_that_it_gives_it():
    known = Names(order=("Kestria Ltd", "Brelco"), told={"brelco": ("Kestria Ltd", "former")})
    assert cluster(known) == {"Kestria Ltd": Joined("Kestria Ltd"), "Brelco": Joined("Kestria Ltd", "former")}
