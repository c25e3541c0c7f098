// The panel at the left: chips that are legend and filter at once, confidence, time, document, and how much is drawn.

import { $, append, button, fill, h, number } from "./dom";
import type { Filters } from "./filters";
import { kindSwatch, statusSwatch } from "./marks";
import type { Model } from "./model";
import { change, initial, isFiltered, state } from "./state";
import type { Group } from "./state";
import { densityName } from "./visible";

function tally(keys: Iterable<number>, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const key of keys) counts[key]! += 1;
  return counts;
}

function chip(group: Group, term: { name: string; label: string; about: string }, count: number, swatch: Node | null): HTMLElement {
  const press = (): void => {
    const off = new Set(state.off[group]);
    if (!off.delete(term.name)) off.add(term.name);
    change({ off: { ...state.off, [group]: off } });
  };
  return button([swatch, h("span", {}, term.label), h("span", { class: "count" }, number(count))], press, {
    class: "chip", "aria-pressed": "true", title: term.about, "data-group": group, "data-name": term.name,
  });
}

function chipGroup(group: Group, title: string, chips: HTMLElement[]): HTMLElement | null {
  if (!chips.length) return null;
  const set = (off: string[]) => () => change({ off: { ...state.off, [group]: new Set(off) } });
  const choose = h(
    "span", { class: "choose" },
    button("all", set([]), { class: "quiet", "aria-label": `${title}: all` }),
    button("none", set(chips.map((each) => each.dataset.name!)), { class: "quiet", "aria-label": `${title}: none` }),
  );
  return h("section", { "aria-label": title }, h("h2", {}, title, choose), h("div", { class: "chips" }, chips));
}

const row = (label: string, field: HTMLElement): HTMLElement => h("label", { class: "row" }, h("span", {}, label), field);

function documentField(model: Model): HTMLElement {
  const field = h("select", { id: "document", onchange: (event: Event) => change({ document: (event.target as HTMLSelectElement).value }) });
  append(field, [h("option", { value: "" }, "All documents")]);
  const order = model.over.documents.map((_, at) => at).sort((a, b) => model.docName(a).localeCompare(model.docName(b), "en"));
  append(field, order.slice(0, 2000).map((doc) => h("option", { value: model.over.documents[doc]!.id }, model.docName(doc).slice(0, 80))));
  return field;
}

const timeField = (name: "from" | "until"): HTMLElement =>
  h("input", {
    id: name, type: "text", inputmode: "numeric", placeholder: name === "from" ? "2023-06" : "2026", size: 10, pattern: "\\d{4}(-\\d\\d){0,2}",
    "aria-label": `Time ${name}`, onchange: (event: Event) => {
      const field = event.target as HTMLInputElement;
      if (field.checkValidity()) change({ [name]: field.value });
    },
  });

export function buildPanel(model: Model): void {
  const { over } = model;
  const kinds = tally(over.entities.kind, over.kinds.length);
  const relations = tally(over.facts.relation, over.relations.length);
  const statuses = tally(over.status.slice(0, model.facts), over.statuses.length);
  const byCount = (counts: number[]): number[] => [...counts.keys()].filter((at) => counts[at]).sort((a, b) => counts[b]! - counts[a]!);
  const least = h("input", { id: "least", type: "range", min: 0, max: 95, step: 5, oninput: (event: Event) => change({ least: Number((event.target as HTMLInputElement).value) }) });
  const density = h("input", {
    id: "density", type: "range", min: 0, max: 3, step: 1, oninput: (event: Event) => change({ density: Number((event.target as HTMLInputElement).value) }),
  });
  const alone = h("input", { id: "alone", type: "checkbox", onchange: (event: Event) => change({ alone: (event.target as HTMLInputElement).checked }) });
  fill(
    $("panel"),
    chipGroup("kind", "Kinds", byCount(kinds).map((at) => chip("kind", over.kinds[at]!, kinds[at]!, kindSwatch(over.kinds[at]!)))),
    chipGroup("status", "Status", byCount(statuses).map((at) => chip("status", over.statuses[at]!, statuses[at]!, statusSwatch(over.statuses[at]!.name)))),
    chipGroup("relation", "Relations", byCount(relations).map((at) => chip("relation", over.relations[at]!, relations[at]!, null))),
    h(
      "section", { "aria-label": "Limits", class: "limits" },
      h("h2", {}, "Limits"),
      row("Confidence from", h("span", { class: "slider" }, least, h("output", { id: "least-value", for: "least" }))),
      row("Document", documentField(model)),
      h("div", { class: "row" }, h("span", {}, "Time"), h("span", { class: "times" }, timeField("from"), "–", timeField("until"))),
      row("Entities drawn", h("span", { class: "slider" }, density, h("output", { id: "density-value", for: "density" }))),
      h("label", { class: "check" }, alone, h("span", {}, "Entities without a fact")),
    ),
    h("footer", {}, button("Reset filters", () => change({ ...initial(), view: state.view, focus: state.focus, question: state.question }), { id: "reset", class: "quiet" })),
  );
}

export function markPanel(model: Model, filters: Filters): void {
  for (const each of document.querySelectorAll<HTMLElement>(".chip")) {
    each.setAttribute("aria-pressed", String(!state.off[each.dataset.group as Group].has(each.dataset.name!)));
  }
  const set = (id: string, value: string): void => { $<HTMLInputElement>(id).value = value; };
  set("least", String(state.least));
  set("density", String(state.density));
  set("document", state.document);
  set("from", state.from);
  set("until", state.until);
  $("least-value").textContent = `${state.least} %`;
  $("density-value").textContent = densityName[state.density] ?? "";
  $<HTMLInputElement>("alone").checked = state.alone;
  $<HTMLButtonElement>("reset").disabled = !isFiltered() && !state.steps && !state.path;
  const all = number(model.facts);
  $("panel").dataset.passing = filters.passing === model.facts ? all : `${number(filters.passing)} of ${all}`;
}
