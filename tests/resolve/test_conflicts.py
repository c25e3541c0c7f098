"""Which facts contradict each other and which are over, and which only look so."""

from collections import Counter
from decimal import Decimal

import pytest

from kg.model import Document, Entity, Evidence, Fact, Period, Status, Value
from kg.ontology import Ontology
from kg.resolve.conflicts import MOST, linked
from kg.resolve.places import are_apart
from kg.resolve.sources import Sources

KINDS = {"seat": "headquarteredIn", "unit": "subsidiaryOf", "stake": "ownsStakeIn", "buys": "customerOf"}
KINDS |= {"takes": "acquired", "fellow": "partnerOf", "sells": "divested", "sues": "sued"}
DATES = {"jan": "2026-01-10", "mar": "2026-03-02", "mar2": "2026-03-02", "old": "2019-05", "none": "", "none2": ""}


def links(*lines):
    """Facts told in short: "Tolvane seat Leeds, asserted in jan at 40 (30 %)"; what contradicts or ends what."""
    facts = []
    for number, line in enumerate(lines):
        ends, _, how = line.partition(", ")
        subject, relation, target = ends.split(" ", 2)
        status, _, place, *rest = how.split()
        start = int(rest[1]) if rest[:1] == ["at"] else number * 100
        share = Value(rest[-2], Decimal(rest[-2].strip("(")), "percent") if how.endswith("%)") else None
        evidence = (Evidence(place, start, start + 5, line, "rule:hand"),)
        qualifiers = (("share", share),) if share else ()
        facts.append(Fact(f"{number}", subject, KINDS[relation], target, Status(status), 0.8, qualifiers, evidence))
    names = {n for f in facts for n in (f.subject, f.object)}
    days = Sources.of(Document(d, d, date=day) for d, day in DATES.items()).days
    found = linked(facts, [Entity(n, "Company", n) for n in sorted(names)], Ontology.load(), days)
    against = {(f.id, other) for f in found for other in f.contradicts}
    assert against == {(b, a) for a, b in against}
    return {a + "-" + b for a, b in against if a < b} | {f"{f.id}>{e}" for f in found for e in f.ended_by}


LINKED = [
    (["B buys O, asserted in jan", "B buys O, negated in mar"], {"0-1"}),
    (["B buys O, asserted in jan", "B buys O, planned in mar"], set()),
    (["B buys O, asserted in jan", "B buys O, possible in mar"], set()),
    (["B buys O, planned in jan", "B buys O, negated in mar"], set()),
    (["B buys O, asserted in jan", "O buys B, negated in mar"], set()),
    # one sentence does not contradict itself
    (["B buys O, asserted in jan at 7", "B buys O, negated in jan at 7"], set()),
    # over
    (["B buys O, asserted in jan", "B buys O, ended in mar"], {"0>1"}),
    (["B buys O, asserted in mar", "B buys O, ended in jan"], set()),
    (["B buys O, asserted in jan at 5", "B buys O, ended in jan at 90"], {"0>1"}),
    (["B buys O, asserted in jan at 90", "B buys O, ended in jan at 5"], set()),
    (["B buys O, asserted in none", "B buys O, ended in mar"], {"0>1"}),
    (["B buys O, asserted in mar", "B buys O, ended in mar2"], {"0>1"}),
    (["B buys O, planned in jan", "B buys O, ended in mar"], set()),
    # two seats
    (["T seat Leeds, asserted in jan", "T seat Bristol, asserted in mar"], {"0-1"}),
    (["T seat Leeds, asserted in none", "T seat Bristol, asserted in none2"], {"0-1"}),
    (["T seat Leeds, asserted in jan at 4", "T seat Bristol, asserted in jan at 4"], set()),
    (["T seat Leeds, asserted in jan at 4", "T seat Bristol, asserted in jan at 90"], set()),
    (["T seat Leeds, asserted in old", "T seat Bristol, asserted in mar"], set()),
    (["T seat Leeds, planned in jan", "T seat Bristol, asserted in mar"], set()),
    (["T seat Leeds, asserted in jan", "Q seat Bristol, asserted in mar"], set()),
    (["T seat Seattle, asserted in jan", "T seat Washington, asserted in mar"], set()),
    (["T seat Seoul, asserted in jan", "T seat South Korea, asserted in mar"], set()),
    (["T seat Japan, asserted in jan", "T seat South Korea, asserted in mar"], {"0-1"}),
    # the first seat is over, so nothing is left to contradict
    (
        ["T seat Leeds, asserted in jan", "T seat Bristol, asserted in mar", "T seat Leeds, ended in mar2"],
        {"0>2"},
    ),
    # two parents
    (["U unit B, asserted in jan", "U unit O, asserted in mar"], {"0-1"}),
    (["U unit B, asserted in jan", "U unit O, asserted in mar", "B unit O, asserted in mar"], set()),
    (
        [
            "U unit B, asserted in jan",
            "U unit O, asserted in mar",
            "B unit H, asserted in jan",
            "H unit O, asserted in old",
        ],
        set(),
    ),
    (["U unit B, asserted in jan", "U unit O, asserted in mar", "O takes U, asserted in jan"], set()),
    (["U unit B, asserted in jan", "U unit O, asserted in mar", "B sells U, planned in jan"], set()),
    (["U unit B, asserted in jan", "U unit O, asserted in mar", "B fellow O, asserted in jan"], set()),
    (["U unit B, asserted in jan", "U unit O, asserted in mar", "O takes U, negated in jan"], {"0-1"}),
    # a customer may have many suppliers
    (["B buys O, asserted in jan", "B buys T, asserted in mar"], set()),
    # stakes
    (["B stake U, asserted in jan (60 %)", "O stake U, asserted in mar (55 %)"], {"0-1"}),
    (["B stake U, asserted in jan (60 %)", "O stake U, asserted in mar (40 %)"], set()),
    (["B stake U, asserted in jan (60 %)", "O stake U, asserted in mar (41.5 %)"], set()),
    (["B stake U, asserted in jan (60 %)", "O stake U, planned in mar (55 %)"], set()),
    (["B stake U, asserted in old (60 %)", "O stake U, asserted in mar (55 %)"], set()),
    (["B stake U, asserted in jan (60 %)", "B stake T, asserted in mar (55 %)"], set()),
    (["B stake U, asserted in jan (60 %)", "O stake U, asserted in mar"], set()),
]


@pytest.mark.parametrize(("lines", "expected"), LINKED)
def test_links(lines, expected):
    assert links(*lines) == expected


PLACES = [
    ("Leeds", "Bristol", True),
    ("Leeds", "leeds", False),
    ("New York", "New York City", False),
    ("Seattle, Washington", "Seattle", False),
    ("Leeds", "England", False),
    ("U.S.", "United States", False),
    ("the UK", "Britain", False),
    ("Japan", "China", True),
    ("Texas", "Ohio", True),
    ("Texas", "Canada", False),
    ("Georgia", "Alabama", False),
    ("Singapore", "London", False),
    ("Brelco", "Orlune Holdings", True),
    ("Brelco", "Brelco Holdings", False),
    ("", "Leeds", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PLACES)
def test_places_apart(one, other, expected):
    assert are_apart(one, other) is are_apart(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("2019", "2023", 0), ("2023", "2023-05", 1), ("", "2023", 1), ("2023", "2023", 1)],
)
def test_a_denial_of_another_time_denies_nothing(one, other, expected):
    def bought(id, status, time):
        evidence = (Evidence(id, 0, 5, "words", "rule:hand"),)
        return Fact(id, "a", KINDS["takes"], "b", status, 0.8, (("date", Period(f"in {time}", time)),), evidence)

    found = linked([bought("1", Status.ASSERTED, one), bought("2", Status.NEGATED, other)], [], Ontology.load(), {})
    assert [len(f.contradicts) for f in found] == [expected, expected]


def test_a_date_of_a_time_is_no_share():
    fact = Fact("1", "a", KINDS["stake"], "b", Status.ASSERTED, 0.8, (("share", Period("2024", "2024")),))
    assert list(linked([fact], [], Ontology.load(), {})) == [fact]


@pytest.mark.parametrize("count", [2, 3, 100, 101, 102, 103, 400])
def test_each_of_a_crowd_lists_as_many_others_as_each_of_a_hundred_and_one(count):
    pairs = links(*(f"T unit parent {n}, asserted in none{n}" for n in range(count)))
    against = Counter(number for pair in pairs for number in pair.split("-"))
    assert len(pairs) == count * min(count - 1, MOST) // 2
    assert set(against.values()) == {min(count - 1, MOST)}
