// Where entities stand when only a part of the graph is shown: rings around one, or a way in a row.

import type { Model } from "./model";
import type { Point } from "./pen";
import type { Filters } from "./filters";
import { neighbours } from "./visible";

const APART = 3.4; // between neighbours on a ring

export function onRings(model: Model, filters: Filters, rings: number[][]): Map<number, Point> {
  const found = new Map<number, Point>();
  const angles = new Map<number, number>();
  let radius = 0;
  rings.forEach((ring, step) => {
    if (step === 0) {
      found.set(ring[0]!, { x: 0, y: 0 });
      angles.set(ring[0]!, 0);
      return;
    }
    radius = Math.max(radius + 8, (ring.length * APART) / (2 * Math.PI));
    const wanted = (entity: number): number => {
      const near = neighbours(model, filters, entity, Infinity).map((each) => angles.get(each)).filter((angle) => angle !== undefined);
      return step > 1 && near.length ? Math.atan2(near.reduce((sum, a) => sum + Math.sin(a), 0), near.reduce((sum, a) => sum + Math.cos(a), 0)) : 0;
    };
    const kinds = model.over.entities.kind;
    const order = ring.map((entity) => ({ entity, at: wanted(entity) }));
    order.sort((a, b) => a.at - b.at || kinds[a.entity]! - kinds[b.entity]! || a.entity - b.entity);
    order.forEach(({ entity }, rank) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * (rank + (step % 2) / 2)) / ring.length;
      angles.set(entity, angle);
      found.set(entity, { x: radius * 1.3 * Math.cos(angle), y: radius * Math.sin(angle) });
    });
  });
  return found;
}

export function inRow(path: number[]): Map<number, Point> {
  return new Map(path.map((entity, at) => [entity, { x: at * 10, y: at % 2 ? 1.5 : -1.5 }]));
}
