import { LIMITS, type Player, type PlayerId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";

/** How long somebody who has left the lobby is still named, in minutes. */
const NAMED_MINUTES = 10;

/** Who is or was lately in the lobby, at whichever server. Rejects with `LogUnavailable`. */
export class LobbyVisits {
  readonly #prisma: PrismaClient;

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma;
  }

  /** Notes that these players are there now. */
  async note(players: readonly PlayerId[]): Promise<void> {
    // Locked in the order of their ids, so that two servers never wait for each other in a circle.
    await unavailable(
      () => this.#prisma.$executeRaw`
        WITH there AS (SELECT id FROM player WHERE id = ANY(${players}::uuid[]) ORDER BY id FOR NO KEY UPDATE)
        UPDATE player p SET lobby_at = clock_timestamp() FROM there WHERE p.id = there.id`,
    );
  }

  /** Those who were there lately and whose name contains this, the last who came first, at most `LIMITS.lobbyPeople`. */
  lately(name: string): Promise<readonly Player[]> {
    return unavailable(
      () => this.#prisma.$queryRaw<Player[]>`
        SELECT id::text, name, avatar FROM player
        WHERE lobby_at > now() - ${NAMED_MINUTES}::float8 * interval '1 minute'
          AND (position(lower(${name}) IN lower(name)) > 0 OR position(${name} IN name) > 0)
        ORDER BY lobby_at DESC LIMIT ${LIMITS.lobbyPeople}`,
    );
  }
}
