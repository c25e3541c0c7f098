"""The shipped list of the SEC: which names mean which company, and which mean none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.registers import SAME, Match, Query, Registers
from kg.registers.index import write


@pytest.fixture(scope="module")
def sec() -> Iterator[Registers]:
    with Registers.load(["sec"]) as registers:
        yield registers


def cik(found: list[Match]) -> str:
    return found[0].company.values("cik")[0] if found else ""


@pytest.mark.parametrize(
    ("names", "number"),
    [
        # the whole name with and without its form, in any case
        ("Microsoft|Microsoft Corp.|Microsoft Corporation|MICROSOFT CORP|microsoft|Microsoft, Inc.", "789019"),
        ("Apple|Apple Inc|The Apple Inc.", "320193"),
        ("3M|3M Company|3M Co.", "66740"),
        ("Target|Target Corporation", "27419"),
        # Amazon.com is written AMAZON COM
        ("Amazon|Amazon.com|Amazon.com, Inc.|AMAZON.COM INC", "1018724"),
        # signs and blanks
        ("Brown–Forman|Brown-Forman Corporation|Brown Forman", "14693"),
        ("McCormick & Company|McCormick and Company|McCormick & Co., Inc.", "63754"),
        ("ExxonMobil|Exxon Mobil Corporation|Exxon", "34088"),
        ("McDonald's|McDonald’s Corp|McDonalds", "63908"),
        ("Lowe's|Lowe's Companies, Inc.", "60667"),
        ("AT&T|AT&T Inc.", "732717"),
        ("Southern Company", "92122"),
        # persons' names stand the other way round in the list
        ("A. O. Smith|A.O. Smith Corporation", "91142"),
        ("Charles Schwab|Charles Schwab Corporation|The Charles Schwab Corporation", "316709"),
        ("D.R. Horton|D. R. Horton, Inc.", "882184"),
        ("T. Rowe Price|T. Rowe Price Group", "1113169"),
        # acronyms that are the ticker too
        ("IBM|International Business Machines", "51143"),
        ("GE", "40545"),
        ("P&G|Procter & Gamble", "80424"),
        # short forms of the largest
        ("Meta|Meta Platforms", "1326801"),
        ("Costco", "909832"),
        ("Cisco|Cisco Systems", "858877"),
        ("Toyota|Toyota Motor", "1094517"),
        ("Ford", "37996"),
        # marks of the SEC: BANK OF AMERICA CORP /DE/, US BANCORP \\DE\\, COSTCO WHOLESALE CORP /NEW
        ("Bank of America", "70858"),
        ("U.S. Bancorp", "36104"),
        ("Costco Wholesale Corporation", "909832"),
        # of two companies of a name the form tells
        ("Rio Tinto plc", "863064"),
        ("Rio Tinto Limited", "887028"),
        # a name of a share stands for its issuer
        ("Etsy, Inc. Common Stock", "1370637"),
        ("Novo Nordisk A/S|Novo Nordisk", "353278"),
        ("cik:789019|CIK:0000789019", "789019"),
    ],
)
def test_a_name_means_its_company(names: str, number: str, sec: Registers) -> None:
    assert {name: cik(sec.look_up(name)) for name in names.split("|")} == dict.fromkeys(names.split("|"), number)


@pytest.mark.parametrize(
    "name",
    [
        # products, units and subsidiaries
        "Microsoft Azure",
        "Amazon Web Services",
        "Booking.com",
        "Apple Music",
        "Merrill Lynch",
        "Microsoft Germany GmbH",
        # another legal form is another company
        "Orion Oyj",
        "Linde AG",
        "Chubb Corporation",
        # several companies of a name, or that begin so
        "Rio Tinto",
        "First Bancorp",
        "Prudential",
        "Fidelity National",
        "Constellation",
        # words of every day that no large company bears alone
        "Summit",
        "Frontier",
        "Orion",
        "Root",
        "SOS",
        "Southern",
        "Home",
        "United",
        # a form behind a short name says that it is the whole
        "Meta Corp",
        "Orion Corp",
        "Exxon Ltd",
        # what is left out says more than what firms do
        "Warner Bros.",
        "Hewlett Packard",
        "Royal Bank",
        "Bank of",
        # no names
        "target",
        "gap",
        # persons, places, nothing
        "Philip",
        "Eli",
        "Charles",
        "Boston",
        "Taiwan",
        "Norfolk",
        "New Jersey",
        "Zyxwv Holdings",
        "",
        "&",
        "...",
        "Inc.",
    ],
)
def test_a_name_without_one_sure_company_means_none(name: str, sec: Registers) -> None:
    assert sec.look_up(name) == []


def test_a_ticker_decides_when_the_name_agrees(sec: Registers) -> None:
    assert cik(sec.look_up("Orion", tickers=["OEC"])) == "1609804"
    assert cik(sec.look_up("Brown-Forman", tickers=["NYSE: BF.B"])) == "14693"
    # the name is near that of the company with the ticker
    assert cik(sec.look_up("Supermicro", tickers=["SMCI"])) == "1375365"
    # TLS is another's in New York, and Kelvane is not near to Microsoft
    assert sec.look_up("Telstra", tickers=["TLS"]) == []
    assert sec.look_up("Kelvane", tickers=["MSFT"]) == []
    # a ticker of another place speaks against
    assert sec.look_up("Etsy", tickers=["XTSY"]) == []


def test_a_ticker_that_nothing_marks_is_a_name(sec: Registers) -> None:
    assert sec.look_up("MSFT") == []
    assert sec.look_up("TLS") == []


def test_aliases_add_to_a_name_and_never_take_from_it(sec: Registers) -> None:
    assert cik(sec.look_up("Orion", aliases=["Orion S.A."])) == "1609804"
    # what begins alike counts, and what is its acronym does
    assert cik(sec.look_up("IBM", aliases=["International Business Machines Corp."])) == "51143"
    assert cik(sec.look_up("GE", aliases=["Genpact Ltd"])) == "40545"
    # a part of the name is no alias of it
    assert sec.look_up("Microsoft Azure", aliases=["Microsoft"]) == []
    # the form of any alias speaks against another
    assert sec.look_up("Linde", aliases=["Linde AG"]) == []


def test_whole_names_only(sec: Registers) -> None:
    assert cik(sec.look_up("Deutsche Bank", full=True)) == "1159508"
    for name in ("Meta", "IBM", "Nasdaq", "S&P"):
        assert sec.look_up(name, full=True) == []


def test_a_match_gives_its_reasons_and_all_tickers(sec: Registers) -> None:
    (match,) = sec.look_up("Alphabet Inc.")
    assert match.score == 1.0 >= SAME
    assert [feature for feature, _, _ in match.reasons] == ["legal name", "legal form"]
    assert match.company.values("ticker")[:2] == ("GOOGL", "GOOG")
    assert match.company.rank == 4


def test_candidates_show_what_scores_too_low(sec: Registers) -> None:
    found = sec.candidates(Query("Orion Oyj"))
    assert found
    assert all(match.score < SAME for match in found)


def test_many_names_give_what_one_gives(sec: Registers) -> None:
    names = ["Microsoft", "Zyxwv", "IBM", "Microsoft", "Orion Oyj"]
    assert list(sec.look_up_all(names)) == [sec.look_up(name) for name in names]


def test_the_index_is_of_the_present_rules(sec: Registers, tmp_path: Path) -> None:
    """After a change of how names are compared the list must be made anew, as its card says."""
    (shipped,) = sec.all
    listings = [shipped.company(number)[0] for number in range(1, int(shipped.about["companies"]) + 1)]
    write(tmp_path / "anew.sqlite", listings, {"format": "sec", "source": shipped.about["source"]})
    tables = [rows_of(path) for path in (shipped.path, tmp_path / "anew.sqlite")]
    assert tables[0] == tables[1]


def rows_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return [row for table in ("keys", "words") for row in database.execute(f"SELECT * FROM {table}")]
