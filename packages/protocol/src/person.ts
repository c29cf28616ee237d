import * as z from "zod/mini";
import { playerId } from "./ids.js";
import { LIMITS } from "./limits.js";
import { line } from "./text.js";

export const playerName = line(LIMITS.nameLength);

/** The seed that a face is drawn from: short, plain, chosen by the player or for them. */
export const avatarSeed = z
  .string()
  .check(
    z.regex(
      new RegExp(`^[a-z0-9-]{1,${LIMITS.avatarLength}}$`),
      "must be lower-case letters, digits and hyphens",
    ),
  );

/** How a person looked when they did something. Every event made by a person carries it, so that a log reads on its own. */
export const person = z.object({ name: z.string(), avatar: z.string() });
export type Person = z.infer<typeof person>;

/** A player as others see them. */
export const player = z.extend(person, { id: playerId });
export type Player = z.infer<typeof player>;
