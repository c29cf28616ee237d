import * as z from "zod/mini";
import { epoch, seq } from "./ids.js";
import { LIMITS } from "./limits.js";
import { avatarSeed, player, playerName } from "./person.js";
import { refusal } from "./refusal.js";
import { recordedEvent } from "./room-event.js";
import { roomSummary } from "./room-summary.js";
import { seenState } from "./server-messages.js";

/** Bodies and answers of the HTTP calls, which are served on the same port as everything else. */
export const createSession = z.strictObject({ name: z.optional(playerName) });
export const changeSession = z.strictObject({ name: z.optional(playerName), avatar: z.optional(avatarSeed) });
export const sessionAnswer = z.object({ player });
export const roomsAnswer = z.object({ rooms: z.array(roomSummary) });
export const replayQuery = z.strictObject({
  after: z._default(z.pipe(digits(), seq), 0),
  limit: z._default(z.pipe(digits(), z.int().check(z.gte(1), z.lte(LIMITS.replayPage))), 500),
});
/**
 * `first` is the oldest number that is kept: where it is above the one after `after`, the events begin there. `base` comes
 * with events that begin there where older ones were trimmed: the room right before them.
 */
export const replayAnswer = z.object({
  epoch,
  head: seq,
  first: seq.check(z.gte(1)),
  base: z.optional(z.object({ seq, state: seenState })),
  events: z.array(recordedEvent),
});
export const errorAnswer = z.object({ refusal });
/** What is left of an answer without a body. */
export const nothing = z.object({});

export type SessionAnswer = z.infer<typeof sessionAnswer>;
export type RoomsAnswer = z.infer<typeof roomsAnswer>;
export type ReplayAnswer = z.infer<typeof replayAnswer>;
export type ErrorAnswer = z.infer<typeof errorAnswer>;

/** A whole number as an address says it. Coercing would take "" for 0, and "0x10" for a number. */
function digits() {
  return z.pipe(z.string().check(z.regex(/^\d{1,10}$/, "must be a whole number")), z.transform(Number));
}
