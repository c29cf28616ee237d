import type { Player, RoomId } from "@rejoin/protocol";
import type { Actor } from "@rejoin/rules";
import type { Line } from "./hub.js";
import type { Subscription } from "./subscription.js";

/** Somebody on a connection, and which rooms they hear by it. */
export interface Visitor {
  line: Line;
  subscriptions: Map<RoomId, Subscription>;
}

export function playerOf({ line }: Visitor): Player {
  return line.player;
}

export function actorOf(visitor: Visitor): Extract<Actor, { kind: "player" }> {
  const { id, name, avatar } = playerOf(visitor);
  return { kind: "player", id, person: { name, avatar } };
}
