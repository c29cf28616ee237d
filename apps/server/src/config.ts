import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { checkoutRoot } from "./checkout.js";

/** A setting that cannot be used. The message is one sentence for the person who typed it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

function wholeNumber(fallback: number, range: { min: number; max: number }) {
  const sentence = `must be a whole number from ${range.min} to ${range.max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, sentence)
    .transform(Number)
    .refine((value) => value >= range.min && value <= range.max, sentence)
    .prefault(String(fallback));
}

const milliseconds = (fallback: number) => wholeNumber(fallback, { min: 0, max: 2_147_483_647 });

const DAY_MS = 86_400_000;

/** Milliseconds that no timer waits for: up to a thousand years. */
const longTime = (fallback: number) => wholeNumber(fallback, { min: 0, max: 365_000 * DAY_MS });

const yesOrNo = z
  .enum(["true", "false"], "must be true or false")
  .transform((value) => value === "true")
  .prefault("false");

const postgresUrl = z
  .string()
  .refine(isPostgresUrl, "must look like postgresql://user:password@host:5432/database")
  .optional();

const origins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim().replace(/\/$/, "")))
  .refine(
    (list) => list.every(isOrigin),
    "must be origins like https://play.example.org, separated by commas",
  )
  .optional()
  .transform((list) => list ?? []);

const environment = z.object({
  PORT: wholeNumber(3000, { min: 0, max: 65_535 }),
  HOST: z.string().prefault("127.0.0.1"),
  DATABASE_URL: postgresUrl,
  DATA_DIR: z.string().prefault(".data"),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be one of fatal, error, warn, info, debug, trace, silent",
    )
    .prefault("info"),
  PUBLIC_ORIGINS: origins,
  TRUST_PROXY: yesOrNo,
  COUNTDOWN_MS: milliseconds(3_000),
  BOT_AFTER_MS: milliseconds(4_000),
  SEAT_GRACE_MS: milliseconds(60_000),
  PRESENCE_LINGER_MS: milliseconds(3_000),
  PRESENCE_LEASE_MS: wholeNumber(10_000, { min: 100, max: 3_600_000 }),
  COME_BACK_MS: milliseconds(12_000),
  CLOSE_EMPTY_MS: milliseconds(300_000),
  CLOSE_IDLE_MS: milliseconds(86_400_000),
  COMMANDS_PER_SECOND: wholeNumber(500, { min: 1, max: 1_000_000 }),
  CONNECTIONS: wholeNumber(20_000, { min: 1, max: 10_000_000 }),
  CONNECTIONS_PER_SESSION: wholeNumber(20, { min: 1, max: 10_000 }),
  CONNECTIONS_PER_ADDRESS: wholeNumber(200, { min: 1, max: 1_000_000 }),
  SESSIONS_PER_MINUTE: wholeNumber(60, { min: 1, max: 1_000_000 }),
  TRANSFERS_PER_MINUTE: wholeNumber(10, { min: 1, max: 1_000_000 }),
  LIMIT_LOOPBACK: yesOrNo,
  WATCHERS_PER_ROOM: wholeNumber(2_000, { min: 1, max: 1_000_000 }),
  SLOW_READER_BYTES: wholeNumber(262_144, { min: 65_536, max: 1_073_741_824 }),
  CATCH_UPS_AT_ONCE: wholeNumber(8, { min: 1, max: 10_000 }),
  HANDSHAKES_AT_ONCE: wholeNumber(8, { min: 1, max: 10_000 }),
  ROOMS_IN_MEMORY: wholeNumber(10_000, { min: 1, max: 10_000_000 }),
  ROOM_IDLE_MS: milliseconds(300_000),
  SNAPSHOT_EVERY: wholeNumber(250, { min: 1, max: 5_000 }),
  RETAIN_EVENTS: wholeNumber(100_000, { min: 1, max: 2_147_483_647 }),
  RETAIN_MS: longTime(30 * DAY_MS),
  PURGE_CLOSED_AFTER_MS: longTime(30 * DAY_MS),
  DATABASE_POOL: wholeNumber(10, { min: 1, max: 80 }),
});

/** The name of every setting, as it is spelled in the environment. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** What the server was told, complete and checked. Durations are in milliseconds. */
export type Config = ReturnType<typeof loadConfig>;

/**
 * Reads the settings from an environment.
 * An empty value counts as not set. `dataDir` comes back absolute, relative ones start at the checkout.
 * @throws {ConfigError} with one sentence that names the setting, what it must be and what it was
 */
export function loadConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(firstProblem(parsed.error, given));
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    /** Undefined: the server brings its own Postgres, with its files in `dataDir`. */
    databaseUrl: value.DATABASE_URL,
    dataDir: resolve(checkoutRoot, value.DATA_DIR),
    logLevel: value.LOG_LEVEL,
    /** Origins that may connect besides the server's own. */
    publicOrigins: value.PUBLIC_ORIGINS,
    trustProxy: value.TRUST_PROXY,
    countdownMs: value.COUNTDOWN_MS,
    /** How long whoever pressed quick play waits for somebody before a bot sits down. */
    botAfterMs: value.BOT_AFTER_MS,
    seatGraceMs: value.SEAT_GRACE_MS,
    presenceLingerMs: value.PRESENCE_LINGER_MS,
    /** How long a server that gives no sign of life speaks for its players. */
    presenceLeaseMs: value.PRESENCE_LEASE_MS,
    /** How long players have to come back after this server was started, or was cut off from its database. */
    comeBackMs: value.COME_BACK_MS,
    closeEmptyMs: value.CLOSE_EMPTY_MS,
    closeIdleMs: value.CLOSE_IDLE_MS,
    /** Commands that one session may send in a second. */
    commandsPerSecond: value.COMMANDS_PER_SECOND,
    /** Connections of any kind that this server has open at a time. */
    connections: value.CONNECTIONS,
    connectionsPerSession: value.CONNECTIONS_PER_SESSION,
    /** Connections that one address may have open at a time. */
    connectionsPerAddress: value.CONNECTIONS_PER_ADDRESS,
    /** New sessions that one address may open in a minute. */
    sessionsPerMinute: value.SESSIONS_PER_MINUTE,
    /** Transfers that one address may offer in a minute, and take up or guess at. */
    transfersPerMinute: value.TRANSFERS_PER_MINUTE,
    /** Whether limits per address count for this machine's own addresses too. */
    limitLoopback: value.LIMIT_LOOPBACK,
    /** Connections that may hear one room, beside those whose table it is. */
    watchersPerRoom: value.WATCHERS_PER_ROOM,
    /** What may wait to be sent to one connection. Of somebody who reads no faster the rest waits in the log. */
    slowReaderBytes: value.SLOW_READER_BYTES,
    /** Pages of what clients missed that are read and sent at once. */
    catchUpsAtOnce: value.CATCH_UPS_AT_ONCE,
    /** Sessions that are looked up at once for those who connect. */
    handshakesAtOnce: value.HANDSHAKES_AT_ONCE,
    /** Rooms that this server holds in memory, unless more are in use. */
    roomsInMemory: value.ROOMS_IN_MEMORY,
    /** How long a room stays in memory when nobody uses it. */
    roomIdleMs: value.ROOM_IDLE_MS,
    /** Events between two snapshots of a room. */
    snapshotEvery: value.SNAPSHOT_EVERY,
    /** Of a long log, so many of the newest events are kept at the least, and those that are younger than `retainMs`. */
    retainEvents: value.RETAIN_EVENTS,
    retainMs: value.RETAIN_MS,
    /** How long a closed room can still be looked at. */
    purgeClosedAfterMs: value.PURGE_CLOSED_AFTER_MS,
    /** Connections that this server opens to the database at most. */
    databasePool: value.DATABASE_POOL,
  };
}

/**
 * Adds what a `.env` file at the root of the checkout says to `process.env`; what is already set there wins.
 * @returns `process.env`
 */
export function environmentWithFile(): NodeJS.ProcessEnv {
  const file = join(checkoutRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

function firstProblem(error: z.ZodError, given: Record<string, string | undefined>): string {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? "The environment");
  // A database URL usually carries a password, which has no place in a log.
  const value = name === "DATABASE_URL" ? "" : `, but it is ${JSON.stringify(given[name])}`;
  return `${name} ${issue?.message ?? "cannot be used"}${value}.`;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
