import { z } from "zod";
import { playerId } from "./ids.js";
import { gameJson } from "./json.js";
import { LIMITS } from "./limits.js";
import { line } from "./text.js";

export const visibility = z.enum(["public", "private"]);
export type Visibility = z.infer<typeof visibility>;

export const title = line(LIMITS.titleLength);

/** The reactions that may be sent. A closed list, so that a reaction is never free text. */
export const REACTIONS = ["👍", "👏", "😂", "😮", "😢", "🔥", "🎉", "🤝"] as const;
export const reaction = z.enum(REACTIONS);

// JSON knows a -0, which a seat number must not be.
const seat = z
  .int()
  .min(0)
  .max(LIMITS.seats - 1)
  .overwrite((number) => number + 0);

/** What a player may ask a room to do, in the imperative. An accepted one is recorded as exactly one event. */
export const roomCommand = z.discriminatedUnion("type", [
  command(
    "take-seat",
    { seat: seat.optional() },
    "Sit down, at that seat (from 0) or at the first free one.",
  ),
  command("leave-seat", {}, "Stand up. In the middle of a game it also resigns."),
  command("ready", { ready: z.boolean().default(true) }, "Say whether you are ready for the game."),
  command(
    "configure",
    { title: title.optional(), visibility: visibility.optional(), options: gameJson.optional() },
    "Change the table before or after a game. Host only.",
  ),
  command("start", {}, "Start the countdown without waiting for empty seats. Host only."),
  command("move", { move: gameJson }, "A move of the game being played; its shape is the game's own."),
  command("say", { text: line(LIMITS.messageLength) }, "Say something to everybody in the room."),
  command("react", { reaction }, "React, with one of a closed list."),
  command("invite", { player: playerId }, "Put the room among somebody's own rooms."),
  command(
    "kick",
    { player: playerId, reason: line(LIMITS.reasonLength).optional() },
    "Free somebody's seat. Host only, not in the middle of a game.",
  ),
  command("hand-over", { player: playerId }, "Make another seated player the host. Host only."),
  command("resign", {}, "Give the game up, and keep the seat."),
  command(
    "rematch",
    {},
    "Ask for another game with the same people; it starts when everyone seated has asked.",
  ),
  command("close", {}, "Close the room for good. Host only."),
]);
export type RoomCommand = z.infer<typeof roomCommand>;

function command<Type extends string, Data extends z.ZodRawShape>(type: Type, data: Data, says: string) {
  return z.strictObject({ type: z.literal(type), ...data }).describe(says);
}
