// How statuses and kinds look: lines told apart by dashes and signs, kinds by colour and shape.

import { drawing, h } from "./dom";
import type { Kind } from "./model";
import type { Point } from "./pen";

export interface LineLook { dash: number[]; sign: "" | "cross" | "bar"; tone: "edge" | "negative" | "ended"; before: string }

const PLAIN: LineLook = { dash: [], sign: "", tone: "edge", before: "" };
const LOOKS: Record<string, LineLook> = {
  planned: { ...PLAIN, dash: [7, 4] },
  expected: { ...PLAIN, dash: [7, 4] },
  possible: { ...PLAIN, dash: [1.5, 4.5] },
  negated: { dash: [], sign: "cross", tone: "negative", before: "not " },
  ended: { dash: [4, 3], sign: "bar", tone: "ended", before: "formerly " },
};

export const lineLook = (status: string): LineLook => LOOKS[status] ?? PLAIN;

// The corners of a kind's shape around a point; none for a circle.
export function corners(shape: string, { x, y }: Point, r: number): Point[] {
  const ring = (count: number, turn: number, radii = [r]): Point[] =>
    Array.from({ length: count }, (_, at) => {
      const angle = turn + (2 * Math.PI * at) / count;
      const radius = radii[at % radii.length]!;
      return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    });
  switch (shape) {
    case "square": return ring(4, Math.PI / 4, [r * 1.2]);
    case "triangle": return ring(3, -Math.PI / 2, [r * 1.25]);
    case "triangleDown": return ring(3, Math.PI / 2, [r * 1.25]);
    case "diamond": return ring(4, 0, [r * 1.25]);
    case "hexagon": return ring(6, 0, [r * 1.08]);
    case "star": return ring(10, -Math.PI / 2, [r * 1.3, r * 0.6]);
    default: return [];
  }
}

export function kindSwatch(kind: Kind): SVGElement {
  const points = corners(kind.shape, { x: 8, y: 8 }, 5.5);
  const mark = points.length
    ? drawing("polygon", { points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "), fill: kind.color })
    : drawing("circle", { cx: 8, cy: 8, r: 5.5, fill: kind.color });
  return drawing("svg", { viewBox: "0 0 16 16", width: 14, height: 14, class: "swatch", "aria-hidden": "true" }, mark);
}

export function statusSwatch(status: string): SVGElement {
  const look = lineLook(status);
  const parts: SVGElement[] = [drawing("path", { d: "M1 7H25", "stroke-dasharray": look.dash.join(" ") || "none" })];
  if (look.sign === "cross") parts.push(drawing("path", { d: "M9.5 3.5l7 7m0-7l-7 7" }));
  if (look.sign === "bar") parts.push(drawing("path", { d: "M13 2.5v9" }));
  return drawing("svg", { viewBox: "0 0 26 14", width: 26, height: 14, class: `line ${look.tone}`, "aria-hidden": "true" }, ...parts);
}

export function badge(status: { name: string; label: string; about: string }): HTMLElement {
  return h("span", { class: `badge ${status.name}`, title: status.about }, statusSwatch(status.name), status.label);
}
