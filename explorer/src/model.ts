// The graph as the page holds it: entities, sayings (facts, then observations) and documents by their numbers.

import { jsonOf } from "./blocks";

export interface Kind { name: string; label: string; about: string; color: string; shape: string }
export interface Relation { name: string; label: string; inverse: string; about: string; symmetric: boolean }
export interface Status { name: string; label: string; about: string }
export interface Doc { id: string; title: string; date: string; source?: string }

interface Overview {
  title: string; base: string; kinds: Kind[]; relations: Relation[]; statuses: Status[]; documents: Doc[]; whole: boolean;
  part?: Record<"entities" | "facts" | "observations" | "documents", [number, number]>; // of a large graph: how much is here, and how much there is
  entities: { id: string[]; name: string[]; kind: number[]; weight: number[]; x: number[]; y: number[]; community: number[] };
  facts: { subject: number[]; relation: number[]; object: number[] };
  observations: number[];
  status: number[]; confidence: number[]; when: string[]; in: number[][];
}

interface Details {
  id: string[]; aliases: string[][]; identifiers: [string, string][][]; mentions: number[]; named: number[][];
  qualifiers: [number, string][][]; headline: string[]; labels: string[]; sources: number[]; contradicts: number[][]; ended: number[][];
  observations: [string, string, string, number?, string?, string?][];
  extractors: string[]; roles: string[]; passages: number[]; all: number[];
  facts?: number[]; documents?: number[]; // of a part: how many facts each entity has in the whole graph, and documents that name it
  evidence: { document: number[]; start: number[]; length: number[]; extractor: number[]; marks: number[][] };
}

// Lists of numbers by number, kept in two flat arrays.
class Lists {
  private readonly first: Int32Array;
  private readonly items: Int32Array;

  constructor(count: number, pairs: (add: (key: number, item: number) => void) => void) {
    this.first = new Int32Array(count + 1);
    pairs((key) => { this.first[key + 1]! += 1; });
    for (let at = 0; at < count; at += 1) this.first[at + 1]! += this.first[at]!;
    this.items = new Int32Array(this.first[count]!);
    const next = this.first.slice();
    pairs((key, item) => { this.items[next[key]!] = item; next[key]! += 1; });
  }

  of(key: number): Int32Array {
    return this.items.subarray(this.first[key]!, this.first[key + 1]!);
  }
}

export class Model {
  readonly facts: number; // how many; sayings from this number on are observations
  readonly sayings: number;
  readonly factsOf: Lists;
  readonly observationsOf: Lists;
  readonly byEntity: Map<string, number>;
  readonly byDocument: Map<string, number>;
  private details: Details | null = null;
  private passages: Int32Array | null = null;
  private texts: [number, string][][] | null = null;
  private sayingIds: Map<string, number> | null = null;
  readonly whenDetailed: Promise<void>;

  constructor(readonly over: Overview) {
    const { subject, object } = over.facts;
    this.facts = subject.length;
    this.sayings = over.status.length;
    this.factsOf = new Lists(this.count, (add) => {
      for (let fact = 0; fact < this.facts; fact += 1) {
        add(subject[fact]!, fact);
        if (object[fact] !== subject[fact]) add(object[fact]!, fact);
      }
    });
    this.observationsOf = new Lists(this.count, (add) => over.observations.forEach((entity, at) => add(entity, this.facts + at)));
    this.byEntity = new Map(over.entities.id.map((id, at) => [id, at]));
    this.byDocument = new Map(over.documents.map((doc, at) => [doc.id, at]));
    this.whenDetailed = new Promise((resolve) => setTimeout(resolve, 0)).then(() => this.loadDetails());
  }

  static async load(): Promise<Model> {
    return new Model(await jsonOf<Overview>("overview"));
  }

  private async loadDetails(): Promise<void> {
    const [details, texts] = await Promise.all([jsonOf<Details>("details"), jsonOf<[number, string][][]>("texts")]);
    this.passages = new Int32Array(details.passages.length + 1);
    details.passages.forEach((count, at) => { this.passages![at + 1] = this.passages![at]! + count; });
    this.sayingIds = new Map(details.id.map((id, at) => [id, at]));
    this.texts = texts;
    this.details = details;
  }

  get count(): number { return this.over.entities.id.length; }
  get more(): Details {
    if (!this.details) throw new Error("details are not loaded yet");
    return this.details;
  }
  get detailed(): boolean { return this.details !== null; }

  name = (entity: number): string => this.over.entities.name[entity]!;
  kind = (entity: number): Kind => this.over.kinds[this.over.entities.kind[entity]!]!;
  subject = (saying: number): number => (saying < this.facts ? this.over.facts.subject[saying]! : this.over.observations[saying - this.facts]!);
  object = (fact: number): number => this.over.facts.object[fact]!;
  other = (fact: number, entity: number): number => (this.subject(fact) === entity ? this.object(fact) : this.subject(fact));
  relation = (fact: number): Relation => this.over.relations[this.over.facts.relation[fact]!]!;
  status = (saying: number): Status => this.over.statuses[this.over.status[saying]!]!;
  isFact = (saying: number): boolean => saying < this.facts;
  saying = (id: string): number | undefined => this.sayingIds?.get(id);
  documentsOf = (saying: number): number[] => this.over.in[saying]!;
  docName = (doc: number): string => this.over.documents[doc]!.title || this.over.documents[doc]!.id;

  // The passages of a saying, by their numbers.
  passagesOf(saying: number): number[] {
    const first = this.passages![saying]!;
    return Array.from({ length: this.passages![saying + 1]! - first }, (_, at) => first + at);
  }

  pieces = (doc: number): [number, string][] => this.texts![doc]!;

  text(doc: number, start: number, length: number): string {
    for (const [from, text] of this.pieces(doc)) {
      if (from <= start && start < from + text.length) return text.slice(start - from, start - from + length);
    }
    return "";
  }
}
