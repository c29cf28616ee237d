import * as z from "zod/mini";
import { roomId, seq } from "./ids.js";
import { player } from "./person.js";
import { visibility } from "./room-command.js";

export const phaseKind = z.enum(["gathering", "countdown", "playing", "finished", "closed"]);
export type PhaseKind = z.infer<typeof phaseKind>;

/** Who sits somewhere: a person, or a bot, which is never taken for one. */
export const seatedPlayer = z.extend(player, { bot: z.optional(z.literal(true)) });
export type SeatedPlayer = z.infer<typeof seatedPlayer>;

/** A room as the lobby lists it. Its `head` is its version: of two summaries of a room the one with the higher head is newer. */
export const roomSummary = z.object({
  room: roomId,
  code: z.string(),
  title: z.string(),
  game: z.string(),
  visibility,
  phase: phaseKind,
  host: player,
  /** One entry a seat, `null` where it is free. */
  seats: z.array(z.nullable(seatedPlayer)),
  head: seq,
  createdAt: z.number(),
});
export type RoomSummary = z.infer<typeof roomSummary>;

/** A room that you have a part in: you sit there, you host it, or you were invited. */
export const myRoom = z.extend(roomSummary, {
  /** The last event that you have seen; `head - seen` is what you missed. */
  seen: seq,
  yourTurn: z.boolean(),
});
export type MyRoom = z.infer<typeof myRoom>;
