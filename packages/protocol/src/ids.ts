import * as z from "zod/mini";

// A UUID reads the same in either case; in ours it is always small, so that ids can be compared as they are.
const uuid = z.uuid().check(z.toLowerCase());

/** A player's id, a UUID. */
export const playerId = uuid;
export type PlayerId = z.infer<typeof playerId>;

/** A room's id, a UUID. */
export const roomId = uuid;
export type RoomId = z.infer<typeof roomId>;

/** The letters and digits of a room code: none that are mistaken for another when read aloud or by eye. */
export const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
export const CODE_LENGTH = 6;

/** A room's short code, as people type it: case and the spaces or hyphens between do not matter. */
export const roomCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(CODE_LENGTH * 3)),
    // ASCII letters only: toUpperCase would also turn "ß" into two letters of a code.
    z.transform((text: string) =>
      text.replace(/[\s-]/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    ),
  ),
  z
    .string()
    .check(
      z.regex(
        new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`),
        `must be a room code of ${CODE_LENGTH} letters and digits`,
      ),
    ),
);

/** How a message names a room: by id or by code. */
export const roomKey = z
  .union([roomId, roomCode], { error: "must be a room's id or its code" })
  .check(z.describe("a room's id, or its code in either case, spaces and hyphens allowed"));

/**
 * An idempotency key, chosen by the client, unique within its player and room. Sending the same key again never has a
 * second effect.
 */
export const commandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, hyphens or underscores"));
export type CommandId = z.infer<typeof commandId>;

/** A position in a room's log: 0 before the first event, then 1, 2, 3 … */
export const seq = z.int().check(z.gte(0), z.lte(2_147_483_647));

/** The life of a room's log. It changes only when the log was replaced under its clients, as by a restored backup. */
export const epoch = z.string().check(z.minLength(1), z.maxLength(40));

/** How much of a log its holder has: every event up to and including `seq`. */
export const cursor = z.strictObject({ epoch, seq });
export type Cursor = z.infer<typeof cursor>;
