"""Documents made by hand that tell of the same things, and the graph of some of them."""

from kg.config import Config
from kg.graph import KnowledgeGraph
from kg.model import Claim, Document, Evidence, Extraction, Mention, Status
from kg.ontology import Ontology
from kg.pipeline import assemble

BASE = "https://example.org/kg/"
_ONTOLOGY = Ontology.load()


def told(id_: str, buyer: str, seller: str, status: Status = Status.ASSERTED, title: str = "") -> Extraction:
    """A document that says who buys from whom."""
    text = f"{buyer} buys from {seller}."
    start = text.index(seller)
    one = Mention(id_, 0, len(buyer), buyer, "Company", buyer)
    other = Mention(id_, start, start + len(seller), seller, "Company", seller)
    evidence = Evidence(id_, 0, len(text), text, "rule:verb")
    claim = Claim(one, "customerOf", other, status, 0.75, evidence)
    return Extraction(Document(id_, text, title or id_, "2025-02-03", f"{id_}.txt"), (one, other), (claim,))


# a fact that three say, one that contradicts it, one of other parties, and one whose id and names try the IRIs
TOLD = {
    "harbour": told("harbour", "Corvane Mills", "Larkwell Dyes"),
    "quay": told("quay", "Corvane Mills", "Larkwell Dyes"),
    "reports/2025 ç<1>": told("reports/2025 ç<1>", "Corvane Mills", "Larkwell Dyes"),
    "denial": told("denial", "Corvane Mills", "Larkwell Dyes", Status.NEGATED),
    "timber": told("timber", "Ostrow Timber", "Pellam Saws", title='Ostrow "buys"\nsaws 🪚'),
    "timber-2": told("timber-2", "Ostrow Timber", "Larkwell Dyes"),
}


def graph_of(*ids: str, base: str = BASE) -> KnowledgeGraph:
    """The graph of some of these documents."""
    return assemble((TOLD[id_] for id_ in ids), (), Config(base=base), _ONTOLOGY)
