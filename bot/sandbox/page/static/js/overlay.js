// What a messenger shows over one person's screen: a passing note, or words to be read first.

import { fill, h } from "./dom.js";
import { t } from "./words.js";

const TOAST_MS = 5000;

export class Overlay {
  /** `onRead` is called when an alert was closed. */
  constructor(onRead) {
    this.onRead = onRead;
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.cover = h("div", { class: "cover", hidden: true });
  }

  toast(text) {
    const node = h("div", { class: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MS);
  }

  /** Cover this person's screen alone until the words are read. */
  alert(text, title) {
    const close = () => {
      this.cover.hidden = true;
      this.onRead();
    };
    const button = h("button", { type: "button", class: "button strong", onclick: close }, t("ok"));
    const box = h("div", { class: "alert", role: "alertdialog", "aria-label": t("alert.label", { title }) }, h("p", {}, text), button);
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    fill(this.cover, box);
    this.cover.hidden = false;
    // Take the keyboard only from this column: another person may be writing in theirs.
    const column = this.cover.parentElement;
    if (column.contains(document.activeElement) || document.activeElement === document.body) button.focus();
  }
}
