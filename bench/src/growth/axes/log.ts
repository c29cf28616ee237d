import { eventually } from "@rejoin/testkit";
import pg from "pg";
import type { Contender } from "../../contenders/contender.js";
import { Latencies } from "../../measure/latencies.js";
import { median } from "../../measure/statistics.js";
import { microseconds, wordsOf } from "../../measure/words.js";
import { MeasuredServer } from "../../servers/measured-server.js";
import type { Axis, AxisParts } from "../axis.js";
import { Stranger } from "../clients/stranger.js";
import { fillLog, forgetSnapshots } from "../fill-log.js";
import { memoryOf, memoryPanel } from "../load-cost.js";
import { sizesBetween } from "../sizes.js";

const LONGEST = 1_000_000;
const LARGEST = 10_000_000;
/** How often each is timed. */
const JOINS = 20;
const WAKINGS = 5;
const APPENDS = 1_000;
/** Appends before those, until the server runs as it does after a while. */
const WARM_UP = 500;
/** Loading a long log from its beginning takes long, and differs little. */
const LOADS = 3;
const LOADED_ONCE_ABOVE = 50_000;
const BEHIND = 100;
const PAGE = 100;
/** Rooms fall asleep soon, and none closes because nobody is there while its log is filled. */
const SETTINGS = { ROOM_IDLE_MS: "1000", CLOSE_EMPTY_MS: "86400000" };
const ASLEEP_WITHIN_MS = 30_000;

interface LogStand extends AxisParts {
  server: MeasuredServer;
  database: pg.Client;
  room: string;
  code: string;
  length: number;
}

/** One room whose log is longer and longer. */
export const logAxis: Axis = {
  name: "log",
  title: "What the length of a room's log costs",
  along: "events in the log",
  panels: [
    {
      title: "Time that a person waits, in a room that is in memory",
      unit: "ms",
      series: [
        { key: "join", label: "to join" },
        { key: "append", label: "to say something and hear it" },
        { key: "catchUp", label: `to catch up ${BEHIND} events` },
        { key: "middle", label: `for ${PAGE} events from the middle` },
      ],
    },
    {
      title: "Time to join a room that is not in memory",
      unit: "ms",
      series: [
        { key: "asleep", label: "as it usually is" },
        { key: "unsnapshotted", label: "without any snapshot" },
      ],
    },
    {
      title: "Processor time of one append, one after the other",
      unit: "µs",
      series: [
        { key: "serverPerAppend", label: "server" },
        { key: "postgresPerAppend", label: "Postgres" },
      ],
    },
    memoryPanel,
  ],
  sizes: ({ quick, largest }) =>
    quick ? [100, 1_000, 10_000] : sizesBetween(100, largest ? LARGEST : LONGEST),
  async measure(length, parts) {
    await using database = await parts.backing.postgres.createDatabase();
    await using server = await MeasuredServer.start(sleepy(parts.rejoin), {
      env: { DATABASE_URL: database.url },
      profile: undefined,
    });
    const client = new pg.Client({ connectionString: database.url });
    // The server's end is the end of the database too.
    client.on("error", () => undefined);
    await client.connect();
    try {
      const opened = await openRoom(server);
      const stand = { ...parts, ...opened, server, database: client, length };
      await fallenAsleep(server);
      await fillLog(client, opened.room, length);
      return { figures: { ...(await fromSleep(stand)), ...(await awake(stand)) }, problems: [] };
    } finally {
      await client.end();
    }
  },
};

function sleepy(rejoin: Contender): Contender {
  return { ...rejoin, settings: { ...rejoin.settings, ...SETTINGS } };
}

/** Something is said there, so that there is a row to go by. */
async function openRoom(server: MeasuredServer): Promise<{ room: string; code: string }> {
  using opener = await Stranger.connect(server.url);
  const { room, code } = await opener.open("A long log");
  await opener.join(room);
  await opener.say(room, wordsOf(microseconds()));
  return { room, code };
}

/** How long it takes to be shown a room that the server has to load. */
async function fromSleep({ server, database, room, length }: LogStand) {
  const loads = length > LOADED_ONCE_ABOVE ? 1 : LOADS;
  const unsnapshotted = await times(loads, async () => {
    await forgetSnapshots(database, room);
    return timeToWake(server, room);
  });
  // Having read so much, the server has stored a snapshot, as it does every few hundred events otherwise.
  const asleep = await times(WAKINGS, () => timeToWake(server, room));
  return { unsnapshotted: median(unsnapshotted), asleep: median(asleep) };
}

/** What is done in a room that somebody hears, and so is in memory. */
async function awake(stand: LogStand) {
  const { server, room, length } = stand;
  using resident = await Stranger.connect(server.url);
  const { at } = await resident.join(room);
  if (at.seq !== length) throw new Error(`The log was filled to ${length}, and the server shows ${at.seq}.`);
  const join = await times(JOINS, () => timeToJoin(server, room));
  const appended = await append(stand, resident);
  const head = length + WARM_UP + APPENDS;
  const catchUp = await times(JOINS, async () => {
    using late = await Stranger.connect(server.url);
    // Awaited here: they leave when this returns.
    return await late.catchUp(room, { ...at, seq: Math.max(0, head - BEHIND) }, head);
  });
  const middle = await times(JOINS, (turn) => timeToRead(stand, turn));
  return {
    join: median(join),
    ...appended,
    catchUp: median(catchUp),
    middle: median(middle),
    ...(await memoryOf(server)),
  };
}

/** Says one thing after the other. */
async function append({ server, backing, room }: LogStand, speaker: Stranger) {
  const say = () => speaker.say(room, wordsOf(microseconds()));
  await times(WARM_UP, say);
  const taken = new Latencies();
  const before = { server: server.cpu(), ...backing.cpu() };
  for (const ms of await times(APPENDS, say)) taken.add(ms * 1_000);
  const after = { server: server.cpu(), ...backing.cpu() };
  const each = (used: number): number => (used * 1_000_000) / APPENDS;
  const { p50, p99 } = taken.summary();
  return {
    append: p50,
    appendP99: p99,
    serverPerAppend: each(after.server - before.server),
    postgresPerAppend: each(after.postgres - before.postgres),
  };
}

async function timeToWake(server: MeasuredServer, room: string): Promise<number> {
  const ms = await timeToJoin(server, room);
  await fallenAsleep(server);
  return ms;
}

async function timeToJoin(server: MeasuredServer, room: string): Promise<number> {
  using stranger = await Stranger.connect(server.url);
  return (await stranger.join(room)).ms;
}

/** A page around the middle, each time another one, as somebody asks for it who looks back. */
async function timeToRead({ server, code, length }: LogStand, turn: number): Promise<number> {
  const after = Math.floor(length / 2) - PAGE / 2 + turn;
  const asked = performance.now();
  const answer = await fetch(`${server.url}/api/rooms/${code}/events?after=${after}&limit=${PAGE}`);
  const { events } = (await answer.json()) as { events: readonly unknown[] };
  if (events.length !== PAGE) throw new Error(`${PAGE} events were asked for, and ${events.length} came.`);
  return performance.now() - asked;
}

async function times(count: number, work: (turn: number) => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < count; turn += 1) all.push(await work(turn));
  return all;
}

/** Waits until the one room, which was in memory a moment ago, is not. */
async function fallenAsleep({ url }: MeasuredServer): Promise<void> {
  const look = async () =>
    /^rejoin_rooms_in_memory (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  // They are counted once a second: before it was counted, it seems to be asleep already.
  await eventually("the room is counted", look, (rooms) => rooms === "1", ASLEEP_WITHIN_MS);
  await eventually("no room is in memory", look, (rooms) => rooms === "0", ASLEEP_WITHIN_MS);
}
