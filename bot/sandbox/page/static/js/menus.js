// What a column's menus offer: for a message, under the paper clip, and for the chat itself.

import { askContact, askInvitation, askLocation } from "./forms.js";
import { openMenu } from "./menu.js";
import { t } from "./words.js";

const REACTIONS = ["👍", "❤", "🔥", "👎"];

/** The menu of one message. */
export function messageMenu(deeds, button, message) {
  const words = message.text || message.caption;
  const own = message.from?.id === deeds.speaker();
  const { composer } = deeds.screen;
  const react = (emoji) => ({ label: emoji, onchoose: () => deeds.point("react", message, { emoji }) });
  const entries = [
    { row: REACTIONS.map(react) },
    { icon: "reply", label: t("message.reply"), onchoose: () => composer.reply(message) },
    words && { icon: "copy", label: t("message.copy"), onchoose: () => deeds.copy(words) },
    own && message.text && { icon: "edit", label: t("message.edit"), onchoose: () => composer.edit(message) },
    !own && { icon: "forward", label: t("message.forward"), onchoose: () => deeds.point("forward", message) },
    own && { icon: "close", label: t("message.delete"), danger: true, onchoose: () => deeds.point("delete", message) },
  ];
  openMenu(button, t("message.actions"), entries.filter(Boolean));
}

/** The menu of the paper clip. */
export function attachMenu(deeds, button, attachments) {
  openMenu(button, t("attach.title"), [
    { icon: "file", label: t("attach.file"), onchoose: () => attachments.pick() },
    { icon: "contact", label: t("attach.contact"), onchoose: () => askContact(deeds) },
    { icon: "place", label: t("attach.place"), onchoose: () => askLocation(deeds) },
  ]);
}

/** The menu of a person's chat with the bot. */
export function columnMenu(deeds, button) {
  const { blocked } = deeds.person();
  const groups = [...deeds.store.chats.values()].filter((chat) => chat.type !== "private");
  openMenu(button, t("column.actions"), [
    { icon: "link", label: t("column.invitation"), onchoose: () => askInvitation(deeds) },
    ...groups.map((chat) => passage(deeds, chat)),
    blocked
      ? { icon: "plus", label: t("column.unblock"), onchoose: () => deeds.act("unblock") }
      : { icon: "block", label: t("column.block"), danger: true, onchoose: () => deeds.act("block") },
  ]);
}

function passage(deeds, chat) {
  return chat.members.includes(deeds.speaker())
    ? { icon: "leave", label: t("column.leave", { title: chat.title }), onchoose: () => deeds.act("leave", { chat: chat.id }) }
    : { icon: "join", label: t("column.join", { title: chat.title }), onchoose: () => deeds.act("join", { chat: chat.id }) };
}
