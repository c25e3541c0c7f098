// The network itself, and what happens when the reader acts.

readInk();
const nodes = new vis.DataSet(
  data.network.nodes.map((node) => ({ ...node, ...nodeLook(node.id, null), label: undefined, title: entityTip(node.id) })),
);
const edges = new vis.DataSet(
  data.network.edges.map((edge) => ({ ...edge, ...edgeLook(edge.id, null, false), label: undefined, title: factTip(edge.id) })),
);
const network = new vis.Network($("network"), { nodes, edges }, data.network.options);
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = still ? false : { duration: 380, easingFunction: "easeInOutCubic" };

function refresh() {
  state.strength = strength(network.getScale());
  const light = lit();
  nodes.update([...nodesById.keys()].map((id) => nodeLook(id, light)));
  const thick = isThicket();
  edges.update([...edgesById.keys()].map((id) => edgeLook(id, light, thick)));
  markChips();
  forgetLabels();
  network.redraw();
}

// Lines keep their strength on the screen when the reader steps back.
let thinning = 0;
function rethin() {
  clearTimeout(thinning);
  thinning = setTimeout(() => {
    if (strength(network.getScale()) !== state.strength) refresh();
  }, 100);
}

// The part of the stage that the card leaves free.
function freeWidth() {
  const { clientWidth } = $("stage");
  return $("card").hidden || clientWidth < 700 ? clientWidth : clientWidth - $("card").offsetWidth - 16;
}

// Shows all, or all within a set. How much room labels take hangs on the zoom, so the zoom is found in three turns.
function fit(animation = motion, within = null) {
  const shown = data.network.nodes.filter(({ id }) => nodeShown(id) && (!within || within.has(id)));
  $("empty").hidden = shown.length > 0;
  if (!shown.length) return;
  const [width, height] = [freeWidth(), $("stage").clientHeight];
  const dots = shown.map(({ id, size }) => room(network.getPosition(id).x, network.getPosition(id).y, 2 * size, 2 * size));
  let scale = 1.3;
  let frame = dots;
  let left, right, top, bottom;
  for (let turn = 0; turn < 3; turn += 1) {
    [left, right] = [Math.min(...frame.map((box) => box.x - box.width / 2)), Math.max(...frame.map((box) => box.x + box.width / 2))];
    [top, bottom] = [Math.min(...frame.map((box) => box.y - box.height / 2)), Math.max(...frame.map((box) => box.y + box.height / 2))];
    scale = Math.min((width - 48) / (right - left), (height - 48) / (bottom - top), 1.3);
    place(scale);
    frame = [...dots, ...placed.filter((label) => label.node)];
  }
  const aside = ($("stage").clientWidth - width) / 2;
  const position = { x: (left + right) / 2 + aside / scale, y: (top + bottom) / 2 };
  network.moveTo({ position, scale, animation });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 5), animation: motion });
}

// Looks at an entity or a fact, or with null at the whole again.
function lookAt(focus, centre = false) {
  state.focus = focus;
  if (focus) openCard(focus);
  else $("card").hidden = true;
  refresh();
  if (focus && (centre || covered())) fit(motion, lit().nodes);
}

// Whether the card lies over what is looked at.
function covered() {
  return [...lit().nodes].some((id) => network.canvasToDOM(network.getPosition(id)).x > freeWidth() - 20);
}

function clicked({ nodes: [node], edges: [edge], pointer }) {
  const label = node || edge ? null : labelAt(pointer.canvas);
  const entity = node || (label && label.node);
  const fact = edge || (label && label.edge);
  network.unselectAll();
  if (entity) lookAt({ type: "entity", id: entity });
  else if (fact) lookAt({ type: "fact", id: fact });
  else lookAt(null);
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return escape(event);
  if (event.target.matches("input")) return;
  const actions = { "/": () => $("search").focus(), 0: () => fit(), "+": () => zoom(1.3), "-": () => zoom(1 / 1.3) };
  if (!Object.hasOwn(actions, event.key)) return;
  event.preventDefault();
  actions[event.key]();
}

function escape() {
  if (!$("matches").hidden || document.activeElement === $("search")) {
    $("search").value = "";
    showMatches();
    $("search").blur();
  } else lookAt(null);
}

function paint() {
  readInk();
  $("theme").textContent = isDark() ? "Light" : "Dark";
  refresh();
}

function turnTheme() {
  document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  paint();
}

function togglePanel() {
  const closed = document.body.classList.toggle("no-panel");
  $("panel-toggle").setAttribute("aria-expanded", String(!closed));
}

function resetFilters() {
  for (const off of Object.values(state.off)) off.clear();
  refresh();
}

function describe() {
  const { entities: all, facts: said, observations: figures, documents: read } = data.counts;
  const parts = [
    plural(all, "entity", "entities"),
    plural(said, "fact", "facts"),
    plural(figures, "observation", "observations"),
    plural(read, "document", "documents"),
  ];
  $("counts").textContent = parts.join(" · ");
  $("notice").hidden = all === entities.size && said === facts.size && figures === observations.size;
  const some = figures === observations.size ? "" : ` and ${number(observations.size)} of ${number(figures)} observations`;
  $("notice").textContent =
    `Shown are the ${number(entities.size)} most connected of ${number(all)} entities${some ? "," : " and"} ` +
    `${number(facts.size)} of ${number(said)} facts${some}. The rest is in the data files beside this page.`;
  $("empty").textContent = "Nothing is said of any entity in these documents.";
}

function listen() {
  const actions = { fit: () => fit(), "zoom-in": () => zoom(1.3), "zoom-out": () => zoom(1 / 1.3), theme: turnTheme, reset: resetFilters, "panel-toggle": togglePanel };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener("click", action);
  $("unconnected").addEventListener("change", (event) => {
    state.unconnected = event.target.checked;
    refresh();
    fit();
  });
  $("search").addEventListener("input", showMatches);
  $("search").addEventListener("focus", showMatches);
  $("search").addEventListener("blur", () => ($("matches").hidden = true));
  $("search").addEventListener("keydown", searchKey);
  document.addEventListener("keydown", pressed);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  network.on("click", clicked);
  network.on("afterDrawing", drawLabels);
  network.on("zoom", rethin);
  network.on("animationFinished", rethin);
  network.on("dragging", ({ nodes: dragged }) => dragged.length && forgetLabels());
  network.on("hoverNode", () => ($("network").style.cursor = "pointer"));
  network.on("hoverEdge", () => ($("network").style.cursor = "pointer"));
  for (const out of ["blurNode", "blurEdge"]) network.on(out, () => ($("network").style.cursor = ""));
}

if (innerWidth <= 760) togglePanel();
describe();
buildPanel();
listen();
readInk();
fit(false);
paint();
window.kgPage = { network, nodes, edges, state, lookAt, fit, ready: true };
