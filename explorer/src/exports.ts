// What is seen, as a file: PNG, SVG, or the facts as CSV.

import { saved } from "./dom";
import type { Model } from "./model";
import { CanvasPen, SvgPen } from "./pen";
import type { View } from "./view";

export function asSvg(view: View): string {
  const pen = new SvgPen();
  view.draw(pen);
  return pen.whole(view.scene.width, view.scene.height, view.background);
}

export function asPng(view: View, scale = 2): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = view.scene.width * scale;
  canvas.height = view.scene.height * scale;
  const to = canvas.getContext("2d")!;
  to.scale(scale, scale);
  to.fillStyle = view.background;
  to.fillRect(0, 0, view.scene.width, view.scene.height);
  view.draw(new CanvasPen(to));
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

// RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
export function csv(rows: (string | number)[][]): string {
  const cell = (value: string | number): string => {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export function factsCsv(model: Model, facts: number[]): string {
  const header = ["id", "subject", "relation", "object", "status", "confidence", "time", "qualifiers", "documents", "quote"];
  const rows = facts.map((fact) => {
    const [passage] = model.passagesOf(fact);
    const { evidence } = model.more;
    const quote = passage === undefined ? "" : model.text(evidence.document[passage]!, evidence.start[passage]!, evidence.length[passage]!);
    return [
      model.more.id[fact]!, model.name(model.subject(fact)), model.relation(fact).name, model.name(model.object(fact)), model.status(fact).name,
      model.over.confidence[fact]! / 100, model.over.when[fact]!,
      model.more.qualifiers[fact]!.map(([label, text]) => `${model.more.labels[label]}: ${text}`).join("; "),
      model.documentsOf(fact).map((doc) => model.over.documents[doc]!.id).join("; "), quote,
    ];
  });
  return csv([header, ...rows]);
}

export const save = {
  png: async (view: View): Promise<void> => saved("graph.png", await asPng(view)),
  svg: (view: View): void => saved("graph.svg", new Blob([asSvg(view)], { type: "image/svg+xml" })),
  csv: (model: Model, facts: number[]): void => saved("facts.csv", new Blob([factsCsv(model, facts)], { type: "text/csv" })),
};
