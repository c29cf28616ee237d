import type { Player, PlayerId, RoomId } from "@rejoin/protocol";
import { owners, type RoomState, summarize, toMove } from "@rejoin/rules";
import type { RoomChange } from "../log/event-log.js";
import type { Position } from "./position.js";

/** What lists show of a room that went from one state to another, or null where they show the same as before. */
export function roomChange(room: RoomId, before: RoomState, { head, state }: Position): RoomChange | null {
  if (
    before.seats === state.seats &&
    before.phase === state.phase &&
    before.board === state.board &&
    areListedAlike(before, state)
  )
    return null;
  return {
    summary: summarize(room, head, state),
    toMove: toMove(state),
    owners: ownersChanged(before, state),
    guests: guestsChanged(before, state),
  };
}

function areListedAlike(before: RoomState, { title, visibility, host, invited }: RoomState): boolean {
  return (
    before.title === title &&
    before.visibility === visibility &&
    before.host === host &&
    before.invited === invited
  );
}

function ownersChanged(before: RoomState, after: RoomState): Map<PlayerId, boolean> {
  const old = new Set(owners(before));
  const now = new Set(owners(after));
  const joined = [...now].filter((player) => !old.has(player)).map((player) => [player, true] as const);
  const left = [...old].filter((player) => !now.has(player)).map((player) => [player, false] as const);
  return new Map([...joined, ...left]);
}

/** Whose invitation is new, by whom, and whose has ended (null), between two states of a room. */
export function guestsChanged(before: RoomState, after: RoomState): Map<PlayerId, Player | null> {
  if (before.invited === after.invited) return new Map();
  const wasAt = new Map(before.invited.map(({ player, at }) => [player, at]));
  const left = new Set(wasAt.keys());
  const changes = new Map<PlayerId, Player | null>();
  for (const { player, by, at } of after.invited) {
    left.delete(player);
    if (wasAt.get(player) !== at) changes.set(player, by);
  }
  for (const player of left) changes.set(player, null);
  return changes;
}
