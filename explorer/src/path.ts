// A way between two entities.

import { h } from "./dom";
import type { Model } from "./model";
import { searchField } from "./search";
import type { Finder } from "./search";
import { change } from "./state";

let number = 0;

export function pathForm(model: Model, finder: Finder, from: number): HTMLElement {
  number += 1;
  const list = h("ul", { id: `path-${number}`, class: "matches", role: "listbox", "aria-label": "Matches", hidden: true });
  const input = h("input", {
    type: "search", class: "path-to", placeholder: "Path to …", "aria-label": `Path from ${model.name(from)} to`, autocomplete: "off",
    role: "combobox", "aria-expanded": "false", "aria-controls": `path-${number}`, "aria-autocomplete": "list",
  }) as HTMLInputElement;
  searchField(input, list, model, finder, (to) => {
    change({ path: [model.over.entities.id[from]!, model.over.entities.id[to]!], steps: 0, view: "graph" });
  });
  return h("div", { class: "path-form" }, input, list);
}
