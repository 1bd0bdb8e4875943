import { s } from "./dom.js";

const SHAPES = {
  send: ["M12 19V6", "M6 11l6-6 6 6"],
  clip: ["M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.6 8.6a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6"],
  commands: ["M4 7h16", "M4 12h16", "M4 17h10"],
  keyboard: ["M3 7h18v11H3z", "M7 11h.01", "M11 11h.01", "M15 11h.01", "M8 15h8"],
  more: ["M12 6h.01", "M12 12h.01", "M12 18h.01"],
  close: ["M6 6l12 12", "M18 6L6 18"],
  reply: ["M10 7L4 12l6 5", "M4 12h9a6 6 0 0 1 6 6"],
  edit: ["M5 19l1-4L16.5 4.5l3 3L9 18z"],
  copy: ["M9 9h10v11H9z", "M15 9V4H5v11h4"],
  file: ["M7 3h7l4 4v14H7z", "M14 3v4h4"],
  download: ["M12 4v11", "M7 11l5 5 5-5", "M5 20h14"],
  pin: ["M9 4h6l-1 6 3 3H7l3-3z", "M12 13v7"],
  contact: ["M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M4.5 20a7.5 7.5 0 0 1 15 0"],
  place: ["M12 21s7-6.4 7-11.5a7 7 0 0 0-14 0C5 14.6 12 21 12 21z", "M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"],
  sun: ["M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", "M12 2.5v2", "M12 19.5v2", "M2.5 12h2", "M19.5 12h2", "M5.3 5.3l1.4 1.4", "M17.3 17.3l1.4 1.4", "M5.3 18.7l1.4-1.4", "M17.3 6.7l1.4-1.4"],
  moon: ["M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"],
  auto: ["M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z", "M12 4v16", "M14 6v12", "M16.5 7.5v9"],
  plus: ["M12 5v14", "M5 12h14"],
  clock: ["M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z", "M12 7.5V12l3 2"],
  down: ["M6 9l6 6 6-6"],
  out: ["M9 15L18 6", "M11 6h7v7"],
  block: ["M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z", "M6.5 6.5l11 11"],
  forward: ["M14 7l6 5-6 5", "M20 12h-9a6 6 0 0 0-6 6"],
  image: ["M4 5h16v14H4z", "M4 16l5-5 4 4 3-3 4 4", "M15.5 9h.01"],
  link: ["M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1", "M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"],
  join: ["M4 12h10", "M10 8l4 4-4 4", "M14 4h6v16h-6"],
  leave: ["M20 12H10", "M16 8l4 4-4 4", "M12 4H4v16h8"],
  poll: ["M6 20V11", "M12 20V5", "M18 20v-6"],
};

/** A line drawing that takes the colour of the text around it; words beside it carry the meaning. */
export function icon(name) {
  return s(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    SHAPES[name].map((d) => s("path", { d })),
  );
}
