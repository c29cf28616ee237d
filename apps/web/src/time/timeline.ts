import type { RecordedEvent } from "@rejoin/protocol";
import { evolve, type RoomState } from "@rejoin/rules/room";

/** Where a stretch of a log begins: the room before its first event. `state` is null before the first event of all. */
export interface Start {
  seq: number;
  state: RoomState | null;
}

/** A state is kept for every so many events: any other is at most so many foldings away. */
const KEPT_EVERY = 32;

/**
 * A stretch of a room's log, to be seen as it was after any of its events. What was folded once is kept in part, so that
 * going back and forth costs little, and a long log little memory.
 */
export class Timeline {
  readonly #start: Start;
  readonly #events: RecordedEvent[] = [];
  /** `#kept[i]` is the state after i × KEPT_EVERY events. */
  readonly #kept: (RoomState | null)[];
  #latest: { count: number; state: RoomState | null };

  constructor(start: Start, events: readonly RecordedEvent[] = []) {
    this.#start = start;
    this.#kept = [start.state];
    this.#latest = { count: 0, state: start.state };
    this.extend(events);
  }

  /** The earliest number that can be shown. */
  get first(): number {
    return this.#start.state === null ? this.#start.seq + 1 : this.#start.seq;
  }

  get last(): number {
    return this.#start.seq + this.#events.length;
  }

  /** @param events the whole stretch; it only ever grows at its end */
  extend(events: readonly RecordedEvent[]): void {
    for (const event of events.slice(this.#events.length)) this.#events.push(event);
  }

  /** The number itself, or the nearest that can be shown. */
  nearest(seq: number): number {
    return Math.min(Math.max(seq, this.first), this.last);
  }

  /** The event with that number; undefined where it is not part of the stretch. */
  event(seq: number): RecordedEvent | undefined {
    return this.#events[seq - this.#start.seq - 1];
  }

  /** The events after one number, up to and including another. */
  between(after: number, to: number): readonly RecordedEvent[] {
    return this.#events.slice(Math.max(0, after - this.#start.seq), Math.max(0, to - this.#start.seq));
  }

  /** The room right after an event, or the nearest moment to it that can be shown. */
  at(seq: number): RoomState {
    const count = this.nearest(seq) - this.#start.seq;
    this.#foldUpTo(count);
    const state = this.#latest.state;
    if (!state) throw new Error("a timeline without a single event has no state");
    return state;
  }

  /**
   * Folds on, for as long as `mayGoOn` says, so that a long log is made ready in small slices.
   *
   * @returns whether every moment is ready to be shown
   */
  prepare(mayGoOn: () => boolean): boolean {
    const marks = Math.floor(this.#events.length / KEPT_EVERY);
    while (this.#kept.length <= marks && mayGoOn()) this.#foldUpTo(this.#kept.length * KEPT_EVERY);
    return this.#kept.length > marks;
  }

  #foldUpTo(count: number): void {
    let { count: done, state } = this.#nearestKept(count);
    for (; done < count; done++) {
      state = evolve(state, this.#events[done] as RecordedEvent);
      if ((done + 1) % KEPT_EVERY === 0) this.#kept[(done + 1) / KEPT_EVERY] = state;
    }
    this.#latest = { count, state };
  }

  #nearestKept(count: number): { count: number; state: RoomState | null } {
    const mark = Math.min(Math.floor(count / KEPT_EVERY), this.#kept.length - 1);
    const { count: latest } = this.#latest;
    if (latest <= count && latest >= mark * KEPT_EVERY) return this.#latest;
    return { count: mark * KEPT_EVERY, state: this.#kept[mark] ?? null };
  }
}
