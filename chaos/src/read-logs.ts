import type { RecordedEvent } from "@rejoin/protocol";
import { type RoomState, STATE_VERSION } from "@rejoin/rules";
import type { PrivatePostgres } from "@rejoin/server/testing";
import type { HistoryWriter } from "@rejoin/testkit";

interface RoomRow {
  id: string;
  epoch: string;
  head: number;
  first: number;
}

/** The committed heads of rooms that are not closed, as Postgres has them. */
export async function readHeads(postgres: PrivatePostgres): Promise<Record<string, number>> {
  const rows = await postgres.ask<RoomRow>("SELECT id::text, head FROM room");
  return Object.fromEntries(rows.map(({ id, head }) => [id, head]));
}

/**
 * Writes every room's log into a history, read from Postgres past every server.
 *
 * @returns how many events there are
 */
export async function recordLogs(postgres: PrivatePostgres, history: HistoryWriter): Promise<number> {
  const rooms = await postgres.ask<RoomRow>("SELECT id::text, epoch, head, first_seq AS first FROM room");
  let count = 0;
  for (const { id: room, epoch, head, first } of rooms) {
    const events = await postgres.ask<RecordedEvent>(EVENTS, [room]);
    count += events.length;
    const [base] = first > 1 ? await postgres.ask<Base>(BASE, [room, STATE_VERSION, first - 1]) : [];
    history.record({
      ...{ kind: "log", room, epoch, head, events },
      ...(first > 1 && { first, ...(base && { base }) }),
    });
  }
  return count;
}

/** What stands for the part of a log that was trimmed. */
interface Base {
  seq: number;
  state: RoomState;
}

const EVENTS = `
  SELECT seq, round(extract(epoch FROM recorded_at) * 1000)::float8 AS at, actor_id AS actor,
    command_id AS "commandId", type, data
  FROM room_event WHERE room_id = $1 ORDER BY seq`;

const BASE = `
  SELECT seq, state FROM room_snapshot
  WHERE room_id = $1 AND version = $2 AND seq >= $3 ORDER BY seq LIMIT 1`;
