import type { Json, RecordedEvent, RefusalCode, RoomEventType } from "@rejoin/protocol";
import { expect } from "vitest";
import "../games/games.js";
import { decide } from "../room/decide.js";
import type { AnyRoomCommand, Decision } from "../room/decision.js";
import { type Due, due } from "../room/due.js";
import { evolve } from "../room/evolve.js";
import type { RoomState } from "../room/state.js";
import { frozen } from "./frozen.js";
import { type Happening, record, START, STEP } from "./history.js";
import { actorOf, type Somebody, theRoom } from "./people.js";

/** What has happened in a room: `given(what happened).when(who, asks).then(what happens)`, or `.refused(code)`. */
export function given(...happened: (Happening | readonly Happening[])[]): Given {
  return new Given(frozen(record(happened.flat())));
}

class Given {
  readonly log: readonly RecordedEvent[];

  constructor(log: readonly RecordedEvent[]) {
    this.log = log;
  }

  /** @throws for a room that was never opened */
  get state(): RoomState {
    const state = fold(this.log);
    if (!state) throw new Error("nothing was given");
    return state;
  }

  /** Somebody, or the room itself, asks for something, `later` milliseconds after the last event. */
  when(who: Somebody | typeof theRoom, command: AnyRoomCommand, later: number = STEP): Asked {
    const now = (this.log.at(-1)?.at ?? START) + later;
    const context = { actor: actorOf(who), now, random: () => 0 };
    return new Asked(this.log, who, now, decide(fold(this.log), frozen(command), context));
  }

  /** The room as these events leave it has at least these values. */
  leaves(state: Partial<Record<keyof RoomState, unknown>>): this {
    expect(this.state).toMatchObject(state);
    return this;
  }

  /** What the room will do next by itself, `after` milliseconds from its last event; or nothing. */
  isDue(command: Due["command"] | null, after?: number): this {
    const next = due(this.state);
    const at = after === undefined ? next?.at : this.state.lastAt + after;
    expect(next).toEqual(command && { at, command });
    return this;
  }
}

class Asked {
  readonly #log: readonly RecordedEvent[];
  readonly #who: Somebody | typeof theRoom;
  readonly #now: number;
  readonly #decision: Decision;

  constructor(
    log: readonly RecordedEvent[],
    who: Somebody | typeof theRoom,
    now: number,
    decision: Decision,
  ) {
    this.#log = log;
    this.#who = who;
    this.#now = now;
    this.#decision = decision;
  }

  /**
   * Exactly this happens, and the history goes on from there. `data` is the event's, without `by`: that it is the person
   * who asked is checked of every event.
   */
  // biome-ignore lint/suspicious/noThenProperty: nobody awaits a sentence, and "given, when, then" is how it is said.
  then(type: RoomEventType, data: Record<string, Json> = {}): Given {
    const by = this.#who === theRoom ? {} : { by: this.#who.person };
    expect(this.#decision).toEqual({ ok: true, event: { type, data: { ...data, ...by } } });
    return this.accepted();
  }

  /** It is not done, for this reason, and asking the same again would not help. */
  refused(code: RefusalCode): void {
    expect(this.#decision).toMatchObject({ ok: false, refusal: { code, retryable: false } });
  }

  /** It is done; what happens is said by what the room is left as. */
  accepted(): Given {
    if (!this.#decision.ok) throw new Error(`refused: ${JSON.stringify(this.#decision.refusal)}`);
    const actor = this.#who === theRoom ? "room" : this.#who.id;
    const event = { ...this.#decision.event, seq: this.#log.length + 1, at: this.#now, actor };
    return new Given(frozen([...this.#log, event]));
  }
}

function fold(log: readonly RecordedEvent[]): RoomState | null {
  return frozen(log.reduce<RoomState | null>((state, event) => frozen(evolve(state, event)), null));
}
