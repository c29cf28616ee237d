import type { RefusalCode } from "@rejoin/protocol";
import type { CreationOutcome, SyncClient } from "@rejoin/sync";

/** Somebody was faster. */
const TOO_LATE: readonly RefusalCode[] = ["table-full", "seat-taken", "wrong-phase"];
const MOST_TRIES = 4;

/**
 * Sits down at a table of a game at which somebody waits, or at a new one. Where somebody else was faster it looks again;
 * after some tries it is the table to watch.
 */
export async function sitSomewhere(client: SyncClient, game: string): Promise<CreationOutcome> {
  let table = await client.quickPlay(game);
  for (let tries = 1; table.ok && tries < MOST_TRIES; tries++) {
    const room = client.openRoom(table.code);
    const seated = await room.send({ type: "take-seat" }).finally(() => room.release());
    if (seated.ok || !TOO_LATE.includes(seated.refusal.code)) return table;
    table = await client.quickPlay(game);
  }
  return table;
}
