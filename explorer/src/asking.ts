// The way to the engine: a worker made of a block of the page, started when it is first needed.

import { bytesOf } from "./blocks";
import type { Answer, Ask } from "./engine";

export class Engine {
  private worker: Worker | null = null;
  private started: Promise<number> | null = null;
  private readonly waiting = new Map<number, { done: (result: never) => void; failed: (error: Error) => void }>();
  private number = 0;

  // Starts the engine; the number of its triples.
  start(ontology: string, graph: string): Promise<number> {
    this.started ??= this.load(ontology, graph);
    return this.started;
  }

  private async load(ontology: string, graph: string): Promise<number> {
    const [script, engine, triples, texts] = await Promise.all(["worker", "engine", "triples", "texts"].map(bytesOf));
    const address = URL.createObjectURL(new Blob([script!], { type: "text/javascript" }));
    this.worker = new Worker(address);
    this.worker.addEventListener("message", ({ data }) => this.answered(data));
    this.worker.addEventListener("error", (event) => this.failed(event.message || "The query engine could not be started."));
    const load = { engine: engine!.buffer, triples: triples!, texts: texts!, ontology, graph };
    return this.send<number>({ load }, [engine!.buffer, triples!.buffer, texts!.buffer]);
  }

  ask(ask: Ask): Promise<Answer> {
    return this.send<Answer>({ ask }, []);
  }

  private send<T>(message: object, moved: Transferable[]): Promise<T> {
    this.number += 1;
    const id = this.number;
    return new Promise<T>((done, failed) => {
      this.waiting.set(id, { done: done as (result: never) => void, failed });
      this.worker!.postMessage({ id, ...message }, moved);
    });
  }

  private answered({ id, result, error }: { id: number; result?: unknown; error?: string }): void {
    const waiter = this.waiting.get(id);
    this.waiting.delete(id);
    if (error !== undefined) waiter?.failed(new Error(error));
    else waiter?.done(result as never);
  }

  private failed(words: string): void {
    for (const { failed } of this.waiting.values()) failed(new Error(words));
    this.waiting.clear();
  }
}
