// Commands offered while "/" is typed, from the menu the bot gave this person.

import { fill, h } from "./dom.js";
import { t } from "./words.js";

export class Suggestions {
  /** `onMove` is told the id of the option the choice stands on, null when none is offered. */
  constructor(choose, onMove) {
    this.choose = choose;
    this.onMove = onMove;
    this.items = [];
    this.at = 0;
    this.node = h("div", { class: "suggestions", role: "listbox", "aria-label": t("commands.title"), hidden: true });
    this.node.id = `suggest-${Math.random().toString(36).slice(2)}`;
  }

  get open() {
    return !this.node.hidden;
  }

  /** Offer the commands that begin as the text does; hide when there is nothing to offer. */
  offer(text, commands) {
    const typed = /^\/([a-z0-9_]*)$/i.exec(text);
    this.show(typed ? commands.filter((one) => one.command.startsWith(typed[1].toLowerCase())) : []);
  }

  /** Show these commands. */
  show(commands) {
    this.items = commands;
    this.at = 0;
    this.node.hidden = !commands.length;
    fill(
      this.node,
      commands.map((one, index) =>
        h(
          "button",
          {
            type: "button", role: "option", tabindex: "-1", class: "suggestion", id: `${this.node.id}-${index}`,
            "aria-selected": index === 0 ? "true" : "false",
            onclick: () => this.choose(one),
          },
          h("strong", {}, `/${one.command}`),
          h("span", {}, one.description),
        ),
      ),
    );
    this.onMove(commands.length ? `${this.node.id}-0` : null);
  }

  hide() {
    this.show([]);
  }

  /** Move the choice. */
  move(step) {
    this.at = (this.at + step + this.items.length) % this.items.length;
    [...this.node.children].forEach((node, index) => {
      node.setAttribute("aria-selected", String(index === this.at));
      if (index === this.at) node.scrollIntoView({ block: "nearest" });
    });
    this.onMove(`${this.node.id}-${this.at}`);
  }

  /** The command the choice stands on. */
  get chosen() {
    return this.items[this.at];
  }
}
