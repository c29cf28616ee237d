import * as z from "zod/mini";
import { commandId, playerId, seq } from "./ids.js";
import { gameJson } from "./json.js";
import { person } from "./person.js";
import { reaction, strength, visibility } from "./room-command.js";

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

/** What a table that quick play opened lives by: it begins by itself, and does not wait for people for long. */
export const quickPlay = z.object({
  /** When too few sit there for so long, a bot sits down, in milliseconds. */
  botAfterMs: z.number(),
});
export type QuickPlay = z.infer<typeof quickPlay>;

const json = gameJson;
const seat = z.int().check(z.gte(0));

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
    quick: z.optional(quickPlay),
    by: person,
  }),
  event("seat-taken", "Somebody sat down.", { seat, by: person }),
  event(
    "bot-seated",
    "A bot sits there now. `player` is an id of its own, which no person has; `by` is missing where the room called it.",
    { player: playerId, seat, strength, bot: person, by: z.optional(person) },
  ),
  event("seat-left", "Somebody stood up; in the middle of a game they also resigned.", { seat, by: person }),
  event("ready-changed", "Somebody is ready for the game, or no longer.", { ready: z.boolean(), by: person }),
  event("configured", "The host changed the table. What is missing stayed as it was.", {
    title: z.optional(z.string()),
    visibility: z.optional(visibility),
    options: z.optional(json),
    seats: z.optional(z.int()),
    by: person,
  }),
  event("countdown-started", "The host started the game without waiting for empty seats.", { by: person }),
  event(
    "moved",
    "A move of the game. `seat` is null, and `by` missing, where the game itself moved: a clock that ran out, a round that was revealed. Where a bot moved, the actor is the room, and `by` is the bot. `secret` stands in the log only, and is never sent.",
    { seat: z.nullable(seat), move: json, secret: z.optional(secret), by: z.optional(person) },
  ),
  event("said", "Somebody said something.", { text: z.string(), by: person }),
  event("reacted", "Somebody reacted.", { reaction, by: person }),
  event("invited", "Somebody was invited.", { player: playerId, by: person }),
  event("declined", "Somebody who was invited will not come.", { by: person }),
  event("kicked", "The host freed somebody's seat.", {
    player: playerId,
    seat,
    reason: z.optional(z.string()),
    by: person,
  }),
  event("muted", "Somebody may not say anything at this table, or may again.", {
    player: playerId,
    muted: z.boolean(),
    by: person,
  }),
  event("handed-over", "Somebody else is the host now.", { player: playerId, by: person }),
  event("resigned", "Somebody gave the game up.", { seat, by: person }),
  event("rematch-wanted", "Somebody asked for another game.", { by: person }),
  event("room-closed", "The room is closed for good; nothing follows.", {
    reason: z.enum(["host", "abandoned"]),
    by: z.optional(person),
  }),
  // What the room does by itself.
  event(
    "game-started",
    "The countdown is over. `setup` is what was drawn or dealt, in the game's own terms. `secret` stands in the log only, and is never sent.",
    {
      setup: json,
      secret: z.optional(secret),
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
  seq: seq.check(z.gte(1)),
  /** When it was decided, in milliseconds since 1970. It never falls within a room; order is by `seq` all the same. */
  at: z.number(),
  /** The player's id, or `"room"`. */
  actor: z.union([playerId, z.literal(ROOM_ACTOR)]),
  /** The id of the command that it came from: the acknowledgement of whoever sent it. */
  commandId: z.optional(commandId),
};

/** An event in its place in a room's log. */
export const recordedEvent = z.intersection(z.object(recordedFields), roomEvent);
export type RecordedEvent = z.infer<typeof recordedEvent>;

function event<Type extends string, Data extends z.core.$ZodShape>(type: Type, says: string, data: Data) {
  return z.object({ type: z.literal(type), data: z.object(data) }).check(z.describe(says));
}
