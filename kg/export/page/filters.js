// The panel: search, and chips that are legend and filter at once.

function tally(items, nameOfItem) {
  const counts = new Map();
  for (const item of items) counts.set(nameOfItem(item), (counts.get(nameOfItem(item)) || 0) + 1);
  return counts;
}

function chip(group, name, label, about, count, swatch) {
  const press = () => {
    const off = state.off[group];
    if (!off.delete(name)) off.add(name);
    refresh();
  };
  const attributes = { type: "button", class: "chip", "aria-pressed": "true", title: about, "data-group": group, "data-name": name };
  return h("button", { ...attributes, onclick: press }, swatch || "", h("span", {}, label), h("span", { class: "count" }, number(count)));
}

function chipGroup(group, title, chips) {
  const names = chips.map((each) => each.dataset.name);
  const set = (off) => () => {
    state.off[group] = new Set(off ? names : []);
    refresh();
  };
  const choose = h(
    "span",
    { class: "choose" },
    h("button", { type: "button", class: "quiet", onclick: set(false), "aria-label": `${title}: all` }, "all"),
    h("button", { type: "button", class: "quiet", onclick: set(true), "aria-label": `${title}: none` }, "none"),
  );
  $(group).replaceChildren(h("h2", {}, title, choose), h("div", { class: "chips" }, chips));
  $(group).hidden = chips.length === 0;
}

function byCount(counts) {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function buildPanel() {
  const connected = [...entities].filter(([id]) => !isUnconnected(id)).map((pair) => pair[1]);
  const ofKind = tally(entities.values(), (entity) => entity.kind);
  const linked = tally(connected, (entity) => entity.kind);
  const kindChips = [...kinds]
    .filter(([name]) => ofKind.has(name))
    .map(([name, kind]) => chip("kinds", name, kind.label, kind.about, linked.get(name) || 0, kindSwatch(name)));
  const ofStatus = byCount(tally(facts.values(), (fact) => fact.status));
  const term = (terms, name) => terms.get(name) || { label: name, about: "" };
  const statusChips = ofStatus.map(([name, count]) => chip("statuses", name, term(statuses, name).label, term(statuses, name).about, count, statusSwatch(name)));
  const ofRelation = byCount(tally(facts.values(), (fact) => fact.relation));
  const relationChips = ofRelation.map(([name, count]) => chip("relations", name, term(relations, name).label, term(relations, name).about, count));
  chipGroup("kinds", "Kinds", kindChips);
  chipGroup("statuses", "Status", statusChips);
  chipGroup("relations", "Relations", relationChips);
  const alone = entities.size - connected.length;
  $("unconnected-label").textContent = `Show ${number(alone)} unconnected`;
  $("unconnected-row").hidden = alone === 0;
}

function markChips() {
  for (const each of document.querySelectorAll(".chip")) {
    each.setAttribute("aria-pressed", String(!state.off[each.dataset.group].has(each.dataset.name)));
  }
  const changed = Object.values(state.off).some((off) => off.size);
  $("reset").disabled = !changed;
  $("unconnected").checked = state.unconnected;
}

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searchable = [...entities].map(([id, { name, aliases }]) => ({ id, names: [name, ...aliases].map(folded) }));

// Names that begin with the words come first, then words within, then anything; the better known before others.
function found(words) {
  const wanted = folded(words.trim());
  if (!wanted) return [];
  const rank = (name) => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(` ${wanted}`)) return 1;
    return name.includes(wanted) ? 2 : 3;
  };
  const degree = (id) => (factsOf.get(id) || []).length;
  return searchable
    .map(({ id, names }) => ({ id, rank: Math.min(...names.map(rank)) }))
    .filter((hit) => hit.rank < 3)
    .sort((a, b) => a.rank - b.rank || degree(b.id) - degree(a.id))
    .slice(0, 8)
    .map((hit) => hit.id);
}

let hits = [];
let chosen = 0;

function showMatches() {
  hits = found($("search").value);
  chosen = 0;
  markMatches();
}

function markMatches() {
  const items = hits.map((id, at) =>
    h(
      "li",
      { id: `match-${at}`, role: "option", "aria-selected": String(at === chosen), onmousedown: (event) => pick(event, id) },
      kindSwatch(entities.get(id).kind),
      bidi(nameOf(id)),
    ),
  );
  const none = $("search").value.trim() && !hits.length ? [h("li", { class: "none" }, "No entity of that name")] : [];
  $("matches").replaceChildren(...items, ...none);
  $("matches").hidden = !items.length && !none.length;
  $("search").setAttribute("aria-expanded", String(items.length > 0));
  $("search").setAttribute("aria-activedescendant", items.length ? `match-${chosen}` : "");
}

function pick(event, id) {
  event.preventDefault();
  hits = [];
  $("search").value = nameOf(id);
  $("matches").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  reveal(id);
  lookAt({ type: "entity", id }, true);
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    event.preventDefault();
    chosen = (chosen + step + hits.length) % hits.length;
    markMatches();
  } else if (event.key === "Enter" && hits.length) {
    pick(event, hits[chosen]);
    $("card").focus();
  }
}

// Lifts the filters that hide an entity.
function reveal(id) {
  state.off.kinds.delete(entities.get(id).kind);
  if (isUnconnected(id)) state.unconnected = true;
  if (!nodeShown(id)) {
    state.off.relations.clear();
    state.off.statuses.clear();
  }
  refresh();
}
