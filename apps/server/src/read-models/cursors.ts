import type { PlayerId, RoomId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { lookUpTogether } from "../database/look-up-together.js";
import { unavailable } from "../log/unavailable.js";

/** The server-held cursor of each person in each room: the last event that was in front of their eyes. Rejects with `LogUnavailable`. */
export class Cursors {
  readonly #prisma: PrismaClient;
  readonly #lookUp: (whose: Whose) => Promise<number | null>;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
    this.#lookUp = lookUpTogether((all) => this.#findAll(all), nameOf);
  }

  /** The cursor of a person in a room; 0 where they belong to it and have seen nothing, null where they were never there. */
  async of(player: PlayerId, room: RoomId): Promise<number | null> {
    return unavailable(() => this.#lookUp({ player, room }));
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

  async #findAll(all: readonly Whose[]): Promise<Map<string, number>> {
    const found = await this.#prisma.$queryRaw<(Whose & { seen: number })[]>`
      SELECT player_id::text AS player, room_id::text AS room, seen_seq AS seen
      FROM unnest(${all.map(({ player }) => player)}::uuid[], ${all.map(({ room }) => room)}::uuid[]) AS w(player, room)
      JOIN membership ON player_id = w.player AND room_id = w.room`;
    return new Map(found.map((one) => [nameOf(one), one.seen]));
  }
}

interface Whose {
  player: PlayerId;
  room: RoomId;
}

function nameOf({ player, room }: Whose): string {
  return `${player} ${room}`;
}
