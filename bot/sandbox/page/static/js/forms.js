// The forms of the page: a contact, a point, an invitation, a new person.

import { act, addPerson } from "./api.js";
import { field, openForm } from "./dialog.js";
import { h } from "./dom.js";
import { invitation } from "./links.js";
import { nameOf } from "./store.js";
import { t } from "./words.js";

/** Share a contact: one's own by default, or somebody else's. */
export function askContact(deeds) {
  const own = deeds.person();
  const people = [own, ...[...deeds.store.people.values()].filter((one) => one.id !== own.id)];
  const options = people.map((one) =>
    h("option", { value: one.id }, one.id === own.id ? t("contact.own", { name: nameOf(one.user) }) : nameOf(one.user)),
  );
  const who = h("select", {}, options);
  const phone = field(t("contact.phone"), { type: "tel", value: own.phone || "" });
  who.addEventListener("change", () => {
    phone.input.value = deeds.store.people.get(Number(who.value)).phone || "";
  });
  openForm(
    t("contact.title"),
    [h("label", { class: "field" }, h("span", {}, t("contact.whose")), who), phone.node],
    t("contact.send"),
    () => act(own.id, "contact", { chat: deeds.seat.chat, contact_of: Number(who.value), phone: phone.input.value.trim() }),
  );
}

/** Share a point given as "latitude, longitude". */
export function askLocation(deeds) {
  const point = field(t("place.point"), { value: "55.75580, 37.61730", inputmode: "decimal" }, t("place.hint"));
  openForm(t("place.title"), [point.node], t("place.send"), () => {
    const [latitude, longitude] = point.input.value.split(/[,;\s]+/).filter(Boolean).map(Number);
    if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw new Error(t("place.wrong"));
    return act(deeds.speaker(), "location", { chat: deeds.seat.chat, latitude, longitude });
  });
}

/** Open the bot by an invitation link or code. */
export function askInvitation(deeds) {
  const link = field(t("invite.link"), { placeholder: `t.me/${deeds.botName}?start=…` });
  openForm(t("invite.title"), [link.node], t("gate.start"), () => {
    const payload = invitation(link.input.value, deeds.botName);
    if (payload === null) throw new Error(t("invite.wrong"));
    return act(deeds.speaker(), "start", { payload });
  });
}

/** Add a person to the page; an invitation waits under their start button. */
export function askPerson(store, onAdded) {
  const name = field(t("person.name"), { required: true, maxlength: 64, placeholder: t("person.sample") });
  const phone = field(t("person.phone"), { type: "tel", placeholder: "+7 900 000-00-00" });
  const link = field(t("invite.link"), { placeholder: `t.me/${store.bot.username}?start=…` }, t("person.hint"));
  openForm(t("person.title"), [name.node, phone.node, link.node], t("person.add"), async () => {
    const pasted = link.input.value.trim();
    const payload = pasted ? invitation(pasted, store.bot.username) : undefined;
    if (payload === null) throw new Error(t("invite.wrong"));
    const { id } = await addPerson({ name: name.input.value.trim(), phone: phone.input.value.trim() });
    onAdded(id, payload);
  });
}
