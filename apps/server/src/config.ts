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
  SEAT_GRACE_MS: milliseconds(60_000),
  PRESENCE_LINGER_MS: milliseconds(3_000),
  CLOSE_EMPTY_MS: milliseconds(300_000),
  CLOSE_IDLE_MS: milliseconds(86_400_000),
  COMMANDS_PER_SECOND: wholeNumber(500, { min: 1, max: 1_000_000 }),
  CONNECTIONS_PER_SESSION: wholeNumber(20, { min: 1, max: 10_000 }),
  CONNECTIONS_PER_ADDRESS: wholeNumber(200, { min: 1, max: 1_000_000 }),
  SESSIONS_PER_MINUTE: wholeNumber(60, { min: 1, max: 1_000_000 }),
  LIMIT_LOOPBACK: yesOrNo,
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
    seatGraceMs: value.SEAT_GRACE_MS,
    presenceLingerMs: value.PRESENCE_LINGER_MS,
    closeEmptyMs: value.CLOSE_EMPTY_MS,
    closeIdleMs: value.CLOSE_IDLE_MS,
    /** Commands that one session may send in a second. */
    commandsPerSecond: value.COMMANDS_PER_SECOND,
    connectionsPerSession: value.CONNECTIONS_PER_SESSION,
    /** Connections that one address may have open at a time. */
    connectionsPerAddress: value.CONNECTIONS_PER_ADDRESS,
    /** New sessions that one address may open in a minute. */
    sessionsPerMinute: value.SESSIONS_PER_MINUTE,
    /** Whether limits per address count for this machine's own addresses too. */
    limitLoopback: value.LIMIT_LOOPBACK,
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
