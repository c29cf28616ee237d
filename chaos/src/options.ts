import { parseArgs } from "node:util";
import { type Profile, profiles } from "./profiles.js";

/** What a run was asked for, complete. */
export interface Options extends Profile {
  profile: string;
  seed: number;
  /** One of the measured scenarios instead of a run, or undefined. */
  scenario: string | undefined;
  /** A file for the figures, or undefined. */
  json: string | undefined;
  /** Whether the history of a run without a violation stays. */
  keep: boolean;
}

/** An option that cannot be used. The message is one sentence for the person who typed it. */
export class OptionError extends Error {
  override readonly name = "OptionError";
}

const known = {
  profile: { type: "string" },
  scenario: { type: "string" },
  minutes: { type: "string" },
  seed: { type: "string" },
  servers: { type: "string" },
  drivers: { type: "string" },
  rooms: { type: "string" },
  clients: { type: "string" },
  rate: { type: "string" },
  "until-commands": { type: "string" },
  kills: { type: "string" },
  json: { type: "string" },
  keep: { type: "boolean" },
} as const;

/**
 * @param args as they were typed
 * @param scenarios the names of those there are
 * @throws {OptionError}
 */
export function parseOptions(args: readonly string[], scenarios: readonly string[]): Options {
  const given = read(args);
  const name = given.profile ?? "long";
  const profile = profiles[name];
  if (!profile) throw unknown("profile", name, Object.keys(profiles));
  if (given.scenario !== undefined && !scenarios.includes(given.scenario))
    throw unknown("scenario", given.scenario, scenarios);
  return {
    ...profile,
    profile: name,
    scenario: given.scenario,
    seed: whole("seed", given.seed, 0, 4_294_967_295) ?? Math.floor(Math.random() * 1_000_000),
    minutes: number("minutes", given.minutes, 0.05, 24 * 60) ?? profile.minutes,
    servers: whole("servers", given.servers, 1, 16) ?? profile.servers,
    drivers: whole("drivers", given.drivers, 1, 16) ?? profile.drivers,
    rooms: whole("rooms", given.rooms, 1, 1_000) ?? profile.rooms,
    clients: whole("clients", given.clients, 2, 5_000) ?? profile.clients,
    rate: whole("rate", given.rate, 0, 1_000_000) ?? profile.rate,
    untilCommands:
      whole("until-commands", given["until-commands"], 1, 1_000_000_000) ?? profile.untilCommands,
    kills: whole("kills", given.kills, 1, 1_000_000) ?? profile.kills,
    json: given.json,
    keep: given.keep ?? false,
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: false }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split(". ")[0] : String(error);
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new OptionError(`${message}. There are ${names.join(", ")}.`);
  }
}

function unknown(option: string, value: string, there: readonly string[]): OptionError {
  return new OptionError(`There is no ${option} ${JSON.stringify(value)}; there are ${there.join(", ")}.`);
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  const value = number(name, text, least, most);
  if (value !== undefined && !Number.isInteger(value))
    throw new OptionError(`--${name} must be a whole number, but it is ${JSON.stringify(text)}.`);
  return value;
}

function number(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !(value >= least && value <= most))
    throw new OptionError(
      `--${name} must be a number from ${least} to ${most}, but it is ${JSON.stringify(text)}.`,
    );
  return value;
}
