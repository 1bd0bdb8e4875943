// Files chosen, dropped or pasted, waiting to be sent.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { sizeWords } from "./media.js";
import { t } from "./words.js";

const ALBUM = 10;

export class Attachments {
  constructor(onChange) {
    this.files = [];
    this.addresses = [];
    this.asFiles = h("input", { type: "checkbox" });
    this.picker = h("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "aria-label": t("attach.pick") });
    this.picker.addEventListener("change", () => {
      this.add([...this.picker.files]);
      this.picker.value = "";
    });
    this.list = h("ul", { class: "chips" });
    this.option = h("label", { class: "as-files" }, this.asFiles, t("attach.asfiles"));
    this.node = h("div", { class: "attachments", hidden: true }, this.list, this.option, this.picker);
    this.onChange = onChange;
  }

  get any() {
    return this.files.length > 0;
  }

  pick() {
    this.picker.click();
  }

  /** Take files; an album holds ten at most. */
  add(files) {
    this.files = [...this.files, ...files].slice(0, ALBUM);
    this.draw();
  }

  clear() {
    this.files = [];
    this.asFiles.checked = false;
    this.draw();
  }

  /** Hand over the files and forget them. */
  take() {
    const taken = { files: this.files, asFiles: this.asFiles.checked };
    this.clear();
    return taken;
  }

  draw() {
    this.addresses.forEach((address) => URL.revokeObjectURL(address));
    this.addresses = [];
    this.node.hidden = !this.any;
    this.option.hidden = !this.files.some((file) => file.type.startsWith("image/") || file.type.startsWith("video/"));
    fill(this.list, this.files.map((file, index) => this.chip(file, index)));
    this.onChange();
  }

  chip(file, index) {
    const remove = () => {
      this.files.splice(index, 1);
      this.draw();
    };
    return h(
      "li",
      { class: "chip" },
      this.thumbnail(file),
      h("span", { class: "chip-name" }, file.name),
      h("small", {}, sizeWords(file.size)),
      h("button", { type: "button", class: "round-button small", "aria-label": t("attach.remove", { name: file.name }), onclick: remove }, icon("close")),
    );
  }

  thumbnail(file) {
    if (!["image/png", "image/jpeg", "image/webp", "image/gif"].includes(file.type)) return icon("file");
    const address = URL.createObjectURL(file);
    this.addresses.push(address);
    return h("img", { src: address, alt: "" });
  }
}
