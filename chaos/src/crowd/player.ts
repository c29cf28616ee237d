import { setTimeout as wait } from "node:timers/promises";
import { MemoryOutboxes } from "@rejoin/sync";
import { type SeededRandom, type Session, signIn } from "@rejoin/testkit";

/** Somebody, with the browser that they sit at: its pages share what their outboxes keep. */
export interface Player {
  /** Unique within the run. */
  name: string;
  session: Session;
  outboxes: MemoryOutboxes;
}

const PAUSE_MS = 200;

/** Signs in at any of the servers, and tries until one of them answers. */
export async function arrive(name: string, urls: readonly string[], random: SeededRandom): Promise<Player> {
  for (;;) {
    const session = await signIn(random.pick(urls), name).catch(() => null);
    if (session) return { name, session, outboxes: new MemoryOutboxes() };
    await wait(PAUSE_MS);
  }
}
