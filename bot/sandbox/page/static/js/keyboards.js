// Inline keyboards under a message and the reply keyboard under the input.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { startPayload, webAddress } from "./links.js";
import { idOf } from "./store.js";
import { t } from "./words.js";

const STYLES = new Set(["danger", "success", "primary"]);

function styleOf(button) {
  return STYLES.has(button.style) ? ` ${button.style}` : "";
}

/** What marks a tapped button across re-drawing: its message and its data. */
export function tapKey(messageId, data) {
  return `${messageId}:${data}`;
}

function callbackButton(button, message, can) {
  const key = tapKey(idOf(message), button.callback_data);
  const waiting = can.isWaiting(key);
  return h(
    "button",
    {
      type: "button", class: `key${styleOf(button)}${waiting ? " waiting" : ""}`, "aria-busy": waiting ? "true" : null,
      dataset: { tap: key }, onclick: () => can.tap(message, button.callback_data),
    },
    h("span", {}, button.text),
  );
}

function linkButton(button, can) {
  const payload = startPayload(button.url, can.botName);
  if (payload !== null) {
    return h("button", { type: "button", class: `key${styleOf(button)}`, onclick: () => can.start(payload) }, h("span", {}, button.text), icon("out"));
  }
  const href = webAddress(button.url);
  const props = href ? { href, target: "_blank", rel: "noopener noreferrer" } : { "aria-disabled": "true" };
  return h("a", { ...props, class: `key${styleOf(button)}`, title: button.url }, h("span", {}, button.text), icon("out"));
}

function inlineButton(button, message, can) {
  if (button.disabled) {
    return h("button", { type: "button", class: `key${styleOf(button)}`, disabled: true }, h("span", {}, button.text));
  }
  if (button.callback_data !== undefined) return callbackButton(button, message, can);
  if (button.url) return linkButton(button, can);
  if (button.copy_text) {
    const copy = () => can.copy(button.copy_text.text);
    return h("button", { type: "button", class: `key${styleOf(button)}`, onclick: copy }, h("span", {}, button.text), icon("copy"));
  }
  const sorry = () => can.notify(t("key.unsupported"));
  return h("button", { type: "button", class: `key${styleOf(button)}`, onclick: sorry }, h("span", {}, button.text));
}

/** The inline keyboard of a message, or null. */
export function inlineKeyboard(message, can) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return h(
    "div",
    { class: "keys", role: "group", "aria-label": t("key.group") },
    rows.map((row) => h("div", { class: "key-row" }, row.map((button) => inlineButton(button, message, can)))),
  );
}

/** The reply keyboard; `press(button)` is called with the pressed one. */
export function replyKeyboard(markup, press) {
  const rows = markup.keyboard.map((row) =>
    h(
      "div",
      { class: "key-row" },
      row.map((one) => {
        const button = typeof one === "string" ? { text: one } : one;
        const sign = (button.request_contact && icon("contact")) || (button.request_location && icon("place"));
        return h("button", { type: "button", class: `key${styleOf(button)}`, onclick: () => press(button) }, sign, h("span", {}, button.text));
      }),
    ),
  );
  const tall = markup.resize_keyboard ? "" : " tall";
  return h("div", { class: `reply-keys${tall}`, role: "group", "aria-label": t("key.reply") }, rows);
}
