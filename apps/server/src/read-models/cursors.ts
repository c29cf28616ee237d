import type { PlayerId, RoomId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";

/** The server-held cursor of each person in each room: the last event that was in front of their eyes. Rejects with `LogUnavailable`. */
export class Cursors {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** The cursor of a person in a room; 0 where they belong to it and have seen nothing, null where they were never there. */
  async of(player: PlayerId, room: RoomId): Promise<number | null> {
    const found = await unavailable(() =>
      this.#prisma.membership.findUnique({
        where: { playerId_roomId: { playerId: player, roomId: room } },
        select: { seenSeq: true },
      }),
    );
    return found?.seenSeq ?? null;
  }

  /** Moves a cursor forward, and makes one where there is none. A smaller number than the one it holds changes nothing. */
  async move(player: PlayerId, room: RoomId, seq: number): Promise<void> {
    await unavailable(
      () => this.#prisma.$executeRaw`
      INSERT INTO membership (player_id, room_id, seen_seq) VALUES (${player}::uuid, ${room}::uuid, ${seq})
      ON CONFLICT (player_id, room_id) DO UPDATE SET seen_seq = excluded.seen_seq, updated_at = now()
      WHERE membership.seen_seq < excluded.seen_seq`,
    );
  }
}
