import { setTimeout as wait } from "node:timers/promises";
import { type ServerProcess, type Session, SyncPlayer } from "@rejoin/testkit";
import { each, openRooms, signInMany, talk } from "./people.js";
import { type Figures, percentile, type Scenario } from "./scenario.js";
import { figureOf, Stage } from "./stage.js";
import { StalledReader } from "./stalled-reader.js";

const ROOMS = 20;
const TALKERS = 40;
const STALLED = 50;
const SECONDS = 30;
const WARM_UPS = 2;
/** As long as a message may be: the more there is to read, the sooner a reader that does not is a burden. */
const LONG = "x".repeat(480);

/** Readers that stop reading, in busy rooms: what do they cost the server, and the others? */
export const stalled: Scenario = {
  name: "stalled",
  says: `The server's memory, and how long commands take, with ${STALLED} readers that stopped reading and without.`,
  async measure(folder, say) {
    await using stage = await Stage.set(folder);
    const server = await stage.server();
    using host = await SyncPlayer.connect(server.url, "Host");
    const rooms = await openRooms(host, ROOMS);
    const sessions = await signInMany(server.url, STALLED);
    // The first rounds fill what every later one has full, and are not told.
    for (let round = 0; round < WARM_UPS; round += 1) await busy(server, rooms, sessions);
    say("Without stalled readers.");
    const without = await busy(server, rooms, sessions);
    say(`With ${STALLED} stalled readers.`);
    const readers = await each(sessions, 10, (session) => StalledReader.connect(server.url, session, rooms));
    for (const reader of readers) reader.stall();
    const together = await busy(server, rooms, sessions);
    const parkings = await figureOf(server, "rejoin_parkings_total");
    const connected = readers.filter((reader) => reader.isConnected).length;
    for (const reader of readers) reader[Symbol.dispose]();
    return {
      "stalled readers": STALLED,
      "of them parked at a time, at the most": together.parked,
      "times that a reader was parked": parkings,
      "of them connected in the end, as far as they know": connected,
      ...named("without", without),
      ...named("with", together),
      "more memory for each stalled reader, kB": Math.round(
        (together.residentBytes - without.residentBytes) / STALLED / 1_024,
      ),
    };
  },
};

interface Busy {
  times: number[];
  residentBytes: number;
  heapBytes: number;
  parked: number;
}

function named(how: string, { times, residentBytes, heapBytes }: Busy): Figures {
  return {
    [`commands acknowledged ${how}`]: times.length,
    [`a command ${how}, p50, ms`]: percentile(times, 0.5),
    [`a command ${how}, p99, ms`]: percentile(times, 0.99),
    [`resident memory at its most ${how}, MB`]: Math.round(residentBytes / 1_048_576),
    [`heap at its most ${how}, MB`]: Math.round(heapBytes / 1_048_576),
  };
}

/** Everybody talks for a while. */
async function busy(
  server: ServerProcess,
  rooms: readonly string[],
  sessions: readonly Session[],
): Promise<Busy> {
  const people = await each(Array.from({ length: TALKERS }), 10, (_, index) =>
    SyncPlayer.connect(server.url, sessions[index % sessions.length]),
  );
  const handles = await Promise.all(
    people.map((player, index) => player.enter(rooms[index % rooms.length] as string)),
  );
  let goesOn = true;
  const talking = handles.map((room) =>
    talk(
      room,
      () => goesOn,
      (word) => `${word} ${LONG}`,
    ),
  );
  const seen = { residentBytes: 0, heapBytes: 0, parked: 0 };
  for (let second = 0; second < SECONDS; second += 1) {
    await wait(1_000);
    const resident = await figureOf(server, "rejoin_process_resident_memory_bytes");
    const heap = await figureOf(server, "rejoin_nodejs_heap_size_used_bytes");
    seen.parked = Math.max(seen.parked, await figureOf(server, "rejoin_parked_readers"));
    seen.residentBytes = Math.max(seen.residentBytes, resident);
    seen.heapBytes = Math.max(seen.heapBytes, heap);
  }
  goesOn = false;
  const said = await Promise.all(talking);
  for (const player of people) player[Symbol.dispose]();
  return { times: said.flatMap(({ times }) => times), ...seen };
}
