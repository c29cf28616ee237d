import type { SyncClient } from "@rejoin/sync";

/** Whether it is known that there is no connection: one that is still being made for the first time is not away. */
export function isAway({ connection }: Pick<SyncClient, "connection">): boolean {
  const { kind } = connection.get();
  return kind === "offline" || kind === "reconnecting";
}
