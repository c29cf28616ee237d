import type { PrivatePostgres } from "@rejoin/server/testing";

/** What a run has left in Postgres, beside the logs themselves. */
export interface Aftermath {
  snapshots: number;
  /** Leases of servers, of the living and of those that nobody has taken over from yet. */
  leases: number;
  /** How many events there are of each type. */
  events: Record<string, number>;
}

export async function readAftermath(postgres: PrivatePostgres): Promise<Aftermath> {
  const count = async (table: string): Promise<number> =>
    (await postgres.ask<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ?? 0;
  const types = await postgres.ask<{ type: string; count: number }>(
    "SELECT type, count(*)::int AS count FROM room_event GROUP BY type",
  );
  return {
    snapshots: await count("room_snapshot"),
    leases: await count("server_lease"),
    events: Object.fromEntries(types.map(({ type, count }) => [type, count])),
  };
}
