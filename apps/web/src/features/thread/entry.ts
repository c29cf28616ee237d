import type { Json, Person, RecordedEvent } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";
import type { Seen } from "../../games/registry";

/** An event as the thread shows it. */
export interface Entry {
  event: RecordedEvent;
  /** What happened, in a sentence without a full stop; a message's own text. */
  text: string;
  /** What followed from it; null for most. */
  outcome: Outcome | null;
  /** The seat it belongs to, from 0: whose colour and shape it has. */
  seat: number | null;
  by: Person | null;
  /** Too small to be told: it has no row of its own, except for whoever looks back at that very moment. */
  quiet: boolean;
}

/** What followed from an event by the rules. `result`: a game ended. */
export interface Outcome {
  text: string;
  result: boolean;
}

/** What an entry is described with. The states are null where the log is held from the middle only. */
export interface Surroundings {
  game: string;
  before: RoomState | null;
  after: RoomState | null;
  /** Names by player id, as far as they were heard of. */
  names: { get(player: string): string | undefined };
  describeMove: (game: string, move: Json) => string;
  /** What the game did by itself, in a sentence. */
  describeOwnMove: (game: string, move: Json, before: Seen | null) => string;
}
