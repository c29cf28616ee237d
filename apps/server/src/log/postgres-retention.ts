import type { RoomId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { type Kept, type Retention, TRIMMED_AT_ONCE } from "./retention.js";
import { unavailable } from "./unavailable.js";

/** How long purged rooms may be together, in events, so that no statement runs long. */
const PURGED_AT_ONCE = 5_000;

/** Forgetting in Postgres. */
export class PostgresRetention implements Retention {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /**
   * First the room says that its log begins later, and only then are the events deleted, without its lock. Should the
   * server die between the two, the next trimming deletes them.
   */
  async trim(room: RoomId, { events, since, version }: Kept): Promise<void> {
    const moved = await unavailable(
      () => this.#prisma.$executeRaw`
        WITH log AS (
          SELECT id, head, first_seq FROM room WHERE id = ${room}::uuid
        ), snapshots AS (
          SELECT seq FROM room_snapshot WHERE room_id = ${room}::uuid AND version = ${version}
        ), old AS (
          SELECT max(e.seq) AS seq FROM log JOIN room_event e ON e.room_id = log.id
          WHERE e.seq >= log.first_seq AND e.recorded_at < to_timestamp(${since}::float8 / 1000) AND e.seq <= least(
            log.head - ${events}::int, (SELECT max(seq) FROM snapshots), log.first_seq - 1 + ${TRIMMED_AT_ONCE}::int)
        ), trimmed AS (
          SELECT coalesce(
            (SELECT max(s.seq) FROM snapshots s WHERE s.seq BETWEEN log.first_seq AND old.seq),
            CASE WHEN old.seq >= log.first_seq - 1 + ${TRIMMED_AT_ONCE}::int THEN old.seq END) AS seq
          FROM old, log WHERE EXISTS (SELECT 1 FROM snapshots)
        )
        UPDATE room SET first_seq = trimmed.seq + 1 FROM trimmed
        WHERE room.id = ${room}::uuid AND trimmed.seq >= room.first_seq`,
    );
    if (moved === 0) return;
    await unavailable(
      () => this.#prisma.$executeRaw`
        DELETE FROM room_event WHERE room_id = ${room}::uuid
          AND seq < (SELECT first_seq FROM room WHERE id = ${room}::uuid)`,
    );
  }

  async purgeClosed(before: number, limit: number): Promise<number> {
    return unavailable(
      () => this.#prisma.$executeRaw`
        WITH old AS (
          SELECT id, updated_at, head - first_seq + 1 AS length FROM room
          WHERE phase = 'closed' AND updated_at < to_timestamp(${before}::float8 / 1000)
          ORDER BY updated_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
        ), together AS (
          SELECT id, length, sum(length) OVER (ORDER BY updated_at, id) AS total FROM old
        ), purged AS (
          -- The first one in any case, however long it is.
          SELECT id FROM together WHERE total - length < ${PURGED_AT_ONCE}
        ), forgotten AS (
          DELETE FROM room_event e USING purged p WHERE e.room_id = p.id
        )
        DELETE FROM room r USING purged p WHERE r.id = p.id`,
    );
  }

  async wentBack(room: RoomId, epoch: string, head: number): Promise<void> {
    await unavailable(
      () => this.#prisma.$executeRaw`
        WITH renewed AS (
          UPDATE room SET epoch = left(gen_random_uuid()::text, 8)
          WHERE id = ${room}::uuid AND epoch = ${epoch} AND head < ${head}
          RETURNING id, head
        ), gone AS (
          DELETE FROM room_snapshot s USING renewed r WHERE s.room_id = r.id AND s.seq > r.head
        )
        UPDATE membership m SET seen_seq = r.head FROM renewed r WHERE m.room_id = r.id AND m.seen_seq > r.head`,
    );
  }
}
