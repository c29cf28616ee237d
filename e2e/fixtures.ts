import { fileURLToPath } from "node:url";
import { test as base } from "@playwright/test";
import { createTestDatabase } from "@rejoin/server/testing";
import { ServerProcess } from "@rejoin/testkit";
import { Player } from "./player/player.js";

export { expect } from "@playwright/test";

/** Settings of the server under test, as in the environment. */
export type Settings = Readonly<Record<string, string>>;

/**
 * Short where a test would only wait. Long where time would otherwise decide what is in the log: a reload on a slow
 * machine must not become an absence. What is about absences sets `PRESENCE_LINGER_MS` itself.
 */
const SETTINGS: Settings = {
  COUNTDOWN_MS: "300",
  PRESENCE_LINGER_MS: "60000",
  LOG_LEVEL: "warn",
};

interface WorkerFixtures {
  /** Laid over the usual settings. A file that changes them gets a server, and an empty database, of its own. */
  settings: Settings;
  /** The real server, on a database of its own; the same one for all tests of a worker. */
  server: ServerProcess;
}

interface TestFixtures {
  /** People with these names, each in a browser of their own and behind a network of their own. */
  players: <Names extends string[]>(...names: Names) => Promise<{ [Index in keyof Names]: Player }>;
  /** Somebody who was never here before: no session, no name, nothing stored. */
  stranger: () => Promise<Player>;
  /** What the server printed, kept with a failure. */
  serverOutput: undefined;
}

export const test = base.extend<TestFixtures & { crowd: Crowd }, WorkerFixtures>({
  settings: [{}, { scope: "worker", option: true }],

  server: [
    async ({ settings }, use) => {
      await using database = await createTestDatabase();
      const root = fileURLToPath(new URL("..", import.meta.url));
      const env = { ...SETTINGS, ...settings, DATABASE_URL: database.url };
      await using server = await ServerProcess.start({ root, env });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  crowd: async ({ browser, server }, use) => {
    const crowd: Crowd = { arrive: (name) => Player.arrive(browser, server.port, name), people: [] };
    await use(crowd);
    await Promise.all(crowd.people.map((player) => player.leave()));
    for (const player of crowd.people) player.expectNoFaults();
  },

  players: async ({ crowd }, use) => {
    const arriveAll = async (...names: string[]) => {
      const people = await Promise.all(names.map(crowd.arrive));
      crowd.people.push(...people);
      return people;
    };
    await use(arriveAll as TestFixtures["players"]);
  },

  stranger: async ({ crowd }, use) => {
    await use(async () => {
      const player = await crowd.arrive(null);
      crowd.people.push(player);
      return player;
    });
  },

  serverOutput: [
    async ({ server }, use, info) => {
      const before = server.output.length;
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      await info.attach("server output", { body: server.output.slice(before), contentType: "text/plain" });
    },
    { auto: true },
  ],
});

/** Everybody in one test, so that nobody is left behind after it. */
interface Crowd {
  arrive: (name: string | null) => Promise<Player>;
  people: Player[];
}
