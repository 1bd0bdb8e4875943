// What the person of a column does; every refusal becomes a toast in that column.

import { act, upload } from "./api.js";
import { startPayload } from "./links.js";
import { tapKey } from "./keyboards.js";
import { messageMenu } from "./menus.js";
import { idOf, nameOf } from "./store.js";
import { t } from "./words.js";

// A bot that never answers leaves the spinner; messengers give up on it after a while too.
const PATIENCE_MS = 30000;

export class Deeds {
  /** `screen` shows toasts and takes the composer's orders: {toast, alert, composer, goTo}. */
  constructor(store, seat, screen) {
    this.store = store;
    this.seat = seat;
    this.screen = screen;
    this.waiting = new Set();
    this.queries = new Map();
    this.votes = new Map();
    this.inGroup = seat.group;
    this.speakerId = seat.person;
    this.botName = store.bot.username;
  }

  get zone() {
    return this.store.people.get(this.speaker())?.zone || this.store.zone;
  }

  speaker() {
    return this.speakerId;
  }

  person() {
    return this.store.people.get(this.speaker());
  }

  place() {
    return this.store.place(this.speaker(), this.seat.chat);
  }

  /** Do it and tell whether it was accepted. */
  async attempt(work) {
    try {
      await work();
      return true;
    } catch (error) {
      this.screen.toast(error.message);
      return false;
    }
  }

  act(verb, body = {}) {
    return this.attempt(() => act(this.speaker(), verb, body));
  }

  say(text, replyTo) {
    const reply = replyTo ? { reply_to: replyTo } : {};
    return this.act("say", { text, chat: this.seat.chat, ...reply });
  }

  command(text) {
    return this.say(text);
  }

  start(payload) {
    return this.act("start", { payload });
  }

  press(button) {
    return this.act("key", { text: button.text, chat: this.seat.chat });
  }

  send({ text, context, files, asFiles }) {
    if (context?.kind === "edit") {
      return this.point("edit", context.message, { text });
    }
    const replyTo = context && idOf(context.message);
    if (files) return this.attempt(() => upload(this.speaker(), { chat: this.seat.chat, files, asFiles, caption: text, replyTo }));
    const payload = /\s/.test(text) ? null : startPayload(text, this.botName);
    if (payload !== null && !this.seat.group) return this.start(payload);
    return this.say(text, replyTo);
  }

  isWaiting(key) {
    return this.waiting.has(key);
  }

  /** An act upon one message. */
  point(verb, message, more = {}) {
    return this.act(verb, { chat: this.seat.chat, message_id: idOf(message), ...more });
  }

  async tap(message, data) {
    const id = idOf(message);
    const key = tapKey(id, data);
    if (this.waiting.has(key)) return;
    this.setWaiting(key, true);
    const done = await this.point("tap", message, { data });
    if (!done) this.setWaiting(key, false);
  }

  setWaiting(key, on) {
    if (on) this.waiting.add(key);
    else this.waiting.delete(key);
    this.screen.markWaiting(key, on);
  }

  /** A tap is on its way to the bot (from this window or another): its query is waited for. */
  tapped({ message_id: messageId, data, query_id: query }) {
    const key = tapKey(messageId, data);
    this.queries.set(query, key);
    this.setWaiting(key, true);
    setTimeout(() => this.finish(query), PATIENCE_MS);
  }

  finish(query) {
    const key = this.queries.get(query);
    this.queries.delete(query);
    if (key && ![...this.queries.values()].includes(key)) this.setWaiting(key, false);
  }

  /** The bot answered a tap: the spinner ends, the words are shown. */
  answered({ query_id: query, text, alert, url }) {
    this.finish(query);
    if (url) {
      const payload = startPayload(url, this.botName);
      if (payload !== null) this.start(payload);
    }
    if (text && alert) this.screen.alert(text);
    else if (text) this.screen.toast(text);
  }

  /** Choose an option; where several may be chosen, a second click takes one back. */
  vote(message, place) {
    const id = idOf(message);
    const before = message.poll.allows_multiple_answers ? this.votes.get(id) || [] : [];
    const options = before.includes(place) ? before.filter((one) => one !== place) : [...before, place];
    this.votes.set(id, options);
    return this.point("vote", message, { options });
  }

  async copy(text) {
    await navigator.clipboard.writeText(text);
    this.screen.toast(t("copied"));
  }

  goTo(id) {
    if (!this.screen.goTo(id)) this.screen.toast(t("message.far"));
  }

  notify(text) {
    this.screen.toast(text);
  }

  lastOwn() {
    const messages = [...this.store.chats.get(this.seat.chat).messages.values()];
    return messages.reverse().find((one) => one.from?.id === this.speaker() && one.text);
  }

  menu(button, message) {
    messageMenu(this, button, message);
  }

  /** What stands between the person and writing: a start button, or a lifted block. Null when nothing does. */
  gate() {
    if (this.seat.group) return this.person() ? null : { note: t("group.empty") };
    const person = this.person();
    const payload = this.store.invitations.get(person.id) ?? (person.started ? undefined : person.invitation || undefined);
    if (person.blocked) return { word: t("gate.restart"), note: t("gate.blocked"), pass: () => this.start("") };
    if (payload !== undefined) return { word: t("gate.start"), note: t("gate.invited", { code: payload }), pass: () => this.pass(payload) };
    if (!person.started) return { word: t("gate.start"), note: t("gate.hello", { bot: nameOf(this.store.bot) }), pass: () => this.pass("") };
    return null;
  }

  async pass(payload) {
    if (!(await this.start(payload))) return;
    this.store.invitations.delete(this.speaker());
    this.screen.composer.refresh();
  }
}
