import { setTimeout as wait } from "node:timers/promises";
import { SyncPlayer } from "@rejoin/testkit";
import { each, openRooms } from "./people.js";
import { type Figures, type Scenario, spread } from "./scenario.js";
import { Stage } from "./stage.js";

const TALKERS = 20;
const TIMES = 5;
const AWAY_MS = 4_000;

/** Postgres goes away and comes back: when is something acknowledged again? */
export const postgresAway: Scenario = {
  name: "postgres",
  says: "From the moment when Postgres accepts connections again until the first command is acknowledged.",
  async measure(folder, say) {
    await using stage = await Stage.set(folder);
    const { postgres } = stage;
    const server = await stage.server();
    using host = await SyncPlayer.connect(server.url, "Host");
    const [room = ""] = await openRooms(host, 1);
    const people = await each(Array.from({ length: TALKERS }), 10, (_, index) =>
      SyncPlayer.connect(server.url, `Talker ${index}`),
    );
    const rooms = await Promise.all(people.map((player) => player.enter(room)));
    let goesOn = true;
    let failures = 0;
    let acknowledged = (_at: number): void => {};
    const talking = rooms.map(async (handle) => {
      for (let word = 0; goesOn; word += 1) {
        const outcome = await handle.send({ type: "say", text: `word ${word}` });
        if (outcome.ok) acknowledged(performance.now());
        else failures += 1;
      }
    });
    const repeat = async (what: string, away: () => Promise<void>): Promise<Figures> => {
      const times: number[] = [];
      for (let count = 0; count < TIMES; count += 1) {
        await wait(1_500);
        await away();
        const back = performance.now();
        times.push(
          await new Promise<number>((resolve) => {
            acknowledged = (at) => at > back && resolve(at - back);
          }),
        );
        say(`${what}: acknowledged after ${Math.round(times.at(-1) ?? 0)} ms.`);
      }
      return spread(`${what}, to the first acknowledgement`, times);
    };
    const figures = {
      ...(await repeat("Postgres crashed", async () => {
        await postgres.crash();
        await wait(AWAY_MS);
        await postgres.revive();
      })),
      ...(await repeat("Postgres frozen", async () => {
        await postgres.freeze();
        await wait(AWAY_MS);
        postgres.thaw();
      })),
      ...(await repeat("every backend terminated", async () => {
        await postgres.terminateBackends();
      })),
    };
    goesOn = false;
    await Promise.all(talking);
    for (const player of people) player[Symbol.dispose]();
    return { ...figures, "commands that failed for good": failures };
  },
};
