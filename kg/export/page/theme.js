// Light and dark, and how nodes and edges look in them.

const SVG = "http://www.w3.org/2000/svg";
let ink = {};

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const names = ["canvas", "text", "muted", "edge", "edge-strong", "negative", "ended", "possible", "accent"];
  ink = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  ink.font = getComputedStyle(document.body).fontFamily;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function mixed(color, other, share) {
  const part = (text, at) => parseInt(text.slice(at, at + 2), 16);
  const mix = (at) => Math.round(part(color, at) * (1 - share) + part(other, at) * share);
  return `rgb(${mix(1)}, ${mix(3)}, ${mix(5)})`;
}

// The nodes and edges that stand out: what is looked at and what touches it; null when nothing is.
function lit() {
  if (!state.focus) return null;
  if (state.focus.type === "fact") {
    const fact = facts.get(state.focus.id);
    return { nodes: new Set([fact.subject, fact.object]), edges: new Set([state.focus.id]) };
  }
  const edges = new Set((factsOf.get(state.focus.id) || []).filter(factShown));
  const nodes = new Set([state.focus.id]);
  for (const id of edges) nodes.add(facts.get(id).subject).add(facts.get(id).object);
  return { nodes, edges };
}

function nodeLook(id, light) {
  const node = nodesById.get(id);
  const border = isDark() ? mixed(node.color, "#ffffff", 0.25) : mixed(node.color, "#000000", 0.28);
  const both = { background: node.color, border };
  const chosen = state.focus && state.focus.id === id;
  return {
    id,
    hidden: !nodeShown(id),
    opacity: light && !light.nodes.has(id) ? 0.16 : 1,
    borderWidth: chosen ? 3.5 : 1.5,
    color: { ...both, border: chosen ? ink.text : border, highlight: both, hover: { ...both, border: ink.text } },
  };
}

// The width of lines at a zoom, in few steps.
function strength(scale) {
  return Math.min(Math.max(Math.round(4 / scale) / 4, 1.5), 3.5);
}

function edgeInk(id) {
  const { status } = facts.get(id);
  return { negated: ink.negative, ended: ink.ended }[status] || ink.edge;
}

// Seen from afar, many edges step back behind the names.
const THICKET = 600;
const isThicket = () => network.getScale() < 0.6 && data.network.edges.filter(({ id }) => factShown(id)).length > THICKET;

function edgeLook(id, light, thick) {
  const edge = edgesById.get(id);
  const own = Boolean(light && light.edges.has(id));
  const plain = edgeInk(id) === ink.edge;
  const color = own && plain ? ink["edge-strong"] : edgeInk(id);
  return {
    id,
    hidden: !factShown(id) || !nodeShown(edge.from) || !nodeShown(edge.to),
    width: own ? 1.6 * state.strength : state.strength,
    color: { color, hover: plain ? ink["edge-strong"] : color, highlight: color, opacity: light && !own ? 0.1 : own || !thick ? 1 : 0.35 },
  };
}

const OUTLINES = {
  square: "M2.5 2.5h9v9h-9z",
  triangle: "M7 1.5l5.8 10.5H1.2z",
  triangleDown: "M7 12.5l5.8-10.5H1.2z",
  diamond: "M7 .8l6.2 6.2L7 13.2.8 7z",
  hexagon: "M3.7 1.5h6.6L13.6 7l-3.3 5.5H3.7L.4 7z",
  star: "M7 .8l1.8 4.1 4.4.4-3.3 3 1 4.4L7 10.4l-3.9 2.3 1-4.4-3.3-3 4.4-.4z",
  dot: "M7 1.3a5.7 5.7 0 1 0 .01 0z",
};

function drawing(width, path, attributes) {
  const svg = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, "path");
  const size = { width, height: 14, viewBox: `0 0 ${width} 14`, "aria-hidden": "true", class: "swatch" };
  for (const [name, value] of Object.entries(size)) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: path, ...attributes })) shape.setAttribute(name, value);
  svg.append(shape);
  return svg;
}

function kindSwatch(name) {
  const kind = kinds.get(name);
  return drawing(14, OUTLINES[kind.shape], { fill: kind.color });
}

function statusSwatch(name) {
  const sample = data.network.edges.find((edge) => facts.get(edge.id).status === name);
  const dashes = sample && sample.dashes ? sample.dashes.map((part) => part / 1.5).join(" ") : "none";
  const cross = name === "negated" ? "M1 7h24M10 4l6 6M16 4l-6 6" : "M1 7h24";
  return drawing(26, cross, { class: `line ${name}`, "stroke-dasharray": dashes });
}
