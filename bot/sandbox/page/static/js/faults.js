// The switches that make Telegram, the network and people misbehave; each says what it does.

import { act, resetFaults, turnFault } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const SECONDS = 5;

const switches = () => [
  { name: "flood", title: t("fault.flood"), says: t("fault.floodsays"), seconds: true },
  { name: "server", title: t("fault.server"), says: t("fault.serversays") },
  { name: "before", title: t("fault.before"), says: t("fault.beforesays") },
  { name: "after", title: t("fault.after"), says: t("fault.aftersays") },
];

const blockers = (store) => [...store.people.values()].filter((one) => one.blocked);

/** How many faults are on, people who have blocked the bot among them. */
export function faultsOn(store) {
  return Object.values(store.faults).filter((one) => one.on).length + blockers(store).length;
}

/** Open the switches; they follow what happens while they are open. */
export function openFaults(store) {
  const trouble = h("p", { class: "trouble", role: "alert" });
  const followers = [];
  const attempt = async (work) => {
    trouble.textContent = "";
    try {
      await work();
    } catch (error) {
      trouble.textContent = error.message;
    }
    refresh();
  };
  const refresh = () => followers.forEach((follow) => follow());
  const toggle = (title, isOn, turn) => {
    let wished = null; // what was just switched, until the world says the same
    const change = async () => {
      wished = box.checked;
      try {
        await turn(wished);
      } catch (error) {
        wished = null;
        throw error;
      }
    };
    const box = h("input", { type: "checkbox", role: "switch", onchange: () => attempt(change) });
    const word = h("b", {});
    followers.push(() => {
      if (wished === isOn()) wished = null;
      box.checked = wished ?? isOn();
      word.textContent = isOn() ? t("fault.on") : t("fault.off");
    });
    return h("label", { class: "switch" }, box, h("span", {}, title), word);
  };
  const row = ({ name, title, says, seconds }) => {
    const input = seconds && h("input", { type: "number", min: 1, max: 600, value: store.faults[name].seconds || SECONDS, "aria-label": t("fault.seconds") });
    const turn = (on) => turnFault(name, { on, seconds: input ? Number(input.value) : 0 });
    input?.addEventListener("change", () => store.faults[name].on && attempt(() => turn(true)));
    return h("div", { class: "fault" }, toggle(title, () => store.faults[name].on, turn), h("p", {}, says), input && h("label", { class: "seconds" }, h("span", {}, t("fault.seconds")), input));
  };
  const people = [...store.people.values()].map((person) =>
    toggle(person.title, () => store.people.get(person.id).blocked, (on) => act(person.id, on ? "block" : "unblock")),
  );
  const off = h("button", { type: "button", class: "button wide", onclick: () => attempt(resetFaults) }, t("fault.reset"));
  const body = h(
    "div",
    { class: "faults-body" },
    switches().map(row),
    h("fieldset", { class: "fault" }, h("legend", {}, t("fault.block")), h("p", {}, t("fault.blocksays")), people),
    trouble,
    off,
  );
  const forget = ["faults", "person"].map((kind) => store.on(kind, refresh));
  refresh();
  openDialog(t("fault.title"), body, { className: "faults-dialog", onClose: () => forget.forEach((stop) => stop()) });
}
