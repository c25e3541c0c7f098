"use strict";
// What the page shows, and how text gets into it: as text nodes, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const entities = new Map(Object.entries(data.entities));
const facts = new Map(Object.entries(data.facts));
const observations = new Map(Object.entries(data.observations));
const documents = new Map(Object.entries(data.documents));
const kinds = new Map(Object.entries(data.kinds));
const relations = new Map(Object.entries(data.relations));
const statuses = new Map(Object.entries(data.statuses));
const nodesById = new Map(data.network.nodes.map((node) => [node.id, node]));
const edgesById = new Map(data.network.edges.map((edge) => [edge.id, edge]));

const factsOf = grouped(facts, (fact) => new Set([fact.subject, fact.object]));
const observationsOf = grouped(observations, (observation) => [observation.subject]);

// What the reader has chosen: names switched off, and the entity or fact looked at.
const state = {
  off: { kinds: new Set(), statuses: new Set(), relations: new Set() },
  unconnected: false,
  focus: null,
  strength: 1.5,
};

const $ = (id) => document.getElementById(id);

function grouped(items, keysOf) {
  const groups = new Map();
  for (const [id, item] of items) {
    for (const key of keysOf(item)) groups.set(key, [...(groups.get(key) || []), id]);
  }
  return groups;
}

// An element with attributes, listeners ("onclick") and children; strings become text.
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== ""));
  return element;
}

const number = (value) => value.toLocaleString("en");

function plural(count, one, many) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

const nameOf = (id) => entities.get(id).name;
const isUnconnected = (id) => !factsOf.has(id) && !observationsOf.has(id);

// The relation's label with what its status makes of it: the label of the edge.
const saidOf = (id) => edgesById.get(id).label;

function entityShown(id) {
  return !state.off.kinds.has(entities.get(id).kind) && (state.unconnected || !isUnconnected(id));
}

function factShown(id) {
  const fact = facts.get(id);
  return (
    !state.off.relations.has(fact.relation) &&
    !state.off.statuses.has(fact.status) &&
    entityShown(fact.subject) &&
    entityShown(fact.object)
  );
}

// While facts are filtered, an entity stays only if one of its facts does.
function nodeShown(id) {
  if (!entityShown(id)) return false;
  if (!state.off.relations.size && !state.off.statuses.size) return true;
  return (factsOf.get(id) || []).some(factShown);
}
