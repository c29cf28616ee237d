import type { RoomId } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules";
import type { PrismaClient } from "../database/generated/client.js";
import {
  OLD_SNAPSHOTS_APART,
  type Snapshot,
  type SnapshotSpacing,
  type SnapshotStore,
  type SnapshotTaken,
} from "./snapshot-store.js";
import { unavailable } from "./unavailable.js";

/** The snapshots in Postgres. */
export class PostgresSnapshots implements SnapshotStore {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  async newestSnapshot(room: RoomId, atMost: number, version: number): Promise<Snapshot | null> {
    const [newest] = await unavailable(
      () => this.#prisma.$queryRaw<{ seq: number; state: RoomState }[]>`
        SELECT s.seq, s.state FROM room_snapshot s JOIN room r ON r.id = s.room_id
        WHERE s.room_id = ${room}::uuid AND s.version = ${version} AND s.seq <= ${atMost} AND s.seq <= r.head
        ORDER BY s.seq DESC LIMIT 1`,
    );
    return newest ?? null;
  }

  async storeSnapshot(
    room: RoomId,
    { epoch, seq, version, state, last }: SnapshotTaken,
    { apart, reach }: SnapshotSpacing,
  ): Promise<boolean> {
    const stored = await unavailable(
      () => this.#prisma.$executeRaw`
        WITH log AS (
          SELECT r.id, r.first_seq FROM room r JOIN room_event e ON e.room_id = r.id AND e.seq = ${seq}
          WHERE r.id = ${room}::uuid AND r.epoch = ${epoch} AND r.head >= ${seq}
            AND e.actor_id = ${last.actor} AND e.command_id = ${last.commandId}
            AND NOT EXISTS (
              SELECT 1 FROM room_snapshot s
              WHERE s.room_id = ${room}::uuid AND s.version = ${version} AND s.seq > ${seq - apart}
            )
        ), dropped AS (
          DELETE FROM room_snapshot s USING log WHERE s.room_id = log.id AND s.seq < (
            SELECT max(seq) FROM room_snapshot
            WHERE room_id = ${room}::uuid AND version = ${version} AND seq <= ${seq - reach}
          ) AND (s.version <> ${version} OR s.seq < log.first_seq - 1 OR EXISTS (
            SELECT 1 FROM room_snapshot earlier
            WHERE earlier.room_id = s.room_id AND earlier.version = s.version
              AND earlier.seq < s.seq AND earlier.seq >= log.first_seq - 1
              AND earlier.seq / ${OLD_SNAPSHOTS_APART}::int = s.seq / ${OLD_SNAPSHOTS_APART}::int
          ))
        )
        INSERT INTO room_snapshot (room_id, version, seq, state)
        SELECT id, ${version}, ${seq}, ${JSON.stringify(state)}::jsonb FROM log
        ON CONFLICT DO NOTHING`,
    );
    return stored > 0;
  }
}
