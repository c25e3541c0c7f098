// Builds what kg/export/explorer.py puts into the page: npm ci && npm run build. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";

const target = "../kg/export/explorer";
mkdirSync(target, { recursive: true });
const shared = { bundle: true, minify: true, format: "iife", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" };
await build({ ...shared, entryPoints: ["src/main.ts"], outfile: join(target, "explorer.js") });
await build({ ...shared, entryPoints: ["src/worker.ts"], outfile: join(target, "worker.js"), define: { "import.meta.url": '"about:blank"' } });
await build({ ...shared, entryPoints: ["src/page.css"], outfile: join(target, "explorer.css") });
writeFileSync(join(target, "page.html"), readFileSync("src/page.html"));
writeFileSync(join(target, "oxigraph.wasm.deflate"), deflateRawSync(readFileSync("node_modules/oxigraph/web_bg.wasm"), { level: 9 }));

// the licences of all that is bundled
const used = ["events", "graphology", "graphology-utils", "oxigraph", "sigma"];
const licences = used.map((name) => {
  const about = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(`node_modules/${name}/${file}`, "utf8").trim() : "Used under the Apache License 2.0, whose text is the LICENSE of kg (http://www.apache.org/licenses/LICENSE-2.0).";
  return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
});
writeFileSync(join(target, "THIRD-PARTY-LICENCES.txt"), licences.join("\n----\n\n"));

// what tests compare: whether the built files are of these sources
const sources = [...readdirSync("src").sort().map((name) => join("src", name)), "build.mjs", "package-lock.json", "package.json", "tsconfig.json"];
const hash = createHash("sha256");
for (const path of sources) hash.update(path.replaceAll("\\", "/")).update("\0").update(readFileSync(path)).update("\0");
writeFileSync(join(target, "SOURCES.sha256"), `${hash.digest("hex")}\n`);
