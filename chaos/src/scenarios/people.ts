import type { RoomHandle } from "@rejoin/sync";
import { type Session, type SyncPlayer, signIn } from "@rejoin/testkit";

/** Somebody with the product's own client, in rooms. */
export interface Person {
  player: SyncPlayer;
  rooms: RoomHandle[];
}

/** Does something for each of many, so many at a time. */
export async function each<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** @returns rooms that one player opened */
export async function openRooms(host: SyncPlayer, count: number): Promise<string[]> {
  return each(Array.from({ length: count }), 8, async (_, index) => {
    const opened = await host.client.createRoom({
      title: `Room ${index}`,
      game: "connect-four",
      visibility: "public",
    });
    if (!opened.ok) throw new Error(opened.refusal.message);
    return opened.room;
  });
}

/** Some sessions, each for several pages: a thousand players would be a thousand sign-ins. */
export function signInMany(url: string, count: number): Promise<Session[]> {
  return each(Array.from({ length: count }), 8, (_, index) => signIn(url, `Player ${index}`));
}

/** Waits until something is so. @returns the milliseconds since `since`, as soon as it is */
export function whenSo(
  observable: { subscribe(listener: () => void): () => void },
  isSo: () => boolean,
  since: number,
): Promise<number> {
  return new Promise((resolve) => {
    let stop = (): void => {};
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve(performance.now() - since);
    };
    stop = observable.subscribe(look);
    look();
  });
}

/** Says words in a room one after the other for as long as `goesOn`. @returns how long each took to be acknowledged */
export async function talk(
  room: RoomHandle,
  goesOn: () => boolean,
  text: (index: number) => string,
): Promise<{ times: number[]; failures: number }> {
  const times: number[] = [];
  let failures = 0;
  for (let index = 0; goesOn(); index += 1) {
    const at = performance.now();
    const outcome = await room.send({ type: "say", text: text(index) });
    times.push(performance.now() - at);
    if (!outcome.ok) failures += 1;
  }
  return { times, failures };
}
