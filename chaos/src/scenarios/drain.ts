import { SyncPlayer } from "@rejoin/testkit";
import { createSyncClientAtAny } from "./client-at-any.js";
import { each, openRooms, talk } from "./people.js";
import { type Scenario, spread } from "./scenario.js";
import { Stage } from "./stage.js";

const ROOMS = 10;
const TALKERS = 40;
const DRAINS = 10;

/** SIGTERM while everybody talks, with another server to go to: nothing may fail for good. */
export const drain: Scenario = {
  name: "drain",
  says: "How long a server takes to go when it is told to under load, and how many commands failed for good because of it.",
  async measure(folder, say) {
    await using stage = await Stage.set(folder);
    const servers = [await stage.server(), await stage.server()] as const;
    using host = await SyncPlayer.connect(servers[0].url, "Host");
    const rooms = await openRooms(host, ROOMS);
    const urls = servers.map(({ url }) => url);
    const people = await each(Array.from({ length: TALKERS }), 10, (_, index) =>
      createSyncClientAtAny(urls, `Talker ${index}`),
    );
    const handles = people.map((client, index) => client.openRoom(rooms[index % ROOMS] as string));
    let goesOn = true;
    const talking = handles.map((room, index) =>
      talk(
        room,
        () => goesOn,
        (word) => `talker ${index} says ${word}`,
      ),
    );
    const times: number[] = [];
    let forced = 0;
    for (let count = 0; count < DRAINS; count += 1) {
      const server = servers[count % 2] as (typeof servers)[number];
      const begun = performance.now();
      const code = await server.stop();
      times.push(performance.now() - begun);
      if (code !== 0) forced += 1;
      say(`Drained in ${Math.round(times.at(-1) ?? 0)} ms.`);
      await server.restart();
    }
    goesOn = false;
    const said = await Promise.all(talking);
    for (const client of people) client.stop();
    return {
      drains: DRAINS,
      "commands acknowledged": said.reduce((sum, { times }) => sum + times.length, 0),
      "commands that failed for good": said.reduce((sum, { failures }) => sum + failures, 0),
      "drains that did not end by themselves": forced,
      ...spread("from SIGTERM to the end", times),
      ...spread(
        "a command, over the whole time",
        said.flatMap(({ times }) => times),
      ),
    };
  },
};
