import { PrivatePostgres } from "@rejoin/server/testing";
import type { SeededRandom, ServerEnd } from "@rejoin/testkit";
import type { Options } from "../options.js";
import { AttackedServer } from "./attacked-server.js";
import { drawFailpoints } from "./draw-failpoints.js";
import { MetricsWatch } from "./metrics-watch.js";
import { Reaper } from "./reaper.js";
import { serverSettings } from "./server-settings.js";
import { Tally } from "./tally.js";

/** Everything that is attacked: a Postgres, some servers on it, and the networks between them and around them. */
export class World implements AsyncDisposable {
  readonly postgres: PrivatePostgres;
  readonly servers: readonly AttackedServer[];
  readonly metrics: MetricsWatch;
  readonly reaper: Reaper;
  /** How servers died, by cause. */
  readonly deaths: Tally;

  /** From now on no server that starts goes wrong by itself. */
  readonly calm: () => void;

  private constructor(parts: Pick<World, "postgres" | "servers" | "metrics" | "reaper" | "deaths" | "calm">) {
    this.postgres = parts.postgres;
    this.servers = parts.servers;
    this.metrics = parts.metrics;
    this.reaper = parts.reaper;
    this.deaths = parts.deaths;
    this.calm = parts.calm;
  }

  /**
   * @param dataDir where the database is kept
   * @param died hears of each death that nobody outside the server caused
   */
  static async start(
    options: Options,
    random: SeededRandom,
    dataDir: string,
    died: (server: AttackedServer, cause: string, end: ServerEnd) => void,
  ): Promise<World> {
    const reaper = new Reaper();
    reaper.made(dataDir);
    const postgres = await PrivatePostgres.start({
      dataDir,
      diskMegabytes: options.diskMegabytes,
      spawned: reaper.started,
    });
    for (const each of postgres.folders) reaper.made(each);
    const deaths = new Tally();
    let isCalm = !Number.isFinite(options.every.servers);
    const calm = (): void => {
      isCalm = true;
    };
    const servers = await Promise.all(
      Array.from({ length: options.servers }, (_, index) => {
        const chance = random.fork(`server ${index}`);
        return AttackedServer.start({
          name: `server ${index + 1}`,
          databaseUrl: postgres.url,
          settings: serverSettings,
          nextFailpoints: () => (isCalm ? "" : drawFailpoints(chance)),
          downtimeMs: () => chance.whole(0, 500),
          spawned: reaper.started,
          died: (server, cause, end) => {
            reaper.ended(end.pid);
            deaths.add(cause);
            died(server, cause, end);
          },
        });
      }),
    );
    return new World({ postgres, servers, metrics: new MetricsWatch(servers), reaper, deaths, calm });
  }

  /** Servers that were killed outright, at whatever moment. */
  get kills(): number {
    return Object.entries(this.deaths.toJSON())
      .filter(([cause]) => cause.startsWith("kill -9"))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.metrics[Symbol.dispose]();
    await Promise.all(this.servers.map((server) => server[Symbol.asyncDispose]()));
    await this.postgres[Symbol.asyncDispose]();
    for (const folder of this.postgres.folders) this.reaper.removed(folder);
  }
}
