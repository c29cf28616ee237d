import type { PlayerId } from "@rejoin/protocol";
import type { Asker } from "../decide.js";
import { accepted, type Decision, refused } from "../decision.js";
import { isInvited, isSeated, type RoomState } from "../state.js";

/** How many invitations of a room may wait for an answer. */
const MOST_WAITING = 50;
/** How many of them one person may have made within a minute. */
const MOST_A_MINUTE = 10;
const MINUTE_MS = 60_000;

export function decideInvite(state: RoomState, player: PlayerId, { id, by, now }: Asker): Decision {
  if (!isSeated(state, id) && state.host.id !== id)
    return refused("not-seated", "Players at the table invite.");
  if (player === id) return refused("no-such-player", "You cannot invite yourself.");
  if (isSeated(state, player)) return refused("already-seated", "They have a seat at this table.");
  if (isInvited(state, player))
    return refused("already-invited", "They are invited, and have not answered yet.");
  if (state.declined.includes(player)) return refused("declined", "They said that they will not come.");
  if (state.invited.length >= MOST_WAITING)
    return refused(
      "too-many-invitations",
      `At most ${MOST_WAITING} invitations of a table wait for an answer.`,
    );
  if (madeLately(state, id, now) >= MOST_A_MINUTE)
    return refused(
      "too-many-invitations",
      `You may invite ${MOST_A_MINUTE} people in a minute. Wait a little.`,
    );
  return accepted({ type: "invited", data: { player, by } });
}

export function decideDecline(state: RoomState, { id, by }: Asker): Decision {
  if (!isInvited(state, id)) return refused("not-invited", "You are not invited to this table.");
  return accepted({ type: "declined", data: { by } });
}

function madeLately({ invited }: RoomState, inviter: PlayerId, now: number): number {
  return invited.filter(({ by, at }) => by.id === inviter && at > now - MINUTE_MS).length;
}
