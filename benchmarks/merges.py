"""Merges to read: names that became one entity in the graph of real documents, each with its places in the texts.

    python benchmarks/merges.py DATA -o OUT [--sample 100] [--seed 7] [--json]

DATA holds re_docred, dfki_product and knowledgenet. Half of the sample are pairs of different names that were merged
across documents, half are entities whose one name stands in several documents, two places of each. Bodies (companies
and organisations) only. Whether a merge is right, a person has to say.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from open_texts import documents

from kg import build
from kg.graph import KnowledgeGraph
from kg.lexicon import Lexicon
from kg.model import Entity, Mention
from kg.resolve import key_of

Row = dict[str, str | list[str]]
AROUND = 70  # characters on each side of a name


def merges(graph: KnowledgeGraph) -> tuple[list[Row], list[Row]]:
    """Pairs of names across documents, and names of several documents."""
    texts = {document.id: document.text for document in graph.documents}
    bodies = [e for e in graph.entities if e.kind in Lexicon.of(graph.ontology).kinds_with("nameWord")]
    by_key = {(key_of(n), e.id): e for e in bodies for n in (e.name, *e.aliases)}
    pairs: list[Row] = []
    for match in graph.matches:
        # reasons without weight tell what is one within a document, which is the language stage's doing
        if match.verdict == "merged" and any(reason.weight for reason in match.reasons):
            names = [match.one, match.other]
            ids = [{e.id for e in bodies if (key_of(n), e.id) in by_key} for n in names]
            pairs += [
                {"entity": entity, "names": names, "places": list(_places(by_key, texts, entity, *names))}
                for entity in sorted(ids[0] & ids[1])
            ]
    same = [
        {"entity": e.id, "names": [e.name], "places": [_place(texts, m) for m in _of_two_documents(e)]}
        for e in bodies
        if len({m.document for m in e.mentions}) > 1
    ]
    return pairs, same


def _places(by_key: dict[tuple[str, str], Entity], texts: dict[str, str], entity: str, *names: str) -> Iterator[str]:
    for name in names:
        found = by_key[key_of(name), entity]
        mention = next((m for m in found.mentions if key_of(m.name) == key_of(name) or m.text == name), None)
        if mention is not None:
            yield _place(texts, mention)


def _of_two_documents(entity: Entity) -> list[Mention]:
    first = entity.mentions[0]
    return [first, next(m for m in reversed(entity.mentions) if m.document != first.document)]


def _place(texts: dict[str, str], mention: Mention) -> str:
    text = texts[mention.document]
    around = text[max(0, mention.start - AROUND) : mention.start], text[mention.end : mention.end + AROUND]
    return f"{mention.document}: {' '.join(f'{around[0]}[{mention.text}]{around[1]}'.split())}"


def main() -> None:
    """Build the graph, draw the sample and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    graph = build(list(documents(given.data)))
    graph.write(given.output)
    pairs, same = merges(graph)
    chance = random.Random(given.seed)
    half = given.sample // 2
    drawn = chance.sample(pairs, min(half, len(pairs)))
    drawn += chance.sample(same, min(given.sample - len(drawn), len(same)))
    if given.json:
        print(json.dumps({"pairs": len(pairs), "same": len(same), "sample": drawn}, ensure_ascii=False, indent=1))
        return
    print(f"{len(pairs)} pairs of names merged across documents, {len(same)} names in several documents")
    for number, row in enumerate(drawn, 1):
        print(f"\n{number}. {' = '.join(row['names'])} ({row['entity']})", *row["places"], sep="\n   ")


if __name__ == "__main__":
    main()
