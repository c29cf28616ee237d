import type { Happening } from "@rejoin/testkit";
import type { World } from "./world.js";

type Log = Extract<Happening, { kind: "log" }>;

/** Every room's log as it was committed. */
export function committedLogs({ truth }: World): Log[] {
  return [...truth.rooms].map(([room, { epoch, head, events }]) => ({
    kind: "log",
    room,
    epoch,
    head,
    events,
  }));
}

/** Every room's log as far as it is kept, which is all that can be had of a real run; null where all of it is. */
export async function keptLogs(world: World): Promise<Log[] | null> {
  const logs = await Promise.all(committedLogs(world).map((log) => trimmed(world, log)));
  return logs.some(({ first }) => first !== undefined) ? logs : null;
}

async function trimmed({ log: database, truth }: World, log: Log): Promise<Log> {
  const page = await database.read(log.room, log.head, 0);
  const first = page?.first ?? 1;
  const state = truth.room(log.room)?.states[first - 1];
  if (first === 1 || !state) return log;
  return { ...log, first, base: { seq: first - 1, state }, events: log.events.slice(first - 1) };
}
