import type { Player, RoomId } from "@rejoin/protocol";
import type { Actor } from "@rejoin/rules";
import type { Line } from "./hub.js";
import type { Subscription } from "./subscription.js";

const NONE: ReadonlyMap<RoomId, Subscription> = new Map();

/** Somebody on a connection, and which rooms they hear by it. Most hear none yet: then nothing is kept for that. */
export class Visitor {
  readonly line: Line;
  #subscriptions: Map<RoomId, Subscription> | undefined;

  constructor(line: Line) {
    this.line = line;
  }

  get subscriptions(): ReadonlyMap<RoomId, Subscription> {
    return this.#subscriptions ?? NONE;
  }

  subscribe(subscription: Subscription): void {
    this.#subscriptions ??= new Map();
    this.#subscriptions.set(subscription.room.id, subscription);
  }

  unsubscribe(room: RoomId): void {
    this.#subscriptions?.delete(room);
  }
}

export function playerOf({ line }: Visitor): Player {
  return line.player;
}

export function actorOf(visitor: Visitor): Extract<Actor, { kind: "player" }> {
  const { id, name, avatar } = playerOf(visitor);
  return { kind: "player", id, person: { name, avatar } };
}
