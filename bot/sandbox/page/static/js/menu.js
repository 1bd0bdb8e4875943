// A small menu under a button: arrows move, Enter chooses, Esc and a click elsewhere close.

import { h } from "./dom.js";
import { icon } from "./icons.js";

let closeOpen = null;

function placeAt(node, anchorBox) {
  const box = node.getBoundingClientRect();
  const left = Math.min(Math.max(8, anchorBox.right - box.width), window.innerWidth - box.width - 8);
  const below = anchorBox.bottom + 4;
  const top = below + box.height > window.innerHeight - 8 ? Math.max(8, anchorBox.top - box.height - 4) : below;
  node.style.left = `${Math.max(8, left)}px`;
  node.style.top = `${top}px`;
}

function onKey(event, items, close) {
  const at = items.indexOf(document.activeElement);
  const go = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (go !== undefined) {
    event.preventDefault();
    items[(go + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
  }
}

/** Open a menu by `button`; entries are {icon, label, danger, onchoose}, or {row: entries}. */
export function openMenu(button, label, entries) {
  closeOpen?.();
  const item = (entry) =>
    h(
      "button",
      {
        type: "button", role: "menuitem", class: entry.danger ? "menu-item danger" : "menu-item",
        onclick: () => { close(); entry.onchoose(); },
      },
      entry.icon && icon(entry.icon), h("span", {}, entry.label),
    );
  const parts = entries.map((entry) => (entry.row ? h("div", { class: "menu-row" }, entry.row.map(item)) : item(entry)));
  const node = h("div", { class: "menu", role: "menu", "aria-label": label }, parts);
  const items = [...node.querySelectorAll("[role=menuitem]")];
  const away = (event) => {
    if (!node.contains(event.target)) close();
  };
  const close = () => {
    closeOpen = null;
    document.removeEventListener("pointerdown", away, true);
    node.remove();
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  node.addEventListener("keydown", (event) => onKey(event, items, close));
  document.addEventListener("pointerdown", away, true);
  document.body.append(node);
  placeAt(node, button.getBoundingClientRect());
  button.setAttribute("aria-expanded", "true");
  closeOpen = close;
  items[0]?.focus();
}
