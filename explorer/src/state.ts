// What the reader has chosen, and the part of the address that holds it, so that a link shows the same.

export type View = "graph" | "timeline" | "documents" | "query";
export type Focus = { type: "entity" | "saying" | "document"; id: string } | null;
export type Group = "kind" | "relation" | "status";

export interface State {
  view: View;
  focus: Focus;
  off: Record<Group, Set<string>>;
  least: number; // confidence in per cent
  document: string; // only facts of this document
  from: string; // only facts of these times
  until: string;
  alone: boolean; // show entities without a fact
  density: number;
  steps: number; // only what is this near the focus; 0 is all
  path: [string, string] | null;
  question: string;
}

export const initial = (): State => ({
  view: "graph", focus: null, off: { kind: new Set(), relation: new Set(), status: new Set() },
  least: 0, document: "", from: "", until: "", alone: false, density: 1, steps: 0, path: null, question: "",
});

export const state: State = initial();
const listeners: ((changed: Set<keyof State>) => void)[] = [];

export function onChange(listener: (changed: Set<keyof State>) => void): void {
  listeners.push(listener);
}

export function change(patch: Partial<State>): void {
  Object.assign(state, patch);
  history.replaceState(null, "", `#${written(state)}`);
  tell(new Set(Object.keys(patch) as (keyof State)[]));
}

function tell(changed: Set<keyof State>): void {
  for (const listener of listeners) listener(changed);
}

export const isFiltered = (): boolean =>
  Object.values(state.off).some((off) => off.size > 0) || state.least > 0 || state.document !== "" || state.from !== "" || state.until !== "";

const TYPES = { entity: "e", saying: "f", document: "d" } as const;

export function written(from: State): string {
  const found = new URLSearchParams();
  if (from.view !== "graph") found.set("view", from.view);
  if (from.focus) found.set(TYPES[from.focus.type], from.focus.id);
  for (const group of ["kind", "relation", "status"] as const) {
    if (from.off[group].size) found.set(`no-${group}`, [...from.off[group]].join(","));
  }
  for (const name of ["document", "from", "until", "question"] as const) if (from[name]) found.set(name, from[name]);
  if (from.least) found.set("least", String(from.least));
  if (from.alone) found.set("alone", "1");
  if (from.density !== 1) found.set("density", String(from.density));
  if (from.steps) found.set("steps", String(from.steps));
  if (from.path) { found.set("path-from", from.path[0]); found.set("path-to", from.path[1]); }
  return found.toString();
}

export function read(fragment: string): State {
  const found = new URLSearchParams(fragment.replace(/^#/, ""));
  const into = initial();
  const view = found.get("view") ?? "";
  if (view === "timeline" || view === "documents" || view === "query") into.view = view;
  for (const type of ["document", "saying", "entity"] as const) {
    const id = found.get(TYPES[type]);
    if (id) into.focus = { type, id };
  }
  for (const group of ["kind", "relation", "status"] as const) {
    into.off[group] = new Set((found.get(`no-${group}`) ?? "").split(",").filter(Boolean));
  }
  for (const name of ["document", "from", "until", "question"] as const) into[name] = found.get(name) ?? "";
  const numeric = (name: string, low: number, high: number, otherwise: number): number => {
    const value = Number(found.get(name) ?? otherwise);
    return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise;
  };
  into.least = numeric("least", 0, 100, 0);
  into.density = numeric("density", 0, 3, 1);
  into.steps = numeric("steps", 0, 3, 0);
  into.alone = found.has("alone");
  const [one, other] = [found.get("path-from"), found.get("path-to")];
  if (one && other) into.path = [one, other];
  return into;
}

export function restore(fragment: string): void {
  Object.assign(state, read(fragment));
  tell(new Set(Object.keys(state) as (keyof State)[]));
}
