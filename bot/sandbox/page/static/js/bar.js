// The header: what this is, the clock, and the page's own switches.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { nextTheme, theme } from "./theme.js";
import { clockWords } from "./time.js";
import { currentLanguage, LANGUAGES, t } from "./words.js";

export class Bar {
  constructor(node) {
    this.node = node;
    this.clock = h("time", { class: "clock" });
    this.link = h("span", { class: "link-state", role: "status" });
    this.slot = h("div", { class: "bar-slot", id: "sandbox-controls" });
  }

  draw({ onLanguage, onPerson }) {
    const other = LANGUAGES.find((code) => code !== currentLanguage());
    const themeButton = h("button", { type: "button", class: "round-button" });
    const dress = () => {
      fill(themeButton, icon({ light: "sun", dark: "moon", auto: "auto" }[theme()]));
      themeButton.title = t(`theme.${theme()}`);
      themeButton.setAttribute("aria-label", t(`theme.${theme()}`));
    };
    themeButton.addEventListener("click", () => {
      nextTheme();
      dress();
    });
    dress();
    fill(
      this.node,
      h("h1", { class: "bar-title" }, h("strong", {}, t("bar.sandbox")), h("span", {}, t("bar.notreal"))),
      this.link,
      this.slot,
      this.clock,
      h("button", { type: "button", class: "button add", "aria-label": t("person.title"), onclick: onPerson }, icon("plus"), h("span", {}, t("bar.person"))),
      h("button", { type: "button", class: "button language", lang: other, "aria-label": t("bar.language"), onclick: () => onLanguage(other) }, other.toUpperCase()),
      themeButton,
    );
  }

  tick(now, zone) {
    const words = clockWords(now, zone);
    this.clock.title = t("bar.clock", { zone });
    fill(this.clock, h("span", { class: "clock-date" }, words.date), h("b", {}, words.time), h("span", { class: "clock-zone" }, words.zone));
  }

  setLink(on) {
    this.link.textContent = on ? "" : t("bar.offline");
    this.link.classList.toggle("lost", !on);
  }
}
