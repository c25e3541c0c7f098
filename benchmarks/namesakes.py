"""How long it takes to tell who is who where all documents have one name in common.

    python benchmarks/namesakes.py [--documents 500 1000 2000 4000] [--json]

Real news has names that stand in every tenth document: a surname, a ministry, a company that all trade with. Each case
is one such name, and each document says of it something else, so nothing may be compared pair by pair. Told are
processor seconds, without reading texts, and what comes out of it.
"""

from __future__ import annotations

import argparse
import json
import string
import time
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

from kg.config import Config
from kg.model import Claim, Document, Evidence, Extraction, Mention, Status
from kg.ontology import Ontology
from kg.pipeline import assemble

# what each document says of a name of its own; both with their kinds, the relation from the first to the second
CASES = {
    "a surname": ("{} hired Smith as its head.", ("Smith", "Person"), "worksFor", ("{}", "Company")),
    "a ministry": (
        "The Ministry of Energy sued {}. A ministry of energy may.",
        ("Ministry of Energy", "Organization"), "sued", ("{}", "Company"),
    ),
    "a common name with many seats": (
        "Summit Group is headquartered in {}.",
        ("Summit Group", "Company"), "headquarteredIn", ("{}", "Place"),
    ),
    "a buyer of all": (
        "Larkwell Group acquired {}.",
        ("Larkwell Group", "Company"), "acquired", ("{}", "Company"),
    ),
    "a parent of all": (
        "{} is owned by Larkwell Group.",
        ("{}", "Company"), "subsidiaryOf", ("Larkwell Group", "Company"),
    ),
}  # fmt: skip


def extractions(case: str, count: int) -> Iterator[Extraction]:
    """What documents say, every second one by a fact, the others by naming both alone."""
    pattern, one, relation, other = CASES[case]
    names = ("".join(letters).capitalize() + "wick" for letters in product(string.ascii_lowercase, repeat=4))
    for number, name in enumerate(islice(names, count)):
        text, id_ = pattern.format(name), f"d{number:06}"

        def mention(form: str, kind: str, text: str = text, id_: str = id_, name: str = name) -> Mention:
            words = form.format(name)
            start = text.index(words)
            return Mention(id_, start, start + len(words), words, kind, words)

        subject, object_ = mention(*one), mention(*other)
        evidence = Evidence(id_, 0, len(text), text, "made up")
        claim = Claim(subject, relation, object_, Status.ASSERTED, 0.9, evidence)
        yield Extraction(Document(id_, text), (subject, object_), (claim,) if number % 2 else ())


def measured(case: str, count: int, ontology: Ontology) -> dict[str, Any]:
    """Processor seconds of one number of documents."""
    given = list(extractions(case, count))
    started = time.process_time()
    graph = assemble(given, (), Config(), ontology)
    seconds = time.process_time() - started
    return {
        "case": case, "documents": count, "seconds": round(seconds, 2), "entities": len(graph.entities),
        "facts": len(graph.facts),
    }  # fmt: skip


def main() -> None:
    """Measure all cases."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[500, 1000, 2000, 4000], metavar="N")
    parser.add_argument("--json", action="store_true", help="print JSON lines")
    options = parser.parse_args()
    ontology = Ontology.load()
    for case in CASES:
        for count in options.documents:
            row = measured(case, count, ontology)
            words = f"{case}, {count:,} documents: {row['seconds']} s, {row['entities']:,} entities"
            print(json.dumps(row) if options.json else words, flush=True)


if __name__ == "__main__":
    main()
