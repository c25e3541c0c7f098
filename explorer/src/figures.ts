// Observations of an entity: a table, and a line of figures where several measure one thing over time.

import { bdi, button, drawing, h } from "./dom";
import { badge } from "./marks";
import type { Model } from "./model";
import { openSaying } from "./sayings";

const WIDE = 132;
const HIGH = 30;

export function figures(model: Model, entity: number, pass: (saying: number) => boolean): HTMLElement | null {
  const own = [...model.observationsOf.of(entity)].filter(pass);
  if (!own.length) return null;
  const byMetric = new Map<string, number[]>();
  for (const saying of own) {
    const [metric] = model.more.observations[saying - model.facts]!;
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), saying]);
  }
  const groups = [...byMetric].map(([metric, sayings]) => [
    h("tr", { class: "metric" }, h("th", { scope: "rowgroup", colspan: 3 }, metric, sparkline(model, sayings))),
    sayings.map((saying) => figureRow(model, saying)),
  ]);
  return h(
    "section", { class: "figures" }, h("h3", {}, "Figures ", h("span", { class: "count" }, own.length)),
    h("table", {}, h("caption", { class: "unseen" }, "Observations"), h("tbody", {}, groups)),
  );
}

function figureRow(model: Model, saying: number): HTMLElement {
  const [, change, value] = model.more.observations[saying - model.facts]!;
  const status = model.status(saying);
  const times = model.more.qualifiers[saying]!.map(([label, text]) => [model.more.labels[label]!, text] as const);
  const about = times.map(([, text]) => text).join(" · ");
  const plain = status.name === "asserted";
  const arrow = { increase: "▲ ", decrease: "▼ " }[change] ?? "";
  return h(
    "tr", {},
    h("td", { class: "value" }, h("span", { title: change }, arrow), h("span", { class: "unseen" }, change === "level" ? "" : `${change} `), button(bdi(value || change), () => openSaying(model, saying), { class: "link", "data-saying": model.more.id[saying]! })),
    h("td", { class: "about" }, bdi(about)),
    h("td", {}, plain ? null : badge(status)),
  );
}

// Values of one unit at different times, as a line with its last point marked.
function sparkline(model: Model, sayings: number[]): SVGElement | null {
  const points = new Map<string, number>();
  let unit: string | undefined;
  for (const saying of sayings) {
    const [, change, , value, currency, per] = model.more.observations[saying - model.facts]!;
    const when = model.over.when[saying]!;
    if (change !== "level" || value === undefined || !when) continue;
    unit ??= `${currency} ${per}`;
    if (unit === `${currency} ${per}`) points.set(when, value);
  }
  if (points.size < 3) return null;
  const times = [...points.keys()].sort();
  const values = times.map((time) => points.get(time)!);
  const [low, high] = [Math.min(...values, 0), Math.max(...values)];
  const at = values.map((value, rank) => ({ x: 3 + (rank * (WIDE - 6)) / (values.length - 1), y: HIGH - 4 - ((value - low) / (high - low || 1)) * (HIGH - 8) }));
  const last = at[at.length - 1]!;
  const line = drawing("polyline", { points: at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ") });
  const dot = drawing("circle", { cx: last.x, cy: last.y, r: 3 });
  return drawing("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, width: WIDE, height: HIGH, class: "spark", role: "img", "aria-label": `${times[0]} to ${times[times.length - 1]}` }, line, dot);
}
