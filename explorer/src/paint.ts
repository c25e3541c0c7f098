// A scene drawn with a pen: first what lies under, outlines and lines, then spots and words.

import { Room, around, shortened, widthOf } from "./labels";
import { corners, lineLook } from "./marks";
import type { Model } from "./model";
import type { Pen, Point, Stroke } from "./pen";
import { along } from "./scene";
import type { Line, Scene, Spot } from "./scene";

export interface Palette {
  canvas: string; text: string; muted: string; accent: string; edge: string; strong: string; negative: string; ended: string; area: string; rim: string;
}

export interface Attention {
  entities: Set<number>; // none: all are equal
  facts: Set<number>;
  lead: number; // the entity looked at, or -1
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    canvas: of("canvas"), text: of("text"), muted: of("muted"), accent: of("accent"), edge: of("edge"), strong: of("edge-strong"),
    negative: of("negative"), ended: of("ended"), area: of("area"), rim: of("rim"),
  };
}

const isQuiet = ({ entities, facts }: Attention): boolean => entities.size === 0 && facts.size === 0;

export function paintUnder(pen: Pen, scene: Scene, colors: Palette, model: Model, seen: Attention, crowded: boolean): void {
  for (const { points } of scene.outlines) pen.blob(points, colors.area, { color: colors.rim, width: 1, alpha: 1 }, 1);
  if (crowded) return;
  const quiet = isQuiet(seen);
  for (const line of scene.lines) {
    const looked = line.facts.some((fact) => seen.facts.has(fact));
    paintLine(pen, line, colors, model, looked ? "strong" : quiet ? "plain" : "faint");
  }
}

function paintLine(pen: Pen, line: Line, colors: Palette, model: Model, how: "plain" | "strong" | "faint"): void {
  const statuses = line.facts.map((fact) => model.status(fact).name);
  const look = lineLook(statuses.find((name) => lineLook(name).dash.length + lineLook(name).sign.length === 0) ?? statuses[0]!);
  const tone = look.tone === "edge" ? (how === "strong" ? colors.accent : colors.edge) : colors[look.tone];
  const alpha = how === "faint" ? 0.22 : how === "plain" ? 0.85 : 1;
  const stroke = { color: tone, width: (how === "strong" ? 2 : 1.15) + (line.strong ? 0.6 : 0), dash: look.dash, alpha };
  pen.line(line.bend ? [line.from, line.bend, line.to] : [line.from, line.to], stroke);
  if (how !== "faint" && !model.relation(line.facts[0]!).symmetric) paintArrow(pen, line, tone, alpha, how === "strong" ? 8 : 6.5);
  if (look.sign) paintSign(pen, line, look.sign, { ...stroke, dash: [], width: 1.8 }, colors.canvas);
}

function direction(line: Line, t: number): Point {
  const [a, b] = [along(line, Math.max(0, t - 0.02)), along(line, Math.min(1, t + 0.02))];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

function paintArrow(pen: Pen, line: Line, color: string, alpha: number, size: number): void {
  const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y);
  if (length < line.to.r + line.from.r + size + 12) return;
  const t = 1 - (line.to.r + 2.5) / length;
  const tip = along(line, t);
  const { x, y } = direction(line, t);
  const back = { x: tip.x - x * size, y: tip.y - y * size };
  const half = size * 0.42;
  pen.shape([tip, { x: back.x - y * half, y: back.y + x * half }, { x: back.x + y * half, y: back.y - x * half }], color, null, alpha);
}

function paintSign(pen: Pen, line: Line, sign: "cross" | "bar", stroke: Stroke, halo: string): void {
  const at = along(line, 0.5);
  const { x, y } = direction(line, 0.5);
  pen.circle(at, 6.5, halo, null);
  const s = 4.2;
  if (sign === "bar") {
    pen.line([{ x: at.x - y * 5.5, y: at.y + x * 5.5 }, { x: at.x + y * 5.5, y: at.y - x * 5.5 }], stroke);
  } else {
    pen.line([{ x: at.x - s, y: at.y - s }, { x: at.x + s, y: at.y + s }], stroke);
    pen.line([{ x: at.x - s, y: at.y + s }, { x: at.x + s, y: at.y - s }], stroke);
  }
}

export function paintOver(pen: Pen, scene: Scene, colors: Palette, model: Model, seen: Attention, crowded: boolean): void {
  const quiet = isQuiet(seen);
  const dim = (spot: Spot): boolean => !quiet && !seen.entities.has(spot.entity);
  if (!crowded) {
    for (const spot of [...scene.spots].reverse()) paintSpot(pen, spot, colors, model, dim(spot), spot.entity === seen.lead);
  }
  const room = new Room();
  for (const spot of scene.spots) if (spot.r > 3) room.take(around(spot, spot.r * 1.3, spot.r * 1.3));
  for (const line of crowded ? [] : scene.lines) if (line.facts.some((fact) => lineLook(model.status(fact).name).sign)) room.take(around(along(line, 0.5), 13, 13));
  const first = scene.spots.filter((spot) => seen.entities.has(spot.entity));
  const rest = scene.spots.filter((spot) => !seen.entities.has(spot.entity));
  const lead = first.filter((spot) => spot.entity === seen.lead);
  for (const spot of [...lead, ...first.filter((each) => each.entity !== seen.lead)]) paintName(pen, spot, colors, model, room, false, spot.entity === seen.lead);
  for (const { label, about, top, points } of scene.outlines) paintTitle(pen, label, about, top, points, colors, room, quiet);
  for (const spot of rest) paintName(pen, spot, colors, model, room, !quiet, false);
  paintRelations(pen, scene, colors, model, seen, room);
}

function paintSpot(pen: Pen, spot: Spot, colors: Palette, model: Model, faint: boolean, lead: boolean): void {
  const { color, shape } = model.kind(spot.entity);
  const rim = { color: lead ? colors.text : colors.canvas, width: lead ? 2.5 : 1.5 };
  const alpha = faint ? 0.3 : 1;
  const points = corners(shape, spot, spot.r);
  pen.circle(spot, spot.r + 1, colors.canvas, null);
  if (points.length) pen.shape(points, color, rim, alpha);
  else pen.circle(spot, spot.r, color, rim, alpha);
}

function paintName(pen: Pen, spot: Spot, colors: Palette, model: Model, room: Room, faint: boolean, lead: boolean): void {
  const size = spot.r > 13 || lead ? 13 : 12;
  const weight = spot.r > 9 || lead ? 600 : 450;
  const words = shortened(model.name(spot.entity), lead ? 48 : 26);
  const width = widthOf(words, size, weight) + 6;
  const below = spot.r + size * 0.5 + 4;
  const beside = spot.r + width / 2 + 3;
  const places = [
    { x: spot.x, y: spot.y + below },
    { x: spot.x, y: spot.y - below },
    { x: spot.x + beside, y: spot.y },
    { x: spot.x - beside, y: spot.y },
  ];
  const place = places.find((at) => room.isFree(around(at, width, size + 3))) ?? (lead ? places[0] : undefined);
  if (!place) return;
  room.take(around(place, width, size + 3));
  pen.text(place, words, { size, weight, color: colors.text, halo: colors.canvas, alpha: faint ? 0.35 : 1 });
}

function paintRelations(pen: Pen, scene: Scene, colors: Palette, model: Model, seen: Attention, room: Room): void {
  const few = scene.lines.length <= 60 && isQuiet(seen);
  for (const line of scene.lines) {
    if (!few && !line.facts.some((fact) => seen.facts.has(fact))) continue;
    const at = along(line, 0.5);
    const lead = line.facts[0]!;
    const more = line.facts.length > 1 ? ` +${line.facts.length - 1}` : "";
    const words = lineLook(model.status(lead).name).before + model.relation(lead).label + more;
    const width = widthOf(words, 11) + 6;
    const length = Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) - line.to.r - line.from.r;
    const sign = lineLook(model.status(lead).name).sign ? 14 : 0;
    const place = { x: at.x, y: at.y + sign };
    if (length < Math.min(width * 0.7, 60) || !room.isFree(around(place, width, 14))) continue;
    room.take(around(place, width, 14));
    pen.text(place, words, { size: 11, color: colors.muted, halo: colors.canvas });
  }
}

function paintTitle(pen: Pen, label: string, about: string, top: Point, points: Point[], colors: Palette, room: Room, quiet: boolean): void {
  const xs = points.map((p) => p.x);
  const words = `${shortened(label, 28)} · ${about}`.toUpperCase();
  const width = widthOf(words, 10.5, 600) + words.length * 0.7 + 10;
  if (Math.max(...xs) - Math.min(...xs) < width * 0.8) return;
  const place = { x: top.x, y: top.y + 1 };
  if (!room.isFree(around(place, width, 15))) return;
  room.take(around(place, width, 15));
  pen.text(place, words, { size: 10.5, weight: 600, color: colors.muted, halo: colors.canvas, spacing: 0.7, alpha: quiet ? 1 : 0.4 });
}
