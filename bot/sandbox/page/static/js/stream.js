// The messages of one column: days, albums, edits in place, and staying at the bottom.

import { bubbleRow } from "./bubble.js";
import { fill, h } from "./dom.js";
import { idOf } from "./store.js";
import { dayKey, dayWords } from "./time.js";
import { t } from "./words.js";

const NEAR = 48;

const keyOf = (message) => (message.media_group_id ? `a${message.media_group_id}` : `m${idOf(message)}`);

export class Stream {
  /** `can` is what its messages can do; `onEarlier` loads older ones. */
  constructor(can, { label, now, onEarlier, onScroll }) {
    this.can = can;
    this.now = now;
    this.rows = new Map();
    this.earlier = h("button", { type: "button", class: "button earlier", hidden: true, onclick: onEarlier }, t("stream.earlier"));
    this.inside = h("div", { class: "stream-inside" });
    this.list = h("div", { role: "log", "aria-live": "polite", "aria-label": label });
    this.inside.append(this.earlier, this.list);
    this.node = h("div", { class: "stream", tabindex: "0", "aria-label": label }, this.inside);
    this.pinnedDown = true;
    this.node.addEventListener("scroll", () => {
      this.pinnedDown = this.atBottom();
      onScroll();
    });
    // Pictures load and the input grows after a message was put in place. A reader who has just scrolled
    // away is left alone, even when the scroll event is still to come.
    this.restedAt = 0;
    this.sizes = new ResizeObserver(() => {
      if (this.pinnedDown && (this.node.scrollTop === this.restedAt || this.atBottom())) this.toBottom();
    });
    this.sizes.observe(this.inside);
    this.sizes.observe(this.node);
  }

  atBottom() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR;
  }

  toBottom() {
    this.pinnedDown = true;
    this.node.scrollTop = this.node.scrollHeight;
    this.restedAt = this.node.scrollTop;
  }

  /** Draw everything anew. */
  reset(messages, earlier) {
    this.rows.clear();
    for (const message of messages) this.collect(message);
    for (const row of this.rows.values()) row.node = this.draw(row);
    fill(this.list, [...this.rows.values()].map((row) => row.node));
    [...this.list.children].forEach((node) => this.decorate(node));
    this.earlier.hidden = !earlier;
    if (this.pinnedDown) this.toBottom();
  }

  /** Keep what is read in its place while older messages come above it. */
  prepend(messages, earlier) {
    const fromEnd = this.node.scrollHeight - this.node.scrollTop;
    this.pinnedDown = false;
    this.reset(messages, earlier);
    this.node.scrollTop = this.node.scrollHeight - fromEnd;
  }

  collect(message) {
    const key = keyOf(message);
    const row = this.rows.get(key) || { key, messages: new Map() };
    row.messages.set(idOf(message), message);
    this.rows.set(key, row);
    return row;
  }

  draw(row) {
    const messages = [...row.messages.values()].sort((a, b) => a.message_id - b.message_id);
    const node = bubbleRow(messages, this.can);
    node.dataset.date = messages[0].date;
    node.dataset.from = messages[0].from?.id ?? "";
    return node;
  }

  /** Add a message or redraw the one it changes. */
  upsert(message) {
    const row = this.collect(message);
    const old = row.node;
    row.node = this.draw(row);
    if (old) old.replaceWith(row.node);
    else this.insert(row.node);
    if (!old) row.node.classList.add("fresh");
    this.decorate(row.node);
    this.decorate(row.node.nextElementSibling);
    if (this.pinnedDown) this.toBottom();
  }

  insert(node) {
    let before = this.list.lastElementChild;
    const id = Number(node.dataset.id);
    while (before && id > 0 && Number(before.dataset.id) > id) before = before.previousElementSibling;
    if (before) before.after(node);
    else this.list.prepend(node);
  }

  remove(ids) {
    const gone = new Set(ids);
    for (const [key, row] of this.rows) {
      if (![...row.messages.keys()].some((id) => gone.has(id))) continue;
      for (const id of gone) row.messages.delete(id);
      const next = row.node.nextElementSibling;
      if (row.messages.size) {
        const fresh = this.draw(row);
        row.node.replaceWith(fresh);
        row.node = fresh;
        this.decorate(fresh);
      } else {
        row.node.remove();
        this.rows.delete(key);
      }
      this.decorate(next);
    }
  }

  /** Give a row its day line and join it with the row before when one person wrote both at once. */
  decorate(node) {
    if (!node) return;
    const before = node.previousElementSibling;
    const date = Number(node.dataset.date);
    const sameDay = before && dayKey(Number(before.dataset.date), this.can.zone) === dayKey(date, this.can.zone);
    node.querySelector(":scope > .day")?.remove();
    if (!sameDay) node.prepend(h("div", { class: "day" }, h("span", {}, dayWords(date, this.now(), this.can.zone))));
    const joined =
      sameDay && before.dataset.from === node.dataset.from && date - Number(before.dataset.date) < 300 &&
      !before.classList.contains("service") && !node.classList.contains("service");
    node.classList.toggle("joined", Boolean(joined));
  }

  /** Show a message and mark it for a moment; false when it is not here. */
  goTo(id) {
    const row = [...this.rows.values()].find((one) => one.messages.has(id));
    if (!row) return false;
    row.node.scrollIntoView({ block: "center" });
    row.node.classList.remove("found");
    requestAnimationFrame(() => row.node.classList.add("found"));
    return true;
  }

  redecorate() {
    for (const node of this.list.children) this.decorate(node);
  }

  dispose() {
    this.sizes.disconnect();
  }
}
