// The picture: sigma holds the camera, finds what is under the pointer and draws crowds; two canvases draw the rest.

import Graph from "graphology";
import Sigma from "sigma";
import type { CameraState } from "sigma/types";
import { $ } from "./dom";
import type { Model } from "./model";
import { paintOver, paintUnder, palette } from "./paint";
import type { Attention, Palette } from "./paint";
import { CanvasPen } from "./pen";
import type { Pen, Point } from "./pen";
import { linesOf, nearestLine, outlinesOf } from "./scene";
import type { Line, Scene, Spot } from "./scene";
import type { Window } from "./visible";

export const CROWD = 900; // entities beyond which sigma draws alone
const CLEAR = "rgba(0,0,0,0)";

export interface Part { entities: number[]; facts: number[]; places: Map<number, Point> | null }
export interface Listeners {
  moved: () => void;
  hovered: (what: { entity?: number; line?: Line } | null, at: Point) => void;
  pressed: (what: { entity?: number; line?: Line } | null) => void;
}

export class View {
  private readonly graph = new Graph({ multi: true, type: "directed" });
  private readonly sigma: Sigma;
  private colors: Palette = palette();
  private part: Part = { entities: [], facts: [], places: null };
  private readonly sizes = new Map<number, number>();
  private readonly growth: number; // of a radius, in pixels, by the root of the number of facts
  scene: Scene = { spots: [], lines: [], outlines: [], width: 0, height: 0 };
  seen: Attention = { entities: new Set(), facts: new Set(), lead: -1 };

  constructor(private readonly model: Model, on: Listeners) {
    for (const community of model.over.entities.community) this.sizes.set(community, (this.sizes.get(community) ?? 0) + 1);
    const most = Array.from({ length: model.count }, (_, entity) => model.factsOf.of(entity).length).reduce((a, b) => Math.max(a, b), 1);
    this.growth = Math.min(1.9, 13 / Math.sqrt(most));
    this.sigma = new Sigma(this.graph, $("sigma"), {
      renderLabels: false, allowInvalidContainer: true, zIndex: false, stagePadding: 54, minCameraRatio: 0.0005, maxCameraRatio: 3,
      zoomToSizeRatioFunction: (ratio) => Math.pow(ratio, 0.3), defaultDrawNodeHover: () => undefined, hideEdgesOnMove: true,
      defaultEdgeColor: this.colors.edge, zoomDuration: 220,
    });
    this.sigma.setCustomBBox(this.wholeBox());
    this.sigma.on("afterRender", () => this.paint());
    this.sigma.getCamera().on("updated", on.moved);
    this.sigma.on("clickNode", ({ node }) => on.pressed({ entity: Number(node) }));
    this.sigma.on("clickStage", ({ event }) => {
      const line = this.lineAt(event);
      on.pressed(line ? { line } : null);
    });
    this.sigma.on("enterNode", ({ node, event }) => on.hovered({ entity: Number(node) }, event));
    this.sigma.on("leaveNode", ({ event }) => on.hovered(null, event));
    this.sigma.on("moveBody", ({ event }) => {
      const line = this.lineAt(event);
      $("sigma").classList.toggle("on-line", line !== null);
      on.hovered(line ? { line } : null, event);
    });
  }

  private lineAt(at: Point): Line | null {
    return this.isCrowd ? null : nearestLine(this.scene.lines, at);
  }

  get isCrowd(): boolean { return this.part.entities.length > CROWD; }

  private wholeBox(): { x: [number, number]; y: [number, number] } {
    const { x, y } = this.model.over.entities;
    const inside = Array.from(x.keys()).filter((at) => this.model.over.entities.community[at]! >= 0);
    return boxOf((inside.length ? inside : Array.from(x.keys())).map((at) => ({ x: x[at]!, y: y[at]! })));
  }

  place(entity: number): Point {
    const { x, y } = this.model.over.entities;
    return this.part.places?.get(entity) ?? { x: x[entity]!, y: y[entity]! };
  }

  radius(entity: number): number {
    return 3.6 + this.growth * Math.sqrt(this.model.factsOf.of(entity).length);
  }

  // Shows these entities and facts; with places of their own the picture is fitted to them.
  show(part: Part): void {
    const moved = part.places !== this.part.places;
    this.part = part;
    const crowd = this.isCrowd;
    this.graph.clear();
    for (const entity of part.entities) {
      const size = this.radius(entity);
      this.graph.addNode(entity, { ...this.place(entity), size: crowd ? size * 0.5 : size, color: crowd ? this.model.kind(entity).color : CLEAR });
    }
    if (crowd) for (const fact of part.facts) this.graph.addEdge(this.model.subject(fact), this.model.object(fact), { size: 0.4 });
    if (moved) {
      this.sigma.setCustomBBox(part.places ? boxOf([...part.places.values()]) : this.wholeBox());
      this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 });
    }
    this.sigma.refresh();
  }

  attend(seen: Attention): void {
    this.seen = seen;
    this.paint();
  }

  recolor(): void {
    this.colors = palette();
    this.sigma.setSetting("defaultEdgeColor", this.colors.edge);
    this.sigma.refresh();
  }

  window(): Window {
    const { width, height } = this.sigma.getDimensions();
    const [a, b] = [this.sigma.viewportToGraph({ x: 0, y: 0 }), this.sigma.viewportToGraph({ x: width, y: height })];
    return { left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) };
  }

  get unitsOfPixel(): number {
    const { left, right } = this.window();
    return (right - left) / (this.sigma.getDimensions().width || 1);
  }

  get zoomed(): number { return this.sigma.getCamera().getState().ratio; }

  resized(): void {
    this.sigma.resize();
    this.sigma.refresh();
  }

  zoom(by: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * by) }, { duration: 180 });
  }

  pan(x: number, y: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ x: camera.x + x * camera.ratio, y: camera.y + y * camera.ratio }, { duration: 120 });
  }

  reset(): void {
    void this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: 260 });
  }

  // Moves the camera so that these entities are seen, and no nearer than is needed.
  fit(entities: number[]): void {
    if (!entities.length) return;
    const to = this.cameraFor(entities);
    if (to) void this.sigma.getCamera().animate(to, { duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : 420 });
  }

  private cameraFor(entities: number[]): Partial<CameraState> | null {
    const points = entities.map((entity) => this.sigma.graphToViewport(this.place(entity)));
    const { width, height } = this.sigma.getDimensions();
    const { x: [left, right], y: [top, bottom] } = boxOf(points);
    const inside = left > 40 && right < width - 40 && top > 40 && bottom < height - 40;
    const camera = this.sigma.getCamera();
    const room = entities.length < 4 ? 2.4 : 1; // a few are not blown up to the whole window
    const scale = Math.max((room * (right - left)) / (width - 160), (room * (bottom - top)) / (height - 160), 0.001);
    if (inside && scale > 0.12) return null;
    const centre = this.sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 });
    const nearest = entities.length === 1 ? Math.min(camera.ratio, 0.35) : camera.ratio * scale;
    return { x: centre.x, y: centre.y, ratio: Math.max(0.02, Math.min(1.4, Math.max(nearest, camera.ratio * 0.15))) };
  }

  private build(): void {
    const { width, height } = this.sigma.getDimensions();
    const spots: Spot[] = this.part.entities.map((entity) => {
      const { x, y } = this.sigma.graphToViewport(this.place(entity));
      return { entity, x, y, r: this.sigma.scaleSize(this.radius(entity)) };
    });
    const byEntity = new Map(spots.map((spot) => [spot.entity, spot]));
    const lines = this.isCrowd ? [] : linesOf(this.model, this.part.facts, byEntity);
    const outlines = this.part.places ? [] : outlinesOf(this.model, spots, this.sizes);
    this.scene = { spots, lines, outlines, width, height };
  }

  private paint(): void {
    this.build();
    const { width, height } = this.scene;
    for (const [id, part] of [["under", paintUnder], ["over", paintOver]] as const) {
      const canvas = $<HTMLCanvasElement>(id);
      const scale = window.devicePixelRatio || 1;
      if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
        canvas.width = Math.round(width * scale);
        canvas.height = Math.round(height * scale);
      }
      const to = canvas.getContext("2d")!;
      to.setTransform(scale, 0, 0, scale, 0, 0);
      to.clearRect(0, 0, width, height);
      part(new CanvasPen(to), this.scene, this.colors, this.model, this.seen, this.isCrowd);
    }
  }

  // The same picture with another pen, for a file; a crowd is drawn in full there.
  draw(pen: Pen): void {
    const lines = this.isCrowd ? linesOf(this.model, this.part.facts, new Map(this.scene.spots.map((s) => [s.entity, s]))) : this.scene.lines;
    const scene = { ...this.scene, lines };
    paintUnder(pen, scene, this.colors, this.model, this.seen, false);
    paintOver(pen, scene, this.colors, this.model, this.seen, false);
  }

  get background(): string { return this.colors.canvas; }
  get shown(): Part { return this.part; }
}

function boxOf(points: Point[]): { x: [number, number]; y: [number, number] } {
  const box: { x: [number, number]; y: [number, number] } = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const { x, y } of points) {
    box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
    box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
  }
  return points.length ? box : { x: [0, 1], y: [0, 1] };
}
