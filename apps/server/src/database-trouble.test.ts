import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import type { RoomId } from "@rejoin/protocol";
import { eventually, RawPlayer, readRoomLog, TcpProxy } from "@rejoin/testkit";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadConfig } from "./config.js";
import { DatabaseHealth } from "./database/database-health.js";
import { migrate } from "./database/migrate.js";
import { createPrismaClient } from "./database/prisma.js";
import { createServer } from "./server.js";
import { PrivatePostgres } from "./testing/private-postgres.js";
import { createRoom, join } from "./testing/server-under-test.js";

// A Postgres is started, stopped and frozen, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** Whatever is wrong with the database, an answer comes within this, in milliseconds. */
const ANSWERED_WITHIN_MS = 9_500;

let folder: string;
let postgres: PrivatePostgres;
/** Between the server and its Postgres. */
let proxy: TcpProxy;
let url: string;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(joinPath(tmpdir(), "rejoin-trouble-"));
  postgres = await PrivatePostgres.start({ dataDir: folder, diskMegabytes: 200 });
  closing.push(() => postgres[Symbol.asyncDispose]());
  proxy = await TcpProxy.listen({ port: postgres.port });
  closing.push(() => proxy.close());
  await migrate(postgres.url);
  const way = new URL(postgres.url);
  way.port = String(proxy.port);
  const health = new DatabaseHealth();
  const prisma = createPrismaClient({ url: way.href, poolSize: 6, onError: () => undefined, health });
  const config = loadConfig({ PORT: "0", COMMANDS_PER_SECOND: "100000" });
  const server = await createServer(config, prisma, pino({ level: "silent" }), undefined, health);
  url = await server.listen();
  closing.push(() => prisma.$disconnect());
  closing.push(() => server.close());
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

const ready = async () => (await fetch(`${url}/readyz`)).status;

/** Asks again and again with the same id, as a client does, only without its pauses. @returns when it was accepted */
async function askUntilAccepted(player: RawPlayer, room: RoomId, commandId: string): Promise<number> {
  const answer = await eventually(
    "accepted",
    () => say(player, room, commandId),
    ({ ok }) => ok,
    60_000,
  );
  expect(answer.ok).toBe(true);
  return performance.now();
}

/**
 * Talks until it is refused, which may take a while where a disk has only just become full. Two commands are asked at a
 * time, of which the second waits until the first is given up.
 */
async function talkUntilRefused(player: RawPlayer, room: RoomId) {
  for (let round = 0; round < 2_000; round += 1) {
    const askedAt = performance.now();
    const commandId = `first-${round}`;
    const first = say(player, room, commandId);
    await new Promise((resolve) => setImmediate(resolve));
    const answers = await Promise.all([first, say(player, room, `second-${round}`)]);
    for (const answer of answers)
      if (!answer.ok) expect(answer.refusal).toMatchObject({ code: "unavailable", retryable: true });
    if (answers.every(({ ok }) => !ok)) return { commandId, askedAt };
  }
  throw new Error("It was never refused.");
}

/** A disk is full the sooner. */
const LONG = "어".repeat(500);

function say(player: RawPlayer, room: RoomId, commandId: string) {
  return player.request("room:command", { room, commandId, command: { type: "say", text: LONG } });
}

/**
 * Something happens to the database, and ends. Meanwhile a command is refused retryably and in time, and the server says
 * that it is not ready; afterwards the same command is accepted soon, and has happened once.
 */
async function endures(
  name: string,
  begin: () => Promise<unknown>,
  end: () => Promise<unknown>,
): Promise<void> {
  using ada = await RawPlayer.connect(url, "Ada");
  const { room } = await createRoom(ada);
  await join(ada, room);
  await askUntilAccepted(ada, room, "before");
  expect(await ready()).toBe(200);

  await begin();
  const began = performance.now();
  const unready = eventually("not ready", ready, (status) => status === 503, 60_000);
  const unreadyAt = unready.then(() => performance.now());
  const { commandId, askedAt } = await talkUntilRefused(ada, room);
  const refusedAfter = performance.now() - askedAt;
  expect(refusedAfter).toBeLessThan(ANSWERED_WITHIN_MS);
  const unreadyAfter = (await unreadyAt) - began;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  const accepted = askUntilAccepted(ada, room, commandId);
  // It comes back whenever it does, and finds a server that has been asked all the time.
  await end();
  const ended = performance.now();
  const acceptedAfter = (await accepted) - ended;
  await eventually("ready", ready, (status) => status === 200, 15_000);
  console.info(
    `${name}: refused within ${Math.round(refusedAfter)} ms, not ready within ${Math.round(unreadyAfter)} ms, ` +
      `first acknowledgement ${Math.round(acceptedAfter)} ms after it came back`,
  );
  expect(acceptedAfter).toBeLessThan(3_000);
  expect(ada.isConnected).toBe(true);
  const { events } = await readRoomLog(url, ada.session, room);
  expect(events.filter((event) => event.commandId === commandId)).toHaveLength(1);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
}

/** Clients that leave the server no connection. */
class OtherClients {
  readonly #inside: pg.Client[] = [];

  async takeEverything(): Promise<void> {
    await eventually(
      "the server has none",
      async () => {
        while (await this.#crowdIn());
        const servers = "FROM pg_stat_activity WHERE application_name = 'rejoin'";
        const ended = await this.#inside[0]?.query(`SELECT pg_terminate_backend(pid) ${servers}`);
        return ended?.rowCount;
      },
      (ended) => ended === 0,
      30_000,
    );
  }

  async leave(): Promise<void> {
    await Promise.all(this.#inside.splice(0).map((client) => client.end()));
  }

  /** Several at once, since a server whose connections were ended comes for new ones too. @returns whether there was room for any */
  async #crowdIn(): Promise<boolean> {
    const entered = await Promise.all(Array.from({ length: 8 }, () => this.#enter()));
    return entered.includes(true);
  }

  async #enter(): Promise<boolean> {
    const client = new pg.Client({ connectionString: postgres.url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      this.#inside.push(client);
      return true;
    } catch {
      return false;
    }
  }
}

describe("AWAY-2 a server survives that its Postgres", () => {
  it("crashes and is started again", async () => {
    await endures(
      "crashed",
      () => postgres.crash(),
      () => postgres.revive(),
    );
  });

  it("is frozen, and goes on", async () => {
    await endures(
      "frozen",
      () => postgres.freeze(),
      async () => postgres.thaw(),
    );
  });

  it("is cut off without a word, and is there again", async () => {
    await endures(
      "cut off",
      async () => proxy.stall(),
      async () => proxy.resume(),
    );
  });

  it("takes no writes for a while", async () => {
    await endures(
      "read-only",
      () => postgres.setReadOnly(true).then(() => postgres.terminateBackends()),
      () => postgres.setReadOnly(false),
    );
  });

  it("has no connection to give", async () => {
    const others = new OtherClients();
    await endures(
      "full",
      () => others.takeEverything(),
      () => others.leave(),
    );
  });

  it("has a full disk", async ({ skip }) => {
    const { disk } = postgres;
    if (!disk) return skip("this machine lets nobody make a disk");
    await endures(
      "disk full",
      async () => {
        await postgres.ask("CREATE TABLE filler (text text)");
        await disk.fill();
        for (let isFull = false; !isFull; )
          isFull = await postgres
            .ask("INSERT INTO filler SELECT repeat('x', 1000) FROM generate_series(1, 100)")
            .then(
              () => false,
              () => true,
            );
      },
      async () => {
        await disk.empty();
        await postgres.ask("DROP TABLE filler");
      },
    );
  });
});
