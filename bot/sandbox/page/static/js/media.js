// Photos, albums, documents and players.

import { fileAddress } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { showPhoto } from "./viewer.js";
import { t } from "./words.js";

/** "3,4 МБ" for a number of bytes. */
export function sizeWords(bytes) {
  if (bytes === undefined || bytes === null) return "";
  if (bytes < 1024) return t("size.b", { n: bytes });
  if (bytes < 1024 * 1024) return t("size.kb", { n: Math.round(bytes / 1024) });
  return t("size.mb", { n: (bytes / 1024 / 1024).toFixed(1) });
}

function durationWords(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function largest(sizes) {
  return sizes.reduce((best, one) => (one.width * one.height > best.width * best.height ? one : best));
}

/** A picture with its proportions kept before it has loaded; opens large. */
function photo(message) {
  const size = largest(message.photo);
  const image = h("img", {
    src: fileAddress(size.file_id), alt: message.caption || t("media.photo"), loading: "lazy",
    width: size.width, height: size.height,
  });
  image.addEventListener("error", () => image.replaceWith(h("span", { class: "no-picture" }, icon("image"), t("media.nopicture"))));
  const hidden = message.has_media_spoiler ? " veiled" : "";
  const open = (event) => {
    const button = event.currentTarget;
    if (button.classList.contains("veiled")) button.classList.remove("veiled");
    else showPhoto(size.file_id, message.caption || t("media.photo"));
  };
  return h("button", { type: "button", class: `photo${hidden}`, "aria-label": t("media.openphoto"), onclick: open }, image);
}

function film(file, extra = {}) {
  const props = { src: fileAddress(file.file_id), controls: true, preload: "metadata", ...extra };
  return h("video", { ...props, "aria-label": file.file_name || t("media.video") });
}

function sound(file, title) {
  return h(
    "div",
    { class: "sound" },
    h("span", { class: "sound-title" }, title, file.duration ? ` · ${durationWords(file.duration)}` : ""),
    h("audio", { src: fileAddress(file.file_id), controls: true, preload: "metadata", "aria-label": title }),
  );
}

function documentCard(file) {
  const name = file.file_name || t("media.file");
  return h(
    "a",
    { class: "document", href: fileAddress(file.file_id), download: name, "aria-label": t("media.download", { name }) },
    h("span", { class: "document-icon" }, icon("file")),
    h("span", { class: "document-name" }, name),
    h("span", { class: "document-size" }, sizeWords(file.file_size)),
    icon("download"),
  );
}

function sticker(file) {
  const moving = file.is_animated || file.is_video;
  if (moving) return h("span", { class: "big" }, file.emoji || t("media.sticker"));
  return h("img", { class: "sticker", src: fileAddress(file.file_id), alt: file.emoji || t("media.sticker") });
}

/** The media of one message, or null when it has none. */
export function mediaOf(message) {
  if (message.photo) return photo(message);
  if (message.animation) return film(message.animation, { loop: true, muted: true });
  if (message.video) return film(message.video);
  if (message.video_note) return film(message.video_note, { class: "round" });
  if (message.voice) return sound(message.voice, t("media.voice"));
  if (message.audio) return sound(message.audio, message.audio.title || message.audio.file_name || t("media.audio"));
  if (message.document) return documentCard(message.document);
  if (message.sticker) return sticker(message.sticker);
  return null;
}

/** Several messages of one media group: pictures in a grid, files in a list. */
export function album(messages) {
  const pictures = messages.every((one) => one.photo || one.video);
  const kind = pictures ? `album album-${Math.min(messages.length, 4)}` : "album-list";
  return h("div", { class: kind }, messages.map((one) => mediaOf(one)));
}

/** What a message is, in a word or by its text: for quotes, pins and the tabs. */
export function gist(message) {
  const words = message.text || message.caption;
  if (words) return words.replace(/\s+/g, " ").slice(0, 120);
  const kinds = ["photo", "video", "animation", "voice", "audio", "document", "sticker", "video_note", "venue", "location", "contact", "poll"];
  const kind = kinds.find((one) => message[one]);
  if (kind === "document") return message.document.file_name || t("media.file");
  return kind ? t(`gist.${kind}`) : t("gist.other");
}
