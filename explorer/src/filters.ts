// Which facts and entities pass what the reader has chosen.

import type { Model } from "./model";
import { state } from "./state";

export class Filters {
  readonly facts: Uint8Array; // 1 where a saying passes, observations too
  readonly degree: Int32Array; // facts of an entity that pass
  passing = 0;

  constructor(private readonly model: Model) {
    this.facts = new Uint8Array(model.sayings);
    this.degree = new Int32Array(model.count);
    this.refresh();
  }

  refresh(): void {
    const { over } = this.model;
    const kindOff = over.kinds.map((kind) => state.off.kind.has(kind.name));
    const relationOff = over.relations.map((relation) => state.off.relation.has(relation.name));
    const statusOff = over.statuses.map((status) => state.off.status.has(status.name));
    const doc = state.document ? (this.model.byDocument.get(state.document) ?? -2) : -1;
    const dated = state.from !== "" || state.until !== "";
    const hides = (entity: number): boolean => kindOff[over.entities.kind[entity]!]!;
    this.degree.fill(0);
    this.passing = 0;
    for (let saying = 0; saying < this.model.sayings; saying += 1) {
      const isFact = saying < this.model.facts;
      const hidden =
        statusOff[over.status[saying]!]! ||
        over.confidence[saying]! < state.least ||
        hides(this.model.subject(saying)) ||
        (isFact && (relationOff[over.facts.relation[saying]!]! || hides(over.facts.object[saying]!))) ||
        (doc !== -1 && !over.in[saying]!.includes(doc)) ||
        (dated && !this.inTime(saying));
      this.facts[saying] = hidden ? 0 : 1;
      if (!hidden && isFact) {
        this.passing += 1;
        this.degree[over.facts.subject[saying]!]! += 1;
        this.degree[over.facts.object[saying]!]! += 1;
      }
    }
  }

  // The time of a fact, or of the first document that says it.
  time(saying: number): string {
    const { over } = this.model;
    return over.when[saying] || over.documents[over.in[saying]![0]!]?.date || "";
  }

  private inTime(saying: number): boolean {
    const time = this.time(saying);
    if (!time) return false;
    return (!state.from || time >= state.from.slice(0, time.length)) && (!state.until || time.slice(0, state.until.length) <= state.until);
  }

  entity(entity: number): boolean {
    if (this.degree[entity]! > 0) return true;
    return state.alone && !state.off.kind.has(this.model.kind(entity).name);
  }
}
