import type { PlayerId, RoomId } from "@rejoin/protocol";
import { owners, type RoomState, summarize, toMove } from "@rejoin/rules";
import type { RoomChange } from "../log/event-log.js";
import type { Position } from "./position.js";

/** What lists show of a room that went from one state to another, or null where they show the same as before. */
export function roomChange(room: RoomId, before: RoomState, { head, state }: Position): RoomChange | null {
  if (
    before.seats === state.seats &&
    before.phase === state.phase &&
    before.board === state.board &&
    listed(before) === listed(state)
  )
    return null;
  return {
    summary: summarize(room, head, state),
    toMove: toMove(state),
    owners: ownersChanged(before, state),
  };
}

function listed({ title, visibility, host, invited }: RoomState): string {
  return JSON.stringify([title, visibility, host, invited]);
}

function ownersChanged(before: RoomState, after: RoomState): Map<PlayerId, boolean> {
  const old = new Set(owners(before));
  const now = new Set(owners(after));
  const joined = [...now].filter((player) => !old.has(player)).map((player) => [player, true] as const);
  const left = [...old].filter((player) => !now.has(player)).map((player) => [player, false] as const);
  return new Map([...joined, ...left]);
}
