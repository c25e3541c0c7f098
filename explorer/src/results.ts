// Answers as a table, as bars where there is a number, and as a part of the graph.

import { bdi, button, h, number, plural, saved } from "./dom";
import type { Answer, Cell } from "./engine";
import { csv } from "./exports";
import type { Stage } from "./graph";
import type { Model } from "./model";
import { entityLink, openSaying } from "./sayings";
import { change } from "./state";

const ROWS = 500;
const BARS = 40;
const NUMERIC = /#(?:integer|decimal|double|float|int|long|nonNegativeInteger)$/;

const isNumber = (cell: Cell | null | undefined): boolean => Boolean(cell?.datatype && NUMERIC.test(cell.datatype));

// What below the base an IRI names.
export function idOf(model: Model, iri: string): string | null {
  if (!iri.startsWith(model.over.base)) return null;
  try {
    return decodeURIComponent(iri.slice(model.over.base.length));
  } catch {
    return null;
  }
}

// The IRI of an id, the reverse; characters that an IRI cannot hold are percent-encoded.
export const iriOf = (model: Model, id: string): string =>
  model.over.base + id.replace(/[^\p{L}\p{N}_/.:~-]+/gu, (part) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`));

const sayingOf = (model: Model, id: string): number | undefined => {
  const [folder, ...rest] = id.split("/");
  return folder === "fact" || folder === "observation" ? (model.saying(rest.join("/")) ?? model.saying(id)) : undefined;
};

function shown(model: Model, cell: Cell | null, prefixes: Record<string, string>): HTMLElement | string {
  if (!cell) return "";
  if (cell.type !== "uri") return isNumber(cell) ? Number(cell.value).toLocaleString("en", { maximumFractionDigits: 6 }) : bdi(cell.value);
  const id = idOf(model, cell.value);
  const entity = id === null ? undefined : model.byEntity.get(id);
  if (entity !== undefined) return entityLink(model, entity);
  const saying = id === null ? undefined : sayingOf(model, id);
  if (saying !== undefined) return button("evidence", () => openSaying(model, saying), { class: "link", title: cell.value, "data-saying": model.more.id[saying]! });
  const doc = id?.startsWith("document/") ? model.byDocument.get(id.slice(9)) : undefined;
  if (doc !== undefined) return button(bdi(model.docName(doc)), () => change({ focus: { type: "document", id: model.over.documents[doc]!.id } }), { class: "link" });
  const found = Object.entries(prefixes).filter(([, iri]) => cell.value.startsWith(iri)).sort((a, b) => b[1].length - a[1].length)[0];
  return h("code", { title: cell.value }, found ? `${found[0]}:${cell.value.slice(found[1].length)}` : cell.value);
}

export function results(model: Model, stage: Stage | null, answer: Answer, prefixes: Record<string, string>): HTMLElement {
  const { columns, rows, milliseconds } = answer;
  const { entities, facts } = inGraph(model, answer);
  const tools = h("p", { class: "actions" },
    h("span", { class: "also", id: "answered", role: "status" }, `${plural(rows.length, "answer", "answers")} in ${milliseconds < 10 ? milliseconds.toFixed(1) : number(Math.round(milliseconds))} ms${rows.length > ROWS ? `; the first ${ROWS} are shown` : ""}`),
    stage && (entities.length || facts.length) ? button("Show in the graph", () => stage.showResults(entities, facts), { class: "action", id: "in-graph" }) : null,
    rows.length ? button("CSV", () => saved("answers.csv", new Blob([csv([columns, ...rows.map((row) => row.map((cell) => cell?.value ?? ""))])], { type: "text/csv" })), { class: "action" }) : null);
  const numeric = columns.map((_, at) => rows.some((row) => isNumber(row[at])));
  const table = h("table", { class: "list answers" },
    h("thead", {}, h("tr", {}, columns.map((name, at) => h("th", { scope: "col", class: numeric[at] ? "number" : "" }, name)))),
    h("tbody", {}, rows.slice(0, ROWS).map((row) => h("tr", {}, row.map((cell, at) => h("td", { class: numeric[at] ? "number" : columns[at] === "quote" ? "words" : "" }, shown(model, cell, prefixes)))))));
  return h("div", {}, tools, chart(answer), rows.length ? h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Answers" }, table) : h("p", { class: "also" }, "Nothing in the graph answers this."));
}

function inGraph(model: Model, { rows }: Answer): { entities: number[]; facts: number[] } {
  const entities = new Set<number>();
  const facts = new Set<number>();
  for (const cell of rows.flat()) {
    const id = cell?.type === "uri" ? idOf(model, cell.value) : null;
    if (id === null) continue;
    const entity = model.byEntity.get(id);
    const saying = sayingOf(model, id);
    if (entity !== undefined) entities.add(entity);
    if (saying !== undefined && model.isFact(saying)) facts.add(saying);
    else if (saying !== undefined) entities.add(model.subject(saying));
  }
  return { entities: [...entities].slice(0, 400), facts: [...facts].slice(0, 400) };
}

// Bars of the first number of each row, where most rows have one and it is no confidence.
function chart({ columns, rows }: Answer): HTMLElement | null {
  const numbers = columns.map((_, at) => at).filter((at) => !["confidence", "start", "end"].includes(columns[at]!) && rows.filter((row) => isNumber(row[at])).length >= Math.max(2, rows.length / 2));
  const of = numbers[0];
  const label = columns.findIndex((_, at) => rows.some((row) => row[at] && row[at]!.type !== "uri" && !isNumber(row[at])));
  if (of === undefined || label < 0) return null;
  const bars = rows.filter((row) => isNumber(row[of])).slice(0, BARS).map((row) => ({ name: row[label]?.value ?? "", value: Number(row[of]!.value) }));
  const most = Math.max(...bars.map(({ value }) => Math.abs(value))) || 1;
  return h("figure", { class: "chart", role: "img", "aria-label": `${columns[of]} by ${columns[label]}` },
    h("figcaption", {}, `${columns[of]} by ${columns[label]}`),
    bars.map(({ name, value }) => h("div", { class: "bar-row" }, bdi(name), h("span", { class: "track" }, h("span", { class: `fill w${Math.max(5, Math.round((20 * Math.abs(value)) / most) * 5)}` })),
      h("span", { class: "value" }, value.toLocaleString("en", { maximumFractionDigits: 3 })))));
}
