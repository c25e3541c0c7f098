// Dark and light: as the system says, until the reader chooses.

import { button } from "./dom";

const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = "";

export function setTheme(): void {
  document.documentElement.dataset.theme = chosen || (dark.matches ? "dark" : "light");
}

export function themeButton(changed: () => void): HTMLElement {
  const label = (): string => (document.documentElement.dataset.theme === "dark" ? "Light" : "Dark");
  const toggle = button(label(), () => {
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    show();
  }, { id: "theme", title: "Light or dark" });
  const show = (): void => {
    setTheme();
    toggle.textContent = label();
    changed();
  };
  dark.addEventListener("change", show);
  return toggle;
}
