// One message, or one album, as a row of the stream.

import { h } from "./dom.js";
import { formatted } from "./entities.js";
import { contactCard, pollCard, serviceWords } from "./extras.js";
import { icon } from "./icons.js";
import { inlineKeyboard } from "./keyboards.js";
import { placeCard } from "./map.js";
import { album, gist, mediaOf } from "./media.js";
import { idOf, nameOf } from "./store.js";
import { clockTime, fullMoment } from "./time.js";
import { t } from "./words.js";

/** A colour number 0–7 that stays with a user. */
export function tint(id) {
  return Math.abs(id) % 8;
}

function authorLine(message) {
  const name = message.sender_chat?.title || (message.from ? nameOf(message.from) : "");
  return h("div", { class: `author tint-${tint(message.from?.id || message.chat.id)}` }, name);
}

function originLine(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = origin.sender_user ? nameOf(origin.sender_user) : origin.sender_user_name || origin.sender_chat?.title || origin.chat?.title || "";
  return h("div", { class: "origin" }, icon("forward"), h("span", {}, t("message.forwarded", { name })));
}

function quote(message, can) {
  const replied = message.reply_to_message;
  if (!replied) return null;
  const words = message.quote?.text || gist(replied);
  return h(
    "button",
    { type: "button", class: "quote", title: t("message.goto"), onclick: () => can.goTo(replied.message_id) },
    h("strong", {}, replied.from ? nameOf(replied.from) : ""),
    h("span", {}, words),
  );
}

function body(message, can) {
  const words = message.text ?? message.caption;
  if (!words) return null;
  const entities = message.entities || message.caption_entities;
  return h("div", { class: "text", dir: "auto" }, formatted(words, entities, can));
}

function special(message, can) {
  if (message.venue) return placeCard(message.venue.location, message.venue, can);
  if (message.location) return placeCard(message.location, null, can);
  if (message.contact) return contactCard(message.contact, can);
  if (message.poll) return pollCard(message, can);
  if (message.dice) return h("div", { class: "big" }, `${message.dice.emoji} ${message.dice.value}`);
  return null;
}

function meta(message, can) {
  const edited = message.edit_date ? h("span", { class: "edited" }, t("message.edited")) : null;
  const time = h("time", { title: fullMoment(message.date, can.zone) }, clockTime(message.date, can.zone));
  return h("div", { class: "meta" }, edited, time);
}

function reactions(message) {
  const counts = Object.entries(message.reactions || {}).filter(([, count]) => count > 0);
  const marks = counts.map(([emoji, count]) => h("span", { class: "reaction" }, count > 1 ? `${emoji} ${count}` : emoji));
  return marks.length ? h("div", { class: "reactions" }, marks) : null;
}

function serviceRow(message, words) {
  return h("div", { class: "row service", dataset: { id: idOf(message) } }, h("div", { class: "pill" }, words));
}

/** Build the row of one message or of the messages of one album (ordered by id). */
export function bubbleRow(messages, can) {
  const [first] = messages;
  const service = serviceWords(first);
  if (service) return serviceRow(first, service);
  const mine = first.from?.id === can.speaker();
  const media = messages.length > 1 ? album(messages) : mediaOf(first);
  const card = special(first, can);
  const worded = messages.find((one) => one.text || one.caption) || first;
  const words = body(worded, can);
  const above = worded.show_caption_above_media;
  const unknown = !media && !card && !words && h("div", { class: "text faint" }, t("message.unsupported"));
  const secret = first.receiver_user && h("div", { class: "origin" }, t("message.ephemeral"));
  const more = h(
    "button",
    { type: "button", class: "bubble-more", "aria-label": t("message.actions"), "aria-haspopup": "menu", onclick: (event) => can.menu(event.currentTarget, worded) },
    icon("more"),
  );
  const bubble = h(
    "div",
    { class: `bubble${media ? " with-media" : ""}`, tabindex: "-1" },
    can.inGroup && authorLine(first), originLine(first), secret, quote(first, can),
    above ? [words, media] : [media, card, words], unknown, reactions(worded), meta(worded, can), more,
  );
  bubble.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || String(getSelection())) return;
    event.preventDefault();
    can.menu(more, worded);
  });
  const side = mine ? "mine" : "theirs";
  return h("article", { class: `row ${side}`, dataset: { id: idOf(first) } }, bubble, inlineKeyboard(messages.at(-1), can));
}
