// SPARQL as text: its words, where values go in, and the prefixes that it may leave out.

export interface Token { kind: "comment" | "iri" | "string" | "variable" | "name" | "keyword" | "number" | "word" | "sign" | "space"; text: string; at: number }

// https://www.w3.org/TR/sparql11-query/#sparqlGrammar, as far as it takes to tell words from quotations
const TOKEN = new RegExp(
  [
    "(?<space>\\s+)", "(?<comment>#[^\\r\\n]*)", "(?<iri><[^<>\"{}|^`\\\\\\s]*>)",
    "(?<string>\"{3}[^]*?\"{3}|'{3}[^]*?'{3}|\"(?:[^\"\\\\\\r\\n]|\\\\.)*\"|'(?:[^'\\\\\\r\\n]|\\\\.)*')",
    "(?<variable>[?$][\\p{L}\\p{N}_]+)", "(?<name>[\\p{L}\\p{N}_.-]*:[\\p{L}\\p{N}_.:%-]*)", "(?<number>\\d+(?:\\.\\d+)?)", "(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)", "(?<sign>[^])",
  ].join("|"),
  "gu",
);

export const KEYWORDS = (
  "SELECT DISTINCT REDUCED CONSTRUCT DESCRIBE ASK WHERE FILTER OPTIONAL UNION MINUS GRAPH BIND VALUES AS GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET " +
  "PREFIX BASE EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR IF COALESCE BOUND STR LANG DATATYPE IRI REGEX REPLACE CONTAINS " +
  "STRSTARTS STRENDS LCASE UCASE STRLEN SUBSTR CONCAT YEAR MONTH DAY ROUND ABS"
).split(" ");
const KNOWN = new Set(KEYWORDS);

export function tokens(query: string): Token[] {
  return [...query.matchAll(TOKEN)].map((match) => {
    const [found] = Object.entries(match.groups!).filter(([, text]) => text !== undefined);
    const [kind, text] = found as [Token["kind"], string];
    const isKeyword = kind === "word" && (KNOWN.has(text.toUpperCase()) || text === "a");
    return { kind: isKeyword ? "keyword" : kind, text, at: match.index };
  });
}

const upper = (query: string): string[] => tokens(query).filter((t) => t.kind === "keyword" || t.kind === "word").map((t) => t.text.toUpperCase());

export const formOf = (query: string): "rows" | "triples" => {
  const form = upper(query).find((word) => ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"].includes(word));
  return form === "CONSTRUCT" || form === "DESCRIBE" ? "triples" : "rows";
};

export const callsOut = (query: string): boolean => upper(query).includes("SERVICE");

export const variablesOf = (query: string): Set<string> => new Set(tokens(query).filter((t) => t.kind === "variable").map((t) => t.text.slice(1)));

const XSD = "http://www.w3.org/2001/XMLSchema#";
const quoted = (text: string): string => JSON.stringify(text.replace(/[\ud800-\udfff]/gu, ""));

// What a typed value means as a term of SPARQL: null where it is none of its type.
export function literalOf(type: string, text: string): string | null {
  const typed = (form: RegExp, name: string): string | null => (form.test(text) ? `"${text}"^^<${XSD}${name}>` : null);
  if (type === "year") return typed(/^\d{4}$/, "gYear");
  if (type === "date") return typed(/^\d{4}$/, "gYear") ?? typed(/^\d{4}-(0[1-9]|1[0-2])$/, "gYearMonth") ?? typed(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "date");
  if (type === "number") return typed(/^-?\d+(\.\d+)?$/, "decimal");
  return type === "text" ? quoted(text) : null;
}

// The query with VALUES for its variables at the head of its pattern; values are IRIs, or literals in quotation marks.
// Where the pattern starts with a subquery, the variables that stand in that get their values there: kg/query/text.py.
export function bound(query: string, values: Record<string, string[]>): string {
  const words = tokens(query).filter((t) => t.kind !== "space" && t.kind !== "comment");
  const blocks = new Map<number, string>();
  for (const [name, terms] of Object.entries(values)) {
    const block = ` VALUES ?${name} { ${terms.map((term) => (term.startsWith('"') ? term : `<${term}>`)).join(" ")} }`;
    for (const at of places(words, name)) blocks.set(at, (blocks.get(at) ?? "") + block);
  }
  return [...blocks].sort(([a], [b]) => b - a).reduce((text, [at, block]) => `${text.slice(0, at)}${block} ${text.slice(at)}`, query);
}

// The query with another limit of rows, if it has one.
export const limited = (query: string, rows: number): string => query.replace(/\bLIMIT \d+/g, `LIMIT ${rows}`);

export const limitOf = (query: string): number => Number(/\bLIMIT (\d+)/.exec(query)?.[1] ?? NaN);

const isSign = (token: Token | undefined, sign: string): boolean => token?.kind === "sign" && token.text === sign;

// Behind which braces the values of a variable go: those of the patterns, one within the other, that hold it.
function places(words: Token[], name: string): number[] {
  const head = outermost(words);
  if (head < 0) return [];
  const found: number[] = [];
  for (let at = head; at >= 0; ) {
    const isNested = isSign(words[at + 1], "{") && words[at + 2]?.text.toUpperCase() === "SELECT";
    const own = words.slice(isNested ? closed(words, at + 1) : at, closed(words, at));
    if (own.some((t) => t.kind === "variable" && t.text.slice(1) === name)) found.push(words[at]!.at + 1);
    at = isNested ? words.findIndex((t, n) => n > at + 1 && isSign(t, "{")) : -1;
  }
  return found.length ? found : [words[head]!.at + 1];
}

// The brace that closes the one at a place, or the end.
function closed(words: Token[], at: number): number {
  let depth = 0;
  for (let n = at; n < words.length; n += 1) {
    depth += isSign(words[n], "{") ? 1 : isSign(words[n], "}") ? -1 : 0;
    if (!depth) return n;
  }
  return words.length;
}

// The brace that opens the outermost pattern, or -1.
function outermost(words: Token[]): number {
  let depth = 0;
  const openings: number[] = [];
  words.forEach((token, n) => {
    if (isSign(token, "{") && depth === 0) openings.push(n);
    depth += isSign(token, "{") ? 1 : isSign(token, "}") ? -1 : 0;
  });
  const isConstruct = words.some((t) => t.text.toUpperCase() === "CONSTRUCT");
  return openings[isConstruct && openings.length > 1 ? 1 : 0] ?? -1;
}

// Prefixes that the query uses without declaring them, on one line before it.
export function withPrefixes(query: string, prefixes: Record<string, string>): string {
  const words = tokens(query).filter((t) => t.kind !== "space" && t.kind !== "comment");
  const declared = new Set(words.filter((_, at) => words[at - 1]?.text.toUpperCase() === "PREFIX").map((t) => t.text));
  const used = new Set(words.filter((t) => t.kind === "name").map((t) => t.text.slice(0, t.text.indexOf(":"))));
  const missing = [...used].filter((name) => prefixes[name] !== undefined && !declared.has(`${name}:`));
  return `${missing.map((name) => `PREFIX ${name}: <${prefixes[name]}>`).join(" ")}\n${query}`;
}

// What is wrong with a query, in words, with lines counted as the reader sees them.
export function reasonOf(message: string): string {
  const found = /error at (\d+):(\d+):?\s*(.*)/s.exec(message);
  if (!found) return message;
  const [, line, column, why] = found;
  return `The query cannot be read at line ${Number(line) - 1}, column ${column}: ${why!.split("\n")[0]}`;
}
