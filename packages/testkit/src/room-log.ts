import { type PlayerId, type RecordedEvent, type RoomId, replayAnswer } from "@rejoin/protocol";
import { headersOf, type Session } from "./session.js";

/** A whole log, as one player may read it. */
export interface RoomLog {
  epoch: string;
  events: RecordedEvent[];
}

/** Reads a room's log over HTTP, page by page. @throws for any answer but a page, and for a log that changes its epoch */
export async function readRoomLog(
  url: string,
  session: Session,
  room: RoomId,
  pageSize = 500,
): Promise<RoomLog> {
  const log: RoomLog = { epoch: "", events: [] };
  for (;;) {
    const after = log.events.at(-1)?.seq ?? 0;
    const address = new URL(`/api/rooms/${room}/events?after=${after}&limit=${pageSize}`, url);
    const response = await fetch(address, { headers: headersOf(url, session) });
    if (!response.ok) throw new Error(`No log: ${response.status} ${await response.text()}`);
    const { epoch, head, events } = replayAnswer.parse(await response.json());
    if (log.epoch !== "" && log.epoch !== epoch)
      throw new Error(`The log changed from ${log.epoch} to ${epoch}`);
    log.epoch = epoch;
    log.events.push(...events);
    if (events.length === 0 && after < head) throw new Error(`The log is ${head} long and ends at ${after}`);
    if (events.length === 0) return log;
  }
}

/** The numbers are exactly 1 … N (G1). @throws naming the first place where they are not */
export function assertGapless({ events }: RoomLog): void {
  const wrong = events.findIndex(({ seq }, index) => seq !== index + 1);
  if (wrong !== -1) throw new Error(`Number ${events[wrong]?.seq} is where ${wrong + 1} should be`);
}

/** No command of anybody has two events (G3). @throws naming the first that has */
export function assertOneEffect({ events }: RoomLog): void {
  const first = new Map<string, number>();
  for (const { seq, actor, commandId } of events) {
    if (commandId === undefined) continue;
    const key = `${actor} ${commandId}`;
    const before = first.get(key);
    if (before !== undefined) throw new Error(`Command ${key} has two events: ${before} and ${seq}`);
    first.set(key, seq);
  }
}

/** A command that was answered with a number. */
export interface Acknowledged {
  actor: PlayerId;
  commandId: string;
  seq: number;
}

/** Each acknowledged command is the event with its number (G2). @throws naming the first that is not */
export function assertKept({ events }: RoomLog, acknowledged: Iterable<Acknowledged>): void {
  for (const { actor, commandId, seq } of acknowledged) {
    const event = events[seq - 1];
    if (event?.seq === seq && event.actor === actor && event.commandId === commandId) continue;
    const found = event ? `${event.type} of command ${event.commandId} by ${event.actor}` : "nothing";
    throw new Error(`Command ${commandId} by ${actor} was acknowledged as ${seq}, where there is ${found}`);
  }
}
