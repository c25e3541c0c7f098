// Which entities are drawn: the most important ones of what the window shows, what the reader looks at, or a part.

import type { Filters } from "./filters";
import type { Model } from "./model";
import { state } from "./state";

export interface Window { left: number; right: number; low: number; high: number }

export const DENSITIES = [50, 150, 400, Infinity]; // entities drawn at once
const NEIGHBOURS = 40; // of the entity looked at, beyond the window's own
const RING = 48; // entities of one step of a neighbourhood
const LINES = 1500;

export interface Chosen { entities: number[]; facts: number[]; of: number; part: string }

export const budget = (): number => DENSITIES[Math.round(state.density)]!;

export const densityName = ["few", "some", "many", "all"] as const;

// How many entities one could see at most.
export function countShown(model: Model, filters: Filters): number {
  let count = 0;
  for (let entity = 0; entity < model.count; entity += 1) if (filters.entity(entity)) count += 1;
  return count;
}

// The most important entities of a window, none nearer than `apart` to a more important one.
export function inWindow(model: Model, filters: Filters, at: Window | null, keep: Iterable<number>, apart: number): number[] {
  const { x, y } = model.over.entities;
  const most = budget();
  const found = new Set<number>(keep);
  const room = new Spread(apart);
  for (let entity = 0, taken = 0; entity < model.count && taken < most; entity += 1) {
    if (!filters.entity(entity)) continue;
    if (at && (x[entity]! < at.left || x[entity]! > at.right || y[entity]! < at.low || y[entity]! > at.high)) continue;
    if (!room.take(x[entity]!, y[entity]!)) continue;
    found.add(entity);
    taken += 1;
  }
  return [...found].sort((a, b) => a - b);
}

// Points that keep their distance, found by a grid.
class Spread {
  private readonly cells = new Map<string, [number, number][]>();

  constructor(private readonly apart: number) {}

  take(x: number, y: number): boolean {
    if (this.apart <= 0) return true;
    const [column, row] = [Math.floor(x / this.apart), Math.floor(y / this.apart)];
    for (let i = column - 1; i <= column + 1; i += 1) {
      for (let j = row - 1; j <= row + 1; j += 1) {
        if (this.cells.get(`${i} ${j}`)?.some(([a, b]) => Math.hypot(a - x, b - y) < this.apart)) return false;
      }
    }
    const key = `${column} ${row}`;
    this.cells.set(key, [...(this.cells.get(key) ?? []), [x, y]]);
    return true;
  }
}

export function neighbours(model: Model, filters: Filters, entity: number, most = NEIGHBOURS): number[] {
  const found = new Set<number>();
  for (const fact of model.factsOf.of(entity)) if (filters.facts[fact]) found.add(model.other(fact, entity));
  found.delete(entity);
  return [...found].sort((a, b) => a - b).slice(0, most);
}

// The rings around an entity, step by step, with how many were left out.
export function rings(model: Model, filters: Filters, entity: number, steps: number): { rings: number[][]; left: number } {
  const seen = new Set([entity]);
  const found = [[entity]];
  let left = 0;
  for (let step = 0; step < steps; step += 1) {
    const next = new Set<number>();
    for (const from of found[step]!) for (const to of neighbours(model, filters, from, Infinity)) if (!seen.has(to)) next.add(to);
    const ranked = [...next].sort((a, b) => a - b);
    left += Math.max(0, ranked.length - RING * (step + 1));
    const kept = ranked.slice(0, RING * (step + 1));
    kept.forEach((each) => seen.add(each));
    found.push(kept);
  }
  return { rings: found.filter((ring) => ring.length), left };
}

// A shortest way over facts that pass, or null.
export function pathBetween(model: Model, filters: Filters, from: number, to: number): number[] | null {
  const before = new Int32Array(model.count).fill(-1);
  before[from] = from;
  let edge = [from];
  while (edge.length && before[to] === -1) {
    const next: number[] = [];
    for (const entity of edge) {
      for (const other of neighbours(model, filters, entity, Infinity)) {
        if (before[other] !== -1) continue;
        before[other] = entity;
        next.push(other);
      }
    }
    edge = next;
  }
  if (before[to] === -1) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before[path[0]!]!);
  return path;
}

// The facts between entities, those of the most important ones first.
export function factsAmong(model: Model, filters: Filters, entities: number[], most = LINES): number[] {
  const here = new Set(entities);
  const found: number[] = [];
  for (const entity of entities) {
    for (const fact of model.factsOf.of(entity)) {
      if (!filters.facts[fact]) continue;
      const other = model.other(fact, entity);
      if (!here.has(other) || other < entity) continue;
      found.push(fact);
      if (found.length >= most) return found;
    }
  }
  return found;
}
