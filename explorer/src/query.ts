// The tab for SPARQL: shipped questions with fields for what they ask about, an editor, and the answers.

import { Engine } from "./asking";
import { jsonOf } from "./blocks";
import { $, bdi, button, fill, h, number } from "./dom";
import { Editor } from "./editor";
import type { Word } from "./editor";
import type { Answer } from "./engine";
import type { Stage } from "./graph";
import type { Model } from "./model";
import { iriOf, results } from "./results";
import { Finder, searchField } from "./search";
import { bound, callsOut, formOf, limited, limitOf, literalOf, reasonOf, tokens, variablesOf, withPrefixes } from "./sparql";
import { change, state } from "./state";

interface Parameter { name: string; about: string; required: boolean; type: string; kinds: string[] }
interface Question { name: string; title: string; about: string; query: string; parameters: Parameter[] }
interface Shipped { prefixes: Record<string, string>; ontology: string; namespace: string; terms: [string, string, string][]; choices: Record<string, [string, string][]>; questions: Question[]; complete: boolean }

const HINTS: Record<string, string> = { fact: "an id of a fact", year: "a year, such as 2024", date: "a day, month or year", number: "a number", text: "some words", document: "an id of a document", rows: "a number of rows, such as 1000" };
const isEntity = ({ type }: Parameter): boolean => type === "entity" || type === "any";

export class Query {
  private shipped: Shipped | null = null;
  private readonly engine = new Engine();
  private editor: Editor | null = null;
  private question: Question | null = null;
  private readonly values = new Map<string, string[]>();

  constructor(private readonly model: Model, private readonly stage: Stage | null) {}

  async show(): Promise<void> {
    if (!this.editor) await this.build();
    const wanted = this.shipped!.questions.find(({ name }) => name === state.question);
    if (wanted && wanted !== this.question) this.choose(wanted);
  }

  get questions(): Question[] { return this.shipped?.questions ?? []; }

  // Answers a query, for the page and for measurements.
  async ask(query: string, values: Record<string, string[]> = {}): Promise<Answer> {
    this.shipped ??= await jsonOf<Shipped>("questions");
    await this.engine.start(this.shipped.ontology, this.shipped.namespace);
    if (callsOut(query)) throw new Error("The query calls another server (SERVICE); this page only asks its own graph.");
    const whole = withPrefixes(bound(query, values), this.shipped.prefixes);
    return this.engine.ask({ query: whole, form: formOf(query) });
  }

  private async build(): Promise<void> {
    this.shipped ??= await jsonOf<Shipped>("questions");
    this.editor = new Editor(this.words(), () => void this.run(), () => undefined);
    const names = this.shipped.questions.map((question) =>
      h("li", {}, button(question.title, () => change({ question: question.name }), { class: "question", "data-question": question.name, title: question.about })));
    fill(
      $("view-query"),
      h("div", { class: "ask" },
        h("nav", { class: "questions", "aria-label": "Shipped questions" }, h("h2", {}, "Questions"), h("ul", {}, names)),
        h("div", { class: "work" },
          h("div", { id: "about-question" }),
          h("div", { id: "fields", class: "fields" }),
          this.editor.element,
          h("p", { class: "actions" }, button("Run", () => void this.run(), { id: "run", class: "action first" }), h("span", { class: "also", id: "engine", role: "status" }, "Control + Enter runs it, too.")),
          h("div", { id: "answers", "aria-live": "polite" }))),
    );
    this.choose(this.shipped.questions.find(({ name }) => name === state.question) ?? this.shipped.questions.find(({ parameters }) => !parameters.some((p) => p.required))!);
    void this.engine.start(this.shipped.ontology, this.shipped.namespace).then(
      (count) => fill($("engine"), `${number(count)} triples of ${this.model.over.part ? "the part of graph.ttl that this page shows," : "graph.ttl"} and the ontology, asked inside this page.${this.shipped!.complete ? "" : " Those of evidence are left out, as there are too many; graph.ttl has them."}`),
      (error: Error) => fill($("engine"), error.message),
    );
  }

  private words(): Word[] {
    const kg = Object.entries(this.shipped!.prefixes).sort((a, b) => b[1].length - a[1].length);
    const terms = this.shipped!.terms.map(([iri, label, about]) => {
      const [prefix, start] = kg.find(([, each]) => iri.startsWith(each)) ?? ["", ""];
      return { text: prefix ? `${prefix}:${iri.slice(start.length)}` : `<${iri}>`, label, about };
    });
    const known = new Set(terms.map(({ text }) => text));
    const used = new Set(this.shipped!.questions.flatMap(({ query }) => tokens(query).filter((t) => t.kind === "name" && !known.has(t.text)).map((t) => t.text)));
    return [...terms, ...[...used].sort().map((text) => ({ text, label: "", about: "" }))];
  }

  private choose(question: Question): void {
    this.question = question;
    this.values.clear();
    this.editor!.text = question.query.replace(/^(#.*\n)+\n?/, "").trim();
    for (const each of document.querySelectorAll<HTMLElement>(".question")) each.setAttribute("aria-current", String(each.dataset.question === question.name));
    fill($("about-question"), h("h2", {}, question.title), h("p", { class: "also" }, question.about));
    fill($("fields"), question.parameters.map((parameter) => this.field(parameter)));
    fill($("answers"));
    const focus = state.focus?.type === "entity" ? this.model.byEntity.get(state.focus.id) : undefined;
    const [first] = question.parameters;
    if (first && isEntity(first) && focus !== undefined && first.required) this.set(first, focus);
    else if (!question.parameters.some((each) => each.required)) void this.run();
  }

  private field(parameter: Parameter): HTMLElement {
    const words = h("span", {}, bdi(parameter.name), h("span", { class: "count" }, ` ${parameter.about}${parameter.required ? "" : " (optional)"}`));
    const choices = this.shipped!.choices[parameter.type];
    if (choices) {
      const options = [["", parameter.required ? "choose" : "any"], ...choices].map(([value, label]) => h("option", { value: value! }, label!));
      return h("label", { class: "field" }, words, h("select", { id: `field-${parameter.name}`, onchange: (event: Event) => this.put(parameter, (event.target as HTMLSelectElement).value) }, options));
    }
    const list = h("ul", { id: `values-${parameter.name}`, class: "matches", role: "listbox", "aria-label": "Matches", hidden: true });
    const plain = { id: `field-${parameter.name}`, type: "search", autocomplete: "off", placeholder: HINTS[parameter.type] ?? "type a name", onchange: (event: Event) => this.typed(parameter, (event.target as HTMLInputElement).value) };
    if (!isEntity(parameter)) return h("label", { class: "field" }, words, h("input", plain));
    const input = h("input", { ...plain, role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" }) as HTMLInputElement;
    searchField(input, list, this.model, new Finder(this.model, this.fitting(parameter)), (entity) => this.set(parameter, entity));
    return h("label", { class: "field" }, words, input, list);
  }

  // Whether an entity is of a kind that fits; all are where the page knows none.
  private fitting({ kinds }: Parameter): (entity: number) => boolean {
    const wanted = new Set(kinds);
    return (entity) => !wanted.size || wanted.has(this.model.kind(entity).name);
  }

  private set(parameter: Parameter, entity: number): void {
    this.values.set(parameter.name, [iriOf(this.model, this.model.over.entities.id[entity]!)]);
    ($(`field-${parameter.name}`) as HTMLInputElement).value = this.model.name(entity);
    void this.run();
  }

  private typed(parameter: Parameter, typed: string): void {
    const text = typed.trim();
    const saying = this.model.saying(text);
    const literal = literalOf(parameter.type, text);
    if (parameter.type === "rows") this.limit(text);
    else if (!text) this.put(parameter, "");
    else if (literal !== null) this.put(parameter, literal);
    else if (parameter.type === "document") this.put(parameter, iriOf(this.model, `document/${text}`));
    else if (saying !== undefined) this.put(parameter, iriOf(this.model, `${this.model.isFact(saying) ? "fact" : "observation"}/${text}`));
    else if (!isEntity(parameter)) fill($("answers"), h("p", { class: "hint" }, `“${text}” is not ${HINTS[parameter.type] ?? "known"}.`));
  }

  // Puts another limit of rows into the query, that of the question without a text.
  private limit(text: string): void {
    const rows = text ? Number(text) : limitOf(this.question!.query);
    if (!Number.isInteger(rows) || rows < 1) return fill($("answers"), h("p", { class: "hint" }, `“${text}” is not ${HINTS.rows}.`));
    this.editor!.text = limited(this.editor!.text, rows);
    void this.run();
  }

  // Binds a parameter to a term, or to none, and asks again.
  private put(parameter: Parameter, term: string): void {
    if (term) this.values.set(parameter.name, [term]);
    else this.values.delete(parameter.name);
    void this.run();
  }

  async run(): Promise<void> {
    const query = this.editor!.text;
    const used = variablesOf(query);
    const missing = this.question!.parameters.find(({ name, required }) => required && used.has(name) && !this.values.has(name));
    if (missing) return fill($("answers"), h("p", { class: "hint" }, `Choose the ${missing.name} first: ${missing.about}.`));
    fill($("answers"), h("p", { class: "also", role: "status" }, "Asking …"));
    try {
      const values = Object.fromEntries([...this.values].filter(([name]) => used.has(name)));
      const answer = await this.ask(query, values);
      const isCut = this.question!.parameters.some(({ type }) => type === "rows") && answer.rows.length === limitOf(query);
      const note = isCut ? h("p", { class: "hint" }, `The answer ends after ${number(answer.rows.length)} rows; a higher limit gives more.`) : null;
      fill($("answers"), note, results(this.model, this.stage, answer, this.shipped!.prefixes));
    } catch (error) {
      fill($("answers"), h("p", { class: "error", role: "alert" }, reasonOf((error as Error).message)));
    }
  }
}
