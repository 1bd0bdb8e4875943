const KEY = "sandbox.theme";
const ORDER = ["auto", "light", "dark"];

/** The chosen theme; "auto" follows the system. */
export function theme() {
  const kept = localStorage.getItem(KEY);
  return ORDER.includes(kept) ? kept : "auto";
}

/** Put the chosen theme on the page. */
export function wearTheme() {
  if (theme() === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme();
}

/** Go on to the next of the three. */
export function nextTheme() {
  localStorage.setItem(KEY, ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length]);
  wearTheme();
}
