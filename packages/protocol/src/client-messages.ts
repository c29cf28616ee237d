import * as z from "zod/mini";
import { commandId, cursor, epoch, roomId, roomKey, seq } from "./ids.js";
import { invitation } from "./invitation.js";
import { gameJson } from "./json.js";
import { player, playerName } from "./person.js";
import { refusal } from "./refusal.js";
import { roomCommand, title, visibility } from "./room-command.js";
import { myRoom, roomSummary } from "./room-summary.js";

/** How what was missed will come: not at all, as events after the cursor, or as a snapshot and the events after it. */
export const catchUp = z.enum(["none", "events", "snapshot"]);
export type CatchUp = z.infer<typeof catchUp>;

const gameId = z.string().check(z.minLength(1), z.maxLength(40));
const joined = z.object({ room: roomId, epoch, head: seq, catchUp });

/**
 * What a client may say on `/games`: for each message its payload, and what an `ok` acknowledgement carries beside
 * `ok: true`. Every message is acknowledged, with that or with a refusal.
 */
export const clientMessages = {
  "lobby:join": {
    payload: z.strictObject({}),
    reply: z.object({ rooms: z.array(roomSummary), mine: z.array(myRoom) }),
    says: "Hear the lobby, and get the public directory and your own rooms.",
  },
  "lobby:leave": { payload: z.strictObject({}), reply: z.object({}), says: "Stop hearing the lobby." },
  "lobby:people": {
    payload: z.strictObject({ name: z.optional(playerName) }),
    reply: z.object({ people: z.array(player) }),
    says: "Who is in the lobby, or was there in the last ten minutes, on whichever server: those whose name contains `name`, the last who came first, without you.",
  },
  "lobby:quick-play": {
    payload: z.strictObject({ commandId, game: gameId }),
    reply: z.object({ room: roomId, code: z.string() }),
    says: "Find a public table of that game at which somebody waits, or open one. It takes no seat: join, and `take-seat`; where somebody was faster, ask again with a new `commandId`. At a table that it opened, who sits down is ready, the game begins as soon as there are enough, and a bot sits down when nobody comes. The same `commandId` again opens no second table.",
  },
  "me:join": {
    payload: z.strictObject({}),
    reply: z.object({ invitations: z.array(invitation) }),
    says: "Hear of your invitations, wherever you are, and get those that wait for you, the newest first.",
  },
  "room:create": {
    payload: z.strictObject({
      commandId,
      title,
      game: gameId,
      visibility,
      options: z.optional(gameJson),
    }),
    reply: z.object({ room: roomId, code: z.string() }),
    says: "Open a room. The same `commandId` again returns the same room.",
  },
  "room:join": {
    payload: z.strictObject({ room: roomKey, after: z.optional(cursor) }),
    reply: z.extend(joined, { seen: seq }),
    says: "Hear a room. What was missed follows, then live events, without a seam. Without `after` it continues from the server-held cursor where you have one, else from a snapshot. `seen` is that cursor: what is after it passed while you were away.",
  },
  "room:leave": {
    payload: z.strictObject({ room: roomId }),
    reply: z.object({}),
    says: "Stop hearing a room. A seat is kept.",
  },
  "room:command": {
    payload: z.strictObject({ room: roomId, commandId, command: roomCommand }),
    reply: z.object({ seq }),
    says: "Ask the room to do something. Answered after commit, with the number of the event. The same `commandId` again gives the same number and no second effect.",
  },
  "room:catch-up": {
    payload: z.strictObject({ room: roomId, after: cursor }),
    reply: joined,
    says: "Ask for everything after a cursor, of a room that you hear.",
  },
  "room:seen": {
    payload: z.strictObject({ room: roomId, seq }),
    reply: z.object({}),
    says: "Everything up to `seq` has been in front of your eyes. Moves the server-held cursor forward only.",
  },
} as const;

export type ClientMessages = typeof clientMessages;
export type ClientMessageName = keyof ClientMessages;
/** What a sender writes: defaults may be left out. */
export type ClientPayload<Name extends ClientMessageName> = z.input<ClientMessages[Name]["payload"]>;
/** What a receiver reads, after parsing. */
export type ParsedPayload<Name extends ClientMessageName> = z.output<ClientMessages[Name]["payload"]>;
/** What an `ok` acknowledgement carries beside `ok: true`. */
export type Reply<Name extends ClientMessageName> =
  z.output<ClientMessages[Name]["reply"]> extends Record<string, never>
    ? unknown
    : z.output<ClientMessages[Name]["reply"]>;
export type Acknowledgement<Name extends ClientMessageName> =
  | ({ ok: true } & Reply<Name>)
  | { ok: false; refusal: z.infer<typeof refusal> };

/** The schema of an acknowledgement, for the side that receives it. */
export function acknowledgement<Name extends ClientMessageName>(
  name: Name,
): z.ZodMiniType<Acknowledgement<Name>> {
  const accepted = z.object({ ok: z.literal(true), ...clientMessages[name].reply.shape });
  const refused = z.object({ ok: z.literal(false), refusal });
  return z.discriminatedUnion("ok", [accepted, refused]) as unknown as z.ZodMiniType<Acknowledgement<Name>>;
}
