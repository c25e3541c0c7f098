// How text gets into the page: as text nodes, without characters that reorder or hide others.

type Child = Node | string | number | null | undefined | false | Child[];
type Listener = (event: never) => void;
type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

export const clean = (text: string): string => text.replace(UNSEEN, "");

export const $ = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

// An element with attributes, listeners ("onclick") and children; strings become text.
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, clean(String(value)));
  }
  append(element, children);
  return element;
}

export function append(element: Node, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.appendChild(child);
    else if (child !== null && child !== undefined && child !== false && child !== "") {
      element.appendChild(document.createTextNode(clean(String(child))));
    }
  }
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

export function drawing(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

export const bdi = (text: string, attributes: Attributes = {}): HTMLElement => h("bdi", attributes, text);

export function button(label: Child, press: () => void, attributes: Attributes = {}): HTMLElement {
  return h("button", { type: "button", onclick: press, ...attributes }, label);
}

export const number = (value: number): string => value.toLocaleString("en");

export const plural = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;

// A web address that a link may have, or null.
export function address(text: string | undefined): string | null {
  return text && /^https?:\/\//i.test(text) ? text : null;
}

export function saved(name: string, content: Blob): void {
  const link = h("a", { href: URL.createObjectURL(content), download: name }) as HTMLAnchorElement;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
