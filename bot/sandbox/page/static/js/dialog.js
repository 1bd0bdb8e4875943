// Dialogs on the browser's own <dialog>: it keeps the focus inside and closes on Esc.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Open a dialog; returns a function that closes it. Focus goes back where it was. */
export function openDialog(title, body, { className = "", onClose = () => {} } = {}) {
  const before = document.activeElement;
  const close = () => node.close();
  const node = h(
    "dialog",
    { class: `dialog ${className}`, "aria-label": title },
    h(
      "header",
      { class: "dialog-head" },
      h("h2", {}, title),
      h("button", { type: "button", class: "round-button", "aria-label": t("close"), onclick: close }, icon("close")),
    ),
    body,
  );
  node.addEventListener("close", () => {
    node.remove();
    onClose();
    if (before instanceof HTMLElement) before.focus();
  });
  node.addEventListener("click", (event) => {
    if (event.target === node) close();
  });
  document.body.append(node);
  node.showModal();
  return close;
}

/** A labelled input. */
export function field(label, props, note) {
  const input = h("input", { type: "text", autocomplete: "off", ...props });
  const node = h("label", { class: "field" }, h("span", {}, label), input, note && h("small", {}, note));
  return { node, input };
}

/** A dialog with a form: `submit` may refuse by throwing; its sentence is shown and the dialog stays. */
export function openForm(title, fields, sendWord, submit) {
  const trouble = h("p", { class: "trouble", role: "alert" });
  const send = h("button", { type: "submit", class: "button strong" }, sendWord);
  const form = h("form", { class: "form" }, fields, trouble, h("div", { class: "form-end" }, send));
  const close = openDialog(title, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    trouble.textContent = "";
    try {
      await submit();
      close();
    } catch (error) {
      trouble.textContent = error.message;
    } finally {
      send.disabled = false;
    }
  });
  form.querySelector("input, select, textarea")?.focus();
  return close;
}
