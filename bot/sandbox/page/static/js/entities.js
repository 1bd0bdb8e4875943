// Formatted text: Bot API entities (offsets in UTF-16 units, which is what JavaScript counts) become nodes.

import { h } from "./dom.js";
import { startPayload, webAddress } from "./links.js";
import { t } from "./words.js";

const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

function anchor(address, body, can) {
  const payload = startPayload(address, can.botName);
  if (payload !== null) {
    return h("a", { href: "#", title: address, onclick: (event) => (event.preventDefault(), can.start(payload)) }, body);
  }
  const href = webAddress(address);
  if (!href) return h("span", { class: "dead-link", title: address }, body);
  return h("a", { href, title: address, target: "_blank", rel: "noopener noreferrer" }, body);
}

function wordButton(className, body, onclick) {
  return h("button", { type: "button", class: `word ${className}`, onclick }, body);
}

function spoiler(body) {
  const node = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("text.spoiler") }, body);
  const reveal = (event) => {
    if (node.classList.contains("open") || (event.key && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    node.classList.add("open");
    node.removeAttribute("role");
    node.removeAttribute("tabindex");
    node.removeAttribute("aria-label");
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", reveal);
  return node;
}

function expandable(body) {
  const toggle = h("button", { type: "button", class: "unfold", "aria-expanded": "false" }, t("text.unfold"));
  const node = h("blockquote", { class: "foldable folded" }, h("div", { class: "fold" }, body), toggle);
  toggle.addEventListener("click", () => {
    const folded = node.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.textContent = t(folded ? "text.unfold" : "text.fold");
  });
  return node;
}

function codeBlock(entity, body) {
  const label = entity.language ? h("span", { class: "code-name" }, entity.language) : null;
  return h("pre", {}, label, h("code", {}, body));
}

/** One entity around its already built inside. `raw` is the text it covers. */
function wrap(entity, body, raw, can) {
  if (PLAIN[entity.type]) return h(PLAIN[entity.type], {}, body);
  switch (entity.type) {
    case "spoiler": return spoiler(body);
    case "code": return wordButton("code", body, () => can.copy(raw));
    case "pre": return codeBlock(entity, body);
    case "blockquote": return h("blockquote", {}, body);
    case "expandable_blockquote": return expandable(body);
    case "text_link": return anchor(entity.url, body, can);
    case "url": return anchor(raw, body, can);
    case "email": return anchor(`mailto:${raw}`, body, can);
    case "phone_number": return wordButton("phone", body, () => can.copy(raw));
    case "bot_command": return wordButton("command", body, () => can.command(raw));
    case "mention":
    case "text_mention": return h("span", { class: "mention" }, body);
    case "hashtag":
    case "cashtag": return h("span", { class: "hashtag" }, body);
    default: return h("span", {}, body);
  }
}

function build(text, from, to, entities, can) {
  const out = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < entities.length; ) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (start < end) {
      if (start > at) out.append(text.slice(at, start));
      const body = build(text, start, end, entities.slice(i + 1, next), can);
      out.append(wrap(entity, body, text.slice(start, end), can));
      at = end;
      // A block already ends its line; the newline after it would show as an empty one.
      if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
    } else {
      next = i + 1;
    }
    i = next;
  }
  if (at < to) out.append(text.slice(at, to));
  return out;
}

/**
 * A text with its entities as nodes. `can` says what its links do:
 * {botName, start(payload), command(text), copy(text)}.
 */
export function formatted(text, entities, can) {
  const sorted = [...(entities || [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, can);
}
