import { fileAddress } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** A picture over the whole page; Esc and a click close it. */
export function showPhoto(fileId, caption) {
  const address = fileAddress(fileId);
  const close = openDialog(
    caption,
    [
      h("img", { src: address, alt: caption, onclick: () => close() }),
      h("a", { class: "button", href: address, download: "photo" }, icon("download"), t("media.save")),
    ],
    { className: "viewer" },
  );
}
