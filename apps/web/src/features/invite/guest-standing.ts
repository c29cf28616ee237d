import type { PlayerId } from "@rejoin/protocol";
import { isInvited, isSeated } from "@rejoin/rules/room";
import type { Room } from "../../connection/room";

/** How it stands between a table and somebody who may be asked to it. */
export type GuestStanding = "seated" | "asking" | "invited" | "declined" | "free";

export function standingOf({ state, view }: Pick<Room, "state" | "view">, player: PlayerId): GuestStanding {
  if (isSeated(state, player)) return "seated";
  if (isInvited(state, player)) return "invited";
  if (state.declined.includes(player)) return "declined";
  const isAsked = view.pending.some(({ command }) => command.type === "invite" && command.player === player);
  return isAsked ? "asking" : "free";
}
