// Contacts, polls, dice and the grey lines about the chat itself.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { nameOf } from "./store.js";
import { gist } from "./media.js";
import { t } from "./words.js";

/** A contact card; the phone is copied with a click. */
export function contactCard(contact, can) {
  const phone = contact.phone_number;
  return h(
    "div",
    { class: "contact" },
    h("span", { class: "contact-icon" }, icon("contact")),
    h("strong", {}, nameOf(contact)),
    h("button", { type: "button", class: "word phone", title: t("copy"), onclick: () => can.copy(phone) }, phone),
  );
}

/** A poll with its counts; an option is chosen with a click. */
export function pollCard(message, can) {
  const { poll } = message;
  const total = poll.total_voter_count;
  return h(
    "div",
    { class: "poll" },
    h("strong", {}, poll.question),
    h("small", {}, t(poll.is_closed ? "poll.closed" : poll.is_anonymous ? "poll.anonymous" : "poll.open")),
    poll.options.map((option, place) => {
      const share = total ? Math.round((option.voter_count / total) * 100) : 0;
      return h(
        "button",
        { type: "button", class: "poll-option", disabled: poll.is_closed, onclick: () => can.vote(message, place) },
        h("span", {}, option.text),
        h("span", { class: "poll-share" }, `${share} %`),
        h("progress", { max: 100, value: share, "aria-label": option.text }),
      );
    }),
    h("small", {}, t("poll.voters", { n: total })),
  );
}

/** The sentence of a service message, or null when the message is an ordinary one. */
export function serviceWords(message) {
  const who = message.from ? nameOf(message.from) : message.chat.title || "";
  const names = (users) => users.map(nameOf).join(", ");
  if (message.new_chat_members) return t("service.joined", { names: names(message.new_chat_members) });
  if (message.left_chat_member) return t("service.left", { names: names([message.left_chat_member]) });
  if (message.pinned_message) return t("service.pinned", { who, what: gist(message.pinned_message) });
  if (message.new_chat_title) return t("service.title", { who, title: message.new_chat_title });
  if (message.group_chat_created || message.supergroup_chat_created) return t("service.created");
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("service.migrated");
  return null;
}
