// A light editor for SPARQL: colours behind a plain text field, and completion below the cursor.

import { fill, h } from "./dom";
import { KEYWORDS, tokens, variablesOf } from "./sparql";

export interface Word { text: string; label: string; about: string }

const MOST = 8;

export class Editor {
  readonly element: HTMLElement;
  private readonly field: HTMLTextAreaElement;
  private readonly colors: HTMLElement;
  private readonly list: HTMLElement;
  private hits: Word[] = [];
  private chosen = 0;

  constructor(private readonly words: Word[], run: () => void, edited: () => void) {
    this.colors = h("pre", { class: "colors", "aria-hidden": "true" });
    this.list = h("ul", { id: "completions", class: "completions", role: "listbox", "aria-label": "Completions", hidden: true });
    this.field = h("textarea", {
      id: "sparql", spellcheck: "false", autocapitalize: "off", autocomplete: "off", "aria-label": "SPARQL query; Control Enter runs it",
      "aria-autocomplete": "list", "aria-controls": "completions", wrap: "off",
    }) as HTMLTextAreaElement;
    this.field.addEventListener("input", () => { this.color(); this.complete(); edited(); });
    this.field.addEventListener("scroll", () => { this.colors.scrollTop = this.field.scrollTop; this.colors.scrollLeft = this.field.scrollLeft; });
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("click", () => this.close());
    this.field.addEventListener("keydown", (event) => this.key(event, run));
    this.element = h("div", { class: "editor" }, this.colors, this.field, this.list);
  }

  get text(): string { return this.field.value; }
  set text(query: string) {
    this.field.value = query;
    this.color();
  }

  private color(): void {
    fill(this.colors, tokens(this.field.value).map(({ kind, text }) => (kind === "space" || kind === "sign" || kind === "word" ? text : h("span", { class: `t-${kind}` }, text))), "\n");
  }

  private begun(): string {
    return /[\p{L}\p{N}_:?$-]*$/u.exec(this.field.value.slice(0, this.field.selectionStart))![0];
  }

  private complete(): void {
    const begun = this.begun();
    const low = begun.toLowerCase();
    const plain = low.replace(/^[?$]/, "");
    const own = [...variablesOf(this.text)].map((name) => ({ text: `?${name}`, label: "", about: "" }));
    const keywords = KEYWORDS.map((text) => ({ text, label: "", about: "" }));
    const fits = ({ text, label }: Word): boolean =>
      text !== begun && (text.toLowerCase().startsWith(low) || (!/^[?$]/.test(low) && plain.length > 1 && (text.toLowerCase().includes(`:${plain}`) || label.toLowerCase().startsWith(plain))));
    this.hits = low.length && low !== "?" ? [...own, ...this.words, ...keywords].filter(fits).slice(0, MOST) : [];
    this.chosen = 0;
    this.show();
  }

  private show(): void {
    fill(this.list, this.hits.map(({ text, label, about }, at) =>
      h("li", { id: `completion-${at}`, role: "option", "aria-selected": String(at === this.chosen), title: about, onmousedown: (event: Event) => { event.preventDefault(); this.take(at); } },
        h("code", {}, text), label ? h("span", { class: "count" }, label) : null)));
    this.list.hidden = this.hits.length === 0;
    if (this.list.hidden) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", `completion-${this.chosen}`);
    const before = this.field.value.slice(0, this.field.selectionStart).split("\n");
    const style = getComputedStyle(this.field);
    const wide = before[before.length - 1]!.length - this.begun().length;
    this.list.style.left = `calc(${wide}ch + ${style.paddingLeft} - ${this.field.scrollLeft}px)`;
    this.list.style.top = `${before.length * parseFloat(style.lineHeight) + parseFloat(style.paddingTop) - this.field.scrollTop + 2}px`;
  }

  private take(at: number): void {
    const [begun, place] = [this.begun(), this.field.selectionStart];
    this.field.setRangeText(`${this.hits[at]!.text} `, place - begun.length, place, "end");
    this.close();
    this.color();
    this.field.dispatchEvent(new Event("change"));
  }

  private close(): void {
    this.hits = [];
    this.show();
  }

  private key(event: KeyboardEvent, run: () => void): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.close(); run(); return; }
    if (!this.hits.length) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); this.chosen = (this.chosen + step + this.hits.length) % this.hits.length; this.show(); }
    else if (event.key === "Tab" || event.key === "Enter") { event.preventDefault(); this.take(this.chosen); }
    else if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); this.close(); }
  }
}

