// In a group's column: who of the page writes there. People come and go, so the choice is drawn anew.

import { fill, h } from "./dom.js";
import { nameOf } from "./store.js";
import { t } from "./words.js";

export class Speakers {
  /** `onChange` is called when another person is to speak, null when nobody of the page is in the group. */
  constructor(store, chat, onChange) {
    this.store = store;
    this.chat = chat;
    this.onChange = onChange;
    this.drawn = "";
    this.select = h("select", { "aria-label": t("group.speaker") });
    this.select.addEventListener("change", () => onChange(Number(this.select.value)));
    this.node = h("label", { class: "speaker" }, h("span", {}, t("group.as")), this.select);
  }

  /** The people of the page who are in the group now. */
  present() {
    return this.chat.members.map((id) => this.store.people.get(id)).filter(Boolean);
  }

  /** Let the same person speak as before the page was drawn anew, when they are still there. */
  keep(speaker) {
    if (!this.present().some((one) => one.id === speaker)) return;
    this.select.value = String(speaker);
    this.onChange(speaker);
  }

  /** Follow the group: who speaks stays while they are in it. */
  refresh(speaker) {
    const present = this.present();
    const ids = present.map((one) => one.id).join();
    if (ids === this.drawn) return;
    this.drawn = ids;
    const stays = present.some((one) => one.id === speaker);
    fill(this.select, present.map((one) => h("option", { value: one.id }, called(one))));
    this.node.hidden = !present.length;
    if (stays) this.select.value = String(speaker);
    else this.onChange(present[0]?.id ?? null);
  }
}

function called({ title, user }) {
  return title === nameOf(user) ? title : `${title} – ${nameOf(user)}`;
}
