// A document with all that was read from it marked; a mark leads to its fact.

import { address, bdi, button, h, plural } from "./dom";
import type { Model } from "./model";
import { openSaying, saidOf } from "./sayings";
import { change, state } from "./state";

interface Passage { start: number; end: number; sayings: number[] }

function passagesIn(model: Model, doc: number): Passage[] {
  const { evidence, passages } = model.more;
  const found = new Map<string, Passage>();
  let passage = 0;
  passages.forEach((count, saying) => {
    for (let each = 0; each < count; each += 1, passage += 1) {
      if (evidence.document[passage] !== doc) continue;
      const [start, end] = [evidence.start[passage]!, evidence.start[passage]! + evidence.length[passage]!];
      const key = `${start} ${end}`;
      const known = found.get(key) ?? { start, end, sayings: [] };
      if (!known.sayings.includes(saying)) known.sayings.push(saying);
      found.set(key, known);
    }
  });
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

// What a passage says, in a few words.
function said(model: Model, saying: number): HTMLElement {
  const words = model.isFact(saying)
    ? [bdi(model.name(model.subject(saying))), ` ${saidOf(model, saying)} `, bdi(model.name(model.object(saying)))]
    : [bdi(model.name(model.subject(saying))), ` ${model.more.observations[saying - model.facts]!.slice(0, 3).join(" ")}`];
  return button(words, () => openSaying(model, saying), { class: "note", "data-saying": model.more.id[saying]! });
}

function text(model: Model, doc: number): HTMLElement {
  const all = passagesIn(model, doc);
  const parts: (HTMLElement | string)[] = [];
  for (const [from, piece] of model.pieces(doc)) {
    if (from > 0) parts.push(h("p", { class: "gap" }, "…"));
    const body = h("div", { class: "piece", dir: "auto" });
    let at = from;
    for (const { start, end, sayings } of all) {
      if (start < at || end > from + piece.length) continue;
      body.append(h("span", {}, piece.slice(at - from, start - from)));
      body.append(h("span", { class: "said" }, piece.slice(start - from, end - from)), h("span", { class: "notes" }, sayings.map((each) => said(model, each))));
      at = end;
    }
    body.append(h("span", {}, piece.slice(at - from)));
    parts.push(body);
  }
  return h("div", { class: "text" }, parts);
}

export function reader(model: Model, doc: number): (HTMLElement | null)[] {
  const { id, title, date, source } = model.over.documents[doc]!;
  const link = address(source);
  const only = state.document === id;
  const count = passagesIn(model, doc).reduce((sum, each) => sum + each.sayings.length, 0);
  return [
    h("p", { class: "kind" }, "Document"),
    h("h2", { dir: "auto" }, title || id),
    h("p", { class: "also" }, [date, id].filter(Boolean).join(" · ")),
    link ? h("p", { class: "also" }, h("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, link)) : null,
    h(
      "p", { class: "actions" },
      button(only ? "Show all documents" : "Show only its facts", () => change({ document: only ? "" : id, view: "graph" }), { class: "action" }),
      h("span", { class: "also" }, plural(count, "thing read from it", "things read from it")),
    ),
    model.over.whole ? null : h("p", { class: "hint" }, "The texts are large, so this page holds what was read with some words around it."),
    text(model, doc),
  ];
}
