// Search as you type, over names and aliases.

import { $, bdi, fill, h } from "./dom";
import { kindSwatch } from "./marks";
import type { Model } from "./model";

const MOST = 9;
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

export class Finder {
  private readonly names: string[];
  private aliases: string[][] | null = null;

  constructor(private readonly model: Model, private readonly fits: (entity: number) => boolean = () => true) {
    this.names = model.over.entities.name.map(folded);
  }

  // Names that begin with the words come first, then words within, then anything; the more important before others.
  find(words: string, most = MOST): number[] {
    const wanted = folded(words.trim());
    if (!wanted) return [];
    if (!this.aliases && this.model.detailed) this.aliases = this.model.more.aliases.map((each) => each.map(folded));
    const hits: { entity: number; rank: number }[] = [];
    for (let entity = 0; entity < this.names.length; entity += 1) {
      if (!this.fits(entity)) continue;
      let rank = rankOf(this.names[entity]!, wanted);
      for (const alias of this.aliases?.[entity] ?? []) rank = Math.min(rank, rankOf(alias, wanted) + 0.5);
      if (rank < 3) hits.push({ entity, rank });
    }
    return hits.sort((a, b) => a.rank - b.rank || a.entity - b.entity).slice(0, most).map((hit) => hit.entity);
  }
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return -1;
  if (name.startsWith(wanted)) return 0;
  if (name.includes(` ${wanted}`)) return 1;
  return name.includes(wanted) ? 2 : 9;
}

// A field with matches below it; `picked` gets the entity.
export function searchField(input: HTMLInputElement, list: HTMLElement, model: Model, finder: Finder, picked: (entity: number) => void): void {
  let hits: number[] = [];
  let chosen = 0;
  const show = (): void => {
    const items = hits.map((entity, at) =>
      h(
        "li",
        { id: `${list.id}-${at}`, role: "option", "aria-selected": String(at === chosen), onmousedown: (event: Event) => { event.preventDefault(); pick(at); } },
        kindSwatch(model.kind(entity)), bdi(model.name(entity)), h("span", { class: "count" }, model.kind(entity).label),
      ),
    );
    const none = input.value.trim() && !items.length ? h("li", { class: "none" }, "No entity of that name") : null;
    fill(list, items, none);
    list.hidden = !items.length && !none;
    input.setAttribute("aria-expanded", String(items.length > 0));
    if (items.length) input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = (): void => { hits = []; list.hidden = true; input.setAttribute("aria-expanded", "false"); };
  const pick = (at: number): void => {
    const entity = hits[at];
    if (entity === undefined) return;
    input.value = "";
    close();
    picked(entity);
  };
  input.addEventListener("input", () => { hits = finder.find(input.value); chosen = 0; show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) { event.preventDefault(); chosen = (chosen + step + hits.length) % hits.length; show(); }
    else if (event.key === "Enter") { event.preventDefault(); pick(chosen); }
    else if (event.key === "Escape") { input.value = ""; close(); }
  });
}

export const focusSearch = (): void => $("search").focus();
