import type { RecordedEvent, RoomCommand } from "@rejoin/protocol";
import { type AnyRoomCommand, decide, evolve, type OpenRoom, type RoomState } from "@rejoin/rules";

/** Two people, for tests. */
export const ADA = { id: "5a7f0000-0000-4000-8000-000000000001", name: "Ada", avatar: "a" };
export const BEN = { id: "5a7f0000-0000-4000-8000-000000000002", name: "Ben", avatar: "b" };

export type Step = [actor: typeof ADA | "room", command: AnyRoomCommand];

/** A table of Tic-tac-toe, opened by Ada. */
export const OPEN: OpenRoom = {
  type: "open",
  code: "ABC234",
  title: "A table",
  game: "tic-tac-toe",
  visibility: "public",
  options: {},
  timing: { countdownMs: 0, graceMs: 60_000, closeEmptyMs: 60_000, closeIdleMs: 60_000 },
};

/** Opened, both seated, both ready, begun: Ada has the first move. */
export const BEGUN: Step[] = [
  [ADA, OPEN],
  [ADA, { type: "take-seat", seat: 0 }],
  [BEN, { type: "take-seat", seat: 1 }],
  [ADA, { type: "ready", ready: true }],
  [BEN, { type: "ready", ready: true }],
  ["room", { type: "begin" }],
];

export const move = (cell: number): RoomCommand => ({ type: "move", move: { cell } });

/**
 * The log that comes of commands, and its state, by the rules themselves. One event a second.
 *
 * @throws if the rules refuse one
 */
export function logOf(...steps: Step[]): { events: RecordedEvent[]; state: RoomState } {
  let state: RoomState | null = null;
  const events: RecordedEvent[] = [];
  for (const [who, command] of steps) {
    const event = record(state, who, command, events.length + 1);
    events.push(event);
    state = evolve(state, event);
  }
  if (!state) throw new Error("a log begins with a command");
  return { events, state };
}

function record(state: RoomState | null, who: Step[0], command: AnyRoomCommand, seq: number): RecordedEvent {
  const actor =
    who === "room"
      ? ({ kind: "room" } as const)
      : ({ kind: "player", id: who.id, person: { name: who.name, avatar: who.avatar } } as const);
  const at = 1_000 * seq;
  const decision = decide(state, command, { actor, now: at, random: () => 0 });
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.message}`);
  return { seq, at, actor: who === "room" ? "room" : who.id, ...decision.event };
}
