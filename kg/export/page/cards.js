// Tooltips and cards: what is said of an entity, and who says a fact in which words.

const bidi = (text, attributes = {}) => h("bdi", attributes, text);

function badge(status) {
  const term = statuses.get(status);
  return h("span", { class: `badge ${status}`, title: term ? term.about : "" }, term ? term.label : status);
}

function kindLine(name) {
  return h("p", { class: "kind" }, kindSwatch(name), h("span", {}, kinds.get(name).label));
}

function entityLink(id, here) {
  if (id === here) return bidi(nameOf(id), { class: "here" });
  return h("button", { type: "button", class: "link", onclick: () => lookAt({ type: "entity", id }, true) }, bidi(nameOf(id)));
}

function sentence(id, here) {
  const fact = facts.get(id);
  const words = h("span", { class: "says" }, saidOf(id));
  return h("p", { class: "sentence" }, entityLink(fact.subject, here), " ", words, " ", entityLink(fact.object, here), " ", badge(fact.status));
}

function qualifierList(qualifiers) {
  if (!qualifiers.length) return "";
  const parts = qualifiers.flatMap(({ label, text }) => [h("dt", {}, label), h("dd", {}, bidi(text))]);
  return h("dl", { class: "qualifiers" }, parts);
}

function quotation(evidence) {
  const words = evidence.quote.map(([text, role]) => (role ? h("mark", { class: role, title: role }, text) : text));
  const source = documents.get(evidence.document) || evidence.document;
  return h("figure", { class: "quote" }, h("blockquote", {}, bidi("“"), h("bdi", {}, words), "”"), h("figcaption", {}, bidi(source)));
}

function factItem(id, here) {
  const fact = facts.get(id);
  const more = fact.passages > 1 ? `Show its ${number(fact.passages)} passages` : "Show this fact";
  const open = h("button", { type: "button", class: "quiet", onclick: () => lookAt({ type: "fact", id }) }, more);
  return h(
    "li",
    {},
    sentence(id, here),
    qualifierList(fact.qualifiers),
    fact.evidence.length ? quotation(fact.evidence[0]) : "",
    h("p", { class: "below" }, open),
  );
}

function observationItem(id) {
  const { metric, change, value, status, qualifiers, evidence } = observations.get(id);
  return h(
    "li",
    {},
    h("p", { class: "sentence" }, h("strong", {}, metric), " ", h("span", { class: "says" }, change), " ", bidi(value), " ", badge(status)),
    qualifierList(qualifiers),
    evidence.length ? quotation(evidence[0]) : "",
  );
}

function listed(title, items) {
  if (!items.length) return "";
  return h("section", {}, h("h3", {}, title, " ", h("span", { class: "count" }, number(items.length))), h("ul", { class: "items" }, items));
}

function identifierLine(identifiers) {
  if (!identifiers.length) return "";
  return h("p", { class: "also" }, identifiers.map(({ label, text }) => h("span", { class: "identifier" }, `${label} `, bidi(text))));
}

function aliasLine(aliases) {
  if (!aliases.length) return "";
  return h("p", { class: "also" }, "Also: ", aliases.flatMap((alias, at) => (at ? [", ", bidi(alias)] : [bidi(alias)])));
}

function entityCard(id) {
  const entity = entities.get(id);
  const said = `Named ${plural(entity.mentions, "time", "times")} in ${plural(entity.documents, "document", "documents")}`;
  const own = [...(factsOf.get(id) || [])].sort((a, b) => saidOf(a).localeCompare(saidOf(b), "en") || (a < b ? -1 : 1));
  return [
    kindLine(entity.kind),
    h("h2", { dir: "auto" }, entity.name),
    aliasLine(entity.aliases),
    identifierLine(entity.identifiers),
    entity.mentions ? h("p", { class: "also" }, said) : "",
    listed("Facts", own.map((fact) => factItem(fact, id))),
    listed("Observations", (observationsOf.get(id) || []).map(observationItem)),
  ];
}

function factCard(id) {
  const fact = facts.get(id);
  const relation = relations.get(fact.relation);
  return [
    h("p", { class: "kind" }, h("span", {}, "fact")),
    h("div", { class: "headline" }, sentence(id, null)),
    qualifierList([...fact.qualifiers, { label: "confidence", text: `${Math.round(fact.confidence * 100)}%` }]),
    listed("Evidence", fact.evidence.map((evidence) => h("li", {}, quotation(evidence)))),
    fact.passages > fact.evidence.length ? h("p", { class: "hint" }, `${number(fact.passages)} passages in all; the rest is in the data files.`) : "",
    relation ? h("p", { class: "hint" }, relation.label, ": ", relation.about) : "",
  ];
}

function openCard(focus) {
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => lookAt(null) }, "×");
  const content = focus.type === "fact" ? factCard(focus.id) : entityCard(focus.id);
  $("card").replaceChildren(close, ...content.filter((part) => part !== ""));
  $("card").scrollTop = 0;
  $("card").hidden = false;
}

function shortQuote(evidence) {
  const text = evidence.quote.map(([piece]) => piece).join("");
  return h("blockquote", {}, bidi(`“${text.length > 220 ? `${text.slice(0, 219)}…` : text}”`));
}

function entityTip(id) {
  const { kind, name } = entities.get(id);
  const counts = [plural((factsOf.get(id) || []).length, "fact", "facts")];
  const own = observationsOf.get(id) || [];
  if (own.length) counts.push(plural(own.length, "observation", "observations"));
  const figures = own.slice(0, 3).map((key) => observations.get(key));
  const lines = figures.map(({ metric, change, value }) => h("p", { class: "figure" }, `${metric} ${change} `, bidi(value)));
  return h("div", { class: "tip" }, kindLine(kind), h("strong", {}, bidi(name)), lines, h("p", { class: "also" }, counts.join(" · ")));
}

function factTip(id) {
  const fact = facts.get(id);
  return h(
    "div",
    { class: "tip" },
    h("p", {}, bidi(nameOf(fact.subject), { class: "here" }), ` ${saidOf(id)} `, bidi(nameOf(fact.object), { class: "here" }), " ", badge(fact.status)),
    fact.headline ? h("p", { class: "figure" }, bidi(fact.headline)) : "",
    fact.evidence.length ? shortQuote(fact.evidence[0]) : "",
  );
}
