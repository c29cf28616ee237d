import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Running } from "./postmaster.js";

/** A Postgres that is brought back when it goes away, until it is let go. */
export interface Hold {
  /** Stops watching, and hands the connection that marks Postgres as used to `finish`, if there is one. */
  letGo(finish: (client: pg.Client) => Promise<void>): Promise<void>;
}

/**
 * Watches the connection that marks Postgres as used. When it breaks, Postgres is found or started again, for as long
 * as that takes.
 * @param revive finds or starts it, once; what it throws is logged
 */
export function keepRunning(
  first: Running,
  log: (line: string) => void,
  revive: () => Promise<Running>,
): Hold {
  const leaving = new AbortController();
  let current: pg.Client | undefined;
  let reviving: Promise<void> = Promise.resolve();

  const watch = ({ client, port }: Running) => {
    current = client;
    if (port !== first.port)
      log(`Postgres came back on port ${port} instead of ${first.port}: restart this server.`);
    client.once("end", () => {
      current = undefined;
      if (!leaving.signal.aborted) reviving = reviveUntilItRuns();
    });
  };
  const reviveUntilItRuns = async () => {
    log("Postgres went away; bringing it back.");
    for (let wait = 250; !leaving.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        return watch(await revive());
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
      }
      await delay(wait, undefined, { signal: leaving.signal }).catch(() => undefined);
    }
  };

  watch(first);
  return {
    async letGo(finish) {
      leaving.abort();
      await reviving;
      const client = current;
      current = undefined;
      if (client !== undefined) await finish(client);
    },
  };
}
