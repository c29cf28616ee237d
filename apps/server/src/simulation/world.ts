import type { Player, PlayerId } from "@rejoin/protocol";
import {
  Coverage,
  Device,
  FAIR_DATABASE,
  FAIR_WEATHER,
  type OpenedRoom,
  type Plan,
  SeededRandom,
  Timeline,
  Truth,
  VirtualNetwork,
  Watch,
  type Weather,
} from "@rejoin/testkit";
import { CopiedDatabase } from "./copied-database.js";
import type { DatabaseConditions } from "./database-link.js";
import { ObservedLog } from "./observed-log.js";
import { ObservedPresence } from "./observed-presence.js";
import { ReadModels } from "./read-models.js";
import { LEASE_MS } from "./simulated-settings.js";
import { VirtualServer } from "./virtual-server.js";

/** Everything of one run that is not the product: people and their devices, network, servers' machines, database. */
export class World {
  readonly plan: Plan;
  readonly timeline = new Timeline();
  readonly coverage = new Coverage();
  readonly truth = new Truth();
  readonly watch: Watch;
  readonly log: ObservedLog;
  readonly database: CopiedDatabase;
  readonly network: VirtualNetwork;
  readonly servers: readonly VirtualServer[];
  readonly devices: readonly Device[];
  readonly people: readonly PlayerId[];
  /** By their number in the plan; missing while nobody has opened them. */
  readonly rooms = new Map<number, OpenedRoom>();
  readonly conditions: DatabaseConditions;
  /** Promises that were broken. The first is the one to look at. */
  readonly wrongs: string[] = [];
  #weather: Weather;

  constructor(plan: Plan) {
    this.plan = plan;
    const random = new SeededRandom(plan.seed).fork("world");
    const { timeline, coverage, truth } = this;
    const wrong = (what: string): void => void this.wrongs.push(`${what} (at ${timeline.now.toFixed(1)} ms)`);
    this.#weather = plan.weather;
    this.conditions = { weather: plan.database, away: 0 };
    this.watch = new Watch(truth, () => timeline.now, wrong, coverage, plan.wire);
    const people = plan.people.map((_, index) => personOf(index));
    this.people = people.map(({ id }) => id);
    const readModels = new ReadModels(people, () => timeline.now);
    const epochs = random.fork("epochs");
    this.log = new ObservedLog({ truth, recorder: this.watch, readModels, coverage, wrong }, () =>
      epochs.digits(8),
    );
    this.network = new VirtualNetwork({
      ...{ timeline, coverage, random: random.fork("network"), kind: plan.wire },
      weather: () => this.#weather,
    });
    const { network, log, conditions } = this;
    const register = new ObservedPresence(LEASE_MS, () => timeline.now, coverage);
    this.database = new CopiedDatabase([log, readModels, register]);
    const shared = { timeline, network, coverage, plan, wrong };
    this.servers = plan.servers.map((skewMs, index) => {
      const name = `server ${index}`;
      return new VirtualServer(name, skewMs, {
        ...shared,
        log,
        readModels,
        register,
        conditions,
        random: random.fork(name),
      });
    });
    this.devices = plan.people.flatMap((count, person) =>
      Array.from({ length: count }, (_, own) => {
        const name = `${people[person]?.name ?? ""}${own === 0 ? "" : own + 1}`;
        return new Device(name, this.people[person] ?? "", {
          ...shared,
          wasReplaced: (room) => truth.livesOf(room).length > 1,
          recorder: this.watch,
          random: random.fork(name),
        });
      }),
    );
  }

  /** Everything is up and fine again, and everybody opens their page: from now on nothing goes wrong. */
  clearUp(): void {
    this.#weather = FAIR_WEATHER;
    this.conditions.weather = FAIR_DATABASE;
    for (const server of this.servers) {
      server.spare();
      server.start();
    }
    for (const device of this.devices) device.open();
  }
}

const NAMES = ["Ada", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal"];

function personOf(index: number): Player {
  const name = NAMES[index] ?? `Person ${index}`;
  return {
    id: `${String(index + 1).padStart(8, "0")}-0000-4000-8000-000000000000`,
    name,
    avatar: name.toLowerCase(),
  };
}
