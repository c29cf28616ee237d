import { type Invitation, LIMITS, type Player, type PlayerId, type RoomSummary } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";

interface Row {
  player: PlayerId;
  by: Player;
  /** Milliseconds since 1970. */
  at: number;
  summary: Pick<RoomSummary, "room" | "code" | "title" | "game">;
}

/** The invitations that wait for people, as the logs have them, whichever server wrote them. Rejects with `LogUnavailable`. */
export class Invitations {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Those of each of these players, the newest first, at most `LIMITS.invitations`; nothing of players who have none. */
  async of(players: readonly PlayerId[]): Promise<ReadonlyMap<PlayerId, readonly Invitation[]>> {
    const rows = await unavailable(
      () => this.#prisma.$queryRaw<Row[]>`
        SELECT p.id::text AS player, own.by, own.at, own.summary
        FROM unnest(${players}::uuid[]) AS p(id), LATERAL (
          SELECT i.invited_by AS by, extract(epoch FROM i.changed_at)::float8 * 1000 AS at, r.summary
          FROM invitation i JOIN room r ON r.id = i.room_id
          WHERE i.player_id = p.id AND i.invited_by IS NOT NULL AND r.phase <> 'closed'
          ORDER BY i.changed_at DESC LIMIT ${LIMITS.invitations}
        ) own ORDER BY own.at DESC`,
    );
    const found = new Map<PlayerId, Invitation[]>();
    for (const row of rows) found.set(row.player, [...(found.get(row.player) ?? []), invitationOf(row)]);
    return found;
  }

  /** The players whose invitations changed so lately (in milliseconds): new ones, and those that have ended. */
  async changedWithin(ms: number): Promise<readonly PlayerId[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ player: PlayerId }[]>`
        SELECT DISTINCT player_id::text AS player FROM invitation
        WHERE changed_at > now() - ${ms}::float8 * interval '1 ms'`,
    );
    return found.map(({ player }) => player);
  }
}

function invitationOf({ by, at, summary: { room, code, title, game } }: Row): Invitation {
  return { room, code, title, game, by, at };
}
