"""Files of registers on their way into an index: formats, columns, and all that can be wrong with a file."""

import contextlib
import gzip
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ConfigError, InputError, KgError
from kg.registers import Columns, Registers, add, places, remove
from kg.registers.sec import cleaned

LEI = "529900KLVNEXAMPLE033"
GLEIF = (
    "LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames.OtherEntityName.1,"
    "Entity.LegalAddress.City,Entity.LegalAddress.Country,Entity.EntityStatus\n"
    f'"{LEI}","Kelvane Optik GmbH",de,"Kelvane Optics",Jena,DE,ACTIVE\n'
    '"529900KLVNEXAMPLE044","Kelvane Optik AG",de,,Wien,AT,ACTIVE\n'
    '"529900KLVNEXAMPLE055","Drumlin Ferries Ltd",en,,Oban,GB,INACTIVE\n'
)
FIRMS = "Company;Number;Land\nTofte Müller AS;71;NO\nBrakka Seil ASA;72;NO\n"
COLUMNS = Columns.read(None, ["name=Company", "orgnr=Number", "country=Land"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KG_REGISTERS", str(tmp_path / "shelf"))
    return tmp_path


def written(path: Path, data: str | bytes) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def names(register: str) -> list[tuple[str, int]]:
    with Registers.load([register]) as opened:
        (only,) = opened.all
        count = int(only.about["companies"])
        return [(only.company(n)[0].name, only.company(n)[0].rank) for n in range(1, count + 1)]


def test_the_list_of_the_sec_in_its_two_shapes(folder: Path) -> None:
    entries = [
        (7, "KLV", "KELVANE OPTICS CORP /DE/"),
        (8, "BRK", "Brakka Inc."),
        (7, "KLV-W", "KELVANE OPTICS CORP /DE/"),
    ]
    by_number = {str(n): dict(zip(("cik_str", "ticker", "title"), e, strict=True)) for n, e in enumerate(entries)}
    exchange = {"fields": ["cik", "name", "ticker", "exchange"], "data": [[c, t, s, "X"] for c, s, t in entries]}
    for found in (by_number, exchange):
        added = add(written(folder / "tickers.json", json.dumps(found)))
        assert (added.name, added.format, added.report.companies) == ("tickers", "sec", 2)
        assert names("tickers") == [("KELVANE OPTICS CORP", 1), ("Brakka Inc.", 2)]
        with Registers.load(["tickers"]) as registers:
            (match,) = registers.look_up("Kelvane Optics")
            assert match.company.identifiers == (("cik", "7"), ("ticker", "KLV"), ("ticker", "KLV-W"))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("KELVANE CORP /DE/", "KELVANE CORP"),
        ("KELVANE CORP \\DE\\", "KELVANE CORP"),
        ("KELVANE INC / MA", "KELVANE INC"),
        ("KELVANE CORP/", "KELVANE CORP"),
        ("KELVANE CO /NEW/", "KELVANE CO"),
        ("Kelvane Ltd./ADR", "Kelvane Ltd."),
        ("KELVANE FINANCIAL CORP DE", "KELVANE FINANCIAL CORP"),
        ("Kelvane A/S", "Kelvane A/S"),
        ("K/L HOMES, INC.", "K/L HOMES, INC."),
        ("/DE/", "/DE/"),
    ],
)
def test_the_marks_of_the_sec_go(title: str, name: str) -> None:
    assert cleaned(title) == name


def test_the_golden_copy_plain_and_compressed(folder: Path) -> None:
    with zipfile.ZipFile(folder / "golden.csv.zip", "w") as archive:
        archive.writestr("golden.csv", GLEIF)
    files = [
        written(folder / "golden.csv", GLEIF),
        written(folder / "golden.csv.gz", gzip.compress(("\ufeff" + GLEIF).encode())),
        folder / "golden.csv.zip",
    ]
    for file in files:
        added = add(file, name="lei")
        assert (added.format, added.report.companies, added.report.left_out, added.report.wrong) == ("gleif", 2, 1, 0)
        with Registers.load(["lei"]) as registers:
            (match,) = registers.look_up("Kelvane Optics")
            assert match.company.identifiers == (("lei", LEI),)
            assert (match.company.country, match.company.city) == ("DE", "Jena")
            # two of a name: the form or the place tells, the name alone does not
            assert registers.look_up("Kelvane Optik") == []
            assert registers.look_up("Kelvane Optik AG")[0].company.country == "AT"
            assert registers.look_up("Kelvane Optik", country="AT")[0].company.city == "Wien"
            assert registers.look_up(LEI)[0].score == 1.0
            assert registers.look_up("Drumlin Ferries") == []


def test_any_table_with_its_columns_named(folder: Path) -> None:
    mapping = written(folder / "map.toml", 'name = "Company"\norgnr = ["Number"]\ncountry = "Land"\n')
    for columns in (COLUMNS, Columns.read(mapping)):
        add(written(folder / "Firms 2026.csv", FIRMS), columns=columns)
        with Registers.load(["firms-2026"]) as registers:
            assert registers.look_up("Tofte Müller")[0].company.identifiers == (("orgnr", "71"),)
            assert registers.look_up("Tofte Muller A/S")[0].company.country == "NO"
            assert registers.look_up("orgnr:72")[0].company.name == "Brakka Seil ASA"


def test_columns_that_are_named_as_the_fields_need_no_mapping(folder: Path) -> None:
    table = (
        "Name,Other names,Ticker,ISIN,IRI,Rank\nKelvane,Kelvane Optics,KLV|KLVB,NO0010345853,https://example.org/k,3\n"
    )
    add(written(folder / "own.csv", table + "Brakka,,,,not an address,x\n"))
    with Registers.load(["own"]) as registers:
        (match,) = registers.look_up("Kelvane Optics")
        assert match.company.identifiers == (("ticker", "KLV"), ("ticker", "KLVB"), ("isin", "NO0010345853"))
        assert (match.company.iri, match.company.rank) == ("https://example.org/k", 3)
        assert registers.look_up("NO0010345853") != []
        assert registers.look_up("Brakka")[0].company.iri == ""


def test_rows_of_one_company_are_merged_and_bad_rows_told(folder: Path) -> None:
    rows = f"{FIRMS}Tofte Marin AS;71;NO\n;73;NO\nshort\nTofte Müller AS;71;NO\n"
    added = add(written(folder / "firms.csv", rows), columns=COLUMNS)
    report = added.report
    assert (report.companies, report.merged, report.wrong) == (2, 2, 2)
    assert report.examples == ["line 5 has no name", "line 6 has 1 fields in place of 3"]
    with Registers.load(["firms"]) as registers:
        assert registers.look_up("Tofte Marin")[0].company.name == "Tofte Müller AS"


def test_the_same_file_gives_the_same_register(folder: Path) -> None:
    file = written(folder / "golden.csv", GLEIF)
    one, two = add(file, to=folder / "one.sqlite"), add(file, to=folder / "two.sqlite")
    assert one.path.read_bytes() == two.path.read_bytes()
    assert not list(folder.glob(".*"))


def test_other_encodings_are_asked_for(folder: Path) -> None:
    latin = written(folder / "latin.csv", FIRMS.encode("latin-1"))
    added = add(latin, columns=COLUMNS)
    assert (added.report.companies, added.report.wrong) == (1, 1)
    assert added.report.examples == ["line 2 is in another encoding: say which with --encoding"]
    assert add(latin, columns=COLUMNS, encoding="latin-1").report.wrong == 0
    wide = written(folder / "wide.csv", FIRMS.encode("utf-16"))
    with pytest.raises(InputError, match="is in UTF-16: say --encoding utf-16"):
        add(wide, columns=COLUMNS)
    assert add(wide, columns=COLUMNS, encoding="utf-16").report.companies == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "is empty"),
        ("  \n", "is empty"),
        ("a,b\n1,2\n", 'Which column of file holds the names.*It has "a", "b"'),
        ("name\n", "No row is a company"),
        ("name\n...\n", "No row is a company: line 2 has no name"),
        ("{", "is not valid JSON"),
        ("[[[[", "is not valid JSON"),
        ('{"0": 1}', "is not a list of tickers"),
        ('{"0": {"a": 1}}', 'no entry has "cik_str" and "title"'),
        ('{"fields": ["x"], "data": []}', 'lacks a field "cik"'),
        ('{"0": {"cik_str": "x", "title": "A"}}', "No row is a company: row 1 has no CIK"),
        (b"\x00\x01\x02\x03", "is not a text file"),
        (gzip.compress(b"name\nKelvane\n")[:15], "is damaged"),
        (b"PK\x03\x04nothing", "is damaged"),
    ],
)
def test_files_that_are_no_register_are_refused_in_a_sentence(data: str | bytes, message: str, folder: Path) -> None:
    with pytest.raises(InputError, match=message):
        add(written(folder / "file", data))
    assert "file" not in places()


def test_wrong_arguments_are_refused_in_a_sentence(folder: Path) -> None:
    firms = written(folder / "firms.csv", FIRMS)
    with pytest.raises(InputError, match=r'has no column "Firm"\. It has "Company", "Number", "Land"'):
        add(firms, columns=Columns.read(None, ["name=Firm"]))
    with pytest.raises(InputError, match=r"Cannot read .*: No such file"):
        add(folder / "none.csv")
    with pytest.raises(InputError, match='no encoding "klingon"'):
        add(firms, encoding="klingon")
    with pytest.raises(ConfigError, match="cannot be the name of a register"):
        add(firms, name="../firms", columns=COLUMNS)
    with pytest.raises(ConfigError, match="is not FIELD=COLUMN"):
        Columns.read(None, ["Company"])
    with pytest.raises(ConfigError, match="which column holds the names"):
        Columns.read(None, ["lei=LEI"])
    with pytest.raises(ConfigError, match="cannot be a field"):
        Columns.read(None, ["name=A", "my id=B"])
    with pytest.raises(ConfigError, match="must be the name of a column"):
        Columns.read(written(folder / "map.toml", "name = 3"))
    with pytest.raises(ConfigError, match="is not valid TOML"):
        Columns.read(written(folder / "map.toml", "name"))
    with pytest.raises(ConfigError, match="Cannot read the mapping"):
        Columns.read(folder / "none.toml")
    with zipfile.ZipFile(folder / "two.zip", "w") as archive:
        archive.writestr("a.csv", FIRMS)
        archive.writestr("b.csv", FIRMS)
    with pytest.raises(InputError, match="must hold one file, not 2"):
        add(folder / "two.zip")


def test_a_failed_replacement_leaves_the_old_register(folder: Path) -> None:
    add(written(folder / "firms.csv", FIRMS), columns=COLUMNS)
    with pytest.raises(InputError):
        add(written(folder / "firms.csv", "Company;Number;Land\n"), columns=COLUMNS)
    assert names("firms") == [("Tofte Müller AS", 0), ("Brakka Seil ASA", 0)]


def test_registers_are_found_by_name_and_by_path(folder: Path) -> None:
    path = add(written(folder / "firms.csv", FIRMS), columns=COLUMNS).path
    assert list(places()) == ["sec", "firms"]
    with Registers.load(["sec", str(path)]) as registers:
        assert [register.name for register in registers.all] == ["sec", "firms"]
    with Registers.load() as registers:
        assert len(registers.all) == 2
    with Registers.load([]) as registers:
        assert registers.look_up("Microsoft Corp") == []
    with pytest.raises(ConfigError, match='no register "frims": did you mean firms'):
        Registers.load(["frims"])
    with pytest.raises(ConfigError, match="There is no register at"):
        Registers.load([str(folder / "none.sqlite")])
    remove("firms")
    assert list(places()) == ["sec"]
    with pytest.raises(InputError, match='No register "firms" was added'):
        remove("firms")
    with pytest.raises(InputError, match="The shipped list stays"):
        remove("sec")


def test_an_added_register_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    add(written(folder / "firms.csv", FIRMS), columns=COLUMNS, name="sec")
    with Registers.load() as registers:
        assert [register.about["source"] for register in registers.all] == ["firms.csv"]


def test_damaged_registers_are_told(folder: Path) -> None:
    whole = places()["sec"].read_bytes()
    for data, message in (
        (whole[:3000], "is damaged"),
        (b"", "is no register"),
        (b"plain text, long enough to be a header of a database file" * 20, "is damaged"),
    ):
        with pytest.raises(InputError, match=message):
            Registers.load([str(written(folder / "bad.sqlite", data))])
    # the header and the first pages are whole, the rest is not
    spoilt = whole[:8192] + b"\xff" * (len(whole) - 12288) + whole[-4096:]
    with pytest.raises(InputError, match="is damaged"):
        look_up_in(written(folder / "spoilt.sqlite", spoilt))


def look_up_in(path: Path) -> None:
    with Registers.load([str(path)]) as registers:
        registers.look_up("Microsoft")
        registers.look_up("Apple Inc")


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes_give_a_register_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for form in ("", "sec", "gleif", "csv"):
        with contextlib.suppress(KgError):
            add(written(folder / "file", data), format=form, to=folder / "out.sqlite")


NAME = st.text(st.characters(categories=["L", "N", "Z", "P"]), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAME, min_size=1, max_size=6), NAME)
def test_any_name_is_looked_up_without_a_crash_and_scores_are_fractions(
    tmp_path_factory: pytest.TempPathFactory, held: list[str], asked: str
) -> None:
    folder = tmp_path_factory.mktemp("names")
    rows = [["name", "lei"], *([name.replace('"', "").replace("\n", " "), str(n)] for n, name in enumerate(held))]
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    try:
        add(written(folder / "file.csv", table), to=folder / "own.sqlite")
    except InputError:
        return
    with Registers.load([str(folder / "own.sqlite")]) as registers:
        for name in (*held, asked):
            found = registers.look_up(name, aliases=[asked], tickers=[asked], country=asked, city=asked)
            assert all(0 <= match.score <= 1 for match in found)
