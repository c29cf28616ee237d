import type { PlayerId, RecordedEvent, Refusal, RoomId } from "@rejoin/protocol";
import { type Actor, type AnyRoomCommand, decide, due, evolve, type RoomState } from "@rejoin/rules";

export type Taken = { ok: true; seq: number; isNew: boolean } | { ok: false; refusal: Refusal };

/** A room's log as a server makes it, by the rules: a command id has one event. */
export class MadeLog {
  readonly room: RoomId;
  epoch: string;
  events: RecordedEvent[] = [];
  /** `states[n]` is the fold of the first n events. */
  states: (RoomState | null)[] = [null];
  #bySender = new Map<string, number>();

  constructor(room: RoomId, epoch: string) {
    this.room = room;
    this.epoch = epoch;
  }

  get head(): number {
    return this.events.length;
  }

  /** @throws before the room is open */
  get state(): RoomState {
    const state = this.states.at(-1);
    if (!state) throw new Error("the room is not open");
    return state;
  }

  take(by: Actor, command: AnyRoomCommand, commandId: string, now: number, random: () => number): Taken {
    const actor = by.kind === "player" ? by.id : "room";
    const known = this.#bySender.get(`${actor} ${commandId}`);
    if (known !== undefined) return { ok: true, seq: known, isNew: false };
    const held = this.states.at(-1) ?? null;
    const decision = decide(held, command, { actor: by, now, random });
    if (!decision.ok) return decision;
    const seq = this.head + 1;
    // Through JSON, as a database would.
    const event: RecordedEvent = JSON.parse(
      JSON.stringify({ ...decision.event, seq, at: now, actor, commandId }),
    );
    this.events.push(event);
    this.states.push(evolve(held, event));
    this.#bySender.set(`${actor} ${commandId}`, seq);
    return { ok: true, seq, isNew: true };
  }

  /** Does what is due, if its time has come. */
  doDue(now: number, random: () => number): Taken | null {
    const next = due(this.state);
    if (!next || next.at > now) return null;
    return this.take({ kind: "room" }, next.command, `due-${this.head}`, now, random);
  }

  /** The log is replaced by a copy of itself as it was at a number. */
  restore(seq: number, epoch: string): void {
    this.epoch = epoch;
    this.events = this.events.slice(0, seq);
    this.states = this.states.slice(0, seq + 1);
    this.#bySender = new Map(this.events.map((event) => [`${event.actor} ${event.commandId}`, event.seq]));
  }
}

export function player(id: PlayerId): Actor {
  return { kind: "player", id, person: { name: `Player ${id.slice(0, 2)}`, avatar: "face" } };
}
