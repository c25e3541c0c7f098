"""How much, when, for what and as what: each qualifier on the fact it belongs to."""

import pytest
from sentences import spoken

from kg import Document, build

FACTS = """
Quenby Steel acquired Marrick Mining for $2 billion in 2019.
  Quenby Steel acquired Marrick Mining asserted: amount 2000000000 USD, date 2019
Quenby Steel bought Marrick Mining in March 2019 for about €400 million.
  Quenby Steel acquired Marrick Mining asserted: amount about 400000000 EUR, date March 2019
Quenby Steel will buy Marrick Mining for between $2 billion and $3 billion.
  Quenby Steel acquired Marrick Mining planned: amount 2000000000..3000000000 USD
Quenby Steel bought Marrick Mining for $2 billion, and its profit rose to $30 million.
  Quenby Steel acquired Marrick Mining asserted: amount 2000000000 USD
Quenby Steel bought Hexlar in 2017 and sold Norvane in 2019.
  Quenby Steel acquired Hexlar asserted: date 2017
  Quenby Steel divested Norvane asserted: date 2019
Norvane, a customer of Brelco, bought Hexlar for $9 million.
  Norvane customerOf Brelco asserted:
  Norvane acquired Hexlar asserted: amount 9000000 USD
Norvane sold Hexlar to Kestria for $40 million.
  Norvane divested Hexlar asserted: amount 40000000 USD, buyer Kestria
  Kestria acquired Hexlar asserted: amount 40000000 USD, seller Norvane
Quenby Steel owns 12% of Marrick Mining.
  Quenby Steel ownsStakeIn Marrick Mining asserted: share 12 percent
Brelco's former finance director, Dana Rime, left in June 2024.
  Dana Rime worksFor Brelco ended: role finance director, until June 2024
Quenby Steel owns 300% of Marrick Mining.
  Quenby Steel ownsStakeIn Marrick Mining asserted:
Quenby Steel bought a 12% stake in Marrick Mining for $30 million.
  Quenby Steel ownsStakeIn Marrick Mining asserted: amount 30000000 USD, share 12 percent
Quenby Steel raised its stake in Marrick Mining to 15% from 12%.
  Quenby Steel ownsStakeIn Marrick Mining asserted: share 15 percent
Quenby Steel raised its stake in Marrick Mining by about 12% in 2019.
  Quenby Steel ownsStakeIn Marrick Mining asserted: date 2019
Castlewick Ventures invested $20 million in Kestria in May for a 10% stake.
  Castlewick Ventures investedIn Kestria asserted: amount 20000000 USD, date May, share 10 percent
Kestria raised $20 million from Castlewick Ventures.
  Castlewick Ventures investedIn Kestria asserted: amount 20000000 USD
Vexmoor pays Brelco $4 million a month for storage.
  Vexmoor customerOf Brelco asserted: amount 4000000 USD per month, for storage
Ottavia Foods buys cartons from Brelco for about $2 million a year.
  Ottavia Foods customerOf Brelco asserted: amount about 2000000 USD per year, for cartons
Kestria spends $30 million a year with Hexlar.
  Kestria customerOf Hexlar asserted: amount 30000000 USD per year
Sandvoll leases aircraft from Norvane for ten years.
  Sandvoll customerOf Norvane asserted: for aircraft, period ten years
Feltham Robotics won a £90 million contract from Halvard Shipping.
  Halvard Shipping customerOf Feltham Robotics asserted: amount 90000000 GBP
Pirrip Bank lent Norvane $50 million.
  Pirrip Bank lendsTo Norvane asserted: amount 50000000 USD
Norvane borrowed $50 million from Pirrip Bank in June.
  Pirrip Bank lendsTo Norvane asserted: amount 50000000 USD, date June
Hexlar sued Kestria for $12 million.
  Hexlar sued Kestria asserted: amount 12000000 USD
Yarrow Air merged with Sandvoll Airlines in 2018.
  Sandvoll Airlines mergedWith Yarrow Air asserted: date 2018
Kestria was founded by Dana Rime in 1999.
  Kestria foundedBy Dana Rime asserted: date 1999
Dana Rime is chief executive of Kestria.
  Dana Rime worksFor Kestria asserted: role chief executive
Kestria Chief Financial Officer Owen Tull left.
  Owen Tull worksFor Kestria asserted: role Chief Financial Officer
Kestria appointed Dana Rime as finance director.
  Dana Rime worksFor Kestria asserted: role finance director
Dana Rime resigned as finance director of Kestria.
  Dana Rime worksFor Kestria ended: role finance director
Dana Rime, head of research at Pirrip Bank, said sales rose.
  Dana Rime worksFor Pirrip Bank asserted: role head of research
Dana Rime, a spokeswoman for Kestria, said sales rose.
  Dana Rime worksFor Kestria asserted: role spokeswoman
Kestria has bought Hexlar for $3 million, according to people familiar with the matter.
  Kestria acquired Hexlar possible: amount 3000000 USD, attributedTo people familiar with the matter
Kestria said it had bought Hexlar.
  Kestria acquired Hexlar asserted: attributedTo Kestria
Kestria Inc has sold Hexlar Inc, the Daily Ledger reported, citing bankers close to the talks.
  Kestria Inc divested Hexlar Inc possible: attributedTo bankers close to the talks
Dana Rime said Brelco supplies Tannhold.
  Tannhold customerOf Brelco asserted: attributedTo Dana Rime
Kestria denied that it had bought Hexlar.
  Kestria acquired Hexlar negated: attributedTo Kestria
Tannhold has bought valves from Vexmoor since 2019.
  Tannhold customerOf Vexmoor asserted: for valves, from 2019
  Vexmoor offers valves asserted:
Tannhold bought valves from Vexmoor until March 2024.
  Tannhold customerOf Vexmoor ended: for valves, until March 2024
  Vexmoor offers valves asserted:
Vexmoor supplied Tannhold with valves between 2012 and 2019.
  Tannhold customerOf Vexmoor ended: for valves, from 2012, until 2019
Tannhold stopped buying valves from Vexmoor in January.
  Tannhold customerOf Vexmoor ended: date January, for valves
Kestria agreed on Monday to take over Hexlar in a deal valued at $3 million.
  Kestria acquired Hexlar asserted: amount 3000000 USD, date Monday
Kestria bought Hexlar from Norvane for $3 million.
  Kestria acquired Hexlar asserted: amount 3000000 USD, seller Norvane
Kestria will buy Hexlar, the paint unit of Norvane.
  Kestria acquired Hexlar planned: seller Norvane
Kestria owns 12% of Hexlar Inc and 8% of Norvane Ltd.
  Kestria ownsStakeIn Hexlar Inc asserted: share 12 percent
  Kestria ownsStakeIn Norvane Ltd asserted: share 8 percent
Kestria paid $5 million to Tannhold and $7 million to Vexmoor.
  Kestria customerOf Tannhold asserted: amount 5000000 USD
  Kestria customerOf Vexmoor asserted: amount 7000000 USD
Kestria buys almost all of its motors from Tannhold.
  Kestria customerOf Tannhold asserted: for motors, share almost all
Kestria ordered 40 trains from Tannhold in May for $9 million under a contract that runs until 2031.
  Kestria customerOf Tannhold asserted: amount 9000000 USD, date May, for 40 trains, until 2031, volume 40 count
Kestria buys pumps from Tannhold under an agreement that expires in June 2026.
  Kestria customerOf Tannhold asserted: for pumps, until June 2026
Kestria bought 12,000 shares of Hexlar Inc.
  Kestria ownsStakeIn Hexlar Inc asserted: volume 12000 count
Kestria agreed to supply Tannhold with pumps. The contract is worth $5 million and runs until 2029.
  Tannhold customerOf Kestria asserted: amount 5000000 USD, for pumps, until 2029
Kestria supplies Tannhold with pumps. Its profit rose to $5 million.
  Tannhold customerOf Kestria asserted: for pumps
Kestria is a wholly owned unit of Hexlar.
  Kestria subsidiaryOf Hexlar asserted: share wholly owned
"""

NUMBERS = """
Kestria revenue rose 9 percent in the third quarter.
  Kestria revenue increase 9 percent asserted: period third quarter
Kestria's cloud revenue rose 20 percent in the third quarter.
  Kestria revenue increase 20 percent asserted: period third quarter, segment cloud
Kestria made a loss of $6 million, against a profit of $2 million in 2025.
  Kestria loss level 6000000 USD asserted:
  Kestria profit level 2000000 USD asserted: period 2025
Kestria's profit rose 20 percent in 2023.
  Kestria profit increase 20 percent asserted: period 2023
Kestria's profit fell to $20 million from $30 million.
  Kestria profit decrease 20000000 USD asserted: from $30 million
Hexlar accounts for 20% of Kestria's revenue.
  Kestria revenue share 20 percent asserted: counterparty Hexlar, of Kestria
"""


def table(text):
    cases = []
    for line in text.strip().splitlines():
        if line.startswith("  "):
            fact, _, qualifiers = line.strip().partition(":")
            cases[-1][1][fact] = qualifiers.strip()
        else:
            cases.append((line, {}))
    return [pytest.param(*case, id=case[0]) for case in cases]


def written(qualifiers):
    return ", ".join(f"{name} {spoken(value)}" for name, value in sorted(qualifiers.items()))


@pytest.mark.parametrize(("text", "expected"), table(FACTS))
def test_qualifiers_of_a_fact(read, text, expected):
    found = {fact: written(qualifiers) for fact, qualifiers in read(text).facts.items()}
    assert {fact: found.get(fact) for fact in expected} == expected


@pytest.mark.parametrize(("text", "expected"), table(NUMBERS))
def test_qualifiers_of_a_number(read, text, expected):
    found = {number: written(qualifiers) for number, qualifiers in read(text).numbers.items()}
    assert {number: found.get(number) for number in expected} == expected


FROM_ANOTHER_PASSAGE = """Jufos Freight was not a customer of Quoas Logistics AG, Paul Daiveck said. \
Jaisex Steel no longer supplies Civoux, the company said.

Analysts had expected Civoux LLC to earn $33.27 a share. The weather was mild in Turin, and traffic was light.

Nairta Ceramics owns 93 percent of Civoux LLC, according to a filing of October 23. Slaibaild Voussis AG ended its \
partnership with Civoux in May 2019. Jaisex Steel Inc. competes with Cloatiold Chemicals in the market for oat milk.

A court in Valencia ordered Slaibaild Voussis to pay Jaisex Steel Inc. $685 million."""


def test_what_is_meant_may_stand_in_another_passage() -> None:
    assert build(Document("x", FROM_ANOTHER_PASSAGE)).facts  # the topic of a fact was looked up in the wrong passage
