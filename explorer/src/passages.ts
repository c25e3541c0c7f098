// The words of a document with the parts that carry a fact in colour.

import { bdi, button, h, plural } from "./dom";
import type { Model } from "./model";
import { change } from "./state";

const LONG = 1400; // characters of a quote that a card shows

export const roleClass = (role: string): string =>
  ["subject", "object", "number", "cue"].includes(role) ? role : "other";

export function markedQuote(model: Model, passage: number): HTMLElement {
  const { evidence, roles } = model.more;
  const start = evidence.start[passage]!;
  const text = model.text(evidence.document[passage]!, start, evidence.length[passage]!);
  const marks = evidence.marks[passage]!;
  const pieces: (HTMLElement | string)[] = [];
  let at = 0;
  for (let mark = 0; mark < marks.length; mark += 3) {
    const [role, first, length] = [marks[mark]!, marks[mark + 1]!, marks[mark + 2]!];
    if (first < at || first + length > text.length) continue;
    pieces.push(cut(text.slice(at, first)), h("mark", { class: roleClass(roles[role]!), title: roles[role]! }, cut(text.slice(first, first + length))));
    at = first + length;
  }
  pieces.push(cut(text.slice(at)));
  return h("blockquote", {}, h("bdi", {}, pieces));
}

const cut = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG / 2)} … ${text.slice(-LONG / 2)}` : text).replace(/\s+/g, " ");

export function openDocument(model: Model, doc: number): void {
  change({ focus: { type: "document", id: model.over.documents[doc]!.id } });
}

export function quotation(model: Model, passage: number): HTMLElement {
  const { evidence, extractors } = model.more;
  const doc = evidence.document[passage]!;
  const date = model.over.documents[doc]!.date;
  return h(
    "figure", { class: "quote" },
    markedQuote(model, passage),
    h(
      "figcaption", {},
      button(bdi(model.docName(doc)), () => openDocument(model, doc), { class: "link", "data-document": model.over.documents[doc]!.id }),
      date ? ` · ${date}` : "", h("span", { class: "extractor", title: "What read it" }, ` · ${extractors[evidence.extractor[passage]!]}`),
    ),
  );
}

export function confidenceLine(model: Model, saying: number): HTMLElement {
  const passages = model.passagesOf(saying);
  const readers = [...new Set(passages.map((each) => model.more.extractors[model.more.evidence.extractor[each]!]!))];
  const [sources, documents] = [model.more.sources[saying]!, model.documentsOf(saying).length];
  const value = model.over.confidence[saying]!;
  return h(
    "p", { class: "sure" },
    h("span", { class: "meter", role: "img", "aria-label": `Confidence ${value} per cent` }, h("span", { class: `meter-fill w${Math.round(value / 5) * 5}` })),
    h("strong", {}, `${value} %`), " confidence",
    h("span", { class: "also" }, `${plural(sources, "independent source", "independent sources")} in ${plural(documents, "document", "documents")}, read by ${readers.join(", ") || "nothing known"}`),
  );
}

export const partsLegend = (): HTMLElement =>
  h("p", { class: "parts", "aria-label": "Colours of the marks" }, ["subject", "object", "number", "cue"].map((role) => h("mark", { class: role }, role)));
