// The other views: facts over time, and the documents.

import { $, bdi, button, fill, h, number, plural } from "./dom";
import type { Filters } from "./filters";
import { badge } from "./marks";
import type { Model } from "./model";
import { openDocument } from "./passages";
import { observationSentence, openSaying, sentence } from "./sayings";
import { change, state } from "./state";

const ROWS = 300;

export function showTimeline(model: Model, filters: Filters): void {
  const dated = Array.from({ length: model.sayings }, (_, at) => at).filter((saying) => filters.facts[saying] && model.over.when[saying]);
  dated.sort((a, b) => (model.over.when[a]! < model.over.when[b]! ? 1 : model.over.when[a]! > model.over.when[b]! ? -1 : a - b));
  const years = new Map<string, number[]>();
  for (const saying of dated.slice(0, ROWS)) {
    const year = model.over.when[saying]!.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), saying]);
  }
  const undated = filters.passing - dated.filter(model.isFact).length;
  fill(
    $("view-timeline"),
    h("h2", {}, "Timeline"),
    h("p", { class: "also" }, `${plural(dated.length, "saying has", "sayings have")} a time of its own; ${plural(undated, "fact has", "facts have")} none.`, dated.length > ROWS ? ` The latest ${ROWS} are shown.` : ""),
    [...years].map(([year, sayings]) => h("section", { class: "year" }, h("h3", {}, year), h("ul", {}, sayings.map((saying) => moment(model, saying))))),
  );
}

function moment(model: Model, saying: number): HTMLElement {
  const status = model.status(saying);
  return h(
    "li", {}, h("time", {}, model.over.when[saying]!),
    h("div", {}, model.isFact(saying) ? sentence(model, saying) : observationSentence(model, saying),
      h("p", { class: "also" }, status.name === "asserted" ? null : badge(status), bdi(model.more.headline[saying]!), " ", button("evidence", () => openSaying(model, saying), { class: "link" }))),
  );
}

export function showDocuments(model: Model, filters: Filters): void {
  const counts = new Array<number>(model.over.documents.length).fill(0);
  for (let saying = 0; saying < model.sayings; saying += 1) {
    if (filters.facts[saying]) for (const doc of model.documentsOf(saying)) counts[doc]! += 1;
  }
  const order = [...counts.keys()].sort((a, b) => counts[b]! - counts[a]! || a - b);
  fill(
    $("view-documents"),
    h("h2", {}, "Documents"),
    h("p", { class: "also" }, plural(order.length, "document", "documents"), order.length > ROWS ? `; the ${ROWS} that say most are listed` : ""),
    h("table", { class: "list" },
      h("thead", {}, h("tr", {}, ["Title", "Date", "Read from it"].map((name, at) => h("th", { scope: "col", class: at === 2 ? "number" : "" }, name)))),
      h("tbody", {}, order.slice(0, ROWS).map((doc) => h("tr", {},
        h("td", {}, button(bdi(model.docName(doc)), () => openDocument(model, doc), { class: "link" })),
        h("td", {}, model.over.documents[doc]!.date), h("td", { class: "number" }, number(counts[doc]!)))))),
  );
}

// A strip of bars below the graph, one a year or month; pressing one limits the graph to it.
export function showSpan(model: Model, filters: Filters): void {
  const times = new Map<string, number>();
  const all: string[] = [];
  for (let fact = 0; fact < model.facts; fact += 1) if (filters.facts[fact] || state.from) all.push(filters.time(fact));
  const dated = all.filter(Boolean);
  const years = new Set(dated.map((time) => time.slice(0, 4)));
  const length = years.size > 3 ? 4 : 7;
  for (const time of dated) if (time.length >= length) times.set(time.slice(0, length), (times.get(time.slice(0, length)) ?? 0) + 1);
  const names = [...times.keys()].sort().slice(-36);
  const most = Math.max(1, ...names.map((name) => times.get(name)!));
  $("span").hidden = names.length < 2;
  fill($("span"), names.map((name) => {
    const count = times.get(name)!;
    const on = state.from === name && state.until === name;
    const bar = h("span", { class: `bar h${Math.max(1, Math.round((20 * count) / most))}` });
    return button([bar, h("span", { class: "when" }, name)], () => change(on ? { from: "", until: "" } : { from: name, until: name }), {
      "aria-pressed": String(on), title: `${name}: ${plural(count, "fact", "facts")}`, "aria-label": `${name}: ${plural(count, "fact", "facts")}`,
    });
  }));
}
