// One person's screen (or the group's): head, pinned line, messages, composer, and what covers them.

import { readEarlier } from "./api.js";
import { tint } from "./bubble.js";
import { Composer } from "./composer.js";
import { Deeds } from "./deeds.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { gist } from "./media.js";
import { columnMenu } from "./menus.js";
import { Overlay } from "./overlay.js";
import { Speakers } from "./speakers.js";
import { idOf, nameOf } from "./store.js";
import { Stream } from "./stream.js";
import { t } from "./words.js";

const TYPING_MS = 5000;

export class Column {
  constructor(store, seat, { onUnread, onFocus }) {
    this.store = store;
    this.seat = seat;
    this.onUnread = onUnread;
    this.onFocus = onFocus;
    this.unread = 0;
    this.visible = false;
    this.chat = store.chats.get(seat.chat);
    this.deeds = new Deeds(store, seat, this);
    this.speakers = seat.group ? new Speakers(store, this.chat, (id) => this.speakAs(id)) : null;
    if (seat.group) this.deeds.speakerId = this.speakers.present()[0]?.id ?? null;
    this.stream = new Stream(this.deeds, {
      label: t("stream.label", { title: this.title }),
      now: () => store.now,
      onEarlier: () => this.loadEarlier(),
      onScroll: () => this.look(),
    });
    this.composer = new Composer(this.deeds, { title: this.title, speakers: this.speakers?.node });
    this.build();
    this.reload();
  }

  get title() {
    return this.seat.group ? this.chat.title : this.store.people.get(this.seat.person).title;
  }

  speakAs(id) {
    this.deeds.speakerId = id;
    this.reload();
  }

  build() {
    this.status = h("span", { class: "head-status" });
    this.pin = h("button", { type: "button", class: "pinned", hidden: true });
    this.jump = h("button", { type: "button", class: "jump", hidden: true, onclick: () => this.toEnd() }, icon("down"), h("span", { class: "count" }));
    this.overlay = new Overlay(() => this.composer.input.focus());
    const more = h(
      "button",
      { type: "button", class: "round-button", "aria-label": t("column.actions"), "aria-haspopup": "menu", onclick: (event) => columnMenu(this.deeds, event.currentTarget) },
      icon("more"),
    );
    const initials = this.title.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase();
    const head = h(
      "header",
      { class: "head" },
      h("span", { class: `avatar tint-${tint(this.seat.chat)}`, "aria-hidden": "true" }, initials),
      h("div", { class: "head-words" }, h("h2", { class: "head-title" }, this.title), this.status),
      !this.seat.group && more,
    );
    const middle = h("div", { class: "middle" }, this.stream.node, this.jump, this.overlay.toasts);
    this.node = h(
      "section",
      { class: "column", id: `column-${this.seat.key}`, "aria-label": this.title },
      head, this.pin, middle, this.composer.node, this.overlay.cover,
    );
    this.node.addEventListener("focusin", () => this.onFocus());
    this.node.addEventListener("dragover", (event) => this.drag(event, true));
    this.node.addEventListener("dragleave", (event) => !this.node.contains(event.relatedTarget) && this.drag(event, false));
    this.node.addEventListener("drop", (event) => this.drop(event));
  }

  drag(event, on) {
    if (on && !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    this.node.classList.toggle("dropping", on);
  }

  drop(event) {
    this.drag(event, false);
    if (!event.dataTransfer.files.length || this.deeds.gate()) return;
    this.composer.attachments.add([...event.dataTransfer.files]);
  }

  /** Draw the column anew from the state. */
  reload() {
    this.stream.reset(this.shown(), this.chat.earlier);
    this.refresh();
  }

  /** The messages this column's speaker can see. */
  shown() {
    return [...this.chat.messages.values()].filter((one) => this.sees(one));
  }

  sees(message) {
    return !message.receiver_user || message.receiver_user.id === this.deeds.speaker() || message.from?.id === this.deeds.speaker();
  }

  refresh() {
    fill(this.status, this.typing ? t("status.typing") : this.statusWords());
    this.status.classList.toggle("typing", Boolean(this.typing));
    const { pinned } = this.chat;
    this.pin.hidden = !pinned;
    if (pinned) {
      fill(this.pin, icon("pin"), h("span", {}, gist(pinned)));
      this.pin.onclick = () => this.deeds.goTo(idOf(pinned));
    }
    this.speakers?.refresh(this.deeds.speaker());
    this.composer.refresh();
  }

  statusWords() {
    if (this.seat.group) return t("group.members", { n: this.chat.members.length });
    const { user, note, blocked } = this.store.people.get(this.seat.person);
    const name = nameOf(user);
    return [name !== this.title && name, blocked ? t("status.blocked") : note].filter(Boolean).join(" · ");
  }

  onMessage({ message, known }) {
    if (!this.sees(message)) return;
    this.stream.upsert(message);
    const strange = message.from?.id !== this.deeds.speaker();
    if (strange && !known) {
      this.setTyping(false);
      this.unread += 1;
    }
    if (!strange && !known) this.stream.toBottom();
    this.look();
  }

  /** The bot asks for an answer to that very message. */
  onAsked({ user, message_id: id }) {
    const message = this.chat.messages.get(id);
    if (message && user === this.deeds.speaker()) this.composer.reply(message);
  }

  setTyping(on) {
    clearTimeout(this.typing);
    this.typing = on ? setTimeout(() => this.setTyping(false), TYPING_MS) : null;
    this.refresh();
  }

  /** Count as read what is on the screen. */
  look() {
    if (this.unread && this.visible && document.visibilityState === "visible" && this.stream.atBottom()) this.unread = 0;
    this.jump.hidden = this.stream.atBottom();
    this.jump.querySelector(".count").textContent = this.unread || "";
    this.jump.setAttribute("aria-label", t("stream.jump", { n: this.unread }));
    this.onUnread();
  }

  toEnd() {
    this.stream.toBottom();
    this.look();
  }

  async loadEarlier() {
    const oldest = Math.min(...[...this.chat.messages.keys()].filter((id) => id > 0));
    await this.deeds.attempt(async () => {
      const { messages, earlier } = await readEarlier(this.chat.id, oldest);
      this.store.addEarlier(this.chat.id, messages, earlier);
      this.stream.prepend(this.shown(), earlier);
    });
  }

  markWaiting(key, on) {
    for (const button of this.stream.node.querySelectorAll("[data-tap]")) {
      if (button.dataset.tap !== key) continue;
      button.classList.toggle("waiting", on);
      button.setAttribute("aria-busy", String(on));
    }
  }

  goTo(id) {
    return this.stream.goTo(id);
  }

  toast(text) {
    this.overlay.toast(text);
  }

  alert(text) {
    this.overlay.alert(text, this.title);
  }
}
