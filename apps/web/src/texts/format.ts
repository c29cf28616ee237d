/** How numbers, dates and lists are written in one locale. */
class Formats {
  readonly whole: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
  readonly clock: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly names: Intl.ListFormat;
  readonly since: Intl.RelativeTimeFormat;

  constructor(locale: string) {
    this.whole = new Intl.NumberFormat(locale);
    this.plurals = new Intl.PluralRules(locale);
    this.clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });
    this.moment = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });
    this.names = new Intl.ListFormat(locale, { type: "conjunction" });
    this.since = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  }
}

let formats = new Formats("en");

/** Writes everything as in this locale from now on. */
export function formatIn(locale: string): void {
  formats = new Formats(locale);
}

export function formatNumber(value: number): string {
  return formats.whole.format(value);
}

/** A number with the form of a word that goes with it, by the plural rules of the language: "1 event", "12 events". */
export function formatCount(value: number, forms: { one: string; other: string }): string {
  const form = formats.plurals.select(value) === "one" ? forms.one : forms.other;
  return `${formatNumber(value)} ${form}`;
}

/** The time of day. Takes milliseconds since 1970, as all of these. */
export function formatTime(at: number): string {
  return formats.clock.format(at);
}

export function formatDay(at: number): string {
  return formats.day.format(at);
}

export function formatMoment(at: number): string {
  return formats.moment.format(at);
}

const STEPS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago, roughly: "3 hours ago", "yesterday". */
export function formatSince(at: number, now: number): string {
  const ago = Math.max(0, now - at);
  const [unit, length] = STEPS.find(([, step]) => ago >= step) ?? ["minute", 60_000];
  return formats.since.format(-Math.floor(ago / length), unit);
}

/** Seconds and minutes that are left, such as 0:42. Never below zero. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function formatNames(list: readonly string[]): string {
  return formats.names.format(list);
}
