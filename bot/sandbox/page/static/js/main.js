import { readState } from "./api.js";
import { Bar } from "./bar.js";
import { Column } from "./column.js";
import { fill } from "./dom.js";
import { follow } from "./feed.js";
import { askPerson } from "./forms.js";
import { Machine } from "./machine.js";
import { Store } from "./store.js";
import { Tabs } from "./tabs.js";
import { wearTheme } from "./theme.js";
import { chosenLanguage, speak, t } from "./words.js";

const RETRY_MS = 1500;
const store = new Store();
const bar = new Bar(document.getElementById("bar"));
const machine = new Machine(document.getElementById("machine"), store);
const tabs = new Tabs(document.getElementById("tabs"));
const place = document.getElementById("columns");
const columns = new Map();
let current = null;
let unfollow = null;
let loading = null;

const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const column = [...columns.values()].find((one) => one.node === entry.target);
      if (!column) continue;
      column.visible = entry.isIntersecting;
      column.look();
    }
  },
  { threshold: 0.5 },
);

/** Make a column the current one, without moving anything under the pointer. */
function mark(key) {
  current = key;
  for (const [one, column] of columns) column.node.classList.toggle("current", one === key);
  tabs.select(key);
}

/** Go to a column: on a narrow screen it appears, on a wide one it scrolls into view. */
function choose(key) {
  mark(key);
  const column = columns.get(key);
  column.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  column.composer.refresh();
  if (column.stream.pinnedDown) column.toEnd();
}

/** The column somebody works in is the current one: it stays when the page is drawn anew or becomes narrow. */
function attend(key) {
  if (key !== current && columns.has(key)) mark(key);
}

function countUnread() {
  let total = 0;
  for (const [key, column] of columns) {
    tabs.setUnread(key, column.unread);
    total += column.unread;
  }
  document.title = total ? `(${total}) ${t("bar.sandbox")}` : t("bar.sandbox");
}

/** Build the columns from the state; what was being written and read stays. */
function draw() {
  const kept = new Map([...columns].map(([key, one]) => [key, { text: one.composer.input.value, unread: one.unread, speaker: one.deeds.speaker() }]));
  seen.disconnect();
  for (const column of columns.values()) column.stream.dispose();
  columns.clear();
  bar.draw({ onLanguage: changeLanguage, onPerson: () => askPerson(store, addedPerson) });
  bar.tick(store.now, store.zone);
  machine.draw(bar.slot);
  const made = store.seats().map((seat) => new Column(store, seat, { onUnread: () => columns.size && countUnread(), onFocus: () => attend(seat.key) }));
  tabs.draw(made, choose);
  fill(place, made.map((one) => one.node));
  for (const column of made) {
    columns.set(column.seat.key, column);
    const before = kept.get(column.seat.key);
    if (before) Object.assign(column, { unread: before.unread });
    column.speakers?.keep(before?.speaker);
    if (before?.text) column.composer.input.value = before.text;
    column.composer.refresh();
    column.stream.toBottom();
    seen.observe(column.node);
  }
  mark(columns.has(current) ? current : made[0]?.seat.key);
  countUnread();
}

function addedPerson(id, payload) {
  if (payload !== undefined) store.invitations.set(id, payload);
  current = `p${id}`;
  reload();
}

async function changeLanguage(code) {
  await speak(code);
  draw();
}

/** Read the whole state and follow the feed from there; calls made meanwhile share one reading. */
function reload() {
  loading ??= readAll().finally(() => {
    loading = null;
  });
  return loading;
}

async function readAll() {
  unfollow?.();
  for (;;) {
    try {
      store.load(await readState());
      break;
    } catch {
      bar.setLink(false);
      await new Promise((done) => setTimeout(done, RETRY_MS));
    }
  }
  draw();
  if (current) columns.get(current)?.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  unfollow = follow(store.event, { onEvent: (event) => store.apply(event), onReload: reload, onLink: (on) => bar.setLink(on) });
}

const of = ({ chat, user }) => inChat(chat).filter((one) => one.deeds.speaker() === user);
const inChat = (chat) => [...columns.values()].filter((one) => one.seat.chat === chat);

store.on("message", (detail) => inChat(detail.chat).forEach((one) => one.onMessage(detail)));
store.on("deleted", ({ chat, message_ids: ids }) => inChat(chat).forEach((one) => one.stream.remove(ids)));
store.on("head", ({ chat }) => inChat(chat).forEach((one) => one.refresh()));
store.on("asked", (asked) => inChat(asked.chat).forEach((one) => one.onAsked(asked)));
store.on("chat_action", ({ chat }) => inChat(chat).forEach((one) => one.setTyping(true)));
store.on("person", () => columns.forEach((one) => one.refresh()));
store.on("tap", (tap) => of(tap).forEach((one) => one.deeds.tapped(tap)));
store.on("callback_answer", (answer) => of(answer).forEach((one) => one.deeds.answered(answer)));
store.on("strange", () => reload());
store.on("reload", () => reload());
store.on("clock", () => {
  bar.tick(store.now, store.zone);
  machine.refresh();
  columns.forEach((one) => one.stream.redecorate());
});
document.addEventListener("visibilitychange", () => columns.forEach((one) => one.look()));

wearTheme();
await speak(chosenLanguage());
await reload();
