import type { RecordedEvent } from "@rejoin/protocol";
import type { RoomState } from "../state.js";

export function created({ actor, at, data }: Extract<RecordedEvent, { type: "room-created" }>): RoomState {
  const { code, title, game, visibility, options, timing, quick = null, by } = data;
  return {
    code,
    title,
    game,
    visibility,
    options,
    timing,
    quick,
    phase: { kind: "gathering" },
    host: { id: actor, ...by },
    seats: Array(data.seats).fill(null),
    board: null,
    boardAt: null,
    players: [],
    rounds: 0,
    invited: [],
    declined: [],
    muted: [],
    createdAt: at,
    seatsAt: at,
    lastAt: at,
  };
}
