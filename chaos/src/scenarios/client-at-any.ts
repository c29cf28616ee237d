import { createSyncClient, type SyncClient } from "@rejoin/sync";
import { SeededRandom, signIn } from "@rejoin/testkit";
import { anyServerWire } from "../crowd/any-server-wire.js";

/** Somebody who may be connected to any of several servers, and goes to another one when theirs goes. */
export async function createSyncClientAtAny(urls: readonly string[], name: string): Promise<SyncClient> {
  const session = await signIn(urls[0] ?? "", name);
  const random = new SeededRandom(
    [...name].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7),
  );
  const client = createSyncClient({
    wire: anyServerWire(urls, session, random, () => {}),
    player: session.player.id,
  });
  client.start();
  return client;
}
