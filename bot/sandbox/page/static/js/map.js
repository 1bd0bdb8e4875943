// A point on an imagined map: streets drawn from the coordinates themselves, the same for the same place.

import { h, s } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const WIDE = 280;
const HIGH = 132;

/** Numbers in [0, 1) that follow from a seed (a small linear congruential generator). */
function numbers(seed) {
  let state = seed % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function streets(next) {
  const lines = [];
  const tilt = (next() - 0.5) * 40;
  for (let x = -20 + next() * 20; x < WIDE + 20; x += 34 + next() * 34) {
    lines.push(s("path", { class: next() > 0.75 ? "road main" : "road", d: `M${x + tilt} -4L${x - tilt} ${HIGH + 4}` }));
  }
  for (let y = 10 + next() * 14; y < HIGH; y += 26 + next() * 22) {
    const slope = tilt / 4;
    lines.push(s("path", { class: next() > 0.75 ? "road main" : "road", d: `M-4 ${y + slope}L${WIDE + 4} ${y - slope}` }));
  }
  return lines;
}

function greenery(next) {
  return Array.from({ length: 3 }, () =>
    s("rect", { class: "park", x: next() * WIDE, y: next() * HIGH, width: 24 + next() * 40, height: 14 + next() * 26, rx: 5 }),
  );
}

function river(next) {
  const bend = () => next() * HIGH;
  return s("path", { class: "river", d: `M-10 ${bend()}C${WIDE / 3} ${bend()} ${WIDE / 2} ${bend()} ${WIDE + 10} ${bend()}` });
}

function drawing(latitude, longitude) {
  const next = numbers(Math.abs(Math.round(latitude * 1e4) * 31 + Math.round(longitude * 1e4)));
  const pin = s(
    "g",
    { class: "pin", transform: `translate(${WIDE / 2} ${HIGH / 2})` },
    s("ellipse", { class: "shadow", cx: 0, cy: 1, rx: 8, ry: 3 }),
    s("path", { d: "M0 0C-3 -8 -12 -13 -12 -22A12 12 0 0 1 12 -22C12 -13 3 -8 0 0Z" }),
    s("circle", { cx: 0, cy: -22, r: 4.5 }),
  );
  return s(
    "svg",
    { class: "map", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": t("place.drawing") },
    greenery(next), river(next), streets(next), pin,
  );
}

/** The card of a location or a venue. */
export function placeCard(location, venue, can) {
  const point = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}`;
  return h(
    "div",
    { class: "place" },
    drawing(location.latitude, location.longitude),
    venue && h("strong", { class: "place-title" }, venue.title),
    venue && h("span", { class: "place-address" }, venue.address),
    h(
      "button",
      { type: "button", class: "point", title: t("copy"), onclick: () => can.copy(point) },
      icon("copy"),
      h("span", {}, point),
    ),
  );
}
