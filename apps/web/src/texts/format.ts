import { nextTask } from "../time/slice";

/** How numbers, dates and lists are written in one locale. */
class Formats {
  readonly #locale: string;

  constructor(locale: string) {
    this.#locale = locale;
  }

  readonly whole = onDemand(() => new Intl.NumberFormat(this.#locale));
  readonly plurals = onDemand(() => new Intl.PluralRules(this.#locale));
  readonly clock = onDemand(
    () => new Intl.DateTimeFormat(this.#locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
  );
  readonly day = onDemand(
    () => new Intl.DateTimeFormat(this.#locale, { weekday: "short", day: "numeric", month: "short" }),
  );
  readonly moment = onDemand(
    () => new Intl.DateTimeFormat(this.#locale, { dateStyle: "full", timeStyle: "medium" }),
  );
  readonly names = onDemand(() => new Intl.ListFormat(this.#locale, { type: "conjunction" }));
  readonly since = onDemand(() => new Intl.RelativeTimeFormat(this.#locale, { numeric: "auto" }));
}

/** Makes something when it is first asked for. Each of these takes milliseconds to make, and no page needs all. */
function onDemand<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

let formats = new Formats("en");

/** Writes everything as in this locale from now on. */
export function formatIn(locale: string): void {
  formats = new Formats(locale);
}

/** Makes what each row of a thread is written with, one at a time: made with the first row, all of it would be one long task. */
export async function makeThreadFormats(): Promise<void> {
  for (const make of [formats.clock, formats.moment]) {
    await nextTask();
    make();
  }
}

export function formatNumber(value: number): string {
  return formats.whole().format(value);
}

/** A number with the form of a word that goes with it, by the plural rules of the language: "1 event", "12 events". */
export function formatCount(value: number, forms: { one: string; other: string }): string {
  const form = formats.plurals().select(value) === "one" ? forms.one : forms.other;
  return `${formatNumber(value)} ${form}`;
}

/** The time of day. Takes milliseconds since 1970, as all of these. */
export function formatTime(at: number): string {
  return formats.clock().format(at);
}

export function formatDay(at: number): string {
  return formats.day().format(at);
}

export function formatMoment(at: number): string {
  return formats.moment().format(at);
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
  return formats.since().format(-Math.floor(ago / length), unit);
}

/** Seconds and minutes that are left, such as 0:42. Never below zero. */
export function formatRemaining(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function formatNames(list: readonly string[]): string {
  return formats.names().format(list);
}
