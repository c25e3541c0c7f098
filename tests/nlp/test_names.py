"""Where names stand, marked in the text with their kinds, and which names mean the same."""

import pytest
from marked import plain, with_names

NAMES = """
[Ottavia Foods|Company] and [Brelco|Company] agreed on a price.
[Ottavia Foods|Company], [Brelco|Company] and [Tannhold Group|Company] agreed on a price.
[Brelco|Company]'s shares rose.
[Brelco|Company]’s shares rose.
Shares of [Brelco|Company] rose.
[Brelco A/S|Company] sells cartons.
[Brelco GmbH|Company] sells cartons.
[Brelco|Company] buys cartons from [Hexlar GmbH|Company].
[Hexlar Inc.|Company] sells sensors.
[Hexlar, Inc.|Company] sells sensors.
[Hexlar plc|Company] sells sensors.
[Hexlar S.A.|Company] sells sensors.
[Hexlar & Sons|Company] sells sensors.
The merger of [Carver, Lund & Ashe, LLP|Company] with [Brelco|Company] was announced.
[Carver, Lund & Ashe LLP|Company] sells advice.
[Brelco Inc|Company], [Kestria GmbH|Company] and [Hexlar plc|Company] agreed on a price.
[Quenby Steel|Company] and [Marrick Mining|Company] merged.
[Castlewick Bank|Company] lent money to [Yarrow Air|Company].
[Brelco|Company] opened an office in [Portugal|Place].
[Leeds|Place]-based [Brelco|Company] sells cartons.
[Brelco|Company] has plants in [Leeds|Place] and [Porto|Place].
[Kestria|Company] Chief Executive [Dana Rime|Person] said sales rose.
[Dana Rime|Person], chief executive of [Kestria|Company], said sales rose.
[Kestria|Company] Chairman [Owen Tull|Person] and Finance Director [Dana Rime|Person] resigned.
Mr [Tull|Person] runs [Kestria|Company].
President [Dana Rime|Person] met [Owen Tull|Person].
[Trevanne|Company] makes the [Pelora 3|Product] tablet.
[Trevanne|Company] makes the [Pelora|Product] tablet.
[Trevanne|Company] launched the [X7|Product] phone.
[Rudwell|Company] uses the [Nimbrix|Product] software.
The [Ministry of Transport|Organization] fined [Yarrow Air|Company].
The [University of Leeds|Organization] hired [Dana Rime|Person].
The [European Paper Council|Organization] met on Tuesday.
The [Harbour Authority|Organization] approved the plan.
In-Short - [Brelco|Company] signs a contract with [Orlune|Company].
[Brelco|Company] (BRL) rose.
[Brelco|Company] (LSE: BRL) rose.
The German company [Brelco|Company] rose.
[Brelco|Company], a chain of shops, rose.
The chain [Brelco|Company] rose.
Companies such as [Brelco|Company] and [Orlune|Company] rose.
[Brelco|Company] sued [Orlune|Company].
[Brelco|Company] said on Monday that [Orlune|Company] rose.
"[Brelco|Company] rose," [Dana Rime|Person] said.
“[Brelco|Company] rose,” [Dana Rime|Person] said.
[Anne-Marie Rime|Person] founded [Brelco|Company].
[Brelco|Company] bought [Orlune|Company] in 2019.
[Kestria|Company]'s [Hexlar|Company] unit makes sensors.
[Kestria|Company] and its rival [Hexlar|Company] make sensors.
Dr [Rime|Person] joined [Kestria|Company] in May.
The analyst [Dana Rime|Person] said [Brelco|Company] would rise.
[Pirrip Bank|Company] analyst [Dana Rime|Person] said [Brelco|Company] would rise.
[Brelco|Company] rose 3 percent to $4.
[Brelco|Company] rose to 1,200 pence on Friday.
[Norway|Place]'s [Sandvoll|Company] leases aircraft.
[Kestria Technologies Ltd|Company] and [Hexlar Holdings NV|Company] merged.
[Kestria Robotics|Company] hired 40 people.
[Pirrip Finance plc|Company] hired staff.
The [Ministry of Economy|Organization] fined [Brelco|Company].
The [Ministry of Defence|Organization] awarded [Hexlar|Company] a contract.
[Pirrip General Insurance|Company] hired staff.
[Pirrip Partners|Company] hired staff.
[First Pirrip Bank|Company] hired staff.
[Pirrip & Skarn|Company] advised [Brelco|Company].
[Kestria International Holdings|Company] hired staff.
[Brelco|Company], [Kestria|Company], [Hexlar|Company] and [Orlune|Company] rose.
[Kestria|Company] and [Brelco|Company]'s joint venture ended.
[Bank of Orlune|Company] and [Castlewick Bank|Company] merged.
[Ångström Kemi|Company] sells paint.
[Müller Pirrip GmbH|Company] sells paint.
[L'Orlune|Company] sells paint.
[O'Skarn|Company] sells paint.
[eKestria|Company] sells paint.
[iPelora|Product] is a phone.
[McOrlune|Company] sells paint.
[KESTRIA|Company] sells paint.
[K2 Robotics|Company] sells robots.
[7Hexlar|Company] sells paint.
"""

NO_NAMES = """
On Monday the company said sales rose in March.
Sales rose in January and February.
The board met on Wednesday, June 3.
Revenue rose in the first quarter.
Christmas sales were strong.
However, prices fell.
Prices rose, but demand fell.
Analysts were surprised.
I think Monday was a good day.
The CEO resigned.
"""


@pytest.mark.parametrize("marked", NAMES.strip().splitlines())
def test_names_are_found(annotate, marked):
    text = plain(marked)
    assert with_names(text, annotate(text)) == marked


@pytest.mark.parametrize("text", NO_NAMES.strip().splitlines())
def test_no_name_is_found(annotate, text):
    assert with_names(text, annotate(text)) == text


SAME = [
    ("Ottavia Foods rose. Ottavia also hired.", "Ottavia", "Ottavia Foods"),
    ("Brelco Group said sales rose. Brelco employs 30.", "Brelco", "Brelco Group"),
    ("Ottavia Foods hires\n\nOttavia Foods ASA hired. Ottavia also trains.", "Ottavia", "Ottavia Foods ASA"),
    ("Brelco said sales rose. Brelco Group employs 30.", "Brelco", "Brelco Group"),
    ("The European Paper Council (EPC) met. The EPC approved it.", "EPC", "European Paper Council"),
    ("Kestria Sensor Works (KSW) hired. KSW sells sensors.", "KSW", "Kestria Sensor Works"),
    ("Oslo Stock Exchange (OSE) rose. OSE fell.", "OSE", "Oslo Stock Exchange"),
    ("Owen Tull said sales rose. “We hired,” Tull added.", "Tull", "Owen Tull"),
    ("Brelco hired 30 people. Last year Brelco Foods sold jam.", "Brelco", "Brelco Foods"),
    ("Quillon.com sells books. In May Quillon hired 30 people.", "Quillon", "Quillon.com"),
    ("Tull & Rime Brewing Company hired. Shares of Tull & Rime rose.", "Tull & Rime", "Tull & Rime Brewing Company"),
    ("Werner Brandel GmbH sells motors. We asked Brandel to comment.", "Brandel", "Werner Brandel GmbH"),
    ("The European Paper Commission met. Then the Commission fined Brelco.", "Commission", "European Paper Commission"),
    ("Analysts like Wal-Kestria. Shares of Walkestria rose.", "Walkestria", "Wal-Kestria"),
    ("Brelco & Co hired. Shares of Brelco rose.", "Brelco", "Brelco & Co"),
    ("Optova Tools & Pumps NV (OTP) hired. Shares of OTP rose.", "OTP", "Optova Tools & Pumps NV"),
]


@pytest.mark.parametrize(("text", "short", "full"), SAME)
def test_a_short_form_means_the_full_name(annotate, text, short, full):
    assert full_names(annotate(text))[short] == full


OTHER = [
    ("Kestria Robotics and Kestria Foods rose. Kestria fell.", "Kestria", "Kestria"),
    ("Brelco Inc and Brelco Foods rose.", "Brelco Foods", "Brelco Foods"),
    ("Kestria Robotics sued Kestria Foods.", "Kestria Foods", "Kestria Foods"),
    # parent and unit
    ("Kestria Energy and Kestria rose.", "Kestria", "Kestria"),
    ("Kestria and its unit Kestria Energy rose.", "Kestria", "Kestria"),
    ("Kestria Energy, a unit of Kestria, rose.", "Kestria", "Kestria"),
    ("Kestria's Kestria Energy division rose. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria, through its Kestria Energy arm, sells power. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria Energy is owned by Kestria. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria sold Kestria Energy. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria owns half of Kestria Energy. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria Energy bought pumps from Kestria. Kestria fell.", "Kestria", "Kestria"),
    ("Kestria rose. Kestria Web Shops fell.", "Kestria", "Kestria"),
    # two that begin alike
    ("Corvane Materials and Corvane Therapeutics rose. Shares of Corvane fell.", "Corvane", "Corvane"),
    ("The Bank of Orlune lent money to the Bank of Kestria.", "Bank of Kestria", "Bank of Kestria"),
    ("Kestria Motor sued Kestria Industries.", "Kestria Motor", "Kestria Motor"),
    ("Kestria Chemie GmbH and Kestria rose.", "Kestria", "Kestria"),
    ("Kestria Canada hired 30 people. Shares of Kestria fell.", "Kestria", "Kestria"),
    ("Kestria X hired 30 people. Shares of Kestria fell.", "Kestria", "Kestria"),
    ("The Porto Herald Company hired. It has an office in Porto.", "Porto", "Porto"),
    # the last word may name another
    ("Kestria Orlune makes vans. Kestria sold Orlune in May.", "Orlune", "Orlune"),
    ("Kestria Leeds makes vans. It is building in Leeds.", "Leeds", "Leeds"),
    ("The Securities Commission met the Paper Commission. Then the Commission left.", "Commission", "Commission"),
    ("Castlewick Bank sells loans. Bank shares rose.", "Castlewick Bank", "Castlewick Bank"),
]


@pytest.mark.parametrize(("text", "name", "full"), OTHER)
def test_alike_names_stay_apart(annotate, text, name, full):
    assert full_names(annotate(text))[name] == full


OUTRIGHT = [
    ("Brelco Plc (BRL.L) rose.", ("BRL", "Brelco Plc", "ticker", "LSE")),
    ("Brelco (LSE: BRL) rose.", ("BRL", "Brelco", "ticker", "LSE")),
    ("Brelco Inc. (NASDAQ:BRL) rose.", ("BRL", "Brelco Inc.", "ticker", "NASDAQ")),
    ("Brelco (NYSE: BRL.B) rose.", ("BRL.B", "Brelco", "ticker", "NYSE")),
    ("Brelco (BRL.B) rose.", ("BRL.B", "Brelco", "ticker", "")),
    ("Brelco (LON: BRLC) rose.", ("BRLC", "Brelco", "ticker", "LSE")),
    ("Brelco (TYO: 4758) rose.", ("4758", "Brelco", "ticker", "TSE")),
    ("Brelco (4758.T) rose.", ("4758", "Brelco", "ticker", "TSE")),
    ("Brelco (Euronext Paris: BRE) rose.", ("BRE", "Brelco", "ticker", "EPA")),
    ("Brelco (NYSE American: BRE) rose.", ("BRE", "Brelco", "ticker", "NYSE")),
    ("Brelco <BRL.N> rose.", ("BRL", "Brelco", "ticker", "NYSE")),
    ("Nasdaq-listed Brelco (BRLC) rose.", ("BRLC", "Brelco", "ticker", "NASDAQ")),
    ("The European Paper Council (EPC) met.", ("EPC", "European Paper Council", "bracket", "")),
    ("Brelco Foods Ltd (“Brelco”) sells jam.", ("Brelco", "Brelco Foods Ltd", "bracket", "")),
    ("Brelco Foods Ltd ('Brelco') sells jam.", ("Brelco", "Brelco Foods Ltd", "bracket", "")),
    ("Brelco Foods Ltd (``Brelco'') sells jam.", ("Brelco", "Brelco Foods Ltd", "bracket", "")),
]


@pytest.mark.parametrize(("text", "alias"), OUTRIGHT)
def test_brackets_give_other_forms(annotate, text, alias):
    (found,) = annotate(text).aliases
    assert (found.form, found.name, found.how, found.where) == alias
    assert text[found.start : found.end] == found.form


def test_a_ticker_behind_its_exchange_is_of_the_body_that_it_fits(annotate):
    found = annotate("Kestria Group makes pumps. Its shares are listed on the Nordbourse (ticker: KST).").aliases
    assert ("KST", "Kestria Group", "ticker") in [(a.form, a.name, a.how) for a in found]


def test_a_bracket_may_give_two_tickers(annotate):
    found = annotate("Prices rose.\n\nBrelco (Nasdaq: BRL; Oslo: BRLO) rose.").aliases
    assert [(a.form, a.where) for a in found] == [("BRL", "NASDAQ"), ("BRLO", "OSE")]


@pytest.mark.parametrize(
    "text",
    [
        "Brelco (2019) was a good film.",
        "Brelco (UK) makes jam.",
        "Brelco (London, UK) makes jam.",
        "The analyst Dana Rime (UBX) spoke.",
        "Brelco Foods (the “Company”) makes jam.",
        "Brelco Foods (“we”) makes jam.",
        "Brelco (A) fell.",
        "Brelco is listed on the Oslo Stock Exchange (OSE: KST).",
        "The analyst Dana Rime (UBX) met Owen Tull (KST).",
        "The Brelco Foxes (NHX) won.",
        "Brelco (NYSE) fell.",
    ],
)
def test_other_brackets_give_none(annotate, text):
    assert annotate(text).aliases == ()


JOINED = [
    ("Brelco Foods Inc rose.\n\nBrelco Foods Inc rose. Brelco Foods hired.", "Brelco Foods", "legal form"),
    ("Ottavia Foods rose. Ottavia also hired.", "Ottavia", "short form"),
    ("Owen Tull said sales rose. “We hired,” Tull added.", "Tull", "surname"),
    ("Kestria Sensor Works hired. KSW sells sensors.", "KSW", "acronym"),
]


@pytest.mark.parametrize(("text", "form", "how"), JOINED)
def test_an_alias_says_why_a_form_is_joined_to_its_name(annotate, text, form, how):
    (found,) = annotate(text).aliases
    assert (found.form, found.how, found.start) == (form, how, text.rindex(form))


def full_names(annotated):
    return {n.mention.text: n.name for parsed in annotated.passages for n in parsed.mentions.values()}
