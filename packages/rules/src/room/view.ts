import type { RecordedEvent } from "@rejoin/protocol";
import { gameOf } from "../games/known-games.js";
import { playingSeatOf, type RoomState, type Viewer } from "./state.js";

/** An event as one person may see it. A secret one still arrives, with its number; what it hides is left out. */
export function view<Event extends RecordedEvent>(event: Event, viewer: Viewer): Event {
  if (event.type !== "moved" && event.type !== "game-started") return event;
  const { secret, ...data } = event.data;
  if (!secret) return event;
  if (viewer !== null && secret.knownTo.includes(viewer)) return { ...event, data };
  const shown = event.type === "moved" ? { move: secret.shown } : { setup: secret.shown };
  return { ...event, data: { ...data, ...shown } };
}

/** Whether an event looks different to different people. */
export function hasSecret({ type, data }: RecordedEvent): boolean {
  return (type === "moved" || type === "game-started") && data.secret !== undefined;
}

/** A room's state as one person may see it. */
export function viewState(state: RoomState, viewer: Viewer): RoomState {
  if (state.board === null) return state;
  const board = gameOf(state.game).viewState(state.board, playingSeatOf(state, viewer));
  return board === state.board ? state : { ...state, board };
}
