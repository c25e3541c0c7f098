// What the picture shows at a moment: the choice of entities and facts, what is looked at, and the words about it.

import { $, bdi, button, fill, h, number, plural } from "./dom";
import type { Filters } from "./filters";
import { badge, kindSwatch } from "./marks";
import type { Model } from "./model";
import { inRow, onRings } from "./places";
import type { Point } from "./pen";
import { saidOf } from "./sayings";
import type { Line } from "./scene";
import { change, state } from "./state";
import { View } from "./view";
import { budget, countShown, factsAmong, inWindow, neighbours, pathBetween, rings } from "./visible";

const APART = 27; // pixels between entities where not all are drawn

export class Stage {
  readonly view: View;
  private hover: { entity?: number; line?: Line } | null = null;
  private timer = 0;
  private key = "";
  private results: { entities: number[]; facts: number[] } | null = null;

  constructor(private readonly model: Model, private readonly filters: Filters) {
    this.view = new View(model, {
      moved: () => this.soon(),
      hovered: (what, at) => this.hovered(what, at),
      pressed: (what) => this.pressed(what),
    });
  }

  // Shows what a query found, until something else is chosen.
  showResults(entities: number[], facts: number[]): void {
    const all = [...new Set([...entities, ...facts.flatMap((fact) => [this.model.subject(fact), this.model.object(fact)])])];
    this.results = { entities: all.sort((a, b) => a - b), facts };
    change({ view: "graph", focus: null, steps: 0, path: null });
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { if (!state.steps && !state.path && !this.results) this.choose(); }, 90);
  }

  // Chooses what is drawn and draws it.
  refresh(changed: Set<string>): void {
    const { lead, ends } = this.focused();
    const outside = [...(lead >= 0 ? [lead] : []), ...ends].some((entity) => !this.results?.entities.includes(entity));
    if (state.steps || state.path || outside) this.results = null;
    this.choose();
    this.attend();
    if (changed.has("focus") || changed.has("steps") || changed.has("path")) this.goTo();
  }

  private choose(): void {
    const focus = this.focused();
    if (this.results) return this.part(this.results.entities, this.results.facts, "results", `What the query found: ${plural(this.results.entities.length, "entity", "entities")}.`);
    if (state.path) return this.choosePath(state.path);
    if (state.steps && focus.lead >= 0) return this.chooseRings(focus.lead);
    const keep = focus.lead >= 0 ? [focus.lead, ...neighbours(this.model, this.filters, focus.lead)] : [...focus.ends];
    const all = countShown(this.model, this.filters);
    const whole = this.view.zoomed > 0.97 || all <= budget();
    const entities = inWindow(this.model, this.filters, whole ? null : this.view.window(), keep, all <= budget() ? 0 : APART * this.view.unitsOfPixel);
    const rest = all - entities.length;
    const words = rest > 0
      ? `${number(entities.length)} of the most important of ${plural(all, "entity", "entities")}. Zoom in, search or raise “Entities drawn” for the rest.`
      : `${plural(all, "entity", "entities")}, ${plural(this.filters.passing, "fact", "facts")}.`;
    this.set(entities, factsAmong(this.model, this.filters, entities, Number.isFinite(state.density) && state.density > 2 ? Infinity : undefined), null, "", [words]);
  }

  private chooseRings(lead: number): void {
    const found = rings(this.model, this.filters, lead, state.steps);
    const entities = found.rings.flat();
    const left = found.left ? ` ${number(found.left)} less important ones are left out.` : "";
    this.set(entities, factsAmong(this.model, this.filters, entities), () => onRings(this.model, this.filters, found.rings), `rings ${lead} ${state.steps} ${entities.join()}`, [
      `What is within ${plural(state.steps, "step", "steps")} of ${this.model.name(lead)}: ${plural(entities.length, "entity", "entities")}.${left} `,
      button("Show all", () => change({ steps: 0 }), { class: "link" }),
    ]);
  }

  private choosePath([from, to]: [string, string]): void {
    const [one, other] = [this.model.byEntity.get(from), this.model.byEntity.get(to)];
    const path = one === undefined || other === undefined ? null : pathBetween(this.model, this.filters, one, other);
    const back = button("Show all", () => change({ path: null }), { class: "link" });
    if (!path) return this.set([one, other].filter((each) => each !== undefined), [], () => inRow([one!, other!].filter((each) => each !== undefined)), `path ${from} ${to} none`, ["No facts that pass the filters lead from the one to the other. ", back]);
    const words = `A shortest way from ${this.model.name(path[0]!)} to ${this.model.name(path[path.length - 1]!)}: ${plural(path.length - 1, "step", "steps")}. `;
    this.set([...path].sort((a, b) => a - b), factsAmong(this.model, this.filters, [...path]).concat(), () => inRow(path), `path ${path.join()}`, [words, back]);
  }

  private part(entities: number[], facts: number[], key: string, words: string): void {
    const places = (): Map<number, Point> => onRingsOfAll(this.model, entities);
    const kept = facts.length ? facts.filter((fact) => this.filters.facts[fact]) : factsAmong(this.model, this.filters, entities);
    this.set(entities, kept, places, `${key} ${entities.join()}`, [`${words} `, button("Show all", () => { this.results = null; change({ path: null }); }, { class: "link" })]);
  }

  private set(entities: number[], facts: number[], places: (() => Map<number, Point>) | null, key: string, words: (string | Node)[]): void {
    const kept = key && key === this.key ? this.view.shown.places : places ? places() : null;
    this.key = key;
    this.view.show({ entities, facts, places: kept });
    fill($("notice"), words);
  }

  private focused(): { lead: number; saying: number; ends: number[] } {
    const { focus } = state;
    if (focus?.type === "entity") return { lead: this.model.byEntity.get(focus.id) ?? -1, saying: -1, ends: [] };
    if (focus?.type === "saying") {
      const saying = this.model.saying(focus.id) ?? -1;
      if (saying < 0) return { lead: -1, saying, ends: [] };
      const ends = this.model.isFact(saying) ? [this.model.subject(saying), this.model.object(saying)] : [this.model.subject(saying)];
      return { lead: -1, saying, ends };
    }
    return { lead: -1, saying: -1, ends: [] };
  }

  private attend(): void {
    const { lead, saying, ends } = this.focused();
    const hover = this.hover;
    const at = hover?.entity ?? lead;
    const entities = new Set<number>(ends);
    const facts = new Set<number>(saying >= 0 && this.model.isFact(saying) ? [saying] : []);
    if (at >= 0 && !(saying >= 0 && hover?.entity === undefined)) {
      entities.add(at);
      for (const fact of this.model.factsOf.of(at)) {
        if (!this.filters.facts[fact]) continue;
        facts.add(fact);
        entities.add(this.model.other(fact, at));
      }
    }
    if (hover?.line) {
      for (const fact of hover.line.facts) facts.add(fact);
      entities.add(hover.line.from.entity).add(hover.line.to.entity);
    }
    if (state.steps || state.path) { if (hover === null && saying < 0) { entities.clear(); facts.clear(); } }
    this.view.attend({ entities, facts, lead: at });
  }

  private goTo(): void {
    const { lead, ends } = this.focused();
    if (state.steps || state.path || this.results) return;
    if (lead >= 0) this.view.fit([lead, ...neighbours(this.model, this.filters, lead, 24)]);
    else if (ends.length) this.view.fit(ends);
  }

  private pressed(what: { entity?: number; line?: Line } | null): void {
    if (what?.entity !== undefined) change({ focus: { type: "entity", id: this.model.over.entities.id[what.entity]! } });
    else if (what?.line && this.model.detailed) change({ focus: { type: "saying", id: this.model.more.id[what.line.facts[0]!]! } });
    else if (state.focus) change({ focus: null, steps: 0 });
  }

  private hovered(what: { entity?: number; line?: Line } | null, at: Point): void {
    if (what === null && this.hover === null) return;
    this.hover = what;
    this.attend();
    const tip = $("tip");
    tip.hidden = what === null || !this.model.detailed;
    if (tip.hidden || !what) return;
    fill(tip, what.entity !== undefined ? this.entityTip(what.entity) : this.lineTip(what.line!));
    const { width, height } = this.view.scene;
    tip.style.left = `${Math.min(at.x + 14, width - tip.offsetWidth - 8)}px`;
    tip.style.top = `${at.y + 18 + tip.offsetHeight > height ? at.y - tip.offsetHeight - 10 : at.y + 18}px`;
  }

  private entityTip(entity: number): HTMLElement {
    const kind = this.model.kind(entity);
    const facts = this.filters.degree[entity]!;
    const own = this.model.observationsOf.of(entity).length;
    return h("div", {}, h("p", { class: "kind" }, kindSwatch(kind), kind.label), h("strong", {}, bdi(this.model.name(entity))),
      h("p", { class: "also" }, `${plural(facts, "fact", "facts")}${own ? ` · ${plural(own, "figure", "figures")}` : ""}`));
  }

  private lineTip(line: Line): HTMLElement {
    const rows = line.facts.slice(0, 5).map((fact) =>
      h("p", {}, bdi(this.model.name(this.model.subject(fact)), { class: "here" }), ` ${saidOf(this.model, fact)} `, bdi(this.model.name(this.model.object(fact)), { class: "here" }), " ",
        this.model.status(fact).name === "asserted" ? null : badge(this.model.status(fact)), this.model.more.headline[fact] ? h("span", { class: "figure" }, ` ${this.model.more.headline[fact]}`) : null));
    return h("div", {}, rows, line.facts.length > 5 ? h("p", { class: "also" }, `and ${line.facts.length - 5} more`) : null);
  }
}

// Entities on a ring, the most linked one's neighbours beside it.
function onRingsOfAll(model: Model, entities: number[]): Map<number, Point> {
  const radius = Math.max(8, (entities.length * 3.6) / (2 * Math.PI));
  const order = [...entities].sort((a, b) => model.over.entities.community[a]! - model.over.entities.community[b]! || a - b);
  return new Map(order.map((entity, at) => {
    const angle = -Math.PI / 2 + (2 * Math.PI * at) / order.length;
    return [entity, { x: radius * 1.4 * Math.cos(angle), y: radius * Math.sin(angle) }];
  }));
}
