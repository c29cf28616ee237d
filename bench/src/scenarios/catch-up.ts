import { setTimeout as wait } from "node:timers/promises";
import { REJOIN } from "../contenders/all-contenders.js";
import type { Contender } from "../contenders/contender.js";
import type { Return } from "../driver/messages.js";
import { inTurns } from "../in-turns.js";
import { median } from "../measure/statistics.js";
import type { Column } from "../report/report.js";
import { type Figures, rowsOf } from "../report/rows.js";
import type { MeasuredServer } from "../servers/measured-server.js";
import type { Stand } from "../stand.js";
import type { Scenario } from "./scenario.js";

interface Shape {
  clients: number;
  /** Events that each of them missed. */
  behind: number;
  rooms: number;
}

const ALL_CURRENT = "allCurrent";
const MOST_REPEATS = 3;
/** When not everybody is current by then, somebody is not. */
const WITHIN_MS = 60_000;
/** A server takes a moment to notice that somebody is gone, and somebody takes one to find the network again. */
const AWAY_MS = 500;

const columns: readonly Column[] = [
  { key: ALL_CURRENT, label: "all current, ms", digits: 0, isMain: true },
  { key: "half", label: "half of them, ms", digits: 0 },
  { key: "late", label: "not current", digits: 0 },
  { key: "kib", label: "KiB/client", digits: 1 },
  { key: "serverCpu", label: "cpu s", digits: 2 },
  { key: "postgresCpu", label: "postgres", digits: 2 },
  { key: "redisCpu", label: "redis", digits: 2 },
];

/** How long it takes those who were away to have heard what they missed. */
export const catchUpScenarios: readonly Scenario[] = [
  ...[10, 1_000].flatMap((behind) => [
    catchUp({ clients: 1, behind, rooms: 1 }),
    catchUp({ clients: 100, behind, rooms: 10 }),
    catchUp({ clients: 1_000, behind, rooms: 25 }),
  ]),
  // All in one room: otherwise most of the time would be spent on saying what they are to miss.
  ...[1, 100, 1_000].map((clients) => catchUp({ clients, behind: 100_000, rooms: 1 })),
];

function catchUp(shape: Shape): Scenario {
  const { clients, behind, rooms } = shape;
  const named = {
    name: `return-${clients}x${behind}`,
    title: `${clients} clients of ${rooms} rooms come back at once, ${behind} events behind`,
  };
  return {
    ...named,
    async measure({ stand, options, contenders }) {
      const able = contenders.filter(({ recovers }) => recovers);
      const turns = await inTurns(able, Math.min(options.repeat, MOST_REPEATS), (contender) =>
        stand.with(contender, (server) => returnOf(stand, contender, server, shape)),
      );
      const unable = contenders.filter(({ recovers }) => !recovers);
      return {
        ...named,
        baseline: REJOIN,
        columns,
        rows: rowsOf(turns.results, ALL_CURRENT, REJOIN),
        notes: unable.map(
          ({ name, afterAnAbsence }) => `${name} cannot: what was said meanwhile is ${afterAnAbsence}.`,
        ),
        problems: turns.failures,
      };
    },
  };
}

async function returnOf(
  stand: Stand,
  { speaks }: Contender,
  server: MeasuredServer,
  { clients, behind, rooms }: Shape,
): Promise<Figures> {
  const { drivers, backing } = stand;
  // One more in each room, who stays and speaks.
  await drivers.seat(server.url, speaks, { rooms, members: clients / rooms + 1 });
  try {
    await drivers.connect();
    await drivers.join();
    // Who has heard nothing could not say where they were.
    await drivers.talk(1);
    await drivers.rest();
    await drivers.depart();
    await drivers.talk(behind);
    await wait(AWAY_MS);
    await server.watch();
    const before = { server: server.cpu(), ...backing.cpu() };
    const returned = await drivers.comeBack(WITHIN_MS);
    const after = { server: server.cpu(), ...backing.cpu() };
    await server.watched();
    return {
      ...timesOf(returned),
      kib: returned.received / clients / 1_024,
      missing: returned.missing,
      serverCpu: after.server - before.server,
      postgresCpu: after.postgres - before.postgres,
      redisCpu: after.redis - before.redis,
    };
  } finally {
    await drivers.leave();
  }
}

/** Where somebody was not current in the end, there is no time in which all were. */
function timesOf({ times, late }: Return): Figures {
  return {
    [ALL_CURRENT]: late === 0 ? Math.max(...times) : Number.NaN,
    half: median([...times, ...Array.from({ length: late }, () => Number.POSITIVE_INFINITY)]),
    late,
  };
}
