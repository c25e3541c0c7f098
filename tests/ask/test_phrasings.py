"""Questions in plain words, as different analysts would say them, and what they mean.

Written before the patterns.
"""

import pytest

from kg.ask import ask

H, C, B, O = "Halden Motors AG", "Corvid Systems Inc", "Brightwater Foods", "Otter & Vale"  # noqa: E741

PHRASINGS = [
    # customers
    ("Who are Corvid's customers and how much do they pay?", "customers-of", {"entity": C}),
    ("who buys from corvid systems", "customers-of", {"entity": C}),
    ("Which companies does Corvid Systems sell to?", "customers-of", {"entity": C}),
    ("List the customers of Corvid Systems Inc.", "customers-of", {"entity": C}),
    ("Does Corvid have any customers?", "customers-of", {"entity": C}),
    ("What firms are supplied by Corvid?", "customers-of", {"entity": C}),
    ("Corvid's clients", "customers-of", {"entity": C}),
    ("Who pays Corvid, and how much?", "customers-of", {"entity": C}),
    ("Please show me all clients of corvid", "customers-of", {"entity": C}),
    ("Which customers has Corvid lost?", "customers-of", {"entity": C, "only": "ended"}),
    ("former customers of Corvid", "customers-of", {"entity": C, "only": "ended"}),
    ("Who no longer buys from Corvid?", "customers-of", {"entity": C, "only": "ended"}),
    ("What are Halden's planned customers?", "customers-of", {"entity": H, "only": "planned"}),
    ("Who is Corvid's biggest customer?", "biggest-customers", {"entity": C}),
    ("largest customers of Corvid by revenue", "biggest-customers", {"entity": C}),
    ("Who are the customers of Corvid's customers?", "customers-of-customers", {"entity": C}),
    # suppliers
    ("Who supplies Halden Motors?", "suppliers-of", {"entity": H}),
    ("Who does Halden buy from?", "suppliers-of", {"entity": H}),
    ("halden's vendors", "suppliers-of", {"entity": H}),
    ("Name the suppliers Halden Motors AG relies on", "suppliers-of", {"entity": H}),
    ("From whom does Halden buy?", "suppliers-of", {"entity": H}),
    ("Which companies sell to Halden?", "suppliers-of", {"entity": H}),
    ("Who supplies Halden's suppliers?", "suppliers-of-suppliers", {"entity": H}),
    ("What are the second-tier suppliers of Halden?", "suppliers-of-suppliers", {"entity": H}),
    ("Which suppliers do Halden and Brightwater Foods share?", "shared-suppliers", {"entity": H, "other": B}),
    ("Who shares a supplier with Halden?", "shared-suppliers", {"entity": H}),
    ("Do Corvid and Pine Ridge have common customers?", "common-customers", {"entity": C, "other": "Pine Ridge"}),
    ("Which companies have only one supplier?", "single-source", {}),
    ("Is Halden dependent on a single supplier?", "single-source", {"entity": H}),
    ("Who depends on whom?", "dependence", {}),
    ("How dependent is Corvid on its customers?", "dependence", {"entity": C}),
    ("Which companies compete with their own suppliers?", "competes-with-supplier", {}),
    # rivals and partners
    ("Who competes with Otter & Vale?", "competitors-of", {"entity": O}),
    ("Name the rivals of otter and vale", "competitors-of", {"entity": O}),
    ("who are Otter & Vale's partners", "partners-of", {"entity": O}),
    ("With whom does Otter & Vale work together?", "partners-of", {"entity": O}),
    # products
    ("What does Corvid make?", "products-of", {"entity": C}),
    ("Which products does Corvid sell?", "products-of", {"entity": C}),
    ("Who uses RouteMind?", "users-of", {"entity": "RouteMind"}),
    ("Which companies run on routemind?", "users-of", {"entity": "RouteMind"}),
    # ownership and deals
    ("Who owns Tarn?", "owners-of", {"entity": "Tarn"}),
    ("Who ultimately owns Tarn?", "ownership-chain", {"entity": "Tarn"}),
    ("What are the subsidiaries of Halden Motors?", "holdings-of", {"entity": H}),
    ("What does Halden own?", "holdings-of", {"entity": H}),
    ("Which deals were done in 2024?", "deals", {"year": "2024"}),
    ("What has Halden bought since 2023?", "deals", {"entity": H, "since": "2023"}),
    ("acquisitions by Halden", "deals", {"entity": H}),
    ("rumoured mergers and acquisitions", "deals", {"only": "possible"}),
    ("Who invested in Tarn?", "funding", {"entity": "Tarn"}),
    ("Who lends money to Halden?", "lenders-of", {"entity": H}),
    # people, places, law
    ("Who runs Halden?", "people-of", {"entity": H}),
    ("Who is the CEO of Halden?", "people-of", {"entity": H}),
    ("Who does Jane Orrick work for?", "people-of", {"entity": "Jane Orrick"}),
    ("Where is Halden headquartered?", "locations-of", {"entity": H}),
    ("Which companies operate in Antwerp?", "located-in", {"entity": "Antwerp"}),
    ("Who has sued Halden?", "litigation", {"entity": H}),
    ("Which regulators is Halden under investigation by?", "regulators-of", {"entity": H}),
    ("What risks does Brightwater Foods face?", "risks", {"entity": B}),
    ("Who is exposed to drought?", "risks", {"entity": "drought"}),
    # numbers
    ("What was the revenue of Halden in 2024?", "observations-of", {"entity": H, "measure": "revenue", "year": "2024"}),
    ("Halden's sales since 2022", "observations-of", {"entity": H, "measure": "revenue", "since": "2022"}),
    ("How many people does Halden employ?", "observations-of", {"entity": H, "measure": "headcount"}),
    ("How has Corvid's profit developed?", "observations-of", {"entity": C, "measure": "profit"}),
    ("Which company has the highest revenue?", "figures", {"measure": "revenue"}),
    # the graph itself
    ("What do you know about Halden?", "about", {"entity": H}),
    ("Tell me about Tarn", "about", {"entity": "Tarn"}),
    ("How are Halden and Lumen Bank connected?", "paths-between", {"entity": H, "other": "Lumen Bank"}),
    ("What is the relationship between Halden and Corvid?", "between", {"entity": H, "other": C}),
    ("Which documents mention both Halden and Corvid?", "documents-about", {"entity": H, "other": C}),
    ("Where do the texts contradict each other?", "contradictions", {}),
    ("What is planned at Otter & Vale?", "uncertain", {"entity": O, "only": "planned"}),
    ("Which companies have the most connections?", "most-connected", {"kind": "company"}),
    ("What is no longer true?", "ended", {}),
    ("About which companies do we know nothing?", "gaps", {"kind": "company"}),
    # yes or no
    ("Is Halden a customer of Corvid?", "facts", {"subject": H, "relation": "customer of", "object": C}),
    ("Does Halden use RouteMind?", "facts", {"subject": H, "relation": "uses", "object": "RouteMind"}),
    ("Did Halden acquire Tarn?", "facts", {"subject": H, "relation": "acquired", "object": "Tarn"}),
]

NOT_UNDERSTOOD = [
    # other topics
    ("", "question"),
    ("?", "question"),
    ("What is the weather in Antwerp?", "understand"),
    ("Who is the president of France?", "France"),
    ("Should I buy Halden shares?", "understand"),
    ("Write a poem about Halden", "understand"),
    ("What will Halden's share price be tomorrow?", "tomorrow"),
    ("why", "understand"),
    ("Why did Brightwater leave Corvid?", "understand"),
    ("How can Halden reduce its costs?", "understand"),
    ("Is Corvid a good company?", "understand"),
    ("Delete all facts about Tarn", "understand"),
    ("customers", "understand"),
    ("Halden", "understand"),
    ("Who buys from Corvid and who sells to Tarn and why?", "understand"),
    # names that the graph does not have, or only something like them
    ("Who are Zorblax's customers?", "'Zorblax'"),
    ("Who supplies Haldane Motors?", "did you mean Halden Motors AG"),
    ("Who are Corvide's customers?", "did you mean Corvid"),
    ("Who buys from him?", "'him'"),
    ("Who uses Photoshop?", "'Photoshop'"),
    ("Which suppliers do Halden and Nobody Known share?", "'Nobody Known'"),
    ("What was the churn of Halden in 2024?", "churn"),
    # names of the wrong kind
    ("Who buys from Antwerp?", "Antwerp is a place"),
    ("Who are Jane Orrick's customers?", "Jane Orrick is a person"),
    ("Who uses drought?", "drought is a risk"),
    # times
    ("What did Halden acquire last year?", "last year"),
    ("Who are Corvid's partners in 1887?", "year"),
    ("Which deals were done in 20245?", "understand"),
]


@pytest.mark.parametrize(("words", "question", "parameters"), PHRASINGS)
def test_phrasings(data, words, question, parameters):
    reply = ask(data, words)
    assert (reply.question, reply.parameters) == (question, parameters)
