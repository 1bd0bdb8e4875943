// Server-Sent Events. The browser resumes with Last-Event-ID by itself; the server asks for a reload when it cannot.

/** Follow the feed from `lastEvent`; returns a function that stops it. */
export function follow(lastEvent, { onEvent, onReload, onLink }) {
  const source = new EventSource(`/api/events?after=${encodeURIComponent(lastEvent)}`);
  source.addEventListener("open", () => onLink(true));
  source.addEventListener("error", () => {
    onLink(false);
    // A closed source never tries again by itself (the server refused it or went away for long).
    if (source.readyState === EventSource.CLOSED) onReload();
  });
  source.addEventListener("message", (one) => onEvent(JSON.parse(one.data)));
  source.addEventListener("reload", () => onReload());
  return () => source.close();
}
