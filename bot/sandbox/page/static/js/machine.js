// The strip under the header: the time machine, what came and what is next, and the way to the faults.

import { moveClock } from "./api.js";
import { fill, h } from "./dom.js";
import { faultsOn, openFaults } from "./faults.js";
import { icon } from "./icons.js";
import { clockTime, clockWords, dayKey } from "./time.js";
import { currentLanguage, t } from "./words.js";

export class Machine {
  /** `slot` takes the button that unfolds the strip on a narrow screen. */
  constructor(node, store) {
    this.node = node;
    this.store = store;
    this.unfolded = false;
    this.said = "";
    store.on("time", () => this.refresh());
    store.on("faults", () => this.refresh());
    store.on("person", () => this.refresh());
  }

  draw(slot) {
    const { time } = this.store;
    const button = (name, words, act, more = {}) => h("button", { type: "button", class: "button", "data-way": name, ...more, onclick: act }, words);
    this.state = h("p", { class: "machine-state", role: "status", "aria-live": "polite" });
    this.goes = time && {
      notice: button("notice", t("time.notice"), () => this.act("go", { way: "notice" })),
      excursion: button("excursion", t("time.excursion"), () => this.act("go", { way: "excursion" })),
      run: button("run", t("time.run"), () => this.act("go", { way: "run" }), { title: t("time.runhint") }),
    };
    this.stop = time && button("stop", t("time.stop"), () => this.act("stop"));
    this.present = time && button("present", t("time.present"), () => this.back(), { title: t("time.back") });
    this.faults = h("button", { type: "button", class: "button faults", "aria-haspopup": "dialog", onclick: () => openFaults(this.store) });
    this.buttons = h("div", { class: "machine-buttons", id: "machine-buttons" }, time && [...Object.values(this.goes), this.stop, this.present], this.faults);
    this.fold = h("button", { type: "button", class: "round-button unfolder", "aria-controls": "machine-buttons", "aria-label": t("time.fold"), title: t("time.fold"), onclick: () => this.toggle() }, icon("clock"));
    fill(slot, this.fold);
    this.node.setAttribute("aria-label", t("time.title"));
    // Folded, the strip of a narrow screen still says that faults are on.
    this.warning = h("b", { class: "machine-warning" });
    fill(this.node, this.buttons, this.warning, this.state);
    this.toggle(this.unfolded);
    this.refresh();
  }

  toggle(on = !this.unfolded) {
    this.unfolded = on;
    this.node.classList.toggle("unfolded", on);
    this.fold.setAttribute("aria-expanded", String(on));
  }

  async act(verb, body = {}) {
    this.said = "";
    try {
      this.store.apply({ kind: "time", time: await moveClock(verb, body) });
    } catch (error) {
      this.said = error.message;
      this.refresh();
    }
  }

  async back() {
    await this.act("present");
    this.said ||= t("time.back");
    this.refresh();
  }

  /** Put the newest state on the buttons and into the line beside them. */
  refresh() {
    if (!this.state) return;
    const { time } = this.store;
    const count = faultsOn(this.store);
    this.faults.textContent = count ? t("fault.count", { n: count }) : t("fault.title");
    this.faults.classList.toggle("on", count > 0);
    this.warning.textContent = count ? t("fault.count", { n: count }) : "";
    if (!time) return;
    // A button that is pressed keeps the keyboard's focus: it is called disabled, it is not made so.
    const allow = (node, on) => node.setAttribute("aria-disabled", String(!on));
    for (const [way, node] of Object.entries(this.goes)) {
      allow(node, !time.way && (way !== "excursion" || time.excursion));
      node.setAttribute("aria-pressed", String(time.way === way));
    }
    allow(this.stop, Boolean(time.way));
    allow(this.present, time.moved);
    const goal = time.excursion && this.moment(time.excursion.at);
    this.goes.excursion.title = goal ? t("time.goal", { title: time.excursion.title, at: goal }) : t("time.nogoal");
    const words = this.lines(time).filter(Boolean);
    if (words.join() !== [...this.state.children].map((one) => one.textContent).join()) fill(this.state, words.map((one) => h("span", {}, one)));
  }

  lines(time) {
    const { came, coming } = time;
    return [
      time.way && t("time.going"),
      time.sending > 0 && t("time.sending", { n: time.sending }),
      came && t("time.came", { at: this.moment(came.at), kinds: this.kinds(came.kinds) || t("time.none") }),
      came?.unsent > 0 && t("time.unsent", { n: came.unsent }),
      came?.waiting > 0 && t("time.waiting", { n: came.waiting }),
      coming ? t("time.coming", { at: this.moment(coming.at), kinds: this.kinds(coming.kinds) }) : t("time.nothing"),
      time.end === "nothing" && t("time.far"),
      time.end === "fault" && t("time.broken"),
      this.said,
    ];
  }

  kinds(kinds) {
    return kinds.map((one) => t("time.kind", { name: one.name[currentLanguage()].toLowerCase(), n: one.people })).join("; ");
  }

  /** "13:40", or with its day where that is not the present one. */
  moment(unix) {
    const { now, zone } = this.store;
    const time = clockTime(unix, zone);
    return dayKey(unix, zone) === dayKey(now, zone) ? time : `${clockWords(unix, zone).date}, ${time}`;
  }
}
