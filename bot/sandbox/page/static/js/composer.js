// The place where a person writes: text, replies, edits, files, commands and the reply keyboard.

import { Attachments } from "./attach.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { replyKeyboard } from "./keyboards.js";
import { gist } from "./media.js";
import { attachMenu } from "./menus.js";
import { nameOf } from "./store.js";
import { Suggestions } from "./suggest.js";
import { t } from "./words.js";

const LONGEST = 4096;

export class Composer {
  /** `deeds` does what the person does; `title` names the column for those who cannot see it. */
  constructor(deeds, { title, speakers }) {
    this.deeds = deeds;
    this.context = null;
    this.hiddenKeyboard = null;
    this.suggestions = new Suggestions((one) => this.choose(one), (id) => this.pointAt(id));
    this.attachments = new Attachments(() => this.refresh());
    this.input = h("textarea", {
      rows: 1, maxlength: LONGEST, placeholder: t("composer.placeholder"), "aria-label": t("composer.label", { title }),
      "aria-autocomplete": "list", "aria-controls": this.suggestions.node.id, enterkeyhint: "send",
    });
    this.bar = h("div", { class: "context", hidden: true });
    this.keys = h("div", { class: "keys-place" });
    this.menuButton = this.button("commands", "commands.title", () => this.toggleMenu());
    this.clipButton = this.button("clip", "attach.title", (event) => attachMenu(deeds, event.currentTarget, this.attachments));
    this.keysButton = this.button("keyboard", "key.toggle", () => this.toggleKeyboard());
    this.sendButton = h("button", { type: "submit", class: "round-button send", "aria-label": t("composer.send") }, icon("send"));
    this.form = h(
      "form",
      { class: "line" },
      this.menuButton, this.clipButton, this.input, this.keysButton, this.sendButton,
    );
    this.gate = h("div", { class: "gate", hidden: true });
    this.node = h("div", { class: "composer" }, speakers, this.suggestions.node, this.bar, this.attachments.node, this.form, this.keys, this.gate);
    this.listen();
  }

  button(shape, word, onclick) {
    return h("button", { type: "button", class: "round-button", "aria-label": t(word), title: t(word), onclick }, icon(shape));
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.input.addEventListener("input", () => {
      this.suggestions.offer(this.input.value, this.deeds.place().commands);
      this.refresh();
    });
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("paste", (event) => {
      if (!event.clipboardData.files.length) return;
      event.preventDefault();
      this.attachments.add([...event.clipboardData.files]);
    });
  }

  onKey(event) {
    if (event.isComposing) return;
    if (this.suggestions.open && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.suggestions.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (this.suggestions.open && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      this.write(`/${this.suggestions.chosen.command} `);
      this.suggestions.hide();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (this.suggestions.open) this.choose(this.suggestions.chosen);
      else this.send();
    } else if (event.key === "Escape") {
      if (this.suggestions.open) this.suggestions.hide();
      else this.setContext(null);
    } else if (event.key === "ArrowUp" && !this.input.value) {
      const message = this.deeds.lastOwn();
      if (message) this.edit(message);
    }
  }

  /** Tell those who cannot see it which suggestion the choice stands on. */
  pointAt(id) {
    if (id) this.input.setAttribute("aria-activedescendant", id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  write(text) {
    this.input.value = text;
    this.refresh();
    this.input.focus();
  }

  /** Send a command picked from the menu or the suggestions. */
  choose(one) {
    this.suggestions.hide();
    this.write("");
    this.deeds.say(`/${one.command}`);
  }

  toggleMenu() {
    if (this.suggestions.open) this.suggestions.hide();
    else this.suggestions.show(this.deeds.place().commands);
    this.input.focus();
  }

  toggleKeyboard() {
    const keyboard = this.deeds.place().keyboard;
    this.hiddenKeyboard = this.hiddenKeyboard === keyboard ? null : keyboard;
    this.refresh();
  }

  reply(message) {
    this.setContext({ kind: "reply", message });
  }

  edit(message) {
    this.setContext({ kind: "edit", message });
    this.write(message.text);
  }

  setContext(context) {
    const wasEdit = this.context?.kind === "edit";
    this.context = context;
    this.bar.hidden = !context;
    if (context) {
      const { kind, message } = context;
      fill(
        this.bar,
        icon(kind),
        h("span", { class: "context-words" }, h("strong", {}, kind === "edit" ? t("composer.editing") : nameOf(message.from)), h("span", {}, gist(message))),
        this.button("close", "cancel", () => this.setContext(null)),
      );
      this.input.focus();
    } else if (wasEdit) {
      this.write("");
    }
  }

  async send() {
    const text = this.input.value.trim();
    const context = this.context;
    if (!text && !this.attachments.any) return;
    const taken = this.attachments.any && context?.kind !== "edit" ? this.attachments.take() : null;
    this.context = null;
    this.setContext(null);
    this.suggestions.hide();
    this.write("");
    const done = await this.deeds.send({ text, context, ...taken });
    if (done) return;
    // What was refused goes back to the writer, unless something new is being written.
    if (!this.input.value) this.write(text);
    if (taken) this.attachments.add(taken.files);
    if (context) this.setContext(context);
  }

  async press(button) {
    const { keyboard } = this.deeds.place();
    if (keyboard.one_time_keyboard) this.hiddenKeyboard = keyboard;
    this.refresh();
    await this.deeds.press(button);
  }

  /** Draw what follows from the state: keyboard, placeholder, menu, the gate before writing. */
  refresh() {
    const { commands, keyboard } = this.deeds.place();
    const hasKeys = Boolean(keyboard?.keyboard);
    const shown = hasKeys && this.hiddenKeyboard !== keyboard;
    if (this.drawn !== (shown ? keyboard : null)) {
      this.drawn = shown ? keyboard : null;
      fill(this.keys, shown ? replyKeyboard(keyboard, (button) => this.press(button)) : null);
    }
    this.keysButton.hidden = !hasKeys;
    this.keysButton.setAttribute("aria-pressed", String(shown));
    this.menuButton.hidden = !commands.length;
    this.input.placeholder = keyboard?.input_field_placeholder || t("composer.placeholder");
    this.sendButton.disabled = !this.input.value.trim() && !this.attachments.any;
    this.input.style.height = "";
    if (this.input.value && this.input.scrollHeight) this.input.style.height = `${this.input.scrollHeight + 2}px`;
    this.drawGate(this.deeds.gate());
  }

  drawGate(gate) {
    this.gate.hidden = !gate;
    this.node.classList.toggle("gated", Boolean(gate));
    if (!gate) return fill(this.gate);
    return fill(
      this.gate,
      gate.note && h("p", {}, gate.note),
      gate.pass && h("button", { type: "button", class: "button strong wide", onclick: gate.pass }, gate.word),
    );
  }
}
