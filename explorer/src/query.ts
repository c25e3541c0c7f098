import { $ } from "./dom";
import type { Stage } from "./graph";
import type { Model } from "./model";

export class Query {
  constructor(readonly model: Model, readonly stage: Stage | null) {}
  async show(): Promise<void> { $("view-query").textContent = ""; }
}
