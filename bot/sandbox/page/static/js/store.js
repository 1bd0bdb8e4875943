// What the page knows: people, chats and their messages. It applies the feed's events and tells who listens.

export class Store {
  constructor() {
    this.listeners = new Map();
    this.people = new Map();
    this.chats = new Map();
    this.drafts = new Map();
    this.invitations = new Map();
  }

  /** Call `listener` on every `kind`; returns a function that stops it. */
  on(kind, listener) {
    if (!this.listeners.has(kind)) this.listeners.set(kind, new Set());
    this.listeners.get(kind).add(listener);
    return () => this.listeners.get(kind).delete(listener);
  }

  tell(kind, detail) {
    for (const listener of [...(this.listeners.get(kind) || [])]) listener(detail);
  }

  /** Replace everything by a state of the server. */
  load(state) {
    this.bot = state.bot;
    this.zone = state.zone;
    this.now = state.now;
    this.event = state.event;
    this.time = state.time;
    this.faults = state.faults;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map(
      state.chats.map((chat) => [
        chat.id,
        { ...chat, messages: new Map(chat.messages.map((one) => [idOf(one), one])) },
      ]),
    );
  }

  /** Apply one event; an event about something already known changes nothing twice. */
  apply(event) {
    const chat = this.chats.get(event.chat);
    if (event.kind === "message" || event.kind === "edited") {
      if (!chat) return this.tell("strange", event);
      this.keep(chat, event.message);
    } else if (event.kind === "deleted") {
      for (const id of event.message_ids) chat?.messages.delete(id);
      this.tell("deleted", event);
    } else if (event.kind === "person") {
      const fresh = !this.people.has(event.person.id);
      this.people.set(event.person.id, event.person);
      if (fresh) this.tell("strange", event);
      else this.tell("person", event.person);
    } else if (event.kind === "reaction") {
      const message = chat?.messages.get(event.message_id);
      if (message) this.keep(chat, { ...message, reactions: event.reactions });
    } else if (event.kind === "head") {
      if (chat) Object.assign(chat, event.head);
      this.tell("head", event);
    } else if (event.kind === "clock") {
      this.now = event.now;
      this.tell("clock", event);
    } else if (event.kind === "time" || event.kind === "faults") {
      this[event.kind] = event[event.kind];
      this.tell(event.kind, event);
    } else {
      this.tell(event.kind, event);
    }
    return undefined;
  }

  /** Keep a message, new or changed; reactions are not part of what the bot's side sends. */
  keep(chat, message) {
    const before = chat.messages.get(idOf(message));
    const kept = before?.reactions && !message.reactions ? { ...message, reactions: before.reactions } : message;
    chat.messages.set(idOf(message), kept);
    this.tell("message", { chat: chat.id, message: kept, known: Boolean(before) });
  }

  /** Put messages older than all the known ones before them. */
  addEarlier(chatId, messages, earlier) {
    const chat = this.chats.get(chatId);
    chat.messages = new Map([...messages.map((one) => [idOf(one), one]), ...chat.messages]);
    chat.earlier = earlier;
  }

  /** The menu and keyboard a person has in a chat. */
  place(personId, chatId) {
    const person = this.people.get(personId);
    return person?.places.find((one) => one.chat === chatId) || { chat: chatId, commands: [], keyboard: null };
  }

  /** The columns of the page, in order: the cast, the group chats, then whoever was added. */
  seats() {
    const people = [...this.people.values()];
    const seat = (person) => ({ key: `p${person.id}`, person: person.id, chat: person.id, group: false });
    const groups = [...this.chats.values()].filter((chat) => chat.type !== "private");
    return [
      ...people.filter((one) => !one.added).map(seat),
      ...groups.map((chat) => ({ key: `g${chat.id}`, person: null, chat: chat.id, group: true })),
      ...people.filter((one) => one.added).map(seat),
    ];
  }
}

/** A message's number in its chat; an ephemeral one has a numbering of its own and counts below zero here. */
export function idOf(message) {
  return message.message_id || -message.ephemeral_message_id;
}

/** How a user is called in a chat. */
export function nameOf(user) {
  return [user.first_name, user.last_name].filter(Boolean).join(" ");
}
