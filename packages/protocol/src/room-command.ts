import * as z from "zod/mini";
import { playerId } from "./ids.js";
import { gameJson } from "./json.js";
import { LIMITS } from "./limits.js";
import { line } from "./text.js";

export const visibility = z.enum(["public", "private"]);
export type Visibility = z.infer<typeof visibility>;

export const title = line(LIMITS.titleLength);

/** How well a bot plays: as a person who is easily beaten, or as a real opponent. */
export const STRENGTHS = ["easy", "hard"] as const;
export const strength = z.enum(STRENGTHS);
export type Strength = z.infer<typeof strength>;

/** The reactions that may be sent. A closed list, so that a reaction is never free text. */
export const REACTIONS = ["👍", "👏", "😂", "😮", "😢", "🔥", "🎉", "🤝"] as const;
export const reaction = z.enum(REACTIONS);

// JSON knows a -0, which a seat number must not be.
const seat = z.int().check(
  z.gte(0),
  z.lte(LIMITS.seats - 1),
  z.overwrite((number) => number + 0),
);

// A game at a table, counted from 1.
const round = z.int().check(z.gte(1));

const seatCount = z.int().check(z.gte(1), z.lte(LIMITS.seats));

/** What a player may ask a room to do, in the imperative. An accepted one is recorded as exactly one event. */
export const roomCommand = z.discriminatedUnion("type", [
  command(
    "take-seat",
    { seat: z.optional(seat) },
    "Sit down, at that seat (from 0) or at the first free one.",
  ),
  command(
    "seat-bot",
    { seat: z.optional(seat), strength: z._default(strength, "easy") },
    "Put a bot into that seat (from 0), or into the first free one; `kick` takes it away. For the host, and for whoever sits here while the host does not.",
  ),
  command("leave-seat", {}, "Stand up. In the middle of a game it also resigns."),
  command("ready", { ready: z._default(z.boolean(), true) }, "Say whether you are ready for the game."),
  command(
    "configure",
    {
      title: z.optional(title),
      visibility: z.optional(visibility),
      options: z.optional(gameJson),
      seats: z.optional(seatCount),
    },
    "Change the table before or after a game: what is left out stays. `seats` is how many there are, as the game allows; a seat that somebody has is not taken away. With other options or seats, nobody is ready any more. Host only.",
  ),
  command("start", {}, "Start the countdown without waiting for empty seats. Host only."),
  command(
    "move",
    { move: gameJson, round: z.optional(round) },
    "A move of the game being played; its shape is the game's own. With `round` it is for that game at this table and no other, from 1, as `rounds` counts them in the room's state: so what waits on its way for long never reaches a later game.",
  ),
  command("say", { text: line(LIMITS.messageLength) }, "Say something to everybody in the room."),
  command("react", { reaction }, "React, with one of a closed list."),
  command(
    "invite",
    { player: playerId },
    "Invite somebody: it waits for them among their invitations until they sit down, decline, or the room is closed. For the host, and for whoever sits here.",
  ),
  command("decline", {}, "Say that you will not come: your invitation ends."),
  command(
    "kick",
    { player: playerId, reason: z.optional(line(LIMITS.reasonLength)) },
    "Free somebody's seat. Host only, not in the middle of a game.",
  ),
  command(
    "mute",
    { player: playerId, muted: z._default(z.boolean(), true) },
    "Keep somebody from saying anything or reacting at this table, or let them again. Host only.",
  ),
  command("hand-over", { player: playerId }, "Make another seated player the host. Host only."),
  command(
    "resign",
    { round: z.optional(round) },
    "Give the game up, and keep the seat. `round` is as in `move`.",
  ),
  command(
    "rematch",
    {},
    "Ask for another game with the same people; it starts when everyone seated has asked.",
  ),
  command("close", {}, "Close the room for good. Host only."),
]);
export type RoomCommand = z.infer<typeof roomCommand>;

function command<Type extends string, Data extends z.core.$ZodShape>(type: Type, data: Data, says: string) {
  return z.strictObject({ type: z.literal(type), ...data }).check(z.describe(says));
}
