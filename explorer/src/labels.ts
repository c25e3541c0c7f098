// Labels as on a map: the important ones first, none over another, at a size that can be read at every zoom.

import { FONT } from "./pen";
import type { Point } from "./pen";

interface Box { left: number; top: number; right: number; bottom: number }

const ruler = document.createElement("canvas").getContext("2d")!;
const widths = new Map<string, number>();

export function widthOf(text: string, size: number, weight = 400): number {
  const key = `${weight} ${size} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear();
    ruler.font = `${weight} ${size}px ${FONT}`;
    width = ruler.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

const CELL = 64;

export class Room {
  private readonly cells = new Map<string, Box[]>();

  private *keys(box: Box): Iterable<string> {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield `${x},${y}`;
    }
  }

  isFree(box: Box): boolean {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }

  take(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }
}

export const around = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2,
});

// A name short enough to stand under a spot.
export function shortened(name: string, most = 26): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}
