import { pause } from "../pause.js";
import type { Fault } from "./fault.js";

/** Postgres ends as in a crash, and comes back after a while. */
const crash: Fault = {
  name: "Postgres stopped immediately",
  attack: "database",
  weight: 3,
  async strike({ world: { postgres } }, random, called) {
    const ms = random.whole(0, 5_000);
    await postgres.crash();
    await pause(ms, called);
    await postgres.revive();
    return `down for ${ms} ms`;
  },
};

/** Postgres stands still: connections stay open, and nothing answers. */
const freeze: Fault = {
  name: "Postgres frozen",
  attack: "database",
  weight: 2,
  async strike({ world: { postgres } }, random, called) {
    const ms = random.whole(500, random.chance(0.3) ? 14_000 : 4_000);
    await postgres.freeze();
    await pause(ms, called);
    postgres.thaw();
    return `${ms} ms`;
  },
};

const terminate: Fault = {
  name: "every backend terminated",
  attack: "database",
  weight: 3,
  async strike({ world: { postgres } }) {
    return `${await postgres.terminateBackends()} backends`;
  },
};

const readOnly: Fault = {
  name: "Postgres read-only",
  attack: "database",
  weight: 2,
  async strike({ world: { postgres } }, random, called) {
    const ms = random.whole(500, 4_000);
    await postgres.setReadOnly(true);
    await pause(ms, called);
    await postgres.setReadOnly(false);
    return `${ms} ms`;
  },
};

const fullDisk: Fault = {
  name: "full disk",
  attack: "database",
  weight: 2,
  isPossible: ({ world }) => world.postgres.disk !== null,
  async strike({ world: { postgres } }, random, called) {
    const ms = random.whole(1_000, 5_000);
    await postgres.disk?.fill();
    await pause(ms, called);
    await postgres.disk?.empty();
    // Where even its journal's bookkeeping found no room it has ended, as it does then.
    await postgres.revive();
    return `${ms} ms`;
  },
};

/** Everything that happens to Postgres itself. */
export const databaseFaults: readonly Fault[] = [crash, freeze, terminate, readOnly, fullDisk];
