import { currentLanguage, t } from "./words.js";

const formats = new Map();

function format(zone, name, options) {
  const key = `${currentLanguage()}|${zone}|${name}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(currentLanguage(), { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

const moment = (unix) => new Date(unix * 1000);

/** "14:05" at the given zone for a Unix time in seconds. */
export function clockTime(unix, zone) {
  return format(zone, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment(unix));
}

/** A day as "2026-11-22" at the zone: for comparing, not for reading. */
export function dayKey(unix, zone) {
  const parts = format(zone, "key", { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(moment(unix));
  const part = (type) => parts.find((one) => one.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** "Сегодня", "Вчера", "22 ноября" or, in another year, "22 ноября 2025 г.". */
export function dayWords(unix, now, zone) {
  const day = dayKey(unix, zone);
  if (day === dayKey(now, zone)) return t("day.today");
  if (day === dayKey(now - 86400, zone)) return t("day.yesterday");
  const sameYear = day.slice(0, 4) === dayKey(now, zone).slice(0, 4);
  const year = sameYear ? {} : { year: "numeric" };
  return format(zone, sameYear ? "day" : "dayyear", { day: "numeric", month: "long", ...year }).format(moment(unix));
}

/** The full moment, for a tooltip. */
export function fullMoment(unix, zone) {
  return format(zone, "full", { dateStyle: "long", timeStyle: "medium" }).format(moment(unix));
}

/** A zone as Russian timetables name it: "МСК", "МСК+2". */
function zoneWords(unix, zone) {
  const ahead = (minutesAhead(unix, zone) - minutesAhead(unix, "Europe/Moscow")) / 60;
  return t("bar.zone") + (ahead ? (ahead > 0 ? "+" : "−") + Math.abs(ahead) : "");
}

function minutesAhead(unix, zone) {
  const parts = format(zone, "offset", { timeZoneName: "longOffset", hour: "2-digit" }).formatToParts(moment(unix));
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(parts.find((one) => one.type === "timeZoneName").value) || [0, "+", 0, 0];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The header's clock: weekday, date and time with the zone. */
export function clockWords(unix, zone) {
  const date = format(zone, "clockday", { weekday: "short", day: "numeric", month: "short" }).format(moment(unix));
  return { date, time: clockTime(unix, zone), zone: zoneWords(unix, zone) };
}
