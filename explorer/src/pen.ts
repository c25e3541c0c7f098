// One way to draw on a screen, in a PNG and in an SVG.

import { clean } from "./dom";

export interface Point { x: number; y: number }
export interface Stroke { color: string; width: number; dash?: number[]; alpha?: number }
export interface Words { size: number; color: string; weight?: number; halo?: string; alpha?: number; spacing?: number }

export interface Pen {
  line(points: Point[], stroke: Stroke): void; // two points, or three with the middle one pulling
  shape(points: Point[], fill: string | null, stroke: Stroke | null, alpha?: number): void; // closed
  blob(points: Point[], fill: string, stroke: Stroke, alpha: number): void; // closed and rounded
  circle(at: Point, radius: number, fill: string, stroke: Stroke | null, alpha?: number): void;
  text(at: Point, words: string, how: Words): void; // centred
}

export const FONT = 'Inter, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif';

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export class CanvasPen implements Pen {
  constructor(private readonly to: CanvasRenderingContext2D) {}

  private stroked(stroke: Stroke | null): void {
    if (!stroke) return;
    this.to.strokeStyle = stroke.color;
    this.to.lineWidth = stroke.width;
    this.to.setLineDash(stroke.dash ?? []);
    this.to.globalAlpha = stroke.alpha ?? 1;
    this.to.stroke();
    this.to.globalAlpha = 1;
  }

  private filled(fill: string | null, alpha: number): void {
    if (!fill) return;
    this.to.globalAlpha = alpha;
    this.to.fillStyle = fill;
    this.to.fill();
    this.to.globalAlpha = 1;
  }

  line([a, b, c]: Point[], stroke: Stroke): void {
    this.to.beginPath();
    this.to.moveTo(a!.x, a!.y);
    if (c) this.to.quadraticCurveTo(b!.x, b!.y, c.x, c.y);
    else this.to.lineTo(b!.x, b!.y);
    this.stroked(stroke);
  }

  shape(points: Point[], fill: string | null, stroke: Stroke | null, alpha = 1): void {
    this.to.beginPath();
    points.forEach(({ x, y }, at) => (at ? this.to.lineTo(x, y) : this.to.moveTo(x, y)));
    this.to.closePath();
    this.filled(fill, alpha);
    this.stroked(stroke);
  }

  blob(points: Point[], fill: string, stroke: Stroke, alpha: number): void {
    this.to.beginPath();
    const start = middle(points[points.length - 1]!, points[0]!);
    this.to.moveTo(start.x, start.y);
    points.forEach((point, at) => {
      const end = middle(point, points[(at + 1) % points.length]!);
      this.to.quadraticCurveTo(point.x, point.y, end.x, end.y);
    });
    this.filled(fill, alpha);
    this.stroked(stroke);
  }

  circle(at: Point, radius: number, fill: string, stroke: Stroke | null, alpha = 1): void {
    this.to.beginPath();
    this.to.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    this.filled(fill, alpha);
    this.stroked(stroke);
  }

  text(at: Point, words: string, { size, color, weight = 400, halo, alpha = 1, spacing = 0 }: Words): void {
    this.to.font = `${weight} ${size}px ${FONT}`;
    this.to.letterSpacing = `${spacing}px`;
    this.to.textAlign = "center";
    this.to.textBaseline = "middle";
    this.to.globalAlpha = alpha;
    if (halo) {
      this.to.lineJoin = "round";
      this.to.setLineDash([]);
      this.to.strokeStyle = halo;
      this.to.lineWidth = 3.5;
      this.to.strokeText(words, at.x, at.y);
    }
    this.to.fillStyle = color;
    this.to.fillText(words, at.x, at.y);
    this.to.globalAlpha = 1;
  }
}

const escaped = (text: string): string =>
  clean(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const short = (value: number): string => String(Math.round(value * 10) / 10);

export class SvgPen implements Pen {
  private readonly parts: string[] = [];

  private look(fill: string | null, stroke: Stroke | null, alpha = 1): string {
    const line = stroke
      ? ` stroke="${escaped(stroke.color)}" stroke-width="${short(stroke.width)}" stroke-opacity="${stroke.alpha ?? 1}"` +
        (stroke.dash?.length ? ` stroke-dasharray="${stroke.dash.join(" ")}"` : "")
      : "";
    return `fill="${fill ? escaped(fill) : "none"}"${alpha < 1 ? ` fill-opacity="${alpha}"` : ""}${line}`;
  }

  private path(d: string, look: string): void {
    this.parts.push(`<path d="${d}" ${look}/>`);
  }

  line([a, b, c]: Point[], stroke: Stroke): void {
    const rest = c ? `Q${short(b!.x)} ${short(b!.y)} ${short(c.x)} ${short(c.y)}` : `L${short(b!.x)} ${short(b!.y)}`;
    this.path(`M${short(a!.x)} ${short(a!.y)}${rest}`, this.look(null, stroke));
  }

  shape(points: Point[], fill: string | null, stroke: Stroke | null, alpha = 1): void {
    this.path(`M${points.map(({ x, y }) => `${short(x)} ${short(y)}`).join("L")}Z`, this.look(fill, stroke, alpha));
  }

  blob(points: Point[], fill: string, stroke: Stroke, alpha: number): void {
    const start = middle(points[points.length - 1]!, points[0]!);
    const curves = points.map((point, at) => {
      const end = middle(point, points[(at + 1) % points.length]!);
      return `Q${short(point.x)} ${short(point.y)} ${short(end.x)} ${short(end.y)}`;
    });
    this.path(`M${short(start.x)} ${short(start.y)}${curves.join("")}Z`, this.look(fill, stroke, alpha));
  }

  circle(at: Point, radius: number, fill: string, stroke: Stroke | null, alpha = 1): void {
    this.parts.push(`<circle cx="${short(at.x)}" cy="${short(at.y)}" r="${short(radius)}" ${this.look(fill, stroke, alpha)}/>`);
  }

  text(at: Point, words: string, { size, color, weight = 400, halo, alpha = 1, spacing = 0 }: Words): void {
    const under = halo ? ` stroke="${escaped(halo)}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"` : "";
    this.parts.push(
      `<text x="${short(at.x)}" y="${short(at.y)}" font-size="${size}" font-weight="${weight}" fill="${escaped(color)}"` +
        ` opacity="${alpha}" letter-spacing="${spacing}" text-anchor="middle" dominant-baseline="central"${under}>${escaped(words)}</text>`,
    );
  }

  whole(width: number, height: number, background: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(FONT)}">` +
      `<rect width="100%" height="100%" fill="${escaped(background)}"/>${this.parts.join("")}</svg>`
    );
  }
}
