// The page's own words in two languages; what people and the bot write is never translated.

const KEY = "sandbox.language";
export const LANGUAGES = ["ru", "en"];
let words = {};
let language = "ru";

/** The chosen language: kept from last time, otherwise the browser's, otherwise Russian. */
export function chosenLanguage() {
  const kept = localStorage.getItem(KEY);
  if (LANGUAGES.includes(kept)) return kept;
  return LANGUAGES.find((code) => navigator.language.startsWith(code)) || "ru";
}

/** Fetch a dictionary and speak it from now on. */
export async function speak(code) {
  const answer = await fetch(`/static/words/${code}.json`);
  words = await answer.json();
  language = code;
  localStorage.setItem(KEY, code);
  document.documentElement.lang = code;
}

export function currentLanguage() {
  return language;
}

/** A phrase by its key, with `{name}` places filled. */
export function t(key, values = {}) {
  const phrase = words[key];
  if (phrase === undefined) throw new Error(`no words for ${key}`);
  return phrase.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A phrase for an error's code, or the server's own sentence when the code is new to the page. */
export function errorWords(code, sentence) {
  return words[`error.${code}`] || sentence || words["error.unknown"];
}
