import type { RecordedEvent } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";
import type { Entry } from "./entry";
import { HeardNames } from "./heard-names";
import { readEvent } from "./read-event";

/** A stretch of a log, without a hole. */
export interface Stretch {
  events: readonly RecordedEvent[];
  /** The room right after event `seq`, from which on it is known; null where nothing came before the stretch. */
  base: { seq: number; state: RoomState } | null;
}

/** How many events are read at once where it is read backwards. */
const BACK = 50;

/**
 * Reads a stretch of a log into entries, in small slices, and goes on where it stopped as the stretch grows at either end:
 * what was read is not read again. The state is folded along, since a win or a new host is nowhere in the events. What is
 * from before the room is known is told without; once all of it is held, from the first event on, it is told anew.
 */
export class ThreadReader {
  readonly #about: { game: string; names: HeardNames };
  /** The entries from number `#first` on. Never changed: what was given out stays as it was. */
  #entries: readonly Entry[] = [];
  #first = 1;
  #state: RoomState | null = null;
  /** From this number on the room was known to whoever read it. What is before it is told anew as far as `#anew`. */
  #knownFrom = 1;
  #anew: { next: number; state: RoomState | null } = { next: 1, state: null };
  /** Which entries speak of somebody whose name was not heard yet. */
  readonly #nameless = new Set<number>();

  constructor(game: string) {
    this.#about = { game, names: new HeardNames() };
  }

  /** What was read so far. The same reference until that is more. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /**
   * @param mayGoOn asked again and again: when it says no, reading goes on with the next call
   * @returns whether all of it was read
   */
  read({ events, base }: Stretch, mayGoOn: () => boolean): boolean {
    const first = events[0]?.seq ?? (base?.seq ?? 0) + 1;
    if (!this.#joins(first, first + events.length)) this.#begin(first, base);
    return (
      this.#readOn(events.slice(this.#next - first), mayGoOn) &&
      this.#readBack(events.slice(0, Math.max(0, this.#first - first)), mayGoOn) &&
      this.#readAnew(events, mayGoOn)
    );
  }

  get #next(): number {
    return this.#first + this.#entries.length;
  }

  /** Whether a stretch goes on from what was read, without a hole. */
  #joins(from: number, to: number): boolean {
    return this.#entries.length > 0 && from <= this.#next && to >= this.#next;
  }

  #begin(first: number, base: Stretch["base"]): void {
    const start = base && base.seq + 1 >= first ? base : null;
    this.#entries = [];
    this.#first = start ? start.seq + 1 : first;
    this.#state = start?.state ?? null;
    this.#knownFrom = this.#first;
    this.#anew = { next: 1, state: null };
    this.#nameless.clear();
    if (this.#state) this.#about.names.hearOfSeats(this.#state);
  }

  #readOn(events: readonly RecordedEvent[], mayGoOn: () => boolean): boolean {
    const read: Entry[] = [];
    let isSomebodyNew = false;
    for (const event of events) {
      if (!mayGoOn()) break;
      isSomebodyNew = this.#about.names.hear(event) || isSomebodyNew;
      const { entry, after } = this.#take(event, this.#state);
      this.#state = after;
      read.push(entry);
    }
    if (read.length > 0) this.#entries = [...this.#entries, ...read];
    if (isSomebodyNew) this.#nameAll();
    return read.length === events.length;
  }

  #readBack(events: readonly RecordedEvent[], mayGoOn: () => boolean): boolean {
    let left = events.length;
    while (left > 0 && mayGoOn()) {
      const part = events.slice(Math.max(0, left - BACK), left);
      for (const event of part.toReversed()) this.#about.names.hearEarlier(event);
      this.#entries = [...part.map((event) => this.#take(event, null).entry), ...this.#entries];
      this.#first -= part.length;
      left -= part.length;
    }
    if (events.length > left) this.#nameAll();
    return left === 0;
  }

  #readAnew(events: readonly RecordedEvent[], mayGoOn: () => boolean): boolean {
    if (events[0]?.seq !== 1 || this.#knownFrom === 1) return true;
    const read: Entry[] = [];
    const from = this.#anew.next - 1;
    for (let event = events[from]; event && event.seq < this.#knownFrom && mayGoOn(); ) {
      const { entry, after } = this.#take(event, this.#anew.state);
      read.push(entry);
      this.#anew = { next: event.seq + 1, state: after };
      event = events[event.seq];
    }
    this.#entries = [...this.#entries.slice(0, from), ...read, ...this.#entries.slice(from + read.length)];
    if (this.#anew.next < this.#knownFrom) return false;
    this.#knownFrom = 1;
    return true;
  }

  #take(event: RecordedEvent, before: RoomState | null) {
    const taken = readEvent(event, before, this.#about);
    if (this.#about.names.takeLacking()) this.#nameless.add(event.seq);
    return taken;
  }

  /** Tells again what lacked a name that may have been heard by now. */
  #nameAll(): void {
    if (this.#nameless.size === 0) return;
    const again = [...this.#nameless];
    this.#nameless.clear();
    const entries = [...this.#entries];
    for (const seq of again) {
      const held = entries[seq - this.#first];
      if (held) entries[seq - this.#first] = { ...held, text: this.#take(held.event, null).entry.text };
    }
    this.#entries = entries;
  }
}

/** Reads all of a stretch at once. */
export function readThread(events: readonly RecordedEvent[], game: string): readonly Entry[] {
  const reader = new ThreadReader(game);
  reader.read({ events, base: null }, () => true);
  return reader.entries;
}
