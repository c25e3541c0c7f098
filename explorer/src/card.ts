// Cards at the right: an entity with all that is said of it, or one saying with its evidence.

import { $, bdi, button, fill, h, number, plural } from "./dom";
import type { Filters } from "./filters";
import { figures } from "./figures";
import { badge, kindSwatch } from "./marks";
import type { Model } from "./model";
import { confidenceLine, openDocument, partsLegend, quotation } from "./passages";
import { pathForm } from "./path";
import { factRow, observationSentence, openSaying, otherwise, qualifiers, readFrom, sentence } from "./sayings";
import type { Finder } from "./search";
import { change, state } from "./state";
import { reader } from "./reader";

type Parts = (HTMLElement | null)[];

const MANY = 12; // rows of a group before the rest is folded

function section(title: string, count: number, items: HTMLElement[]): HTMLElement | null {
  if (!items.length) return null;
  const rest = items.slice(MANY);
  return h(
    "section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, count)),
    h("ul", { class: "items" }, items.slice(0, MANY)),
    rest.length ? h("details", {}, h("summary", {}, `${rest.length} more`), h("ul", { class: "items" }, rest)) : null,
  );
}

function entityCard(model: Model, filters: Filters, finder: Finder, entity: number): Parts {
  const { aliases, identifiers, mentions } = model.more;
  const groups = new Map<string, number[]>();
  const own = [...model.factsOf.of(entity)].filter((fact) => filters.facts[fact]);
  for (const fact of own) {
    const label = readFrom(model, fact, entity);
    groups.set(label, [...(groups.get(label) ?? []), fact]);
  }
  const sections = [...groups]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([label, facts]) => section(label, facts.length, byWeight(model, facts, entity).map((fact) => factRow(model, fact, entity))));
  const hidden = model.factsOf.of(entity).length - own.length;
  const docs = [...new Set([...own.flatMap((fact) => model.documentsOf(fact)), ...model.more.named[entity]!])];
  const facts = model.more.facts?.[entity] ?? 0;
  const told = facts > own.length ? `${number(own.length)} of ${plural(facts, "fact", "facts")}` : plural(own.length, "fact", "facts");
  const named = plural(model.more.documents?.[entity] ?? docs.length, "document", "documents");
  return [
    h("p", { class: "kind" }, kindSwatch(model.kind(entity)), h("span", { title: model.kind(entity).about }, model.kind(entity).label)),
    h("h2", { dir: "auto" }, model.name(entity)),
    aliases[entity]!.length ? h("p", { class: "also" }, "Also ", aliases[entity]!.flatMap((alias, at) => (at ? [", ", bdi(alias)] : [bdi(alias)]))) : null,
    identifiers[entity]!.length ? h("p", { class: "also" }, identifiers[entity]!.map(([label, text]) => h("span", { class: "identifier" }, `${label} `, bdi(text)))) : null,
    h("p", { class: "also" }, `${told} · named ${plural(mentions[entity]!, "time", "times")} in ${named}`),
    stepsBar(model, finder, entity),
    ...sections,
    figures(model, entity, (saying) => filters.facts[saying] === 1),
    hidden ? h("p", { class: "hint" }, `${plural(hidden, "fact is", "facts are")} hidden by the filters.`) : null,
    section("Documents", docs.length, docs.map((doc) => h("li", {}, button(bdi(model.docName(doc)), () => openDocument(model, doc), { class: "link" }), h("span", { class: "also" }, ` ${model.over.documents[doc]!.date}`)))),
  ];
}

function byWeight(model: Model, facts: number[], entity: number): number[] {
  return [...facts].sort((a, b) => model.over.status[b]! - model.over.status[a]! || model.other(a, entity) - model.other(b, entity));
}

function stepsBar(model: Model, finder: Finder, entity: number): HTMLElement {
  const names = ["All", "1 step", "2 steps", "3 steps"];
  const steps = names.map((name, at) => button(name, () => change({ steps: at, path: null, view: "graph" }), { "aria-pressed": String(state.steps === at), "data-steps": at }));
  return h("div", { class: "around" }, h("div", { class: "segments", role: "group", "aria-label": "Neighbourhood" }, steps), pathForm(model, finder, entity));
}

function sayingCard(model: Model, saying: number): Parts {
  const isFact = model.isFact(saying);
  const status = model.status(saying);
  const passages = model.passagesOf(saying);
  const [first, ...others] = passages;
  const known = isFact ? [...model.more.contradicts[saying]!, ...model.more.ended[saying]!] : [];
  const against = isFact ? [...new Set([...known, ...otherwise(model, saying)])] : [];
  const left = model.more.all[saying]! - passages.length;
  return [
    h("p", { class: "kind" }, isFact ? "Fact" : "Figure", badge(status)),
    h("div", { class: "headline" }, isFact ? sentence(model, saying) : observationSentence(model, saying)),
    qualifiers(model, saying),
    confidenceLine(model, saying),
    first !== undefined ? h("section", {}, h("h3", {}, "The words that say it"), quotation(model, first), partsLegend()) : null,
    section("Other passages", others.length, others.map((each) => h("li", {}, quotation(model, each)))),
    left > 0 ? h("p", { class: "hint" }, `${plural(left, "more passage is", "more passages are")} in the data files.`) : null,
    section("Said otherwise", against.length, against.map((each) => h("li", {}, sentence(model, each), badge(model.status(each)), " ", button("Compare", () => openSaying(model, each), { class: "link", "data-saying": model.more.id[each]! }), h("span", { class: "also" }, ` ${model.over.confidence[each]} % · ${plural(model.more.all[each]!, "passage", "passages")}`)))),
    isFact ? h("p", { class: "hint" }, `${model.relation(saying).label}: ${model.relation(saying).about} ${status.label}: ${status.about}`) : null,
  ];
}

export function showCard(model: Model, filters: Filters, finder: Finder): void {
  const card = $("card");
  const { focus } = state;
  const parts = focus ? partsOf(model, filters, finder) : null;
  card.hidden = !parts;
  document.body.classList.toggle("has-card", parts !== null);
  if (!parts) return;
  const close = button("×", () => change({ focus: null, steps: 0 }), { class: "close", "aria-label": "Close", title: "Close (Esc)" });
  fill(card, close, parts);
  card.scrollTop = 0;
  if (focus?.type === "document") document.querySelector("#card .text .seen")?.scrollIntoView({ block: "center" });
}

function partsOf(model: Model, filters: Filters, finder: Finder): Parts | null {
  const focus = state.focus!;
  if (focus.type === "entity") {
    const entity = model.byEntity.get(focus.id);
    return entity === undefined ? null : entityCard(model, filters, finder, entity);
  }
  if (focus.type === "saying") {
    const saying = model.saying(focus.id);
    return saying === undefined ? null : sayingCard(model, saying);
  }
  const doc = model.byDocument.get(focus.id);
  return doc === undefined ? null : reader(model, doc);
}
