import { type RecordedEvent, ROOM_ACTOR } from "@rejoin/protocol";
import { evolve, type RoomState, seatOf } from "@rejoin/rules/room";
import { describeMove, describeOwnMove, isQuietMove } from "../../games/registry";
import { describeEvent, describeOutcome } from "./describe-event";
import type { Entry } from "./entry";

/**
 * Reads a stretch of a log into entries, and goes on where it stopped: an entry that was read is not read again, so a
 * long log costs only what is new in it. The state is folded along, since a win or a new host is nowhere in the events.
 */
export class ThreadReader {
  readonly #entries: Entry[] = [];
  readonly #names: Map<string, string>;
  #shown: readonly Entry[] = [];
  #state: RoomState | null;
  readonly #game: string;

  /** @param state the room before the first event; null at the very beginning, or where it is not known */
  constructor(state: RoomState | null, game: string, names: ReadonlyMap<string, string> = new Map()) {
    this.#state = state;
    this.#game = game;
    this.#names = new Map(names);
    for (const seat of state?.seats ?? []) if (seat) this.#names.set(seat.player, seat.name);
  }

  /** @param events the whole stretch; it only ever grows at its end */
  read(events: readonly RecordedEvent[]): readonly Entry[] {
    if (events.length === this.#entries.length) return this.#shown;
    for (const event of events.slice(this.#entries.length)) this.#entries.push(this.#take(event));
    this.#shown = [...this.#entries];
    return this.#shown;
  }

  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  #take(event: RecordedEvent): Entry {
    const by = "by" in event.data ? (event.data.by ?? null) : null;
    if (by && event.actor !== ROOM_ACTOR) this.#names.set(event.actor, by.name);
    if (event.type === "bot-seated") this.#names.set(event.data.player, event.data.bot.name);
    const before = this.#state;
    const known = before !== null || event.type === "room-created";
    const after = known ? evolve(before, event) : null;
    this.#state = after;
    const around = { game: this.#game, before, after, names: this.#names, describeMove, describeOwnMove };
    return {
      event,
      by,
      text: describeEvent(event, around),
      outcome: describeOutcome(event, around),
      seat: seatIn(event, before, after),
      quiet: event.type === "moved" && isQuietMove(this.#game, event.data.move),
    };
  }
}

function seatIn(event: RecordedEvent, before: RoomState | null, after: RoomState | null): number | null {
  if ("seat" in event.data) return event.data.seat;
  const state = after ?? before;
  return state && seatOf(state, event.actor);
}
