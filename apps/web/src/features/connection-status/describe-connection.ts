import type { ConnectionView, RoomStatus } from "@rejoin/sync";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";

export type StatusKind = "live" | "connecting" | "reconnecting" | "catching-up" | "offline";

export interface StatusWords {
  kind: StatusKind;
  /** In words. Does not change by the second, so that it may be read out. */
  text: string;
  /** What changes by the second, or adds to the words. */
  detail: string | null;
  /** From 0 to 1 while catching up on something that can be counted. */
  progress: number | null;
}

interface Situation {
  connection: ConnectionView;
  /** Of the room that is open, if any. */
  room: RoomStatus | null;
  /** How many commands wait to be sent. */
  waiting: number;
  /** Milliseconds since 1970. */
  now: number;
}

/** The connection as a person should be told of it. */
export function describeConnection({ connection, room, waiting, now }: Situation): StatusWords {
  const t = texts.connection;
  const waits = waiting > 0 ? t.waiting(waiting) : null;
  switch (connection.kind) {
    case "idle":
    case "connecting":
      return words("connecting", t.connecting, waits);
    case "reconnecting":
      return reconnecting(connection.nextAttemptAt, now, waits);
    case "offline":
      return words("offline", t.offline, waits);
    case "refused":
      return words("offline", t.offlineBecause(refusalWords(connection.refusal)), waits);
    case "live":
      return live(room);
  }
}

function reconnecting(nextAttemptAt: number | null, now: number, waits: string | null): StatusWords {
  const t = texts.connection;
  if (nextAttemptAt === null) return words("reconnecting", t.reconnectingNow, waits);
  const next = t.nextAttempt(Math.max(1, Math.ceil((nextAttemptAt - now) / 1000)));
  return words("reconnecting", t.reconnecting, waits ? `${next} · ${waits}` : next);
}

function live(room: RoomStatus | null): StatusWords {
  const t = texts.connection;
  if (room?.kind === "catching-up" && room.total > 0) {
    const text = t.catchingUpOf(room.done, room.total);
    return { kind: "catching-up", text, detail: null, progress: room.done / room.total };
  }
  if (room?.kind === "joining" || room?.kind === "catching-up" || room?.kind === "waiting") {
    return words("catching-up", t.catchingUp, null);
  }
  return words("live", t.live, null);
}

function words(kind: StatusKind, text: string, detail: string | null): StatusWords {
  return { kind, text, detail, progress: null };
}
