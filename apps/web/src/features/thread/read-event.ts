import type { RecordedEvent } from "@rejoin/protocol";
import { evolve, type RoomState, seatOf } from "@rejoin/rules/room";
import { describeMove, describeOwnMove, isQuietMove } from "../../games/registry";
import { describeEvent, describeOutcome } from "./describe-event";
import type { Entry, Surroundings } from "./entry";

/**
 * Tells an event in words.
 *
 * @param before the room before it; null before the first event of all, and where it is not known
 * @returns the entry, and the room after it
 */
export function readEvent(
  event: RecordedEvent,
  before: RoomState | null,
  { game, names }: Pick<Surroundings, "game" | "names">,
): { entry: Entry; after: RoomState | null } {
  const isKnown = before !== null || event.type === "room-created";
  const after = isKnown ? evolve(before, event) : null;
  const around = { game, before, after, names, describeMove, describeOwnMove };
  const entry = {
    event,
    by: "by" in event.data ? (event.data.by ?? null) : null,
    text: describeEvent(event, around),
    outcome: describeOutcome(event, around),
    seat: seatIn(event, before, after),
    quiet: event.type === "moved" && isQuietMove(game, event.data.move),
  };
  return { entry, after };
}

function seatIn(event: RecordedEvent, before: RoomState | null, after: RoomState | null): number | null {
  if ("seat" in event.data) return event.data.seat;
  const state = after ?? before;
  return state && seatOf(state, event.actor);
}
