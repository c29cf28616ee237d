import { join } from "node:path";
import type { Backing } from "./backing/backing.js";
import type { Contender } from "./contenders/contender.js";
import type { Drivers } from "./driver/drivers.js";
import { MeasuredServer } from "./servers/measured-server.js";

export interface StandParts {
  backing: Backing;
  drivers: Drivers;
  /** Where it may write, on the disk that Postgres is on too. */
  folder: string;
  /** Where profiles of the servers' processors are written; undefined for none. */
  profiles: string | undefined;
}

/** Where contenders are measured, one at a time: nobody pays for another one who runs beside them. */
export class Stand {
  readonly backing: Backing;
  readonly drivers: Drivers;
  readonly folder: string;
  readonly #profiles: string | undefined;
  #lives = 0;

  constructor({ backing, drivers, folder, profiles }: StandParts) {
    this.backing = backing;
    this.drivers = drivers;
    this.folder = folder;
    this.#profiles = profiles;
  }

  /** Starts a contender anew on an empty database, and ends it afterwards, whatever comes of the work. */
  async with<Result>(
    contender: Contender,
    work: (server: MeasuredServer) => Promise<Result>,
  ): Promise<Result> {
    this.#lives += 1;
    await using database = contender.needs.includes("postgres")
      ? await this.backing.postgres.createDatabase()
      : null;
    const env = {
      ...(database && { DATABASE_URL: database.url }),
      ...(contender.needs.includes("redis") && {
        REDIS_URL: this.backing.redis?.url ?? "",
        REDIS_STREAM: `rejoin-bench-${process.pid}-${this.#lives}`,
      }),
    };
    const profile = this.#profiles && join(this.#profiles, `${this.#lives}-${contender.name}`);
    await using server = await MeasuredServer.start(contender, { env, profile });
    return await work(server);
  }
}
