import { eventually, RawPlayer } from "@rejoin/testkit";
import { deferred } from "../clients/deferred.js";
import { RejoinMember } from "../clients/rejoin-member.js";
import { REJOIN } from "../contenders/all-contenders.js";
import type { Contender } from "../contenders/contender.js";
import { microseconds, wordsOf } from "../measure/words.js";
import type { Column } from "../report/report.js";
import { type Figures, rowsOf } from "../report/rows.js";
import type { MeasuredServer } from "../servers/measured-server.js";
import type { Scenario } from "./scenario.js";

const LENGTHS = [100, 100_000];
const IN_FLIGHT = 100;
/** Strangers who join each room, in turns. */
const JOINS_AWAKE = 20;
const JOINS_ASLEEP = 5;
/** Where rooms are to be asleep they fall asleep soon. */
const IDLE_MS = "1000";
const ASLEEP_WITHIN_MS = 30_000;

const columns: readonly Column[] = [{ key: "ms", label: "ms", digits: 1, isMain: true }];

/** How long a stranger waits to see a room, by how long its log is. The others have no log that they could show. */
export const joinScenarios: readonly Scenario[] = [join("awake"), join("asleep")];

function join(rooms: "awake" | "asleep"): Scenario {
  const isAsleep = rooms === "asleep";
  const named = {
    name: `join-${rooms}`,
    title: `A stranger joins a room of Rejoin that is ${isAsleep ? "not in memory" : "in memory"}, until they see it`,
  };
  return {
    ...named,
    async measure({ stand, contenders }) {
      const turns = new Map<string, Figures[]>(LENGTHS.map((length) => [nameOf(length), []]));
      const rejoin = contenders.find(({ name }) => name === REJOIN);
      if (rejoin) {
        await stand.with(isAsleep ? sleepy(rejoin) : rejoin, async (server) => {
          const keys = new Map<number, string>();
          for (const length of LENGTHS) keys.set(length, await roomOf(server, length));
          for (let turn = 0; turn < (isAsleep ? JOINS_ASLEEP : JOINS_AWAKE); turn += 1) {
            for (const [length, key] of keys) {
              if (isAsleep) await fallenAsleep(server);
              turns.get(nameOf(length))?.push({ ms: await timeToJoin(server, key) });
            }
          }
        });
      }
      const baseline = nameOf(LENGTHS[0] ?? 0);
      return { ...named, baseline, columns, rows: rowsOf(turns, "ms", baseline), notes: [], problems: [] };
    },
  };
}

/** How a row is called. */
export function nameOf(length: number): string {
  return `${length.toLocaleString("en-GB")} events`;
}

/** The row of the longest room. */
export const LONGEST = nameOf(Math.max(...LENGTHS));

function sleepy(rejoin: Contender): Contender {
  return { ...rejoin, settings: { ...rejoin.settings, ROOM_IDLE_MS: IDLE_MS } };
}

/** Opens a room and talks in it until its log is so long. @returns the code by which it is joined */
async function roomOf(server: MeasuredServer, length: number): Promise<string> {
  const { promise: failed, reject } = deferred<never>();
  const problem = (what: string): void => reject(new Error(what));
  const ears = { heard: () => undefined, leapt: () => undefined, hitch: () => undefined, problem };
  const speaker = new RejoinMember(server.url, "Speaker", ears);
  await speaker.connect();
  const key = await speaker.open(nameOf(length));
  await speaker.join(key);
  await Promise.race([talk(speaker, length), failed]);
  speaker.cut();
  return key;
}

function talk(speaker: RejoinMember, messages: number): Promise<void> {
  return new Promise((resolve) => {
    let said = 0;
    let acknowledged = 0;
    const goOn = (): void => {
      if (said === messages) return;
      said += 1;
      speaker.say(wordsOf(microseconds()), () => {
        acknowledged += 1;
        if (acknowledged === messages) resolve();
        else goOn();
      });
    };
    for (let turn = 0; turn < IN_FLIGHT; turn += 1) goOn();
  });
}

/** In milliseconds, from asking to having the room's state. */
async function timeToJoin(server: MeasuredServer, key: string): Promise<number> {
  using stranger = await RawPlayer.connect(server.url, "Stranger");
  const asked = performance.now();
  await stranger.request("room:join", { room: key });
  const shown = () => stranger.heard.find(({ name }) => name === "room:snapshot");
  const packet = await eventually("the room is shown", shown, Boolean);
  return (packet?.at ?? Number.NaN) - asked;
}

async function fallenAsleep({ url }: MeasuredServer): Promise<void> {
  const look = async () =>
    /^rejoin_rooms_in_memory (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  // They are counted once a second: before those were counted that were just in memory, all seem to be asleep already.
  await eventually("the rooms are counted", look, (rooms) => rooms !== "0", ASLEEP_WITHIN_MS);
  await eventually("no room is in memory", look, (rooms) => rooms === "0", ASLEEP_WITHIN_MS);
}
