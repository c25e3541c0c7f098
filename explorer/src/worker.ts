// The query engine, apart from the page so that it never keeps the page waiting: oxigraph over the triples of graph.ttl.

import init, { Store } from "oxigraph/web.js";
import { asked, filled } from "./engine";
import type { Ask, Loaded } from "./engine";

let store: Store | null = null;

addEventListener("message", async ({ data }: MessageEvent<{ id: number; load?: Loaded; ask?: Ask }>) => {
  try {
    if (data.load) {
      await init({ module_or_path: data.load.engine });
      store = filled(new Store(), data.load);
      postMessage({ id: data.id, result: store.size });
    } else if (data.ask && store) postMessage({ id: data.id, result: asked(store, data.ask) });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
