import { errorWords } from "./words.js";

/** A refusal by the page's server, with a sentence for the person. */
export class Refusal extends Error {}

async function answerOf(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(errorWords(body.code, body.message));
  return body;
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refusal(errorWords("offline"));
  }
  return answerOf(response);
}

export const readState = () => request("/api/state");
export const readEarlier = (chat, before) => request(`/api/chats/${chat}/messages?before=${before}`);
export const fileAddress = (fileId) => `/api/files/${encodeURIComponent(fileId)}`;

function post(path, body) {
  return request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const addPerson = (body) => post("/api/people", body);

/** What one person does: `act(7, "say", {text: "…"})`. */
export const act = (person, verb, body = {}) => post(`/api/people/${person}/${verb}`, body);

/** Move the sandbox's clock: "go" with a way, "stop", "present". */
export const moveClock = (verb, body = {}) => post(`/api/time/${verb}`, body);

export const turnFault = (name, body) => post(`/api/faults/${name}`, body);
export const resetFaults = () => post("/api/faults", {});

/** Send files as one person; several photos or videos become an album. */
export function upload(person, { chat, files, caption, asFiles, replyTo }) {
  const form = new FormData();
  form.append("chat", String(chat));
  form.append("caption", caption || "");
  form.append("as_files", asFiles ? "1" : "");
  if (replyTo) form.append("reply_to", String(replyTo));
  for (const file of files) form.append("file", file, file.name || "image.png");
  return request(`/api/people/${person}/files`, { method: "POST", body: form });
}
