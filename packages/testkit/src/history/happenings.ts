import type { Acknowledgement, Refusal } from "@rejoin/protocol";
import type { CommandOutcome, RoomView, ServerPacket } from "@rejoin/sync";
import { digestOf } from "./digest.js";
import type { RecordOf } from "./record.js";
import type { Happening } from "./recorder.js";

/** What is recorded of a packet that a client heard, before the client acts on it. */
export function happeningsOf(client: string, packet: ServerPacket): Happening[] {
  switch (packet.name) {
    case "room:events": {
      const { room, epoch, events } = packet.payload;
      const digests = events.map((event): [number, number] => [event.seq, digestOf(event)]);
      return [{ kind: "heard", room, client, epoch, events: digests }];
    }
    case "room:snapshot": {
      const { room, epoch, seq, reason, state } = packet.payload;
      return [{ kind: "snapshot", room, client, epoch, seq, reason, state: digestOf(state) }];
    }
    case "room:heads":
      return Object.entries(packet.payload.heads).map(([room, head]) => ({
        kind: "beacon",
        room,
        client,
        head,
      }));
    case "lobby:rooms":
      return packet.payload.changed.map(({ room }) => ({ kind: "listed", room, client, list: "directory" }));
    case "me:rooms":
      return packet.payload.changed.map(({ room }) => ({ kind: "listed", room, client, list: "mine" }));
    case "me:invitations":
      return packet.payload.invitations.map(({ room }) => ({ kind: "listed", room, client, list: "mine" }));
    case "message:refused":
    case "server:draining":
      return [];
  }
}

/** What is recorded of an answer to `lobby:join`. */
export function listedBy(client: string, answer: Acknowledgement<"lobby:join">): Happening[] {
  if (!answer.ok) return [];
  const listing = (list: "directory" | "mine", rooms: readonly { room: string }[]): Happening[] =>
    rooms.map(({ room }) => ({ kind: "listed", room, client, list }));
  return [...listing("directory", answer.rooms), ...listing("mine", answer.mine)];
}

/** An answer, or what a player was told, as it is recorded. */
export function outcomeOf(outcome: CommandOutcome): RecordOf<"answered">["outcome"] {
  return outcome.ok ? { ok: true, seq: outcome.seq } : refusalOf(outcome.refusal);
}

export function refusalOf({ code, retryable }: Refusal) {
  return { ok: false as const, code, retryable };
}

/** What a client holds of a room, as it is recorded. */
export function holdingOf({ epoch, seq, head, state, base, events, status }: RoomView) {
  return {
    ...{ epoch, seq, head },
    state: state && digestOf(state),
    base: base?.seq ?? 0,
    length: events.length,
    live: status.kind === "live",
  };
}
