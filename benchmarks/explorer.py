"""How large explorer.html is, how soon it can be used, and how quick its queries are.

    python benchmarks/explorer.py [--edges 1000 20000 100000] [--pyvis] [--runs 3] [--json]

Graphs are generated (seeded): companies in clusters of very different size, each fact said by a sentence of its own in
a document of ten sentences of which five say something. Needs chromium and chromedriver (Debian: chromium,
chromium-driver) and selenium. Seconds are those from asking for the page until its picture is drawn and can be used
(`ready`) and until cards can be opened too (`all`), the median of the runs; queries are the shipped questions, each
about the entity with most facts, in milliseconds inside the engine. --pyvis measures pyvis as it comes on 1,000 nodes.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from kg.export.explorer import write_explorer
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Evidence, Fact, Mention, Status, content_id
from kg.ontology import Ontology

WORDS = (
    "account agreement analyst annual board business buyer capital chain chief client committee component "
    "contract cost customer deal delivery demand division estimate expansion export factory forecast "
    "group growth industry investor machine manager margin market material mill month network office "
    "operator order output partner plant price product project quarter region result revenue sale sector "
    "service shipment site software spring supplier supply system target team technology trade unit "
    "vendor venture volume warehouse winter year "
).split()
SENTENCES = 10  # of a document; every second one says a fact


def generated(edges: int, seed: int = 7) -> KnowledgeGraph:
    """A graph with this many facts and evidence for each."""
    chance = random.Random(seed)
    ontology = Ontology.load()
    count = max(20, int(edges * 0.4))
    relations = list(ontology.relations.values())
    kinds = [
        chance.choice(ontology.leaf_kinds) if i % 3 else min(relations[0].domain & set(ontology.leaf_kinds))
        for i in range(count)
    ]
    names = [f"{chance.choice(WORDS).title()} {chance.choice(WORDS).title()} {i}" for i in range(count)]
    ids = [f"{kinds[i].lower()}/{names[i].lower().replace(' ', '-')}" for i in range(count)]
    texts: list[list[str]] = []
    facts: dict[str, Fact] = {}
    while len(facts) < edges:
        if not texts or len(texts[-1]) >= SENTENCES:
            texts.append([])
        filler = " ".join(chance.choices(WORDS, k=16)).capitalize() + ". "
        relation = chance.choice(relations)
        a = int(count * chance.random() ** 2)
        b = (
            min(count - 1, a // 40 * 40 + chance.randrange(40))
            if chance.random() < 0.8
            else int(count * chance.random() ** 2)
        )
        if a == b:
            continue
        told = f"{names[a]} {relation.label} {names[b]}, " + " ".join(chance.choices(WORDS, k=12)) + ". "
        start = sum(map(len, texts[-1])) + len(filler)
        texts[-1] += [filler, told]
        marks = (("subject", start, start + len(names[a])),)
        evidence = Evidence(f"d{len(texts):06}", start, start + len(told) - 1, told[:-1], "rule:verb", marks)
        status = chance.choices(list(Status), weights=[3, 3, 5, 5, 0, 84])[0]
        key = content_id(ids[a], relation.name, ids[b], status)
        confidence = round(chance.uniform(0.4, 0.99), 2)
        facts[key] = Fact(key, ids[a], relation.name, ids[b], status, confidence, (), (evidence,))
    documents = tuple(
        Document(f"d{n:06}", "".join(parts), f"Report {n}", "2024-05-01") for n, parts in enumerate(texts, 1)
    )
    mention = Mention("d000001", 0, 4, "", "", "")
    entities = tuple(Entity(ids[i], kinds[i], names[i], (), (), (mention,)) for i in range(count))
    return KnowledgeGraph(
        documents,
        tuple(sorted(entities, key=lambda e: e.id)),
        tuple(sorted(facts.values(), key=lambda f: f.id)),
        (),
        (),
        ontology,
    )


def browser() -> Any:
    """Headless Chromium."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--enable-unsafe-swiftshader",
        "--window-size=1400,900",
    ):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(600)
    driver.set_page_load_timeout(600)
    return driver


def until(driver: Any, script: str, started: float, limit: float = 300) -> float:
    """Seconds until a script gives true."""
    while not driver.execute_script(script):
        if time.monotonic() - started > limit:
            return float("inf")
        time.sleep(0.01)
    return time.monotonic() - started


def opening(path: Path, runs: int) -> tuple[float, float]:
    """Median seconds to a usable picture, and to all."""
    found = []
    for _ in range(runs):
        driver = browser()
        try:
            started = time.monotonic()
            driver.get(path.as_uri())
            ready = until(driver, "return Boolean(document.body && document.body.dataset.ready)", started)
            found.append((ready, until(driver, "return document.body.dataset.ready === 'all'", started)))
        finally:
            driver.quit()
    ready, everything = zip(*found, strict=True)
    return statistics.median(ready), statistics.median(everything)


ASK = """
const done = arguments[arguments.length - 1];
(async () => {
  const { model, query } = kgExplorer;
  const start = performance.now();
  await query.ask("ASK {}");
  const load = performance.now() - start;
  const triples = (await query.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")).rows[0][0].value;
  const known = (entity) => model.factsOf.of(entity).length;
  const most = Array.from({length: model.count}, (_, entity) => entity).sort((a, b) => known(b) - known(a))[0];
  const ids = { fact: 'fact/' + model.more.id[0], entity: model.over.entities.id[most] };
  const base = model.over.base, times = {};
  for (const { name, query: text, parameters } of query.questions) {
    const values = {};
    for (const p of parameters) if (p.required) values[p.name] = [base + (ids[p.name] ?? ids.entity)];
    const runs = [];
    for (let run = 0; run < 3; run += 1) runs.push((await query.ask(text, values)).milliseconds);
    times[name] = runs.sort((a, b) => a - b)[1];
  }
  done({ load: load / 1000, triples: Number(triples), times });
})().catch((error) => done({ error: String(error) }));
"""


def asking(path: Path) -> dict[str, Any]:
    """Seconds to load the engine, triples, and milliseconds of each shipped question."""
    driver = browser()
    try:
        driver.get(path.as_uri())
        until(driver, "return document.body.dataset.ready === 'all'", time.monotonic())
        found: dict[str, Any] = driver.execute_async_script(ASK)
        return found
    finally:
        driver.quit()


def pyvis_seconds(folder: Path) -> float:
    """Seconds until pyvis, as it comes, has drawn and settled 1,000 nodes and 2,000 edges."""
    from pyvis.network import Network

    chance = random.Random(7)
    net = Network(directed=True, cdn_resources="in_line")
    for i in range(1000):
        net.add_node(i, label=f"Company {i}")
    for _ in range(2000):
        net.add_edge(int(1000 * chance.random() ** 2), chance.randrange(1000))
    path = folder / "pyvis.html"
    path.write_text(net.generate_html(), encoding="utf-8")
    driver = browser()
    try:
        started = time.monotonic()
        driver.get(path.as_uri())
        driver.execute_script("network.once('stabilizationIterationsDone', () => { window.settled = true; });")
        return until(driver, "return Boolean(window.settled)", started)
    finally:
        driver.quit()


def measured(edges: int, folder: Path, runs: int) -> dict[str, Any]:
    """All figures of one size."""
    graph = generated(edges)
    path = folder / f"explorer-{edges}.html"
    started = time.monotonic()
    write_explorer(graph, path)
    written = time.monotonic() - started
    ready, everything = opening(path, runs)
    found = {
        "edges": edges,
        "megabytes": path.stat().st_size / 1e6,
        "write_s": written,
        "ready_s": ready,
        "all_s": everything,
    }
    asked = asking(path)
    if "error" in asked:
        return found | asked
    times = asked["times"]
    return found | {
        "triples": asked["triples"],
        "load_s": asked["load"],
        "query_ms": statistics.median(times.values()),
        "queries": times,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--edges", type=int, nargs="*", default=[1000, 20_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pyvis", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = [measured(edges, Path(name), args.runs) for edges in args.edges]
        found: dict[str, Any] = {"sizes": rows}
        if args.pyvis:
            found["pyvis_1000_nodes_s"] = pyvis_seconds(Path(name))
    if args.json:
        json.dump(found, sys.stdout, indent=2)
        return
    for row in rows:
        print(
            "  ".join(
                f"{key} {value:.3g}" if isinstance(value, float) else f"{key} {value}"
                for key, value in row.items()
                if key != "queries"
            )
        )
    if args.pyvis:
        print(f"pyvis, 1,000 nodes: {found['pyvis_1000_nodes_s']:.1f} s")


if __name__ == "__main__":
    main()
