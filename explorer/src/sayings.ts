// Facts and observations in words: how a fact reads from one side, with its amounts, times and status.

import { bdi, button, h, plural } from "./dom";
import { badge, lineLook } from "./marks";
import type { Model } from "./model";
import { change } from "./state";

export function entityLink(model: Model, entity: number, here = -1): HTMLElement {
  if (entity === here) return bdi(model.name(entity), { class: "here" });
  return button(bdi(model.name(entity)), () => change({ focus: { type: "entity", id: model.over.entities.id[entity]! } }), {
    class: "link", "data-entity": model.over.entities.id[entity]!,
  });
}

export const openSaying = (model: Model, saying: number): void => change({ focus: { type: "saying", id: model.more.id[saying]! } });

// The relation as it reads from an entity: its label, or that of the inverse.
export function readFrom(model: Model, fact: number, entity: number): string {
  const relation = model.relation(fact);
  return model.subject(fact) === entity || relation.symmetric ? relation.label : relation.inverse || `← ${relation.label}`;
}

export function saidOf(model: Model, fact: number): string {
  return lineLook(model.status(fact).name).before + model.relation(fact).label;
}

export function sentence(model: Model, fact: number): HTMLElement {
  return h(
    "p", { class: "sentence" },
    entityLink(model, model.subject(fact)), " ", h("span", { class: "says" }, saidOf(model, fact)), " ", entityLink(model, model.object(fact)),
  );
}

export function qualifiers(model: Model, saying: number): HTMLElement | null {
  const own = model.more.qualifiers[saying]!;
  if (!own.length) return null;
  return h("dl", { class: "qualifiers" }, own.map(([label, text]) => [h("dt", {}, model.more.labels[label]!), h("dd", {}, bdi(text))]));
}

const NAMED = new Set(["from", "until", "for"]);

// One row of a card: who, how much, when, and whether it is so.
export function factRow(model: Model, fact: number, entity: number): HTMLElement {
  const status = model.status(fact);
  const other = model.other(fact, entity);
  // "2028" alone would not tell whether something starts or ends then
  const own = model.more.qualifiers[fact]!.map(([label, text]) => (NAMED.has(model.more.labels[label]!) ? `${model.more.labels[label]!} ${text}` : text));
  const passages = model.more.all[fact]!;
  const about = `${model.name(entity)} ${readFrom(model, fact, entity)} ${model.name(other)}, ${status.label}, ${plural(passages, "passage", "passages")}`;
  return h(
    "li", { class: `fact ${status.name}` },
    h("div", { class: "who" }, entityLink(model, other), isPlain(status.name) ? null : badge(status)),
    own.length ? h("div", { class: "how" }, bdi(own.join(" · "))) : null,
    button([plural(passages, "passage", "passages"), ` · ${model.over.confidence[fact]} %`], () => openSaying(model, fact), {
      class: "why", "aria-label": `Evidence: ${about}`, "data-saying": model.more.id[fact]!,
    }),
  );
}

const isPlain = (status: string): boolean => {
  const look = lineLook(status);
  return !look.dash.length && !look.sign;
};

// Facts of the same two and relation that differ in status: what speaks against, or came later.
export function otherwise(model: Model, fact: number): number[] {
  const found: number[] = [];
  for (const each of model.factsOf.of(model.subject(fact))) {
    const same = model.subject(each) === model.subject(fact) && model.object(each) === model.object(fact);
    if (each !== fact && same && model.relation(each) === model.relation(fact)) found.push(each);
  }
  return found;
}

export function observationSentence(model: Model, saying: number): HTMLElement {
  const [metric, change_, value] = model.more.observations[saying - model.facts]!;
  return h("p", { class: "sentence" }, entityLink(model, model.subject(saying)), " ", h("span", { class: "says" }, `${metric} ${change_}`), " ", bdi(value, { class: "value" }));
}
