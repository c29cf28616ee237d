import * as z from "zod/mini";
import { epoch, roomId, seq } from "./ids.js";
import { invitation } from "./invitation.js";
import { refusal } from "./refusal.js";
import { recordedEvent } from "./room-event.js";
import { myRoom, roomSummary } from "./room-summary.js";

/** Why a client's position in a log is moved by a snapshot instead of event by event. */
export const snapshotReason = z.enum(["joined", "behind-retention", "too-far", "epoch-changed"]);
export type SnapshotReason = z.infer<typeof snapshotReason>;

/** There is no schema for what each game keeps: whoever is sent one is sent it by a server of the same version. */
export const seenState = z
  .unknown()
  .check(z.describe("the room, as you may see it (`RoomState` in packages/rules)"));

/**
 * What a server says on `/games`. Order and failure: a packet may be lost, repeated or late; a client applies the event
 * whose number is its next one, drops those it has, and asks (`room:catch-up`) when it sees a later one.
 */
export const serverMessages = {
  "room:events": {
    payload: z.object({ room: roomId, epoch, events: z.array(recordedEvent).check(z.minLength(1)) }),
    says: "Events of one room, contiguous and rising. A page of catch-up carries an acknowledgement callback: the next page waits for it.",
  },
  "room:snapshot": {
    payload: z.object({
      room: roomId,
      epoch,
      seq,
      state: seenState,
      reason: snapshotReason,
    }),
    says: "The state of a room at `seq`, as you may see it. It replaces what you hold; events after it follow.",
  },
  "room:heads": {
    payload: z.object({ heads: z.record(z.string(), seq) }),
    says: "The beacon: the committed heads of rooms that you hear. Higher than yours means ask.",
  },
  "lobby:rooms": {
    payload: z.object({ changed: z.array(roomSummary), removed: z.array(roomId) }),
    says: "The directory changed.",
  },
  "me:rooms": {
    payload: z.object({ changed: z.array(myRoom), removed: z.array(roomId) }),
    says: "Your rooms changed.",
  },
  "me:invitations": {
    payload: z.object({ invitations: z.array(invitation) }),
    says: "Your invitations changed: these are all of them now, the newest first.",
  },
  "message:refused": {
    payload: z.object({ event: z.string(), refusal }),
    says: "A message came without an acknowledgement callback: it was not acted on, and this is why.",
  },
  "server:draining": {
    payload: z.object({ reconnectWithinMs: z.number() }),
    says: "This server is going away: connect again, at a random moment within that time.",
  },
} as const;

export type ServerMessages = typeof serverMessages;
export type ServerMessageName = keyof ServerMessages;
export type ServerPayload<Name extends ServerMessageName> = z.output<ServerMessages[Name]["payload"]>;
