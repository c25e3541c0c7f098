// The start: data in, views up, keys and address.

import { $, button, fill, h, number, plural } from "./dom";
import { showCard } from "./card";
import { asPng, asSvg, factsCsv, save } from "./exports";
import { Filters } from "./filters";
import { Stage } from "./graph";
import { statusSwatch } from "./marks";
import { Model } from "./model";
import { showDocuments, showSpan, showTimeline } from "./pages";
import { buildPanel, markPanel } from "./panel";
import { Query } from "./query";
import { Finder, focusSearch, searchField } from "./search";
import { change, onChange, restore, state } from "./state";
import type { State, View as Tab } from "./state";
import { setTheme, themeButton } from "./theme";

const TABS: [Tab, string][] = [["graph", "Graph"], ["timeline", "Timeline"], ["documents", "Documents"], ["query", "Query"]];
const FILTERING: (keyof State)[] = ["off", "least", "document", "from", "until"];

async function start(): Promise<void> {
  setTheme();
  const model = await Model.load();
  const filters = new Filters(model);
  const finder = new Finder(model);
  const stage = stageOrNull(model, filters);
  const query = new Query(model, stage);
  document.title = model.over.title;
  $("title").textContent = model.over.title;
  buildPanel(model);
  buildTop(model, stage);
  tellPart(model);
  searchField($<HTMLInputElement>("search"), $("matches"), model, finder, (entity) => {
    reveal(model, filters, entity);
    change({ focus: { type: "entity", id: model.over.entities.id[entity]! }, view: "graph" });
    $("card").focus();
  });
  onChange((changed) => {
    if (FILTERING.some((name) => changed.has(name))) filters.refresh();
    markPanel(model, filters);
    showTab();
    stage?.refresh(changed as Set<string>);
    if (state.view === "graph") showSpan(model, filters);
    if (!model.detailed) return;
    showCard(model, filters, finder);
    if (state.view === "timeline") showTimeline(model, filters);
    if (state.view === "documents") showDocuments(model, filters);
    if (state.view === "query") void query.show();
  });
  restore(location.hash);
  document.body.dataset.ready = "graph";
  await model.whenDetailed;
  restore(location.hash);
  document.body.dataset.ready = "all";
  addEventListener("hashchange", () => restore(location.hash));
  new ResizeObserver(() => stage?.view.resized()).observe($("stage"));
  addEventListener("keydown", (event) => pressed(event, stage));
  Object.assign(window, { kgExplorer: { model, stage, state, change, query, saved: { asPng, asSvg, factsCsv } } });
}

function stageOrNull(model: Model, filters: Filters): Stage | null {
  try {
    return new Stage(model, filters);
  } catch {
    fill($("notice"), "This browser cannot draw the graph, as it has no WebGL. Search, cards, timeline, documents and queries work.");
    return null;
  }
}

// Lifts the filters that hide an entity.
function reveal(model: Model, filters: Filters, entity: number): void {
  if (filters.entity(entity)) return;
  const none = { kind: new Set<string>(), relation: new Set<string>(), status: new Set<string>() };
  const hasFacts = model.factsOf.of(entity).length > 0;
  if (hasFacts) change({ off: none, least: 0, document: "", from: "", until: "" });
  else change({ alone: true, off: { ...state.off, kind: new Set() } });
}

function showTab(): void {
  for (const [name] of TABS) {
    $(`view-${name}`).hidden = state.view !== name;
    const tab = $(`tab-${name}`);
    tab.setAttribute("aria-selected", String(state.view === name));
    tab.tabIndex = state.view === name ? 0 : -1;
  }
  document.body.dataset.view = state.view;
}

function buildTop(model: Model, stage: Stage | null): void {
  const tabs = TABS.map(([name, label]) =>
    button(label, () => change({ view: name }), { id: `tab-${name}`, role: "tab", "aria-controls": `view-${name}`, onkeydown: (event: KeyboardEvent) => turn(event, name) }));
  fill($("tabs"), tabs);
  const menu = h("div", { id: "menu", class: "menu", role: "menu", hidden: true },
    button("Picture (PNG)", () => stage && void save.png(stage.view), { role: "menuitem", "data-save": "png" }),
    button("Drawing (SVG)", () => stage && save.svg(stage.view), { role: "menuitem", "data-save": "svg" }),
    button("Facts shown (CSV)", () => stage && save.csv(model, stage.view.shown.facts), { role: "menuitem", "data-save": "csv" }),
    button("Copy link", () => void navigator.clipboard?.writeText(location.href), { role: "menuitem" }));
  const toggle = button("Save", () => {
    menu.hidden = !menu.hidden;
    toggle.setAttribute("aria-expanded", String(!menu.hidden));
    if (!menu.hidden) (menu.firstElementChild as HTMLElement).focus();
  }, { id: "save", "aria-haspopup": "menu", "aria-expanded": "false", title: "Save what is seen" });
  menu.addEventListener("click", () => { menu.hidden = true; toggle.setAttribute("aria-expanded", "false"); });
  const panel = button("Filters", () => {
    const closed = document.body.classList.toggle("no-panel");
    panel.setAttribute("aria-expanded", String(!closed));
  }, { id: "panel-toggle", "aria-controls": "panel", "aria-expanded": "true" });
  if (matchMedia("(max-width: 760px)").matches) { document.body.classList.add("no-panel"); panel.setAttribute("aria-expanded", "false"); }
  fill($("tools"), panel, h("span", { class: "has-menu" }, toggle, menu), themeButton(() => stage?.view.recolor()));
  fill($("zoom"),
    button("+", () => stage?.view.zoom(0.66), { "aria-label": "Zoom in", title: "Zoom in (+)" }),
    button("−", () => stage?.view.zoom(1.5), { "aria-label": "Zoom out", title: "Zoom out (−)" }),
    button("Fit", () => stage?.view.reset(), { title: "Show all (0)" }));
  const used = new Set(model.over.status.slice(0, model.facts));
  fill($("legend"), model.over.statuses.map((status, at) => (used.has(at) ? h("span", { title: status.about }, statusSwatch(status.name), status.label) : null)));
  $("title").title = `${plural(model.over.documents.length, "document", "documents")} · ${plural(model.count, "entity", "entities")} · ${number(model.facts)} facts`;
}

// Of a large graph the page holds a part, and says so in every view.
function tellPart({ over: { part } }: Model): void {
  if (!part) return;
  const nouns = [["entities", "entities"], ["facts", "facts"], ["observations", "figures"]] as const;
  const sizes = nouns.filter(([name]) => part[name][0] < part[name][1]).map(([name, noun]) => `${number(part[name][0])} of ${number(part[name][1])} ${noun}`);
  const last = sizes.length > 1 ? ` and ${sizes.pop()}` : "";
  fill($("part"), `The graph is large, so this page shows its most connected part: ${sizes.join(", ")}${last}. kg query, kg show and kg serve know all of it.`);
  $("part").hidden = false;
}

function turn(event: KeyboardEvent, name: Tab): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const at = TABS.findIndex(([each]) => each === name);
  const next = TABS[(at + step + TABS.length) % TABS.length]![0];
  change({ view: next });
  $(`tab-${next}`).focus();
}

function pressed(event: KeyboardEvent, stage: Stage | null): void {
  const target = event.target as HTMLElement;
  const typing = target.matches("input, select, textarea");
  if (event.key === "Escape" && !typing) { $("menu").hidden = true; if (state.focus) change({ focus: null, steps: 0 }); }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") { event.preventDefault(); focusSearch(); }
  if (state.view !== "graph" || !stage) return;
  if (event.key === "+" || event.key === "=") stage.view.zoom(0.66);
  if (event.key === "-") stage.view.zoom(1.5);
  if (event.key === "0") stage.view.reset();
  const way = { ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, 0.12], ArrowDown: [0, -0.12] }[event.key];
  if (way && target.id === "sigma") { event.preventDefault(); stage.view.pan(way[0]!, way[1]!); }
}

void start();
