// What the query engine is given and what it gives back.

import type { Store } from "oxigraph/web.js";

export interface Loaded { engine: ArrayBuffer; triples: Uint8Array; texts: Uint8Array; ontology: string; graph: string }
export interface Ask { query: string; form: "rows" | "triples" }
export interface Cell { type: string; value: string; datatype?: string }
export interface Answer { columns: string[]; rows: (Cell | null)[][]; milliseconds: number }

interface Packed { sorts: [string, string][]; sort: number[]; words: (string | [number, number, number])[]; s: number[]; p: number[]; o: number[] }

const CHUNK = 25_000; // triples that are loaded at once

const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (sign) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign]!)}"`;

function term([sort, of]: [string, string], word: string): string {
  if (sort === "iri") return `<${of}${word}>`;
  if (sort === "blank") return `_:${word}`;
  if (sort === "lang") return `${quoted(word)}@${of}`;
  return sort === "literal" && of ? `${quoted(word)}^^<${of}>` : quoted(word);
}

// Loads the triples as N-Triples, and the ontology as a graph beside them.
export function filled(store: Store, { triples, texts, ontology, graph }: Loaded): Store {
  const decoder = new TextDecoder();
  const packed = JSON.parse(decoder.decode(triples)) as Packed;
  const pieces = JSON.parse(decoder.decode(texts)) as [number, string][][];
  const text = ([doc, start, length]: [number, number, number]): string => {
    const piece = pieces[doc]!.find(([from, words]) => from <= start && start < from + words.length);
    return piece ? piece[1].slice(start - piece[0], start - piece[0] + length) : "";
  };
  const terms = packed.words.map((word, at) => term(packed.sorts[packed.sort[at]!]!, typeof word === "string" ? word : text(word)));
  let lines: string[] = [];
  let subject = 0;
  let fresh = 0; // the number of the next new term
  const load = (): void => {
    store.load(lines.join(""), { format: "application/n-triples", no_transaction: true, lenient: true });
    lines = [];
  };
  packed.s.forEach((step, at) => {
    subject += step;
    const predicate = packed.p[at]!;
    fresh = Math.max(fresh, subject + 1, predicate + 1);
    const object = packed.o[at] ? packed.o[at]! - 1 : fresh;
    fresh = Math.max(fresh, object + 1);
    lines.push(`${terms[subject]} ${terms[predicate]} ${terms[object]} .\n`);
    if (lines.length === CHUNK) load();
  });
  load();
  const into = ontology ? { termType: "NamedNode", value: graph, equals: (other: { value?: string } | null) => other?.value === graph } : null;
  if (into) store.load(ontology, { format: "text/turtle", no_transaction: true, to_graph_name: into as never });
  return store;
}

export function asked(store: Store, { query, form }: Ask): Answer {
  const start = performance.now();
  const took = (): number => performance.now() - start;
  if (form === "triples") {
    const quads = store.query(query) as { subject: Named; predicate: Named; object: Named }[];
    const cell = ({ termType, value }: Named): Cell => ({ type: termType === "NamedNode" ? "uri" : "literal", value });
    const rows = quads.map(({ subject, predicate, object }) => [cell(subject), cell(predicate), cell(object)]);
    return { columns: ["subject", "predicate", "object"], rows, milliseconds: took() };
  }
  const text = store.query(query, { results_format: "application/sparql-results+json" }) as string;
  const milliseconds = took();
  const found = JSON.parse(text) as { boolean?: boolean; head: { vars?: string[] }; results?: { bindings: Record<string, Cell>[] } };
  if (found.boolean !== undefined) return { columns: ["answer"], rows: [[{ type: "literal", value: String(found.boolean) }]], milliseconds };
  const columns = found.head.vars ?? [];
  return { columns, rows: found.results!.bindings.map((row) => columns.map((name) => row[name] ?? null)), milliseconds };
}

interface Named { termType: string; value: string }
