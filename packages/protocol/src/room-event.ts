import { z } from "zod";
import { commandId, playerId, seq } from "./ids.js";
import { gameJson, type Json } from "./json.js";
import { person } from "./person.js";
import { reaction, visibility } from "./room-command.js";

/** The periods that a room lives by, in milliseconds. Written into its first event, so that a replay never depends on configuration. */
export const timing = z.object({
  /** From "everyone is ready" to the first move. */
  countdownMs: z.number(),
  /** How long the seat of a dropped player is held. */
  graceMs: z.number(),
  /** A room with nobody seated closes after this. */
  closeEmptyMs: z.number(),
  /** A room in which nothing happens closes after this. */
  closeIdleMs: z.number(),
});
export type Timing = z.infer<typeof timing>;

const json = gameJson as z.ZodType<Json>;
const seat = z.int().min(0);

/**
 * What an event hides: who knows all of it, and what everybody else is shown in its place. It stands in the log beside the
 * event, so that who may see what never depends on anything but the event itself. It is never sent to anybody.
 */
const secret = z.object({ knownTo: z.array(playerId), shown: json });
export type Secret = z.infer<typeof secret>;

/** What may happen in a room, in the past tense. `by` is the person who did it, as they looked then. */
export const roomEvent = z.discriminatedUnion("type", [
  event("room-created", "The room was opened: always the first event.", {
    code: z.string(),
    title: z.string(),
    game: z.string(),
    visibility,
    options: json,
    seats: z.int(),
    timing,
    by: person,
  }),
  event("seat-taken", "Somebody sat down.", { seat, by: person }),
  event("seat-left", "Somebody stood up; in the middle of a game they also resigned.", { seat, by: person }),
  event("ready-changed", "Somebody is ready for the game, or no longer.", { ready: z.boolean(), by: person }),
  event("configured", "The host changed the table. What is missing stayed as it was.", {
    title: z.string().optional(),
    visibility: visibility.optional(),
    options: json.optional(),
    seats: z.int().optional(),
    by: person,
  }),
  event("countdown-started", "The host started the game without waiting for empty seats.", { by: person }),
  event(
    "moved",
    "A move of the game. `seat` is null, and `by` missing, where the game itself moved: a clock that ran out, a round that was revealed. `secret` stands in the log only, and is never sent.",
    { seat: seat.nullable(), move: json, secret: secret.optional(), by: person.optional() },
  ),
  event("said", "Somebody said something.", { text: z.string(), by: person }),
  event("reacted", "Somebody reacted.", { reaction, by: person }),
  event("invited", "Somebody was invited.", { player: playerId, by: person }),
  event("kicked", "The host freed somebody's seat.", {
    player: playerId,
    seat,
    reason: z.string().optional(),
    by: person,
  }),
  event("handed-over", "Somebody else is the host now.", { player: playerId, by: person }),
  event("resigned", "Somebody gave the game up.", { seat, by: person }),
  event("rematch-wanted", "Somebody asked for another game.", { by: person }),
  event("room-closed", "The room is closed for good; nothing follows.", {
    reason: z.enum(["host", "abandoned"]),
    by: person.optional(),
  }),
  // What the room does by itself.
  event(
    "game-started",
    "The countdown is over. `setup` is what was drawn or dealt, in the game's own terms. `secret` stands in the log only, and is never sent.",
    {
      setup: json,
      secret: secret.optional(),
    },
  ),
  event("player-dropped", "A seated player's last connection was lost; the seat is held until then.", {
    player: playerId,
    seat,
    until: z.number(),
  }),
  event("player-returned", "A dropped player is back.", { player: playerId, seat }),
  event(
    "player-gone",
    "A dropped player did not come back in time: the seat is free, or kept in the middle of a game.",
    {
      player: playerId,
      seat,
    },
  ),
]);
export type RoomEvent = z.infer<typeof roomEvent>;
export type RoomEventType = RoomEvent["type"];

/** The actor of what a room does by itself. */
export const ROOM_ACTOR = "room";

const recordedFields = {
  /** Its number in the room's log: 1, 2, 3 … without a hole. */
  seq: seq.min(1),
  /** When it was decided, in milliseconds since 1970. It never falls within a room; order is by `seq` all the same. */
  at: z.number(),
  /** The player's id, or `"room"`. */
  actor: z.union([playerId, z.literal(ROOM_ACTOR)]),
  /** The id of the command that it came from: the acknowledgement of whoever sent it. */
  commandId: commandId.optional(),
};

/** An event in its place in a room's log. */
export const recordedEvent = z.intersection(z.object(recordedFields), roomEvent);
export type RecordedEvent = z.infer<typeof recordedEvent>;

function event<Type extends string, Data extends z.ZodRawShape>(type: Type, says: string, data: Data) {
  return z.object({ type: z.literal(type), data: z.object(data) }).describe(says);
}
