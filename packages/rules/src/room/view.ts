import { gameJson, type RecordedEvent } from "@rejoin/protocol";
import { gameOf } from "../games/games.js";
import { playingSeatOf, type RoomState, type Viewer } from "./state.js";

/**
 * An event as one person may see it. A secret one still arrives, with its number; its game hides what is secret in it.
 *
 * @param state the room before or after the event: only who plays is read
 */
export function view<Event extends RecordedEvent>(state: RoomState, event: Event, viewer: Viewer): Event {
  if (event.type !== "moved") return event;
  const move = gameOf(state.game).view(event.data.move, event.data.seat, playingSeatOf(state, viewer));
  return move === event.data.move ? event : { ...event, data: { ...event.data, move: gameJson.parse(move) } };
}

/** A room's state as one person may see it. */
export function viewState(state: RoomState, viewer: Viewer): RoomState {
  if (state.board === null) return state;
  const board = gameOf(state.game).viewState(state.board, playingSeatOf(state, viewer));
  return board === state.board ? state : { ...state, board };
}
