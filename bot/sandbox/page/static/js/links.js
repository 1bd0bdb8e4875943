// What an address in a message means: a start link of our bot, a web page, or nothing to open.

const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/;

function parsed(address) {
  const text = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    return new URL(whole);
  } catch {
    return null;
  }
}

/** The payload of `t.me/<bot>?start=…` ("" for a bare link to the bot); null when it is some other address. */
export function startPayload(address, username) {
  const url = parsed(address);
  if (!url || !username) return null;
  let name = null;
  if (["http:", "https:"].includes(url.protocol) && ["t.me", "telegram.me"].includes(url.hostname)) {
    name = url.pathname.replace(/^\/+|\/+$/g, "");
  } else if (url.protocol === "tg:" && url.hostname === "resolve") {
    name = url.searchParams.get("domain");
  }
  if (!name || name.toLowerCase() !== username.toLowerCase()) return null;
  const payload = url.searchParams.get("start") || "";
  return PAYLOAD.test(payload) ? payload : null;
}

/** An invitation as people paste it: a whole link, or the bare code. Null when it is neither. */
export function invitation(text, username) {
  const trimmed = text.trim();
  const payload = startPayload(trimmed, username);
  if (payload !== null) return payload;
  return trimmed && PAYLOAD.test(trimmed) ? trimmed : null;
}

/** An address a browser may open, or null: only the web and mail, never scripts or data. */
export function webAddress(address) {
  const url = parsed(address);
  return url && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}
