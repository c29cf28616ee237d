import type { RecordedEvent, RoomCommand } from "@rejoin/protocol";
import { type Actor, type AnyRoomCommand, decide, due, evolve, type RoomState } from "@rejoin/rules";

/** Two people at a table, named after what they do. */
export const ALICE = "11111111-1111-4111-8111-111111111111";
export const BOB = "22222222-2222-4222-8222-222222222222";
export const ROOM = "33333333-3333-4333-8333-333333333333";
export const OTHER_ROOM = "44444444-4444-4444-8444-444444444444";
export const CODE = "TABKE2";
export const EPOCH = "first-life";

const TIMING = { countdownMs: 3_000, graceMs: 60_000, closeEmptyMs: 600_000, closeIdleMs: 86_400_000 };

/** A room's log, made as a server makes it: by the rules. */
export class RealLog {
  readonly events: RecordedEvent[] = [];
  /** `states[n]` is the fold of the first n events. */
  readonly states: (RoomState | null)[] = [null];
  readonly epoch: string;

  constructor(epoch = EPOCH) {
    this.epoch = epoch;
    this.#record(player(ALICE), {
      type: "open",
      code: CODE,
      title: "A table",
      game: "tic-tac-toe",
      visibility: "public",
      options: {},
      timing: TIMING,
    });
  }

  get head(): number {
    return this.events.length;
  }

  get state(): RoomState {
    const state = this.states.at(-1);
    if (!state) throw new Error("the log is empty");
    return state;
  }

  /** Decides and records. The same command id again has no second effect. @returns the event's number, or null if refused */
  give(by: string, command: RoomCommand, commandId?: string): number | null {
    const known = this.events.find((event) => event.actor === by && event.commandId === commandId);
    if (known && commandId !== undefined) return known.seq;
    return this.#record(player(by), command, commandId);
  }

  /** Does what the room is due to do by itself. */
  doDue(): number | null {
    const next = due(this.state);
    return next ? this.#record({ kind: "room" }, next.command) : null;
  }

  say(times: number): void {
    for (let time = 0; time < times; time++) this.give(ALICE, { type: "say", text: `word ${this.head}` });
  }

  /** A backup of this log as it was at `seq`, come to life again. */
  restored(epoch: string, seq: number): RealLog {
    const restored = new RealLog(epoch);
    restored.events.splice(0, restored.events.length, ...this.events.slice(0, seq));
    restored.states.splice(0, restored.states.length, ...this.states.slice(0, seq + 1));
    return restored;
  }

  /** The events after `seq`, up to and including `to`. */
  after(seq: number, to = this.head): RecordedEvent[] {
    return this.events.slice(seq, to);
  }

  #record(actor: Actor, command: AnyRoomCommand, commandId?: string): number | null {
    const held = this.states.at(-1) ?? null;
    const now = 1_000_000 + this.head * 10_000;
    const decision = decide(held, command, { actor, now, random: () => 0.5 });
    if (!decision.ok) return null;
    const event: RecordedEvent = {
      seq: this.head + 1,
      at: now,
      actor: actor.kind === "player" ? actor.id : "room",
      ...(commandId !== undefined && { commandId }),
      ...decision.event,
    };
    this.events.push(event);
    this.states.push(evolve(held, event));
    return event.seq;
  }
}

function player(id: string): Actor {
  return { kind: "player", id, person: { name: id === ALICE ? "Alice" : "Bob", avatar: "face" } };
}

/** A log with a whole game in it, a word between any two moves, and the thread after it. */
export function playedLog(): RealLog {
  const log = new RealLog();
  for (const id of [ALICE, BOB]) log.give(id, { type: "take-seat" });
  for (const id of [ALICE, BOB]) log.give(id, { type: "ready", ready: true });
  log.doDue();
  for (const [turn, cell] of [0, 3, 1, 4, 2].entries()) {
    log.give(turn % 2 === 0 ? ALICE : BOB, { type: "move", move: { cell } });
    log.say(1);
  }
  for (const id of [BOB, ALICE]) log.give(id, { type: "rematch" });
  log.doDue();
  log.say(5);
  return log;
}
