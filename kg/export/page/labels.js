// Labels are drawn over the network at a size that can be read at every zoom, as on a map: important ones
// first, and none over another. What finds no room appears when the reader comes nearer.

const NODE_FONT = { size: 12.5, least: 11 };
const EDGE_FONT = { size: 11, least: 10 };
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
let placed = [];
let placedFor = "";
let version = 0;

function forgetLabels() {
  version += 1;
}

function widthOf(text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    pen.font = font;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

// A rectangle around a point, turned by an angle, in the network's own measure.
function room(x, y, width, height, angle = 0) {
  const reach = Math.hypot(width, height) / 2;
  return { x, y, width, height, angle, cos: Math.cos(angle), sin: Math.sin(angle), reach };
}

function overlaps(a, b) {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const reach = a.reach + b.reach;
  if (dx > reach || dx < -reach || dy > reach || dy < -reach) return false;
  const apart = (one, other) => {
    const cos = Math.abs(one.cos * other.cos + one.sin * other.sin);
    const sin = Math.abs(one.sin * other.cos - one.cos * other.sin);
    const along = Math.abs(dx * one.cos + dy * one.sin);
    const across = Math.abs(dy * one.cos - dx * one.sin);
    return (
      along > (one.width + other.width * cos + other.height * sin) / 2 ||
      across > (one.height + other.width * sin + other.height * cos) / 2
    );
  };
  return !apart(a, b) && !apart(b, a);
}

// The size in the network's measure at which letters stand on the screen near their own size.
function sized({ size, least }, scale) {
  return Math.min(Math.max(size * scale, least), size * 1.3) / scale;
}

// How many pieces of edges, taken as thin rectangles, run through a rectangle.
const crossings = (box, pieces) => pieces.filter((piece) => overlaps(piece, box)).length;

// The edges as straight pieces; one that bows is two.
function shownLines() {
  const piece = (a, b) => {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    return room((a.x + b.x) / 2, (a.y + b.y) / 2, Math.hypot(dx, dy), 1, Math.atan2(dy, dx));
  };
  return [...edgesById.values()]
    .filter(({ id }) => !edges.get(id).hidden)
    .flatMap(({ id, from, to, smooth }) => {
      if (!smooth) return [piece(spot(from), spot(to))];
      const [x, y] = pointOf(id, 0.5);
      return [piece(spot(from), { x, y }), piece({ x, y }, spot(to))];
    });
}

// The nodes themselves, as rooms that no foreign label may enter.
function solids() {
  const rooms = new Map();
  for (const { id, size } of nodesById.values()) {
    if (nodeShown(id)) rooms.set(id, room(spot(id).x, spot(id).y, 2 * size, 2 * size));
  }
  return rooms;
}

function nodeLabels(scale, light, taken, solid) {
  const ids = [...solid.keys()].filter((id) => !light || light.nodes.has(id));
  const weight = (id) => (state.focus && state.focus.id === id ? 1e6 : 0) + (factsOf.get(id) || []).length;
  ids.sort((a, b) => weight(b) - weight(a));
  const lines = shownLines();
  const rooms = [...solid.values()];
  for (const id of ids) {
    const free = (box) => !taken.some((other) => overlaps(box, other)) && !rooms.some((other) => other !== solid.get(id) && overlaps(box, other));
    const label = nodeLabel(id, scale, free, lines);
    if (label) taken.push(label);
  }
}

// Below the node if it is free there, else where the fewest edges pass.
function nodeLabel(id, scale, free, edgeLines) {
  const node = nodesById.get(id);
  const { x, y } = spot(id);
  const size = sized(NODE_FONT, scale);
  const font = `${node.size > 17 ? 600 : 500} 100px ${ink.font}`;
  const lines = node.label.split("\n");
  const width = (Math.max(...lines.map((line) => widthOf(line, font))) * size) / 100;
  const height = lines.length * size * 1.2;
  const down = node.size + height / 2 + size * 0.3;
  const aside = node.size + width / 2 + size * 0.4;
  const boxes = [[0, down], [0, -down], [aside, 0], [-aside, 0]]
    .map(([right, below]) => room(x + right, y + below, width + size * 0.4, height))
    .filter(free)
    .map((box, rank) => ({ box, cost: crossings(box, edgeLines) + rank / 10 }));
  if (!boxes.length) return null;
  const { box } = boxes.reduce((best, next) => (next.cost < best.cost ? next : best));
  return { ...box, node: id, lines, size, font };
}

function edgeLabels(ids, scale, taken, solid) {
  const rooms = [...solid.values()];
  for (const id of ids) {
    const { headline } = facts.get(id);
    const full = headline && edgeLabel(id, scale, taken, rooms, headline);
    const label = full || edgeLabel(id, scale, taken, rooms, "");
    if (label) taken.push(label);
  }
}

function edgeLabel(id, scale, taken, solid, headline) {
  const size = sized(EDGE_FONT, scale);
  const font = `400 100px ${ink.font}`;
  const strong = `600 100px ${ink.font}`;
  const lines = headline ? [saidOf(id), headline] : [saidOf(id)];
  const width = (Math.max(widthOf(lines[0], font), headline ? widthOf(headline, strong) : 0) * size) / 100;
  const edge = edgesById.get(id);
  const [from, to] = [spot(edge.from), spot(edge.to)];
  const free = Math.hypot(to.x - from.x, to.y - from.y) - nodesById.get(edge.from).size - nodesById.get(edge.to).size;
  if (free < width * 0.9) return null;
  for (const share of [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68]) {
    const [x, y, angle] = pointOf(id, share);
    const box = room(x, y, width + size * 0.5, lines.length * size * (headline ? 1.4 : 1.2), angle);
    const blocked = [taken, solid].some((rooms) => rooms.some((other) => overlaps(box, other)));
    if (!blocked) return { ...box, edge: id, lines, size, font, strong };
  }
  return null;
}

const spot = (id) => network.body.nodes[id];

// A point of an edge and its slope there, kept so that text on it is never upside down.
function pointOf(id, share) {
  const { edgeType } = network.body.edges[id];
  const [before, at, after] = [share - 0.02, share, share + 0.02].map((part) => edgeType.getPoint(part));
  let angle = Math.atan2(after.y - before.y, after.x - before.x);
  if (angle > Math.PI / 2) angle -= Math.PI;
  if (angle <= -Math.PI / 2) angle += Math.PI;
  return [at.x, at.y, angle];
}

// Near by, amounts are placed first; from afar, names.
function place(scale) {
  const key = `${version} ${scale.toFixed(4)}`;
  if (key === placedFor) return;
  const light = lit();
  const solid = solids();
  placed = [];
  const thick = isThicket();
  const wanted = (id) => (light ? light.edges.has(id) : !thick);
  const ids = [...edgesById.keys()].filter((id) => !edges.get(id).hidden && wanted(id));
  const first = ids.filter((id) => scale >= 0.6 && facts.get(id).headline);
  edgeLabels(first, scale, placed, solid);
  nodeLabels(scale, light, placed, solid);
  edgeLabels(ids.filter((id) => !first.includes(id)), scale, placed, solid);
  placedFor = key;
}

function drawLabels(context) {
  const scale = network.getScale();
  place(scale);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  crosses(context, scale);
  for (const label of placed) {
    context.save();
    context.translate(label.x, label.y);
    context.rotate(label.angle);
    if (label.edge && label.lines.length === 1) {
      context.fillStyle = ink.canvas;
      context.fillRect(-label.width / 2, -label.height / 2, label.width, label.height);
    }
    label.lines.forEach((line, row) => letter(context, label, line, row));
    context.restore();
  }
}

function letter(context, label, line, row) {
  const amount = label.edge && row === 1;
  const y = (row - (label.lines.length - 1) / 2) * label.size * (label.edge ? 1.45 : 1.2);
  context.font = (amount ? label.strong : label.font).replace("100px", `${label.size}px`);
  context.lineWidth = label.size * 0.36;
  context.strokeStyle = ink.canvas;
  context.strokeText(line, 0, y);
  const plain = label.node || amount ? ink.text : ink.muted;
  context.fillStyle = label.edge && edgeInk(label.edge) === ink.negative ? ink.negative : plain;
  context.fillText(line, 0, y);
}

// Edges that are not so carry a cross where no label says it.
function crosses(context, scale) {
  if (isThicket()) return;
  const labelled = new Set(placed.map((label) => label.edge));
  const arm = 4 / Math.min(scale, 1);
  context.lineWidth = arm / 2.5;
  context.strokeStyle = ink.negative;
  for (const [id, fact] of facts) {
    if (fact.status !== "negated" || labelled.has(id) || edges.get(id).hidden) continue;
    const [x, y] = pointOf(id, 0.5);
    context.globalAlpha = edges.get(id).color.opacity;
    context.beginPath();
    for (const way of [1, -1]) {
      context.moveTo(x - arm, y - arm * way);
      context.lineTo(x + arm, y + arm * way);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
}

// The label under a point of the network, if any.
function labelAt({ x, y }) {
  const point = room(x, y, 1, 1);
  return placed.find((label) => overlaps(label, point)) || null;
}
