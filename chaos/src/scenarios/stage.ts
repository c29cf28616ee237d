import { rmSync } from "node:fs";
import { PrivatePostgres } from "@rejoin/server/testing";
import { ServerProcess } from "@rejoin/testkit";
import type { RunFolder } from "../run-folder.js";
import { checkoutRoot } from "../world/attacked-server.js";
import { samples } from "../world/metrics-watch.js";
import { Reaper } from "../world/reaper.js";
import { serverSettings } from "../world/server-settings.js";

/** A Postgres and servers on it, with nothing going wrong by itself. */
export class Stage implements AsyncDisposable {
  readonly postgres: PrivatePostgres;
  readonly #reaper: Reaper;
  readonly #folder: RunFolder;
  readonly #servers: ServerProcess[] = [];

  private constructor(postgres: PrivatePostgres, reaper: Reaper, folder: RunFolder) {
    this.postgres = postgres;
    this.#reaper = reaper;
    this.#folder = folder;
  }

  static async set(folder: RunFolder): Promise<Stage> {
    const reaper = new Reaper();
    reaper.made(folder.data);
    const postgres = await PrivatePostgres.start({ dataDir: folder.data, spawned: reaper.started });
    for (const each of postgres.folders) reaper.made(each);
    return new Stage(postgres, reaper, folder);
  }

  /** Starts a server. @param settings laid over those of the attacked ones */
  async server(settings: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const server = await ServerProcess.start({
      root: checkoutRoot,
      env: { ...serverSettings, ...settings, DATABASE_URL: this.postgres.url },
      readyWithinMs: 120_000,
      spawned: this.#reaper.started,
    });
    this.#servers.push(server);
    return server;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) await server.kill();
    await this.postgres[Symbol.asyncDispose]();
    rmSync(this.#folder.data, { recursive: true, force: true });
  }
}

/** One of a server's own figures, now. NaN where it has none of that name. */
export async function figureOf({ url }: ServerProcess, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return samples(text).find((sample) => sample.name === name)?.value ?? Number.NaN;
}
