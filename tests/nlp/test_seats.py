"""Descriptions that say where somebody sits: "the Leeds-based retailer" is who sits there, and nobody who does not."""

import pytest
from marked import plain, with_references

MEANT = """
Brelco, based in Leeds, sued Kestria, based in Austin. [The Leeds-based group=Brelco] fell.
Brelco, based in Leeds, sued Kestria, based in Austin. [The Austin-based group=Kestria] fell.
Leeds-based Brelco sued Austin-based Kestria. [The Austin-based company=Kestria] fell.
Brelco of Leeds sued Kestria of Austin. [The Austin company=Kestria] fell.
Brelco, headquartered in Leeds, sued Kestria. [The Leeds-based retailer=Brelco] fell.
Brelco, with headquarters in Porto, sued Kestria. [The Porto-based group=Brelco] fell.
Brelco, a Leeds-based retailer, sued Kestria, a Porto-based bank. [The Porto-based company=Kestria] fell.
Brelco, based in Leeds, sued Kestria, based in Austin. Hexlar fell. Orlune fell. [The Leeds-based firm=Brelco] rose.
Brelco Foods is based in Porto. Kestria makes pumps. [The Porto-based company=Brelco Foods] hired 30 people.
Brelco, based in Austin, Texas, sued Kestria, based in Leeds. [The Texas company=Brelco] fell.
"""

# one that sits elsewhere is not meant
OPEN = """
Brelco, based in Leeds, hired 30 people. The Austin-based group fell.
Brelco, based in Leeds, sued Kestria, based in Austin. The Porto-based group fell.
Leeds-based Brelco rose. The Porto-based company did not comment.
Brelco, based in Norway, hired 30 people. The Portugal-based company did not comment.
"""

# a town may lie in the country
WITHIN = """
Brelco, based in Leeds, hired 30 people. [The UK-based group=Brelco] fell.
Brelco hired 30 people. [The Leeds-based company=Brelco] fell.
"""


@pytest.mark.parametrize("marked", (MEANT + WITHIN).strip().splitlines())
def test_a_place_tells_who_is_meant(annotate, marked):
    text = plain(marked)
    assert with_references(text, annotate(text)) == marked


@pytest.mark.parametrize("text", OPEN.strip().splitlines())
def test_who_sits_elsewhere_is_not_meant(annotate, text):
    assert with_references(text, annotate(text)) == text


def test_a_dateline_tells_where_the_first_body_sits(annotate):
    said = "Brelco sued Kestria, based in Leeds. Hexlar fell. [The Porto-based group=Brelco] rose."
    text = f"PORTO, March 3 (Nordwire) - {said}"
    assert with_references(plain(text), annotate(plain(text))) == text
