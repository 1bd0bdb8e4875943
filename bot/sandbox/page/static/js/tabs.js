// The strip of names: tabs on a narrow screen, a way to a column and unread marks on a wide one.

import { fill, h } from "./dom.js";
import { t } from "./words.js";

export class Tabs {
  constructor(node) {
    this.node = node;
    this.buttons = new Map();
    this.current = null;
    node.addEventListener("keydown", (event) => this.onKey(event));
    // A strip that became narrower still shows which tab is the current one.
    new ResizeObserver(() => this.show()).observe(node);
  }

  draw(columns, choose) {
    this.node.setAttribute("aria-label", t("tabs.label"));
    this.buttons.clear();
    for (const column of columns) {
      const mark = h("span", { class: "badge", hidden: true });
      const button = h(
        "button",
        { type: "button", class: "tab", "aria-controls": column.node.id, onclick: () => choose(column.seat.key) },
        h("span", { class: "tab-title" }, column.title),
        mark,
      );
      this.buttons.set(column.seat.key, { button, mark });
    }
    fill(this.node, [...this.buttons.values()].map((one) => one.button));
  }

  select(key) {
    this.current = key;
    for (const [one, { button }] of this.buttons) button.setAttribute("aria-current", String(one === key));
    this.show();
  }

  show() {
    this.buttons.get(this.current)?.button.scrollIntoView({ block: "nearest", inline: "center" });
  }

  setUnread(key, count) {
    const { mark } = this.buttons.get(key);
    mark.hidden = !count;
    mark.textContent = count > 99 ? "99+" : String(count);
    mark.setAttribute("aria-label", t("tabs.unread", { n: count }));
  }

  onKey(event) {
    const buttons = [...this.buttons.values()].map((one) => one.button);
    const at = buttons.indexOf(document.activeElement);
    const go = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || go === undefined) return;
    event.preventDefault();
    buttons[(go + buttons.length) % buttons.length].focus();
  }
}
