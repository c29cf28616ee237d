import type { PlayerId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";
import {
  type Beat,
  type LeaseState,
  type PresenceRegister,
  type ServerId,
  TAKEN_OVER_AT_ONCE,
} from "./presence-register.js";

/**
 * The register in Postgres. All times are the database's own, since the clocks of servers differ.
 *
 * A beat and a taking over both lock the lease first. So a beat that comes late finds no lease, and one that comes at the
 * last moment keeps it: nobody is noted at a server that others have given up.
 */
export class PostgresPresence implements PresenceRegister {
  readonly #prisma: PrismaClient;
  readonly #leaseMs: number;

  /** @param leaseMs how long a lease runs after each beat, in milliseconds */
  constructor(prisma: PrismaClient, leaseMs: number) {
    this.#prisma = prisma;
    this.#leaseMs = leaseMs;
  }

  async enter(server: ServerId): Promise<void> {
    await unavailable(
      () => this.#prisma.$executeRaw`
        INSERT INTO server_lease (server_id, until)
        VALUES (${server}::uuid, clock_timestamp() + ${this.#leaseMs}::float8 * interval '1 ms')
        ON CONFLICT DO NOTHING`,
    );
  }

  async beat(server: ServerId, { number, here, gone }: Beat): Promise<LeaseState> {
    const players = [...here, ...gone];
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ leftMs: number }[]>`
        WITH held AS (
          SELECT server_id, until FROM server_lease
          WHERE server_id = ${server}::uuid AND beat < ${number} FOR UPDATE
        ), renewed AS (
          UPDATE server_lease l SET
            until = clock_timestamp() + ${this.#leaseMs}::float8 * interval '1 ms', beat = ${number}
          FROM held WHERE l.server_id = held.server_id RETURNING l.server_id
        ), noted AS (
          INSERT INTO player_presence (player_id, server_id, here)
          SELECT n.player_id, r.server_id, n.here
          FROM renewed r, unnest(${players}::uuid[], ${players.map((_, index) => index < here.length)}::boolean[])
            AS n(player_id, here)
          ON CONFLICT (player_id, server_id) DO UPDATE SET here = excluded.here
        )
        SELECT extract(epoch FROM until - clock_timestamp())::float8 * 1000 AS "leftMs" FROM held`,
    );
    const [lease] = found;
    if (!lease) return "lost";
    return lease.leftMs < this.#leaseMs / 2 ? "late" : "steady";
  }

  async present(players: readonly PlayerId[]): Promise<ReadonlySet<PlayerId>> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ player: string }[]>`
        SELECT DISTINCT player_id::text AS player FROM player_presence
        WHERE player_id = ANY(${players}::uuid[]) AND here`,
    );
    return new Set(found.map(({ player }) => player));
  }

  async settled(server: ServerId, players: readonly PlayerId[]): Promise<void> {
    await unavailable(
      () => this.#prisma.$executeRaw`
        DELETE FROM player_presence
        WHERE server_id = ${server}::uuid AND player_id = ANY(${players}::uuid[]) AND NOT here`,
    );
  }

  async takeOver(server: ServerId): Promise<readonly PlayerId[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ player: string }[]>`
        WITH lapsed AS (
          SELECT server_id FROM server_lease WHERE until < clock_timestamp() AND server_id <> ${server}::uuid
            AND EXISTS (SELECT 1 FROM server_lease WHERE server_id = ${server}::uuid)
          ORDER BY until LIMIT ${TAKEN_OVER_AT_ONCE} FOR UPDATE SKIP LOCKED
        ), behind AS (
          DELETE FROM player_presence p USING lapsed l WHERE p.server_id = l.server_id RETURNING p.player_id
        ), ended AS (
          DELETE FROM server_lease s USING lapsed l WHERE s.server_id = l.server_id
        ), noted AS (
          INSERT INTO player_presence (player_id, server_id, here)
          SELECT DISTINCT player_id, ${server}::uuid, false FROM behind
          -- Who is here needs no such note.
          ON CONFLICT DO NOTHING
        )
        SELECT DISTINCT player_id::text AS player FROM behind`,
    );
    return found.map(({ player }) => player);
  }
}
