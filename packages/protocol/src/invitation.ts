import * as z from "zod/mini";
import { roomId } from "./ids.js";
import { player } from "./person.js";

/** A table that somebody asks you to, until you sit down there, decline, or it is closed. */
export const invitation = z.object({
  room: roomId,
  code: z.string(),
  title: z.string(),
  game: z.string(),
  /** Who asks, as they looked then. */
  by: player,
  /** When they did, in milliseconds since 1970. */
  at: z.number(),
});
export type Invitation = z.infer<typeof invitation>;
