// What is drawn now, in pixels of the screen: spots for entities, lines for facts, outlines for communities.

import type { Model } from "./model";
import type { Point } from "./pen";

export interface Spot extends Point { entity: number; r: number }
export interface Line { facts: number[]; from: Spot; to: Spot; bend: Point | null; strong: boolean }
export interface Outline { community: number; points: Point[]; label: string; about: string; top: Point }
export interface Scene { spots: Spot[]; lines: Line[]; outlines: Outline[]; width: number; height: number }

const FAN = 4; // facts of a pair that are drawn apart
const CROWD = 500; // facts beyond which each pair gets one line

export function linesOf(model: Model, facts: number[], spots: Map<number, Spot>): Line[] {
  const pairs = new Map<string, number[]>();
  for (const fact of facts) {
    const [a, b] = [model.subject(fact), model.object(fact)];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const group = pairs.get(key);
    if (group) group.push(fact);
    else pairs.set(key, [fact]);
  }
  const found: Line[] = [];
  for (const group of pairs.values()) {
    const drawn = group.length <= FAN && facts.length <= CROWD ? group.map((fact) => [fact]) : [group];
    drawn.forEach((together, rank) => found.push(lineOf(model, together, rank - (drawn.length - 1) / 2, spots)));
  }
  return found;
}

function lineOf(model: Model, facts: number[], side: number, spots: Map<number, Spot>): Line {
  const lead = facts[0]!;
  const [from, to] = [spots.get(model.subject(lead))!, spots.get(model.object(lead))!];
  const way = model.subject(lead) < model.object(lead) ? 1 : -1;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bow = side * way * Math.min(44, length * 0.3);
  const bend = from === to
    ? { x: from.x + 40, y: from.y - 60 }
    : side ? { x: (from.x + to.x) / 2 - (dy / length) * bow, y: (from.y + to.y) / 2 + (dx / length) * bow } : null;
  return { facts, from, to, bend, strong: facts.length > 1 };
}

// A point of a line, from 0 at its start to 1 at its end.
export function along({ from, to, bend }: Line, t: number): Point {
  if (!bend) return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * bend.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * bend.y + t * t * to.y,
  };
}

export function nearestLine(lines: Line[], at: Point, reach = 7): Line | null {
  let best: Line | null = null;
  let least = reach;
  for (const line of lines) {
    for (let step = 1; step < 24; step += 1) {
      const point = along(line, step / 24);
      const next = along(line, (step + 1) / 24);
      const distance = toSegment(at, point, next);
      if (distance < least) [best, least] = [line, distance];
    }
  }
  return best;
}

function toSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

const AROUND = 26; // free space between spots and the outline of their community
const LEAST = 3; // spots that make a community worth an outline

export function outlinesOf(model: Model, spots: Spot[], sizes: Map<number, number>): Outline[] {
  const groups = new Map<number, Spot[]>();
  for (const spot of spots) {
    const community = model.over.entities.community[spot.entity]!;
    if (community < 0) continue;
    const group = groups.get(community);
    if (group) group.push(spot);
    else groups.set(community, [spot]);
  }
  const found: Outline[] = [];
  for (const [community, group] of groups) {
    if (group.length < LEAST) continue;
    const ring = group.flatMap((spot) =>
      Array.from({ length: 10 }, (_, at) => {
        const angle = (at * Math.PI) / 5;
        return { x: spot.x + (spot.r + AROUND) * Math.cos(angle), y: spot.y + (spot.r + AROUND) * Math.sin(angle) };
      }),
    );
    const points = hull(ring);
    const top = points.reduce((one, other) => (other.y < one.y ? other : one));
    const middle = (Math.min(...points.map((p) => p.x)) + Math.max(...points.map((p) => p.x))) / 2;
    const lead = [...group].sort((a, b) => a.entity - b.entity)[0]!;
    found.push({ community, points, label: model.name(lead.entity), about: `${sizes.get(community) ?? group.length}`, top: { x: middle, y: top.y + 2 } });
  }
  return found;
}

// The convex hull (Andrew 1979).
export function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of from) {
      while (chain.length > 1) {
        const [a, b] = [chain[chain.length - 2]!, chain[chain.length - 1]!];
        if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0) break;
        chain.pop();
      }
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
