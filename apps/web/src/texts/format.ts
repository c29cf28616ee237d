const LOCALE = "en";

const whole = new Intl.NumberFormat(LOCALE);
const plurals = new Intl.PluralRules(LOCALE);
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short" });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "medium" });
const names = new Intl.ListFormat(LOCALE, { type: "conjunction" });

export function formatNumber(value: number): string {
  return whole.format(value);
}

/** A number with the form of a word that goes with it, by the plural rules of the language: "1 event", "12 events". */
export function formatCount(value: number, forms: { one: string; other: string }): string {
  const form = plurals.select(value) === "one" ? forms.one : forms.other;
  return `${formatNumber(value)} ${form}`;
}

/** The time of day. Takes milliseconds since 1970, as all of these. */
export function formatTime(at: number): string {
  return clock.format(at);
}

export function formatDay(at: number): string {
  return day.format(at);
}

export function formatMoment(at: number): string {
  return moment.format(at);
}

/** Seconds and minutes that are left, such as 0:42. Never below zero. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function formatNames(list: readonly string[]): string {
  return names.format(list);
}
